import type { Definition } from '../campaign/definition.ts';
import { dayMs, dayText } from '../kernel/local-time.ts';

/** Messages that become due on a day, yyyy-mm-dd; of one day there may be several. */
type Due = Readonly<{ day: string; messages: number }>;

export type HeldBack = Readonly<{
  /** messages that go in a day at most */
  perDay: number;
  /** the last day on which some go, yyyy-mm-dd */
  until: string;
  /** of these at least so many are worth nothing any more before it is their turn */
  expiring: number;
}>;

const minutesPerDay = 1_440;

const cohortsOf = (due: readonly Due[]): readonly (readonly [day: number, messages: number])[] => {
  const days = new Map<number, number>();
  for (const { day, messages } of due) {
    const at = Date.parse(`${day}T00:00:00Z`) / dayMs;
    if (!Number.isNaN(at)) days.set(at, (days.get(at) ?? 0) + messages);
  }
  return [...days].sort(([one], [other]) => one - other);
};

/**
 * What the campaign's own limits a minute and a day make of messages that all come in one file: those first that are due first, and none later
 * than `validDays` after its day. Undefined where all go on their day. Other files of the campaign are not counted.
 */
export const heldBack = (due: readonly Due[], { limits = {} }: Pick<Definition, 'limits'>, validDays: number): HeldBack | undefined => {
  const { perDay: daily = Infinity, perMinute = Infinity } = limits;
  const perDay = Math.min(daily, perMinute * minutesPerDay);
  if (perDay === Infinity) return undefined;
  let [free, rest, until, isLate] = [-Infinity, 0, -Infinity, false];
  let expiring = 0;
  for (const [day, messages] of cohortsOf(due)) {
    if (free < day) [free, rest] = [day, perDay];
    // of all days until it expires, the first ones may be taken already
    const places = Math.max(0, rest + (day + validDays - free) * perDay);
    const going = Math.min(messages, places);
    expiring += messages - going;
    const used = perDay - rest + going;
    free += Math.floor(used / perDay);
    rest = perDay - (used % perDay);
    const last = rest === perDay ? free - 1 : free;
    until = Math.max(until, last);
    isLate ||= last > day || going < messages;
  }
  return isLate ? { perDay, until: dayText(until * dayMs), expiring } : undefined;
};
