import type { DatabaseSync } from 'node:sqlite';
import type { BusMessage, MessageBus } from '#ports/message-bus.ts';
import { deadLetterTable } from './bus-dead-letters.ts';
import { busDispatcher } from './bus-dispatcher.ts';
import type { BusLog } from './bus-log.ts';
import { taskTable, type NewTask } from './bus-tasks.ts';

export type SqliteBusOptions = Readonly<{
  /** the house's one connection, shared with log and documents */
  db: DatabaseSync;
  log: BusLog;
  /** in [0, 1), for the jitter of the backoff */
  random?: () => number;
}>;

const toTask = (topic: string, { data, key, context, delayMs = 0 }: BusMessage, now: number): NewTask => {
  if (!(delayMs >= 0 && delayMs <= Number.MAX_SAFE_INTEGER - now)) throw new RangeError('delayMs is a number of milliseconds from 0 on');
  const beside = context === undefined ? null : JSON.stringify(context);
  return { topic, key: key ?? null, data: JSON.stringify(data), context: beside, dueAt: now + Math.ceil(delayMs) };
};

/**
 * The bus of the embedded house: a table in the house's file and a dispatcher in its process. The house's lock makes sure that there is
 * one process; what a former one had under way is due again when the table opens. Messages of one key are delivered one after the other.
 */
export const sqliteBus = ({ db, log, random = Math.random }: SqliteBusOptions): MessageBus => {
  const tasks = taskTable(db);
  const dead = deadLetterTable(db);
  const dispatcher = busDispatcher({ db, tasks, dead, log, random });

  /** Resolves with what `apply` found when it is safely written. `apply` returns that and the change in the number of tasks. */
  const durably = <T>(apply: () => readonly [T, number]): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (dispatcher.isClosed()) return reject(new Error('the bus is closed'));
      let result: readonly [T, number];
      dispatcher.write({ durable: true, apply: () => (result = apply())[1], written: () => resolve(result[0]), failed: reject });
    });

  return {
    publish: async (topic, messages) => {
      const now = Date.now();
      const added = messages.map((message) => toTask(topic, message, now));
      if (added.length > 0) await durably(() => [undefined, added.filter(tasks.add).length]);
    },
    subscribe: (topic, subscription, deliver) => dispatcher.addLane({ topic, subscription, deliver, running: 0 }),
    pending: async () => dispatcher.size(),
    deadLetters: async (limit) => dead.list(limit),
    replay: (id) =>
      durably(() => {
        const letter = dead.take(id);
        if (letter) tasks.addAgain(letter.id, { ...letter, dueAt: Date.now() });
        return letter ? [true, 1] : [false, 0];
      }),
    replayAll: (limit) =>
      durably(() => {
        const letters = dead.list(limit).flatMap(({ id }) => dead.take(id) ?? []);
        for (const letter of letters) tasks.addAgain(letter.id, { ...letter, dueAt: Date.now() });
        return [letters.length, letters.length];
      }),
    drop: (id) => durably(() => [dead.take(id) !== undefined, 0]),
    close: dispatcher.close,
  };
};
