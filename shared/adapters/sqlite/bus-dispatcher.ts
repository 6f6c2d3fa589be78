import type { DatabaseSync } from 'node:sqlite';
import { backoffMs } from './bus-backoff.ts';
import type { DeadLetterTable } from './bus-dead-letters.ts';
import { deliverOnce, type Lane, type Outcome } from './bus-lane.ts';
import { wordsOf, type BusLog } from './bus-log.ts';
import type { Task, TaskTable } from './bus-tasks.ts';
import { busWriter, type LastWrite, type Write } from './bus-writer.ts';

export type DispatcherOptions = Readonly<{
  db: DatabaseSync;
  tasks: TaskTable;
  dead: DeadLetterTable;
  log: BusLog;
  random: () => number;
}>;

type Claimed = Readonly<{ lane: Lane; task: Task }>;

const endedWithProcess = 'ProcessEnded: the process ended while the message was being handled';

/** Every delivery before this one ended with its process and never reported back: it is given up without another. */
const wornOut = ({ lane, task }: Claimed): boolean => task.attempt > lane.subscription.maxAttempts;

/**
 * Takes due tasks, hands them to their lanes and writes down what became of them. Nothing polls: a turn follows a publish, the end of
 * a handler, or the hour of the next task.
 */
export const busDispatcher = ({ db, tasks, dead, log, random }: DispatcherOptions) => {
  const lanes = new Map<string, Lane>();
  let running = 0;
  let taking = true;
  let closing: Promise<void> | undefined;
  let onIdle: (() => void) | undefined;

  const bury = (task: Task, attempts: number, error: string): number => {
    tasks.remove(task);
    dead.bury(task, attempts, error);
    return -1;
  };

  const logDead = (task: Task, error: string): void =>
    log.error({ topic: task.topic, taskId: task.id, error }, 'a message was given up and parked as a dead letter');

  const writeOf = ({ lane, task }: Claimed, outcome: Outcome): Write => {
    if (outcome.done) return { durable: false, apply: () => (tasks.remove(task), -1) };
    const error = wordsOf(outcome.error);
    if (task.attempt >= lane.subscription.maxAttempts)
      return { durable: false, apply: () => bury(task, task.attempt, error), written: () => logDead(task, error) };
    const dueAt = Date.now() + backoffMs(task.attempt, random);
    return { durable: false, apply: () => (tasks.putBack(task, dueAt), 0) };
  };

  const start = (claimed: Claimed): void => {
    running++;
    deliverOnce(claimed.lane, claimed.task, (outcome) => {
      running--;
      writer.write(writeOf(claimed, outcome));
      if (running === 0) onIdle?.();
    });
  };

  const freeLanes = (): readonly Lane[] => [...lanes.values()].filter((lane) => lane.running < lane.subscription.concurrency);

  const claimAll = (now: number): readonly Claimed[] =>
    freeLanes().flatMap((lane) =>
      tasks.claim(lane.topic, now, lane.subscription.concurrency - lane.running).map((task) => ({ lane, task })),
    );

  const armTimer = (now: number): void => {
    const earliest = Math.min(...freeLanes().map(({ topic }) => tasks.nextDue(topic, now)));
    if (earliest < Infinity) writer.wakeIn(earliest - now);
  };

  const take: LastWrite = () => {
    const now = Date.now();
    const claimed = taking ? claimAll(now) : [];
    const givenUp = claimed.filter(wornOut);
    for (const { task } of givenUp) bury(task, task.attempt - 1, endedWithProcess);
    const written = (): void => {
      for (const one of claimed) if (!wornOut(one)) start(one);
      for (const { task } of givenUp) logDead(task, endedWithProcess);
      if (givenUp.length > 0) writer.wake();
      if (taking) armTimer(now);
    };
    return { change: -givenUp.length, written };
  };

  const writer = busWriter({ db, log, size: tasks.count(), last: take, undone: tasks.distrust });

  const close = async (timeoutMs: number): Promise<void> => {
    taking = false;
    if (running > 0) {
      const { promise, resolve } = Promise.withResolvers<void>();
      onIdle = resolve;
      const limit = setTimeout(resolve, timeoutMs);
      await promise;
      clearTimeout(limit);
    }
    writer.close();
  };

  return {
    write: writer.write,
    size: writer.size,
    isClosed: writer.isClosed,
    addLane: (lane: Lane): void => {
      if (lanes.has(lane.topic)) throw new Error(`${lane.topic} has a subscriber already`);
      lanes.set(lane.topic, lane);
      writer.wake();
    },
    close: (timeoutMs: number): Promise<void> => (closing ??= close(timeoutMs)),
  };
};
