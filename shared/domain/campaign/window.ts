import { weekdays, type ContactWindow, type Weekday } from './definition.ts';
import { dayMs, dayOf, instantText, minuteMs, stretchAt } from '../kernel/local-time.ts';

/**
 * A window is open while the zone's clock shows a day of `days` and a time with from ≤ time < to. So a clock that is set back shows
 * an hour twice and the window is open twice, and one that jumps over the window leaves it shut that day.
 */

type Hours = Readonly<{ days: readonly boolean[]; from: number; to: number }>;

/** '24:00' is the end of the day. */
const clockMs = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * minuteMs;

const hoursOfWindow = new WeakMap<ContactWindow, Hours>();

const hoursOf = (window: ContactWindow): Hours => {
  let hours = hoursOfWindow.get(window);
  if (!hours) {
    const open = new Set<Weekday>(window.days);
    hours = { days: weekdays.map((day) => open.has(day)), from: clockMs(window.from), to: clockMs(window.to) };
    hoursOfWindow.set(window, hours);
  }
  return hours;
};

/** 1970-01-01 was a Thursday; weekdays begin with Monday. */
const isOpenDay = (hours: Hours, day: number): boolean => hours.days[(((day + 3) % 7) + 7) % 7] === true;

/** The next local time, this one included, at which the hours are open: never more than eight days away. */
const nextLocal = (hours: Hours, local: number): number => {
  let day = dayOf(local);
  if (isOpenDay(hours, day) && local < day * dayMs + hours.to) return Math.max(local, day * dayMs + hours.from);
  for (day += 1; !isOpenDay(hours, day);) day += 1;
  return day * dayMs + hours.from;
};

/** The end of the local day's hours if they are open at this local time. */
const closingLocal = (hours: Hours, local: number): number | undefined => {
  const day = dayOf(local);
  const time = local - day * dayMs;
  return isOpenDay(hours, day) && time >= hours.from && time < hours.to ? day * dayMs + hours.to : undefined;
};

/** As `nextOpening`, in epoch milliseconds. */
export const openingAt = (window: ContactWindow | undefined, zone: string, instant: number): number => {
  if (!window) return instant;
  const hours = hoursOf(window);
  for (let at = instant; ;) {
    const { offset, end } = stretchAt(zone, at);
    const opening = nextLocal(hours, at + offset) - offset;
    if (opening < end) return opening;
    at = end;
  }
};

/** As `closingAfter`, in epoch milliseconds. */
export const closingAt = (window: ContactWindow | undefined, zone: string, instant: number): number | undefined => {
  if (!window) return undefined;
  const hours = hoursOf(window);
  let today: number | undefined;
  for (let at = instant; ;) {
    const { offset, end } = stretchAt(zone, at);
    const day = dayOf(at + offset);
    const closing = closingLocal(hours, at + offset);
    // clocks that change at midnight may give an hour of the same day twice, or begin another day with a window of its own
    if (closing === undefined || day !== (today ??= day)) return at === instant ? undefined : at;
    if (closing - offset < end) return closing - offset;
    at = end;
  }
};

/** The instant itself while the window is open (or there is none), else the next opening. UTC ISO in and out. */
export const nextOpening = (window: ContactWindow | undefined, zone: string, instant: string): string =>
  window ? instantText(openingAt(window, zone, Date.parse(instant))) : instant;

/** The end of the window in which the instant lies; undefined outside of it, or where there is no window. UTC ISO in and out. */
export const closingAfter = (window: ContactWindow | undefined, zone: string, instant: string): string | undefined => {
  const closing = closingAt(window, zone, Date.parse(instant));
  return closing === undefined ? undefined : instantText(closing);
};
