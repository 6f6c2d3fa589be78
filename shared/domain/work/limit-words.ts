import type { Limit } from './limit.ts';

const unit = ({ kind, every }: Limit): string => {
  if (kind === 'campaign_month') return 'a month';
  if (!('ms' in every)) return kind === 'brand_day' ? 'a day (Los Angeles)' : `a day (${every.zone})`;
  if (every.ms === 60_000) return 'a minute';
  return every.ms === 1_000 ? 'a second' : `in ${every.ms / 1_000} seconds`;
};

/** `225 segments a second` */
export const limitWords = (limit: Limit): string => `${limit.most} ${limit.counts} ${unit(limit)}`;
