import type { Cause } from '#domain/kernel/event.ts';
import type { DueCursor } from '#ports/documents.ts';
import type { House } from './house.ts';
import { topics } from './topics.ts';

const page = 500;
/** Campaigns that one tick wakes; the next tick goes on. */
const mostPages = 20;

/** Every campaign whose nextFireAt has passed is told to fire. */
export const tickCampaigns = async ({ documents, bus }: House, cause: Cause): Promise<void> => {
  let after: DueCursor | undefined;
  for (let n = 0; n < mostPages; n++) {
    const due = await documents.due<{ campaignId: string }>('campaignClock', cause.now, page, after);
    if (due.length > 0) {
      await bus.publish(
        topics.campaignFire,
        due.map(({ data: { campaignId } }) => ({ data: { campaignId }, key: campaignId })),
      );
    }
    const last = due.at(-1);
    if (due.length < page || !last?.dueAt) return;
    after = { dueAt: last.dueAt, path: last.path };
  }
};
