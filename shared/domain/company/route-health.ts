import type { Channel } from '../kernel/ids.ts';
import type { Account } from './company.ts';
import type { Route } from './events.ts';
import { isSameAccount, type Moved } from './routing.ts';

/** What became of a channel's messages through one account in a minute. `ended`: somebody said what became of it, whatever it was. */
export type Counts = Readonly<{
  sent: number;
  ended: number;
  /** not delivered, for a reason that is not the recipient's */ undelivered: number;
}>;
/** By minute: 2026-11-20T10:15. */
export type Minutes = Readonly<Record<string, Counts>>;

/** An account as a channel's messages met it, by all that counted. */
export type Health = Account &
  Readonly<{ channel: Channel; minutes: Minutes; /** its reports never say that something was delivered */ isMute?: boolean }>;

const minuteMs = 60_000;
/** What is looked at. */
const windowMinutes = 15;
/** A message of which nobody has said anything so long after it was sent is slow. */
const slowMinutes = 5;
/** Fewer say nothing. */
const least = 50;
/** Percent of messages above which an account is not well, unless its routes say otherwise. */
const usual = { slowPercent: 15, undeliveredPercent: 15 } as const;
/** Points that move at once, at most once in a minute away, and once in five back, when all has been quiet for a quarter of an hour. */
const step = 10;
const awayEveryMs = minuteMs;
const backEveryMs = 5 * minuteMs;
const quietMs = 15 * minuteMs;

export const none: Counts = { sent: 0, ended: 0, undelivered: 0 };
export const minuteOf = (instant: string): string => instant.slice(0, 16);
/** Minutes that nobody looks at any more begin here. */
export const oldestMinute = (now: string): string => minuteBefore(now, windowMinutes + slowMinutes);

const minuteBefore = (now: string, minutes: number): string => minuteOf(new Date(Date.parse(now) - minutes * minuteMs).toISOString());

export const add = (one: Counts, other: Counts): Counts => ({
  sent: one.sent + other.sent,
  ended: one.ended + other.ended,
  undelivered: one.undelivered + other.undelivered,
});

/** Of all minutes from `from` on and before `to`. */
const sumOf = (minutes: Minutes, from: string, to: string): Counts =>
  Object.entries(minutes)
    .filter(([minute]) => minute >= from && minute < to)
    .reduce((sum, [, counts]) => add(sum, counts), none);

export type Verdict = 'slow' | 'undelivered' | 'well';

/**
 * How an account is. What was sent before the last five minutes is held against all ends since: which end belongs to which message nobody
 * counts, so fresh messages that end quickly hide slow ones for a few minutes.
 */
export const verdictOf = (
  { minutes, isMute = false }: Health,
  now: string,
  limits: Readonly<{ slowPercent: number; undeliveredPercent: number }> = usual,
): Verdict => {
  const always = '9999';
  const { sent } = sumOf(minutes, oldestMinute(now), minuteBefore(now, slowMinutes));
  const since = sumOf(minutes, oldestMinute(now), always);
  const recent = sumOf(minutes, minuteBefore(now, windowMinutes), always);
  if (recent.ended >= least && (100 * recent.undelivered) / recent.ended > limits.undeliveredPercent) return 'undelivered';
  const silent = Math.max(0, sent - since.ended);
  return !isMute && sent >= least && (100 * silent) / sent > limits.slowPercent ? 'slow' : 'well';
};

export type Judged = Readonly<{
  /** of one channel, those that are stopped left out */
  routes: readonly Route[];
  moved: readonly Moved[];
  health: readonly Health[];
  /** business time, UTC ISO */
  now: string;
}>;

type Judgement = Account &
  Readonly<{ channel: Channel; verdict: Verdict; points: number; movedAt: string; why: Moved['why']; priorities: ReadonlySet<number> }>;

const judgementsOf = ({ routes, moved, health, now }: Judged): readonly Judgement[] => {
  const judgements: Judgement[] = [];
  for (const { provider, accountId, channel } of routes) {
    const account = { provider, accountId };
    if (judgements.some((one) => isSameAccount(one, account))) continue;
    const own = routes.filter((one) => isSameAccount(one, account));
    const limits = {
      slowPercent: Math.min(...own.map(({ slowPercent = usual.slowPercent }) => slowPercent)),
      undeliveredPercent: Math.min(...own.map(({ undeliveredPercent = usual.undeliveredPercent }) => undeliveredPercent)),
    };
    const known = health.find((one) => isSameAccount(one, account) && one.channel === channel);
    const before = moved.find((one) => isSameAccount(one, account) && one.channel === channel);
    const { points = 0, movedAt = '', why = 'well' } = before ?? {};
    const verdict = known ? verdictOf(known, now, limits) : 'well';
    judgements.push({ ...account, channel, verdict, points, movedAt, why, priorities: new Set(own.map(({ priority }) => priority)) });
  }
  return judgements;
};

const passedMs = (now: string, since: string): number => (since === '' ? Infinity : Date.parse(now) - Date.parse(since));
const clamp = (points: number): number => Math.max(-100, Math.min(100, points));

/** Away from those that are not well, to the others of their priority, if there are any. */
const away = (bad: readonly Judgement[], well: readonly Judgement[], now: string): readonly Moved[] => {
  const moves = new Map<Judgement, number>();
  for (const one of bad) {
    if (one.points <= -100 || passedMs(now, one.movedAt) < awayEveryMs) continue;
    const taken = one.points - clamp(one.points - step);
    moves.set(one, -taken);
    const helpers = well.filter(({ priorities }) => [...priorities].some((priority) => one.priorities.has(priority)));
    helpers.forEach((helper, n) => {
      const share = Math.floor(taken / helpers.length) + (n < taken % helpers.length ? 1 : 0);
      moves.set(helper, (moves.get(helper) ?? 0) + share);
    });
  }
  return Array.from(moves, ([{ provider, accountId, channel, points, verdict }, change]) => ({
    provider,
    accountId,
    channel,
    points: clamp(points + change),
    why: verdict === 'well' ? ('relieves' as const) : verdict,
    movedAt: now,
  })).filter(({ points }, n) => points !== [...moves.keys()][n]?.points);
};

/** All are well: what was moved comes back, once it has been quiet for a while. */
const back = (all: readonly Judgement[], now: string): readonly Moved[] =>
  all
    .filter(({ points, movedAt, why }) => points !== 0 && passedMs(now, movedAt) >= (why === 'well' ? backEveryMs : quietMs))
    .map(({ provider, accountId, channel, points }) => ({
      provider,
      accountId,
      channel,
      points: points > 0 ? Math.max(0, points - step) : Math.min(0, points + step),
      why: 'well' as const,
      movedAt: now,
    }));

/** How the weights of a channel's accounts move now. Where none is well nothing moves: there is nowhere to go. */
export const movesFor = (judged: Judged): readonly Moved[] => {
  const all = judgementsOf(judged);
  const bad = all.filter(({ verdict }) => verdict !== 'well');
  if (bad.length === 0) return back(all, judged.now);
  const well = all.filter(({ verdict }) => verdict === 'well');
  return well.length === 0 ? [] : away(bad, well, judged.now);
};
