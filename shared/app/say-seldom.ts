import type { House } from './house.ts';
import { remembered } from './remembered.ts';

/** Real time in which the same is said once: ticks look at what waits every few seconds or minutes. */
const seldomMs = 300_000;
const mostKept = 1_000;

const saidIn = new WeakMap<House['log'], ReturnType<typeof remembered<number>>>();

/** Warns of what stays as it is for long, once in five minutes for each `key`; the key is no part of the line. */
export const saySeldom = (
  { log, clock }: Pick<House, 'log' | 'clock'>,
  key: string,
  ...[fields, words]: Parameters<House['log']['warn']>
): void => {
  const said = saidIn.get(log) ?? remembered<number>(mostKept);
  saidIn.set(log, said);
  const now = clock.realMs();
  if (now - (said.get(key) ?? -seldomMs) < seldomMs) return;
  said.keep(key, now);
  log.warn(fields, words);
};
