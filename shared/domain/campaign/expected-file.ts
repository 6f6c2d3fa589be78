import { dayMs, dayOf, instantOf, instantText, localOf, minuteMs } from '../kernel/local-time.ts';
import type { Expectation } from './definition.ts';
import { weekdays, type Weekday } from './schedule.ts';

const workdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

const clockMs = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * minuteMs;

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): Weekday => weekdays[(((day + 3) % 7) + 7) % 7]!;

/** The first moment after `after` by which a file is to have come, UTC ISO. */
export const nextDeadline = ({ before, days = workdays }: Expectation, zone: string, after: string): string => {
  const instant = Date.parse(after);
  let day = dayOf(localOf(zone, instant)) - 1;
  for (;;) {
    day += 1;
    const deadline = instantOf(zone, day * dayMs + clockMs(before));
    if (deadline > instant && days.includes(weekdayOf(day))) return instantText(deadline);
  }
};

/** The beginning of the deadline's day in the zone: a file that came before it was yesterday's. */
export const dayOfDeadline = (zone: string, deadline: string): string =>
  instantText(instantOf(zone, dayOf(localOf(zone, Date.parse(deadline))) * dayMs));
