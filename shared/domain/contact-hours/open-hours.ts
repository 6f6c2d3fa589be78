import { dayMs, dayOf, stretchAt } from '../kernel/local-time.ts';

/**
 * Hours are open while a zone's clock shows an open day and a time with from ≤ time < to. So a clock that is set back shows an hour twice and
 * the hours are open twice, and one that jumps over the hours leaves them shut that day.
 */

/** Of one day, in milliseconds since its midnight. */
type Span = Readonly<{ from: number; to: number }>;

/** `week` begins with Monday; a day without a span is shut. Days are counted since 1970-01-01. */
export type Hours = Readonly<{ week: readonly (Span | undefined)[]; isShut?: (day: number) => boolean }>;

/** Hours on the clock of a zone. */
export type ZoneHours = Readonly<{ zone: string; hours: Hours }>;

/** Hours that do not open for so long never do. */
const mostDays = 62;

/** 1970-01-01 was a Thursday; weeks begin with Monday. */
const spanOf = ({ week, isShut }: Hours, day: number): Span | undefined =>
  isShut?.(day) === true ? undefined : week[(((day + 3) % 7) + 7) % 7];

/** The next local time, this one included, at which the hours are open. */
const nextLocal = (hours: Hours, local: number): number => {
  const today = dayOf(local);
  for (let day = today; day <= today + mostDays; day += 1) {
    const span = spanOf(hours, day);
    if (span && local < day * dayMs + span.to) return Math.max(local, day * dayMs + span.from);
  }
  return Infinity;
};

const openingIn = ({ zone, hours }: ZoneHours, instant: number): number => {
  for (let at = instant; ;) {
    const { offset, end } = stretchAt(zone, at);
    const opening = nextLocal(hours, at + offset) - offset;
    if (opening < end) return opening;
    // never open, or only behind the change of clocks: there the days are counted anew
    if (end - instant > mostDays * dayMs) return Infinity;
    at = end;
  }
};

/** The end of the local day's hours if they are open at this local time. */
const closingLocal = (hours: Hours, local: number): number | undefined => {
  const day = dayOf(local);
  const span = spanOf(hours, day);
  const time = local - day * dayMs;
  return span && time >= span.from && time < span.to ? day * dayMs + span.to : undefined;
};

const closingIn = ({ zone, hours }: ZoneHours, instant: number): number | undefined => {
  let today: number | undefined;
  for (let at = instant; ;) {
    const { offset, end } = stretchAt(zone, at);
    const day = dayOf(at + offset);
    const closing = closingLocal(hours, at + offset);
    // clocks that change at midnight may give an hour of the same day twice, or begin another day with hours of its own
    if (closing === undefined || day !== (today ??= day)) return at === instant ? undefined : at;
    if (closing - offset < end) return closing - offset;
    at = end;
  }
};

/** The first instant from here on, epoch milliseconds, at which all of them are open; undefined where that never comes within two months. */
export const openingOf = (all: readonly ZoneHours[], instant: number): number | undefined => {
  for (let at = instant; at - instant <= mostDays * dayMs;) {
    const latest = all.reduce((so, one) => Math.max(so, openingIn(one, at)), at);
    if (latest === at) return at;
    at = latest;
  }
  return undefined;
};

/** Where the first of them shuts again, epoch milliseconds; undefined where one of them is shut already, or nothing ever shuts. */
export const closingOf = (all: readonly ZoneHours[], instant: number): number | undefined => {
  let first = Infinity;
  for (const one of all) {
    const closing = closingIn(one, instant);
    if (closing === undefined) return undefined;
    first = Math.min(first, closing);
  }
  return first === Infinity ? undefined : first;
};
