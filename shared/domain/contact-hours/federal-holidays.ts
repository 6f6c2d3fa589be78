import { dayMs, dayNumber } from '../kernel/local-time.ts';
import { remember } from '../kernel/remember.ts';

/** Days are counted since 1970-01-01, a Thursday; weekdays from Monday, 0. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

const numberOf = (year: number, month: number, day: number): number => dayNumber(year, month, day) ?? NaN;

/** The nth such weekday of a month. */
const nth = (year: number, month: number, [count, weekday]: readonly [number, number]): number => {
  const first = numberOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7;
};

const lastMonday = (year: number, month: number): number => {
  const last = numberOf(year, month + 1, 1) - 1;
  return last - weekdayOf(last);
};

const [monday, thursday] = [0, 3] as const;

/** Of fixed days also the weekday on which they are kept where they fall on a weekend: Friday before a Saturday, Monday after a Sunday. */
const withKept = (day: number): readonly number[] => {
  const weekday = weekdayOf(day);
  return weekday === 5 ? [day, day - 1] : weekday === 6 ? [day, day + 1] : [day];
};

/** Source: 5 U.S.C. 6103(a) and (b), Executive Order 11582. */
const holidaysOf = remember(
  50,
  (year: number): ReadonlySet<number> =>
    new Set([
      ...[
        [1, 1],
        [6, 19],
        [7, 4],
        [11, 11],
        [12, 25],
      ].flatMap(([month = 1, day = 1]) => withKept(numberOf(year, month, day))),
      // New Year's Day of the next year may be kept in this one
      ...withKept(numberOf(year + 1, 1, 1)),
      nth(year, 1, [3, monday]),
      nth(year, 2, [3, monday]),
      lastMonday(year, 5),
      nth(year, 9, [1, monday]),
      nth(year, 10, [2, monday]),
      nth(year, 11, [4, thursday]),
    ]),
);

/** Whether a day, counted since 1970-01-01, is a legal public holiday of the United States, or the weekday on which one is kept. */
export const isFederalHoliday = (day: number): boolean => holidaysOf(new Date(day * dayMs).getUTCFullYear()).has(day);
