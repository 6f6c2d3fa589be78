import type { Cause } from '#domain/kernel/event.ts';
import { duePages } from './due-pages.ts';
import { expectFiles } from './expect-files.ts';
import type { House } from './house.ts';
import { noteTick } from './note-tick.ts';
import { topics } from './topics.ts';

/** Every campaign whose nextFireAt has passed is told to fire; of files that were expected and did not come operators are told. */
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
  await expectFiles(house, cause);
  await noteTick(house, 'campaigns', told);
};
