import { setTimeout as sleep } from 'node:timers/promises';

/** A random wait up to `firstMs`, doubled with every try, up to `mostMs`: writers that met part again. */
export const backoff = (tries: number, firstMs: number, mostMs: number): Promise<void> =>
  sleep(Math.random() * Math.min(mostMs, firstMs * 2 ** Math.min(tries, 16)));
