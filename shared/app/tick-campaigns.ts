import type { Cause } from '#domain/kernel/event.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { noteTick } from './note-tick.ts';
import { topics } from './topics.ts';

/** Every campaign whose nextFireAt has passed is told to fire. */
export const tickCampaigns = async (house: House, cause: Cause): Promise<void> => {
  const { documents, bus } = house;
  let told = 0;
  for await (const due of duePages<{ campaignId: string }>(documents, 'campaignClock', cause.now)) {
    await bus.publish(
      topics.campaignFire,
      due.map(({ data: { campaignId } }) => ({ data: { campaignId }, key: campaignId })),
    );
    told += due.length;
  }
  await noteTick(house, 'campaigns', told);
};
