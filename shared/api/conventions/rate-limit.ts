import { takeRequests, type Standing } from '#app/take-requests.ts';
import type { House } from '#app/house.ts';
import type { Counting } from '#domain/work/limit.ts';
import type { Caller } from './caller.ts';
import { Problem } from './problem.ts';

/** Requests of one key, in every process together. */
export const perMinute = 120_000;
export const perHour = 3_600_000;

const minuteMs = 60_000;
const hourMs = 3_600_000;

const limitsOf = ({ countedAs }: Caller): readonly [name: string, limit: Counting][] => [
  ['minute', { key: `requests_minute-${countedAs}`, most: perMinute, every: { ms: minuteMs } }],
  ['hour', { key: `requests_hour-${countedAs}`, most: perHour, every: { ms: hourMs } }],
];

/** draft-ietf-httpapi-ratelimit-headers-11 */
const policy = `"minute";q=${perMinute};w=60, "hour";q=${perHour};w=3600`;

export type Headers = Readonly<Record<string, string>>;

/** The headers of the answer. Throws a Problem `rate_limited` with them and Retry-After. */
export const countRequest = async (house: House, caller: Caller, size: number): Promise<Headers> => {
  const standings: (Standing & { name: string })[] = [];
  for (const [name, limit] of limitsOf(caller)) {
    const standing = await takeRequests(house, limit, size);
    standings.push({ name, ...standing });
    if (!standing.isTaken) break;
  }
  const told = standings.map(({ name, left, resetSeconds }) => `"${name}";r=${Math.max(0, left)};t=${resetSeconds}`).join(', ');
  const headers = { 'ratelimit-policy': policy, ratelimit: told };
  const refused = standings.find(({ isTaken }) => !isTaken);
  if (refused) throw new Problem('rate_limited', undefined, { headers: { ...headers, 'retry-after': String(refused.resetSeconds) } });
  return headers;
};
