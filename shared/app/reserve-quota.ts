import type { Definition } from '#domain/campaign/definition.ts';
import { isPace, windowAt, type Limit, type LimitKind } from '#domain/work/limit.ts';
import { campaignLimits } from '#domain/work/limits-of.ts';
import type { Given } from '#domain/work/token-block.ts';
import { limitsOfSender, type Pace } from './limits-of-sender.ts';
import { closeStock, openStock, putBack, takeTokens } from './take-tokens.ts';

export type Candidate = Readonly<{ index: number; from: string; segments: number }>;

type Token = Readonly<{ limit: Limit; given: Given }>;

export type Waiting = Readonly<{
  index: number;
  /** business time from which it may be asked for again */
  until: string;
  why: LimitKind;
}>;

export type Reserved = Readonly<{
  /** by index, the business time before which it must not go */
  go: ReadonlyMap<number, string>;
  waits: readonly Waiting[];
  /** by index, so that they can go back */
  tokens: ReadonlyMap<number, readonly Token[]>;
}>;

const sizeOf = ({ counts }: Limit, { segments }: Candidate): number => (counts === 'segments' ? Math.max(1, segments) : 1);

const opened = ({ house, open }: Pace, limit: Limit): void => {
  if (open.has(limit.key)) return;
  open.set(limit.key, limit);
  openStock(house, limit);
};

/** It may never go, and must not stand before those that may. A number's seconds are put together for it. */
const isTooLarge = (limit: Limit, candidate: Candidate): boolean => !isPace(limit) && sizeOf(limit, candidate) > limit.most;

type Asked = Readonly<{ pace: Pace; now: string }>;

/** The limits of each candidate, those of the fewest first: what a number can't send costs its brand nothing. */
const limitsFor = async (pace: Pace, definition: Definition, candidates: readonly Candidate[]) => {
  const senders = [...new Set(candidates.map(({ from }) => from))];
  await limitsOfSender(pace, senders);
  const campaign = campaignLimits(pace.campaignId, definition);
  const limits = new Map<string, Readonly<{ limit: Limit; of: Candidate[] }>>();
  for (const candidate of candidates) {
    for (const limit of [...(pace.senders.get(candidate.from) ?? []), ...campaign]) {
      const known = limits.get(limit.key);
      if (known) known.of.push(candidate);
      else limits.set(limit.key, { limit, of: [candidate] });
    }
  }
  const order = ['number_second', 'campaign_minute', 'campaign_day', 'campaign_month', 'brand_day', 'company_day'];
  return [...limits.values()].sort((one, other) => order.indexOf(one.limit.kind) - order.indexOf(other.limit.kind));
};

const giveBack = ({ house }: Pace, tokens: readonly Token[]): void => {
  for (const { limit, given } of tokens) putBack(house, limit, given.from);
};

/** Takes tokens of every limit for as many of the candidates as may go, in their order; for the others says what they wait for, and until when. */
export const reserveQuota = async ({ pace, now }: Asked, definition: Definition, candidates: readonly Candidate[]): Promise<Reserved> => {
  const go = new Map(candidates.map(({ index }) => [index, now]));
  const waits = new Map<number, Waiting>();
  const tokens = new Map<number, Token[]>();
  for (const { limit, of } of await limitsFor(pace, definition, candidates)) {
    opened(pace, limit);
    const hold = (index: number, until: string): void => {
      go.delete(index);
      waits.set(index, { index, until, why: limit.kind });
      giveBack(pace, tokens.get(index) ?? []);
    };
    for (const one of of) if (go.has(one.index) && isTooLarge(limit, one)) hold(one.index, windowAt(limit.every, now).to);
    const still = of.filter(({ index }) => go.has(index));
    if (still.length === 0) continue;
    const { given, nextAt } = await takeTokens(pace.house, limit, { sizes: still.map((one) => sizeOf(limit, one)), rank: pace.rank, now });
    still.forEach(({ index }, n) => {
      const own = given[n];
      if (!own) return hold(index, nextAt);
      tokens.set(index, [...(tokens.get(index) ?? []), { limit, given: own }]);
      if (own.at > (go.get(index) ?? now)) go.set(index, own.at);
    });
  }
  return { go, waits: [...waits.values()], tokens };
};

/** Gives back what was reserved for messages that did not go. */
export const returnQuota = (pace: Pace, { tokens }: Reserved, indexes: readonly number[]): void => {
  for (const index of indexes) giveBack(pace, tokens.get(index) ?? []);
};

/** The handler takes no more. When what is left can't be given back it counts as used: limits hold, and nothing is lost but time. */
export const closePace = async ({ house, open }: Pace): Promise<void> => {
  const limits = [...open.values()];
  open.clear();
  await Promise.all(limits.map((limit) => closeStock(house, limit).catch(() => undefined)));
};
