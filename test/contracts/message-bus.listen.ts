import type { ChildProcess } from 'node:child_process';
import type { Delivery, MessageBus, Subscription } from '#ports/message-bus.ts';
import { eventually } from '../support/eventually.ts';

export type OpenedBus = Readonly<{
  /** backs off for milliseconds rather than seconds, so that the suite stays quick */
  bus: MessageBus;
  close: () => Promise<void>;
  /** the process behind the bus ended without a word: what is there afterwards */
  reopen?: () => Promise<MessageBus>;
  /**
   * a process that publishes to and takes from `work` until it is killed; it prints `published X` when a publish of `{ name: X }` resolved
   * and `delivered X` when its handler got it. Names begin with `label`. Nobody else has the bus open meanwhile.
   */
  worker?: (label: string) => ChildProcess;
}>;

export type Rule = (title: string, body: (opened: OpenedBus) => Promise<void>) => void;

export const usual: Subscription = { concurrency: 4, leaseMs: 10_000, maxAttempts: 3 };

/** A subscriber that remembers what it got. */
export const listen = (
  bus: MessageBus,
  options: Partial<Subscription> & { topic?: string; handle?: (d: Delivery) => Promise<void> | void } = {},
) => {
  const { topic = 'work', handle, ...subscription } = options;
  const got: Delivery[] = [];
  bus.subscribe(topic, { ...usual, ...subscription }, async (delivery) => {
    got.push(delivery);
    await handle?.(delivery);
  });
  return got;
};

export const drained = (bus: MessageBus) => eventually('nothing pending', async () => (await bus.pending()) === 0);
export const names = (got: readonly Delivery[]): readonly string[] => got.map(({ data }) => String(data.name));
export const byText = (a: string, b: string): number => (a < b ? -1 : 1);
export const gate = () => Promise.withResolvers<void>();
export const fails = (): never => {
  throw new Error('the other side is away');
};
