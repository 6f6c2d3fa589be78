/** When a delivery that failed is tried again, and when it is given up (facts: three days of growing waits, as Standard Webhooks names them). */

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waits behind the first attempt, the second, …: ten attempts in three days. */
export const retryWaitsMs: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

export const mostAttempts = retryWaitsMs.length + 1;

/** An endpoint that took nothing for so long is disabled. */
export const failingForMs = 5 * 24 * hour;

/** No longer than this is waited because a receiver asks for it. */
export const mostRetryAfterMs = 24 * hour;

export type Failed = Readonly<{
  /** how often it was tried, this time included */
  attempts: number;
  /** a number from 0 to 1: waits are spread by a tenth either way, so that what failed together does not come again together */
  chance: number;
  /** of the answer, milliseconds */
  retryAfterMs?: number | undefined;
}>;

/** Milliseconds until the next attempt; undefined: it was the last one. */
export const nextWaitMs = ({ attempts, chance, retryAfterMs = 0 }: Failed): number | undefined => {
  const wait = retryWaitsMs[attempts - 1];
  if (wait === undefined) return undefined;
  return Math.max(Math.round(wait * (0.9 + 0.2 * chance)), Math.min(retryAfterMs, mostRetryAfterMs));
};
