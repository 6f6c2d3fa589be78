import { instantText, minuteMs } from '../kernel/local-time.ts';
import { closingOf, openingOf, type Hours } from '../contact-hours/open-hours.ts';
import { weekdays, type ContactWindow } from './schedule.ts';

/** '24:00' is the end of the day. */
const clockMs = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * minuteMs;

const hoursOf = new WeakMap<ContactWindow, Hours>();

/** A window as hours of the week; always the same ones for the same window. */
export const hoursOfWindow = (window: ContactWindow): Hours => {
  let hours = hoursOf.get(window);
  if (!hours) {
    const span = { from: clockMs(window.from), to: clockMs(window.to) };
    hours = { week: weekdays.map((day) => (window.days.includes(day) ? span : undefined)) };
    hoursOf.set(window, hours);
  }
  return hours;
};

const inZone = (window: ContactWindow, zone: string) => [{ zone, hours: hoursOfWindow(window) }];

/** The instant itself while the window is open (or there is none), else the next opening. UTC ISO in and out. */
export const nextOpening = (window: ContactWindow | undefined, zone: string, instant: string): string => {
  const opening = window === undefined ? undefined : openingOf(inZone(window, zone), Date.parse(instant));
  return opening === undefined ? instant : instantText(opening);
};

/** The end of the window in which the instant lies; undefined outside of it, or where there is no window. UTC ISO in and out. */
export const closingAfter = (window: ContactWindow | undefined, zone: string, instant: string): string | undefined => {
  const closing = window === undefined ? undefined : closingOf(inZone(window, zone), Date.parse(instant));
  return closing === undefined ? undefined : instantText(closing);
};
