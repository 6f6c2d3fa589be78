const baseMs = 200;
const capMs = 60_000;

/** Exponential with full jitter: milliseconds to wait before the next delivery, after the `attempt`-th one (from 1) failed. `random` is in [0, 1). */
export const backoffMs = (attempt: number, random: () => number): number =>
  Math.floor(random() * Math.min(capMs, baseMs * 2 ** Math.min(attempt - 1, 30)));
