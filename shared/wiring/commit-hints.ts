import { topics } from '#app/topics.ts';
import { within } from '#app/within.ts';
import type { BusMessage, MessageBus } from '#ports/message-bus.ts';

/** A quiet log tells its readers almost at once, a busy one less often: they read more at a time then. */
const quietMs = 10;
const busyMs = 100;
const busyFrom = 20;
/** No answer waits longer for a bus that does not take hints: a provider's report has 15 s, and is durable already. */
const mostSettlingMs = 3_000;

export type CommitHints = Readonly<{
  note: (partition: string) => void;
  /** Resolves when all that was noted is told, or cannot be told soon: an instance that has answered may get no CPU any more. */
  settled: () => Promise<void>;
  stop: () => void;
}>;

/** Tells the readers of a partition that it has grown, once for everything that came within a moment. */
export const commitHints = (
  bus: () => Pick<MessageBus, 'publish'>,
  /** whether customers want to be told too */ customersListen: () => Promise<boolean> = async () => false,
): CommitHints => {
  const grown = new Set<string>();
  const telling = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let commits = 0;
  let busy = false;
  const notify = async (hints: readonly BusMessage[]): Promise<void> => {
    if (await customersListen()) await bus().publish(topics.notifyCustomer, hints);
  };
  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (grown.size === 0) return;
    const hints = [...grown].map((partition) => ({ data: { partition }, key: partition }));
    grown.clear();
    busy = commits > busyFrom;
    commits = 0;
    // only a hint: when it can't be published the next tick finds the growth
    const told = Promise.all([bus().publish(topics.logAppended, hints), notify(hints)])
      .then(() => undefined)
      .catch(() => undefined)
      .finally(() => telling.delete(told));
    telling.add(told);
  };
  return {
    note: (partition) => {
      grown.add(partition);
      commits += 1;
      timer ??= setTimeout(tell, busy ? busyMs : quietMs);
    },
    settled: async () => {
      tell();
      await within(mostSettlingMs, Promise.all(telling)).catch(() => undefined);
    },
    stop: () => clearTimeout(timer),
  };
};
