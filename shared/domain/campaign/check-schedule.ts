import { dayNumber } from '../kernel/local-time.ts';
import type { ContactRules } from './contact-rules.ts';
import type { Problem } from './definition-words.ts';
import { recurrenceFault } from './recurrence.ts';
import { isRecurring, isRelative, windowOf, type Ahead, type Relative, type Schedule } from './schedule.ts';

/** The parts of a campaign that say when it sends; any of them may be missing where it is wrong. */
type Parts = Readonly<{
  timezone?: string | undefined;
  schedule?: Schedule | undefined;
  channels?: readonly (Readonly<{ schedule?: Schedule | undefined }> | undefined)[] | undefined;
}> &
  Omit<ContactRules, 'timezone'>;

const problem = (path: string, message: string): Problem => ({ path, message });

/** Every schedule with where it stands; a channel's own, and the campaign's. */
const schedulesOf = ({ schedule, channels = [] }: Parts): readonly (readonly [string, Schedule])[] => [
  ...(schedule === undefined ? [] : [['schedule', schedule] as const]),
  ...channels.flatMap((entry, i) => (entry?.schedule === undefined ? [] : [[`channels[${i}].schedule`, entry.schedule] as const])),
];

/** The clock wakes what waits every five minutes, and nothing goes in a window's last half a minute: a shorter one might be missed every day. */
const leastMinutes = 10;

const clockMinutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

export const checkWindows = (parts: Parts): readonly Problem[] =>
  schedulesOf(parts).flatMap(([path, schedule]) => {
    const window = windowOf(schedule);
    if (!window) return [];
    if (window.from >= window.to)
      return [problem(`${path}.window.from`, `must be before "to" (${window.to}); a window can't reach past midnight`)];
    if (clockMinutes(window.to) - clockMinutes(window.from) >= leastMinutes) return [];
    return [problem(`${path}.window.to`, `is less than ${leastMinutes} minutes after "from" (${window.from}); open it longer`)];
  });

const minutesOf = ({ days = 0, hours = 0, minutes = 0 }: Ahead): number => (days * 24 + hours) * 60 + minutes;

const offsetProblems = (path: string, { offsetDays = [], offsets = [] }: Relative): readonly Problem[] => {
  const minutes = [...offsetDays.map((days) => days * 1440), ...offsets.map(minutesOf)];
  const name = (n: number): string => (n < offsetDays.length ? 'offsetDays' : 'offsets');
  const again = minutes.findIndex((one, n) => minutes.indexOf(one) !== n);
  const none = minutes.indexOf(0);
  return [
    ...(minutes.length > 10 ? [problem(`${path}.offsets`, 'and offsetDays are more than 10 together; take some out')] : []),
    ...(again === -1
      ? []
      : [
          problem(
            `${path}.${name(again)}`,
            `names ${name(again) === 'offsetDays' ? 'a day' : 'a time'} twice; each would send the same message again`,
          ),
        ]),
    // due at the appointment's own hour, such a message is never in time
    ...(none === -1
      ? []
      : [
          problem(
            `${path}.${name(none)}`,
            'can\'t be 0, which is the very hour of the appointment; write 1 for the day before, or "now" to send at once',
          ),
        ]),
  ];
};

export const checkOffsets = (parts: Parts): readonly Problem[] =>
  schedulesOf(parts).flatMap(([path, schedule]) => (isRelative(schedule) ? offsetProblems(path, schedule) : []));

export const checkRecurrences = (parts: Parts): readonly Problem[] =>
  schedulesOf(parts).flatMap(([path, schedule]) => {
    if (!isRecurring(schedule) || parts.timezone === undefined) return [];
    const found = recurrenceFault({ every: schedule.every, start: schedule.start, zone: parts.timezone });
    return found ? [problem(`${path}.${found.at}`, found.fault)] : [];
  });

const isDay = (text: string): boolean => {
  if (text === 'US') return true;
  const [year, month, day] = (text.length === 5 ? `2024-${text}` : text).split('-').map(Number);
  return dayNumber(year ?? 0, month ?? 0, day ?? 0) !== undefined;
};

export const checkHolidays = ({ holidays }: Parts): readonly Problem[] => {
  if (!holidays) return [];
  const lists: readonly (readonly [string, readonly string[]])[] = Array.isArray(holidays)
    ? [['holidays', holidays as readonly string[]]]
    : Object.entries(holidays as Record<string, readonly string[]>).map(([name, days]) => [`holidays.${name}`, days] as const);
  return lists.flatMap(([path, days]) =>
    days.filter((day) => !isDay(day)).map((day) => problem(path, `has ${day}, a day that no calendar has`)),
  );
};

export const checkQuietHours = ({ purpose, quietHours }: Parts): readonly Problem[] =>
  purpose === 'marketing' && quietHours === false
    ? [
        problem(
          'quietHours',
          "can't be off for marketing: the law sets its hours (47 CFR 64.1200(c)(1) and the states'); take it out, or say that the purpose is transactional, where it is",
        ),
      ]
    : [];
