import { dayMs, dayNumber, minuteMs } from './local-time.ts';

/** How days are written with slashes: month first in the United States, day first elsewhere. */
export type DayOrder = 'mdy' | 'dmy';

export const dayOrderOf = (region: string | undefined): DayOrder => (region === undefined || region === 'US' ? 'mdy' : 'dmy');

const isoDay = /^(\d{4})-(\d\d)-(\d\d)$/;
const slashDay = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A day as people and programs write it (2026-12-08, 12/8/2026), as the local time of its midnight; undefined when it is none. */
export const readDay = (text: string, order: DayOrder): number | undefined => {
  const iso = isoDay.exec(text);
  if (iso) return midnightOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slash = slashDay.exec(text);
  if (!slash) return undefined;
  const [first, second, year] = [Number(slash[1]), Number(slash[2]), Number(slash[3])];
  return order === 'mdy' ? midnightOf(year, first, second) : midnightOf(year, second, first);
};

const dayAndClock = /^(\d\S{7,9})(?:T|,?\s+)(\d{1,2}(?::\S*)?(?:\s?[ap]\.?\s?m\.?)?)$/i;

/** `day` is the local time of its midnight, `clock` milliseconds after it. */
export type DayAndClock = Readonly<{ day: number; clock?: number }>;

/** A day with or without a time of day in the same text; midnight is how programs write a day alone. */
export const readDayAndClock = (text: string, order: DayOrder): DayAndClock | undefined => {
  const both = dayAndClock.exec(text);
  const day = readDay(both ? both[1]! : text, order);
  if (day === undefined || !both) return day === undefined ? undefined : { day };
  const clock = readClock(both[2]!);
  if (clock === undefined) return undefined;
  return clock === 0 ? { day } : { day, clock };
};

const midnightOf = (year: number, month: number, day: number): number | undefined => {
  const number = dayNumber(year, month, day);
  return number === undefined ? undefined : number * dayMs;
};

const clock24 = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?$/;
const clock12 = /^(\d{1,2})(?::(\d\d))?(?::(\d\d))?\s*([ap])\.?\s?m\.?$/i;

/** A time of day (14:30, 14:30:00, 2:30 PM, 2pm) in milliseconds since midnight; undefined when it is none. */
export const readClock = (text: string): number | undefined => {
  const day = clock24.exec(text);
  if (day) return clockMs(Number(day[1]), Number(day[2]), Number(day[3] ?? 0));
  const half = clock12.exec(text);
  if (!half) return undefined;
  const hour = Number(half[1]);
  if (hour < 1 || hour > 12) return undefined;
  const afternoon = half[4]?.toLowerCase() === 'p' ? 12 : 0;
  return clockMs((hour % 12) + afternoon, Number(half[2] ?? 0), Number(half[3] ?? 0));
};

const clockMs = (hour: number, minute: number, second: number): number | undefined =>
  hour < 24 && minute < 60 && second < 60 ? (hour * 60 + minute) * minuteMs + second * 1000 : undefined;
