import { Temporal } from 'temporal-polyfill';
import { remember } from './remember.ts';

/**
 * Instants and clocks of a zone as numbers, for the hot path. A local time is written as the milliseconds that the same
 * clock would show in UTC, so that days are whole multiples of `dayMs`. Temporal is asked only where a zone's offset changes.
 */

export const dayMs = 86_400_000;
export const minuteMs = 60_000;

/** A stretch of time in which a zone keeps one offset: start ≤ instant < end. */
type Stretch = Readonly<{ start: number; end: number; offset: number }>;
type Zone = { readonly name: string; last: Stretch; known: Stretch[] };

const maxStretches = 500;

const findStretch = (zone: string, instant: number): Stretch => {
  const here = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const end = here.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity;
  // the transition before the next millisecond, so that one that falls on this very instant is its start
  const start = here.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity;
  return { start, end, offset: here.offsetNanoseconds / 1e6 };
};

const zoneOf = remember(200, (name: string): Zone => {
  const first = findStretch(name, 0);
  return { name, last: first, known: [first] };
});

/** The stretch of unchanged offset in which an instant lies. Throws RangeError for an unknown zone. */
export const stretchAt = (zoneName: string, instant: number): Stretch => {
  const zone = zoneOf(zoneName);
  if (instant >= zone.last.start && instant < zone.last.end) return zone.last;
  let stretch = zone.known.find(({ start, end }) => instant >= start && instant < end);
  if (!stretch) {
    stretch = findStretch(zoneName, instant);
    if (zone.known.length >= maxStretches) zone.known = [];
    zone.known.push(stretch);
  }
  zone.last = stretch;
  return stretch;
};

/** What the zone's clock shows at an instant. */
export const localOf = (zone: string, instant: number): number => instant + stretchAt(zone, instant).offset;

/**
 * The instant at which the zone's clock shows this. Where the clock shows it twice, the first; where it jumps over it,
 * as much later as the jump is long (the rule of iCalendar, Temporal's 'compatible').
 */
export const instantOf = (zone: string, local: number): number => {
  const before = stretchAt(zone, local - dayMs).offset;
  const after = stretchAt(zone, local + dayMs).offset;
  const early = local - before;
  if (before === after) return early;
  if (stretchAt(zone, early).offset === before) return early;
  const late = local - after;
  return stretchAt(zone, late).offset === after ? late : early;
};

/** Local day of a local time as yyyy-mm-dd. */
export const dayText = (local: number): string => new Date(local).toISOString().slice(0, 10);

/** UTC ISO with milliseconds, as events carry it. */
export const instantText = (instant: number): string => new Date(instant).toISOString();

/** The day that begins at this local time, as a count of days since 1970-01-01. */
export const dayOf = (local: number): number => Math.floor(local / dayMs);

/** Days since 1970-01-01, or undefined where the calendar has no such day. */
export const dayNumber = (year: number, month: number, day: number): number | undefined => {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at / dayMs : undefined;
};

/** Whether the time-zone database has a zone of this name. */
export const isZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return stretchAt(name, 0).end > 0;
  } catch {
    return false;
  }
};
