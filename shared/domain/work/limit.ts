import { queueDay } from '../campaign/timing.ts';
import { dayMs, dayText, instantOf, instantText, localOf } from '../kernel/local-time.ts';

/** How much may go in a window of time, whoever sends it. Limits delay, they never skip. */

export const limitKinds = ['number_second', 'campaign_minute', 'campaign_day', 'campaign_month', 'brand_day', 'company_day'] as const;
export type LimitKind = (typeof limitKinds)[number];

/** Of so many milliseconds, counted from 1970 on, or a day or month of a zone's calendar. */
export type Every = Readonly<{ ms: number }> | Readonly<{ calendar: 'day' | 'month'; zone: string }>;

export type Limit = Readonly<{
  kind: LimitKind;
  /** what is limited and how; names the document that counts */
  key: string;
  /** tokens of one window */
  most: number;
  /** what a message takes: one token, or one for each of its segments, where the carriers count those */
  counts: 'messages' | 'segments';
  every: Every;
}>;

/** As much of it as counting takes: requests of the API are counted like messages. */
export type Counting = Pick<Limit, 'key' | 'most' | 'every'> & Readonly<{ kind?: LimitKind }>;

/** UTC ISO: from ≤ t < to. */
export type Window = Readonly<{ from: string; to: string }>;

export const quotaPath = ({ key }: Pick<Limit, 'key'>): string => `quota/${key}`;

/** The local day: `today` is its first instant, `tomorrowAt` the first one of the next. UTC ISO. */
export const localDayOf = (now: string, zone: string): Readonly<{ today: string; tomorrowAt: string }> => {
  const today = queueDay(now, zone);
  // 36 hours after midnight is always the next day, whatever the clocks do
  return { today, tomorrowAt: queueDay(instantText(Date.parse(today) + 1.5 * dayMs), zone) };
};

const monthOf = (now: string, zone: string): Window => {
  const [year = 0, month = 0] = dayText(localOf(zone, Date.parse(now)))
    .split('-')
    .map(Number);
  const first = (months: number): string => instantText(instantOf(zone, Date.UTC(year, month - 1 + months, 1)));
  return { from: first(0), to: first(1) };
};

/** The window in which an instant lies. */
export const windowAt = (every: Every, now: string): Window => {
  if ('ms' in every) {
    const from = Math.floor(Date.parse(now) / every.ms) * every.ms;
    return { from: instantText(from), to: instantText(from + every.ms) };
  }
  if (every.calendar === 'month') return monthOf(now, every.zone);
  const { today, tomorrowAt } = localDayOf(now, every.zone);
  return { from: today, to: tomorrowAt };
};

/** A number's seconds are given out ahead, so that whoever sends by it knows when each of its messages may go. */
export const isPace = ({ kind }: Pick<Counting, 'kind'>): boolean => kind === 'number_second';
