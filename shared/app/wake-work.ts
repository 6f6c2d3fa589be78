import type { WorkItem } from '#domain/work/work-item.ts';
import type { BusMessage } from '#ports/message-bus.ts';
import type { House } from './house.ts';
import { topics } from './topics.ts';

/** Wakes a handler for each of the items: those that a person waits for on a topic of their own. */
export const wakeWork = async (
  { bus }: Pick<House, 'bus'>,
  items: readonly Readonly<{ item: Pick<WorkItem, 'priority'>; hint: BusMessage }>[],
): Promise<void> => {
  const now = items.filter(({ item }) => item.priority === 'now').map(({ hint }) => hint);
  const bulk = items.filter(({ item }) => item.priority !== 'now').map(({ hint }) => hint);
  if (now.length > 0) await bus.publish(topics.sendNow, now);
  if (bulk.length > 0) await bus.publish(topics.sendBulk, bulk);
};
