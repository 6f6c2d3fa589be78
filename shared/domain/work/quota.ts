/** How many messages a campaign has sent in the current minute and day of business time. */
export type Quota = Readonly<{ minute: string; minuteUsed: number; day: string; dayUsed: number }>;
export type Limits = Readonly<{ perMinute?: number; perDay?: number }>;

export const quotaPath = (campaignId: string): string => `quota/${campaignId}`;

/** `granted` of `wanted` may go now; the rest not before `nextAt`. `today` is the campaign's local day, `tomorrowAt` its end as UTC. */
export const grant = (
  quota: Quota | undefined,
  limits: Limits,
  ask: Readonly<{ wanted: number; now: string; today: string; tomorrowAt: string }>,
): Readonly<{ granted: number; quota: Quota; nextAt: string }> => {
  const minute = ask.now.slice(0, 16);
  const minuteUsed = quota?.minute === minute ? quota.minuteUsed : 0;
  const dayUsed = quota?.day === ask.today ? quota.dayUsed : 0;
  const ofDay = Math.max(0, (limits.perDay ?? Infinity) - dayUsed);
  const ofMinute = Math.max(0, (limits.perMinute ?? Infinity) - minuteUsed);
  const granted = Math.min(ask.wanted, ofDay, ofMinute);
  const nextMinute = new Date(Date.parse(`${minute}:00.000Z`) + 60_000).toISOString();
  return {
    granted,
    quota: { minute, minuteUsed: minuteUsed + granted, day: ask.today, dayUsed: dayUsed + granted },
    nextAt: ofDay < ofMinute || ofDay === 0 ? ask.tomorrowAt : nextMinute,
  };
};
