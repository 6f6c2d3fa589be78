import { takeRequests, type Standing } from '#app/take-requests.ts';
import type { House } from '#app/house.ts';
import type { Counting } from '#domain/work/limit.ts';
import type { Caller } from './caller.ts';
import { Problem } from './problem.ts';

/** Requests of one caller, in every process together, where its key says nothing else. */
export const perMinute = 6_000;
export const perHour = 180_000;

const minuteMs = 60_000;
const hourMs = 3_600_000;

const limitsOf = ({ countedAs, limits = {} }: Caller): readonly (readonly [name: string, limit: Counting])[] => [
  ['minute', { key: `requests_minute-${countedAs}`, most: limits.perMinute ?? perMinute, every: { ms: minuteMs } }],
  ['hour', { key: `requests_hour-${countedAs}`, most: limits.perHour ?? perHour, every: { ms: hourMs } }],
];

export type Headers = Readonly<Record<string, string>>;

/** The headers of the answer (draft-ietf-httpapi-ratelimit-headers-11). Throws a Problem `rate_limited` with them and Retry-After. */
export const countRequest = async (house: House, caller: Caller): Promise<Headers> => {
  const limits = limitsOf(caller);
  const standings: (Standing & { name: string })[] = [];
  for (const [name, limit] of limits) {
    const standing = await takeRequests(house, limit);
    standings.push({ name, ...standing });
    if (!standing.isTaken) break;
  }
  const headers = {
    'ratelimit-policy': limits.map(([name, { most }]) => `"${name}";q=${most};w=${name === 'minute' ? 60 : 3_600}`).join(', '),
    ratelimit: standings.map(({ name, left, resetSeconds }) => `"${name}";r=${Math.max(0, left)};t=${resetSeconds}`).join(', '),
  };
  const refused = standings.find(({ isTaken }) => !isTaken);
  if (refused) throw new Problem('rate_limited', undefined, { headers: { ...headers, 'retry-after': String(refused.resetSeconds) } });
  return headers;
};
