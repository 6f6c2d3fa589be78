import { setTimeout as sleep } from 'node:timers/promises';
import { readLedger } from '#adapters/simulator/ledger.ts';
import type { Look, Platform } from './platform.ts';

const pollMs = 200;

export type Progress = Readonly<{
  last: () => Look;
  /** what is in flight now was so when somebody was struck: how long until it is settled */
  struck: (keys: readonly string[]) => void;
  /** nobody can be expected to move while he is frozen */
  frozen: (isFrozen: boolean) => void;
  /** real milliseconds: the longest in which nothing moved though something was left to do; the longest until what a strike left in flight was settled */
  stop: () => Promise<Readonly<{ longestStillMs: number; longestInFlightMs: number }>>;
}>;

export const isIdle = ({ inFlight, waiting, chunks }: Look): boolean => inFlight.length + waiting + chunks === 0;

/** Looks several times a second whether anything moved: a message left the queue or came into it, a file was read. */
export const watchProgress = (platform: Platform, filesLeft: (look: Look) => boolean): Progress => {
  let last: Look = { inFlight: [], waiting: 0, loaded: 0, chunks: 0 };
  let state = '';
  let movedAt = performance.now();
  let frozen = false;
  let longestStillMs = 0;
  let longestInFlightMs = 0;
  const since = new Map<string, number>();
  const settle = (now: number): void => {
    const still = new Set(last.inFlight);
    for (const [key, at] of since) {
      if (still.has(key)) continue;
      longestInFlightMs = Math.max(longestInFlightMs, now - at);
      since.delete(key);
    }
  };
  const look = async (): Promise<void> => {
    last = await platform.look();
    const now = performance.now();
    const seen = JSON.stringify([last.inFlight.toSorted(), last.waiting, last.loaded, last.chunks]);
    const hasWork = !isIdle(last) || filesLeft(last);
    if (seen !== state || frozen || !hasWork) movedAt = now;
    state = seen;
    longestStillMs = Math.max(longestStillMs, now - movedAt);
    settle(now);
  };
  const end = new AbortController();
  const looking = (async () => {
    while (!end.signal.aborted) {
      await look();
      await sleep(pollMs);
    }
  })();
  // whoever stops it is told
  looking.catch(() => undefined);
  return {
    last: () => last,
    struck: (keys) => {
      for (const key of keys) if (!since.has(key)) since.set(key, performance.now());
    },
    frozen: (isFrozen) => {
      frozen = isFrozen;
      movedAt = performance.now();
    },
    stop: async () => {
      end.abort();
      await looking;
      return { longestStillMs: Math.round(longestStillMs), longestInFlightMs: Math.round(longestInFlightMs) };
    },
  };
};

/** How often the network accepted a message to each recipient. */
export const acceptedBy = async (ledgerFile: string): Promise<ReadonlyMap<string, number>> => {
  const sids = new Map<string, string>();
  for await (const { sid, to } of readLedger(ledgerFile)) sids.set(sid, to);
  const counts = new Map<string, number>();
  for (const to of sids.values()) counts.set(to, (counts.get(to) ?? 0) + 1);
  return counts;
};
