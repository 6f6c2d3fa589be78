import { setTimeout as sleep } from 'node:timers/promises';

/** So many of the last works are looked back at. */
const mostKept = 20;
/** Nobody waits longer for nothing. */
const mostMs = 15_000;

/**
 * Answers that take the same time whether there was much to do or nothing: at least `leastMs`, and as long as the longest of the last works that
 * this process has seen, however slow a mail server is. Milliseconds of real time.
 */
export const evenTime = (leastMs: number) => {
  let lasted: readonly number[] = [];
  return async (work: () => Promise<void>): Promise<void> => {
    const started = performance.now();
    const even = sleep(Math.min(Math.max(leastMs, ...lasted), mostMs));
    await work();
    const ms = performance.now() - started;
    // what took less says nothing, and would push out what says something
    if (ms > leastMs) lasted = [...lasted, ms].slice(-mostKept);
    await even;
  };
};
