import { isPace, windowAt, type Counting, type Window } from './limit.ts';

/**
 * Tokens of a limit are leased in blocks: whoever sends takes a block in one write, uses it in memory, and gives back what is left of it. So
 * many instances share a limit, and the document that counts is written about once a second. What is leased counts as used: a limit holds
 * always. A block that dies with its instance is lost for its window: of each window at most a block for each instance that died is not used.
 */

/** Tokens of one window; none is used before its window begins or after its end. */
export type Block = Readonly<{ window: Window; tokens: number }>;

/** Lower goes first: 0, one person waits for it; 1, a campaign that people asked for; 2, marketing. */
export type Rank = 0 | 1 | 2;

/** The document of a limit. `used`: tokens that were leased in `window`, which is the newest of which any were. */
export type Counted = Readonly<{
  window: Window;
  used: number;
  /** business time until which whoever is of a higher rank leaves what there is to those of this one: they were told to wait */
  first?: Readonly<Partial<Record<Rank, string>>>;
  /** real time of the last lease, milliseconds */
  leasedAt: number;
}>;

export type Ask = Readonly<{
  /** tokens that are needed */
  wanted: number;
  /** of these no part is of use: the first message's */
  atLeast: number;
  /** tokens to take where there are so many: the block, `wanted` at least */
  block: number;
  rank: Rank;
  /** the asker's clock stands still: of a number's seconds he can use the current one alone */
  standing?: boolean;
  /** business time */
  now: string;
  /** real time, milliseconds */
  realMs: number;
}>;

export type Leased = Readonly<{
  blocks: readonly Block[];
  /** what is to be stored; undefined: as it was */
  counted: Counted | undefined;
  /** business time from which more may be had */
  nextAt: string;
}>;

/** Handlers ask by clocks of their own. One that is further ahead was wrong. */
const mostSkewMs = 5 * 60_000;
/**
 * How far ahead a number's seconds are given out. Whoever may look further ahead finds seconds that the others can't have yet: they come behind
 * him, however many they are. It is seconds and no more, for what was given a second is stored as intended and can't be called back.
 */
const aheadMs: Readonly<Record<Rank, number>> = { 0: 5_000, 1: 3_000, 2: 1_000 };
/** Others wait so long, from the beginning of a window on, for those who were told to come then. */
const courtesyMs = 15_000;
/** A block takes no more than this part of what is left, so that others find something too. */
const mostOfRest = 8;

const ms = (instant: string): number => Date.parse(instant);
const later = (instant: string, by: number): string => new Date(ms(instant) + by).toISOString();

/** The window to take from: what began for somebody has begun for all, and nobody counts the minute before it anew. */
const current = (counted: Counted | undefined, limit: Counting, now: string): Window => {
  const own = windowAt(limit.every, now);
  const known = counted?.window;
  const most = isPace(limit) ? aheadMs[0] + mostSkewMs : mostSkewMs;
  return known && known.from > own.from && ms(known.from) - ms(now) <= most ? known : own;
};

/** Until when those of a lower number are let go first; undefined: nobody was told to wait. */
const heldFor = (counted: Counted | undefined, { rank, now }: Ask): string | undefined => {
  const ends = ([0, 1] as const).flatMap((other) => (other < rank ? (counted?.first?.[other] ?? []) : []));
  return ends
    .filter((end) => end > now)
    .sort()
    .at(-1);
};

const told = (counted: Counted, { rank }: Ask, until: string | undefined): Counted => {
  const { first = {}, ...rest } = counted;
  const { [rank]: _, ...others } = first;
  const noted = until === undefined ? others : { ...others, [rank]: until };
  return Object.keys(noted).length === 0 ? rest : { ...rest, first: noted };
};

/** Windows of a number, one after the other, as far ahead as the rank may look. */
const leasePace = (counted: Counted | undefined, limit: Counting, ask: Ask): Leased => {
  const { now, realMs, wanted, atLeast, block, rank, standing = false } = ask;
  const ahead = standing ? 0 : aheadMs[rank];
  const furthest = later(now, ahead);
  let window = current(counted, limit, now);
  let used = counted?.window.from === window.from ? counted.used : 0;
  const blocks: Block[] = [];
  for (let got = 0; got < wanted;) {
    if (used >= limit.most) {
      window = windowAt(limit.every, window.to);
      used = 0;
    }
    if (window.from > furthest && (got === 0 || got >= atLeast)) break;
    const tokens = Math.min(limit.most - used, Math.max(wanted, block) - got);
    blocks.push({ window, tokens });
    used += tokens;
    got += tokens;
  }
  const next = later(used < limit.most ? window.from : window.to, -ahead);
  const nextAt = next > now ? next : now;
  return { blocks, counted: blocks.length === 0 ? undefined : { window, used, leasedAt: realMs }, nextAt };
};

const leaseWindow = (counted: Counted | undefined, limit: Counting, ask: Ask): Leased => {
  const window = current(counted, limit, ask.now);
  const used = counted?.window.from === window.from ? counted.used : 0;
  const rest = Math.max(0, limit.most - used);
  const held = heldFor(counted, ask);
  const before: Counted = { ...counted, window, used, leasedAt: counted?.leasedAt ?? ask.realMs };
  const isEnough = rest >= Math.min(ask.atLeast, limit.most);
  if (held !== undefined || !isEnough) {
    // who is told to come with the next window finds it kept for him for a while
    const waits = ask.rank < 2 && held === undefined ? told(before, ask, later(window.to, courtesyMs)) : undefined;
    const noted = waits?.first?.[ask.rank] === counted?.first?.[ask.rank] ? undefined : waits;
    return { blocks: [], counted: noted, nextAt: isEnough && held !== undefined && held < window.to ? held : window.to };
  }
  const tokens = Math.min(rest, Math.max(ask.wanted, Math.min(ask.block, Math.floor(rest / mostOfRest))));
  const after = told(
    { ...before, used: used + tokens, leasedAt: ask.realMs },
    ask,
    tokens < ask.wanted ? later(window.to, courtesyMs) : undefined,
  );
  return { blocks: [{ window, tokens }], counted: after, nextAt: after.used >= limit.most ? window.to : ask.now };
};

/** Takes a block of tokens, or says from when on there are some. */
export const lease = (counted: Counted | undefined, limit: Counting, ask: Ask): Leased =>
  isPace(limit) ? leasePace(counted, limit, ask) : leaseWindow(counted, limit, ask);

/** What is left of a block counts no longer; undefined where its window is over, or another one was begun since. */
export const giveBack = (counted: Counted | undefined, { window, tokens }: Block): Counted | undefined =>
  counted?.window.from === window.from ? { ...counted, used: Math.max(0, counted.used - tokens) } : undefined;

const shortMs = 1_000;
const longMs = 10_000;
const mostBlock = 1_000_000;

/** The size of the next block, from how long ago anybody took the last one: the document is to be written once a second or less often. */
export const nextBlock = (block: number, sinceMs: number): number => {
  if (sinceMs < shortMs) return Math.min(mostBlock, Math.max(1, block) * 2);
  return sinceMs > longMs ? Math.floor(block / 2) : block;
};

/** What a message was given: from when on it may go, and the tokens, by their windows, so that they can go back. */
export type Given = Readonly<{ at: string; from: readonly Block[] }>;

export type Allotted = Readonly<{
  /** for each message that got all of its tokens, in their order */
  given: readonly Given[];
  left: readonly Block[];
}>;

/** Gives tokens of blocks to messages, one after the other, until there are too few for the next one. Blocks of the past are worth nothing. */
export const allot = (blocks: readonly Block[], sizes: readonly number[], now: string): Allotted => {
  const left = blocks
    .filter(({ window, tokens }) => window.to > now && tokens > 0)
    .toSorted((one, other) => (one.window.from < other.window.from ? -1 : 1))
    .map((block) => ({ ...block }));
  let rest = left.reduce((sum, { tokens }) => sum + tokens, 0);
  const given: Given[] = [];
  let n = 0;
  for (const size of sizes) {
    if (size > rest) break;
    rest -= size;
    const from: Block[] = [];
    for (let wanted = size; wanted > 0;) {
      const block = left[n]!;
      const tokens = Math.min(wanted, block.tokens);
      if (tokens > 0) from.push({ window: block.window, tokens });
      block.tokens -= tokens;
      wanted -= tokens;
      if (block.tokens === 0) n++;
    }
    const first = from[0]?.window.from ?? now;
    given.push({ at: first > now ? first : now, from });
  }
  return { given, left: left.filter(({ tokens }) => tokens > 0) };
};
