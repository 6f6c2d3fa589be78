import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing, late } from './storage-trouble.ts';

/** How long anything may take. Milliseconds. */
export type Patience = Readonly<{
  /** for one answer, or one piece of a body */
  requestMs: number;
  /** for one request and all its repetitions */
  totalMs: number;
  firstPauseMs: number;
  longestPauseMs: number;
}>;

export const usualPatience: Patience = { requestMs: 20_000, totalMs: 60_000, firstPauseMs: 100, longestPauseMs: 8_000 };

/** Rejects where the work takes longer. The SDK can't be told to stop: what comes later is thrown away. */
export const inTime = <T>(work: Promise<T>, ms: number): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), ms);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
};

/** Counts the failures of one piece of work, and waits between them: twice as long each time, by a random half of it. */
export const perseverance = ({ totalMs, firstPauseMs, longestPauseMs }: Patience) => {
  let began = performance.now();
  let failures = 0;
  return {
    /** After progress the patience is whole again. */
    renew: (): void => {
      began = performance.now();
      failures = 0;
    },
    /** Throws the error where it will not pass, or where the time is over. */
    pauseAfter: async (error: unknown): Promise<void> => {
      const pause = Math.min(firstPauseMs * 2 ** failures, longestPauseMs) * (0.5 + Math.random() / 2);
      failures += 1;
      if (!isPassing(error) || performance.now() - began + pause > totalMs) throw error;
      await sleep(pause);
    },
  };
};

/** Does it until it succeeds, fails for good, or takes too long. Only for what may be done twice. */
export const persistently = async <T>(patience: Patience, work: () => Promise<T>): Promise<T> => {
  const { pauseAfter } = perseverance(patience);
  for (;;) {
    try {
      return await inTime(work(), patience.requestMs);
    } catch (error) {
      await pauseAfter(error);
    }
  }
};
