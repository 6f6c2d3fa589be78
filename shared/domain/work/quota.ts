import { queueDay } from '../campaign/timing.ts';
import { dayMs, instantText } from '../kernel/local-time.ts';

/** How many messages a campaign has sent in the current minute and day of business time. */
export type Quota = Readonly<{ minute: string; minuteUsed: number; day: string; dayUsed: number }>;
export type Limits = Readonly<{ perMinute?: number; perDay?: number }>;

/** The campaign's local day: `today` is its first instant, `tomorrowAt` the first one of the next. UTC ISO. */
export type LocalDay = Readonly<{ today: string; tomorrowAt: string }>;

export const quotaPath = (campaignId: string): string => `quota/${campaignId}`;

export const localDayOf = (now: string, zone: string): LocalDay => {
  const today = queueDay(now, zone);
  // 36 hours after midnight is always the next day, whatever the clocks do
  return { today, tomorrowAt: queueDay(instantText(Date.parse(today) + 1.5 * dayMs), zone) };
};

/** Handlers ask by clocks of their own, and some ask for a moment that has just passed. One that is further ahead was wrong. */
const mostAheadMs = 5 * 60_000;
const isAhead = (at: string, now: string): boolean => at > now && Date.parse(at) - Date.parse(now) <= mostAheadMs;

/** `granted` of `wanted` may go now; the rest not before `nextAt`. What began for somebody has begun for all: nobody counts the minute before it anew. */
export const grant = (
  quota: Quota | undefined,
  limits: Limits,
  { wanted, now, today, tomorrowAt }: LocalDay & Readonly<{ wanted: number; now: string }>,
): Readonly<{ granted: number; quota: Quota; nextAt: string }> => {
  const { perMinute = Infinity, perDay = Infinity } = limits;
  const minute = quota && isAhead(`${quota.minute}:00.000Z`, now) ? quota.minute : now.slice(0, 16);
  const begun = quota && isAhead(quota.day, now);
  const day = begun ? quota.day : today;
  const minuteUsed = quota?.minute === minute ? quota.minuteUsed : 0;
  const dayUsed = quota?.day === day ? quota.dayUsed : 0;
  const granted = Math.max(0, Math.min(wanted, perMinute - minuteUsed, perDay - dayUsed));
  const after: Quota = { minute, minuteUsed: minuteUsed + granted, day, dayUsed: dayUsed + granted };
  const nextMinute = new Date(Date.parse(`${minute}:00.000Z`) + 60_000).toISOString();
  return { granted, quota: after, nextAt: after.dayUsed >= perDay ? tomorrowAt : nextMinute };
};

/** What was granted at `now` and did not go counts no longer; undefined when that minute and day are over. */
export const giveBack = (
  quota: Quota,
  { unused, now, today }: Readonly<{ unused: number; now: string; today: string }>,
): Quota | undefined => {
  const inMinute = quota.minute === now.slice(0, 16);
  const inDay = quota.day === today;
  if (!inMinute && !inDay) return undefined;
  const less = (used: number, counts: boolean): number => (counts ? Math.max(0, used - unused) : used);
  return { ...quota, minuteUsed: less(quota.minuteUsed, inMinute), dayUsed: less(quota.dayUsed, inDay) };
};
