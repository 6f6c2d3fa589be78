import type { Cause } from '#domain/kernel/event.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { timeLimit } from './time-limit.ts';
import { topics } from './topics.ts';
import type { Watch } from './watch-writes.ts';

/** A handler wakes no more after this much real time: the next tick goes on. */
const mostMs = 20_000;

/** Wakes somebody for the routes whose health somebody counts, and for all messages that are to be looked after by now: those first whom another channel may have to tell. */
export const wakeWatches = async ({ documents, bus, clock }: House, { now }: Cause): Promise<void> => {
  const isOver = timeLimit(clock, mostMs);
  if ((await documents.nextDue('routeHealth')) !== undefined)
    await bus.publish(topics.watchMessages, [{ data: { judges: true }, key: 'judge' }]);
  for (const collection of ['watches', 'looks'])
    for await (const due of duePages<Watch>(documents, collection, now)) {
      await bus.publish(
        topics.watchMessages,
        due.map(({ path }) => ({ data: { path }, key: path })),
      );
      if (isOver()) return;
    }
};
