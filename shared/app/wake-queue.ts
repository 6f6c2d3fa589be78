import { fairShares, laneOf, type Queue } from '#domain/work/lane.ts';
import { queueOf, type WorkItem } from '#domain/work/work-item.ts';
import type { Document } from '#ports/documents.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { wakeShares } from './lane-hint.ts';
import { wakeWork } from './wake-work.ts';

/** Each lane begins with the first item that nobody is at. */
const note = (queues: Map<string, Queue>, { path, dueAt = '', data }: Document<WorkItem>): void => {
  const { companyId, campaignId } = data;
  const queue = queues.get(campaignId) ?? { companyId, campaignId, first: new Map(), busy: new Set() };
  queues.set(campaignId, queue);
  const lane = laneOf(path);
  if (!queue.first.has(lane)) queue.first.set(lane, { dueAt, path });
};

/**
 * Everything of a company that is due goes on at once, not at the next tick: its campaigns lane by lane, so that however much it has waiting
 * does not stand before what others send. `now`: business time.
 */
export const wakeQueue = async (house: House, companyId: string, now: string): Promise<void> => {
  const { documents, clock } = house;
  const queues = new Map<string, Queue>();
  for await (const items of duePages<WorkItem>(documents, queueOf(companyId), now)) {
    const waitedFor = items.filter(({ data }) => data.priority === 'now');
    await wakeWork(
      house,
      waitedFor.map(({ path, data }) => ({ item: data, hint: { data: { path }, key: path } })),
    );
    const realMs = clock.realMs();
    for (const item of items) if (item.data.priority !== 'now' && (item.data.lease?.until ?? 0) <= realMs) note(queues, item);
  }
  await wakeShares(house, fairShares([...queues.values()]));
};
