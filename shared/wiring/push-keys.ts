import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** Google's keys, each under the id that tokens name. */
export type PushKeys = Readonly<{
  /** undefined: nobody published a key of that id; throws KeysUnreachable while they can't be had at all */
  keyOf: (id: string) => Promise<KeyObject | undefined>;
}>;

export class KeysUnreachable extends Error {
  constructor(cause: unknown) {
    super("Google's keys can't be fetched", { cause });
    this.name = 'KeysUnreachable';
  }
}

export type PushKeysOptions = Readonly<{
  url?: string;
  /** milliseconds that only grow */
  monotonicMs?: () => number;
}>;

const googleKeys = 'https://www.googleapis.com/oauth2/v3/certs';
const fetchMs = 5_000;
const mostBytes = 200_000;
/** Kept for as long as the answer says, within these. */
const [leastKeptMs, mostKeptMs] = [60_000, 86_400_000];
/** A token may name any key: an unknown one is looked for no more often than this. */
const pauseMs = 10_000;

const published = z.object({ keys: z.array(z.looseObject({ kid: z.string().max(200), kty: z.literal('RSA') })).max(50) });

type Kept = Readonly<{ keys: ReadonlyMap<string, KeyObject>; fetchedAt: number; until: number }>;

const keptMs = (cacheControl: string): number => {
  const seconds = Number(/max-age=(\d{1,9})/.exec(cacheControl)?.[1] ?? 0);
  return Math.min(Math.max(seconds * 1000, leastKeptMs), mostKeptMs);
};

const fetchKeys = async (url: string, now: number): Promise<Kept> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(fetchMs), redirect: 'error' });
  const text = await answer.text();
  if (!answer.ok || text.length > mostBytes) throw new Error(`an answer of ${answer.status} and ${text.length} characters`);
  const { keys } = published.parse(JSON.parse(text));
  const entries = keys.map((key) => [key.kid, createPublicKey({ key, format: 'jwk' })] as const);
  return { keys: new Map(entries), fetchedAt: now, until: now + keptMs(answer.headers.get('cache-control') ?? '') };
};

/** Fetched when first needed, then for as long as they hold, and once more for a key that is new: they rotate. */
export const pushKeys = ({ url = googleKeys, monotonicMs = () => performance.now() }: PushKeysOptions = {}): PushKeys => {
  let kept: Kept | undefined;
  let fetching: Promise<Kept> | undefined;
  let failedAt = -Infinity;

  const refresh = (): Promise<Kept> =>
    (fetching ??= fetchKeys(url, monotonicMs())
      .then((fetched) => (kept = fetched))
      .catch((error: unknown) => {
        failedAt = monotonicMs();
        // what was published an hour ago still opens what was signed then
        if (kept) return kept;
        throw new KeysUnreachable(error);
      })
      .finally(() => (fetching = undefined)));

  const mayFetch = (now: number): boolean => now - Math.max(failedAt, kept?.fetchedAt ?? -Infinity) >= pauseMs;

  return {
    keyOf: async (id) => {
      const now = monotonicMs();
      const stale = !kept || kept.until <= now;
      const known = stale ? undefined : kept?.keys.get(id);
      if (known) return known;
      if (mayFetch(now) || fetching) return (await refresh()).keys.get(id);
      if (!kept) throw new KeysUnreachable(undefined);
      return kept.keys.get(id);
    },
  };
};
