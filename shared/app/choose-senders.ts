import { isPool } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { AssembledTouch } from '#domain/message/chunk.ts';
import { chooseSender } from '#domain/message/choose-sender.ts';
import type { Document, DocumentWrite } from '#ports/documents.ts';
import { later } from './claim-writes.ts';
import type { House } from './house.ts';
import { noteUse, useOf } from './note-use.ts';

/** Numbers of a company's of which any may send. */
export type Pool = Readonly<{ companyId: string; numbers: readonly string[] }>;

/** What a person got the last message of a pool from. */
type KnownSender = Readonly<{ number: string; /** business time */ at: string }>;

export const poolPath = (poolId: string): string => `pools/${poolId}`;

/** A person knows a number for so many days after the last message. */
const rememberedDays = 8;
/** A memory that is younger than this is not written again, milliseconds. */
const freshMs = 86_400_000;

const senderPath = ({ vault }: House, companyId: string, { pool, to }: Readonly<{ pool: string; to: string }>): string =>
  `senders/${companyId}-${vault.fingerprint(companyId, `${pool} ${to}`)}`;

/** Throws a Refusal where there is no such pool of the company's, or it is empty: its messages wait, and the log says why. */
export const poolOf = async ({ documents }: House, companyId: string, poolId: string): Promise<Pool> => {
  const pool = (await documents.get<Pool>(poolPath(poolId)))?.data;
  if (pool?.companyId === companyId && pool.numbers.length > 0) return pool;
  throw new Refusal(
    'pool_unknown',
    `${companyId} has no numbers in ${poolId}: put some with "carillon pools put ${poolId} NUMBER …"; what is to be sent by it waits`,
  );
};

type Wanted = Readonly<{ pool: string; to: string; path: string }>;

const wantedIn = (house: House, companyId: string, touches: readonly AssembledTouch[]): ReadonlyMap<AssembledTouch, Wanted> =>
  new Map(
    touches.flatMap((touch) => {
      if (touch.kind !== 'message' || touch.joins !== undefined || !isPool(touch.from)) return [];
      const about = { pool: touch.from, to: touch.to };
      return [[touch, { ...about, path: senderPath(house, companyId, about) }] as const];
    }),
  );

const remembered = ({
  path,
  number,
  now,
  known,
}: Readonly<{ path: string; number: string; now: string; known: Document<KnownSender> | undefined }>): DocumentWrite => ({
  path,
  data: { number, at: now } satisfies KnownSender,
  expiresAt: later(now, rememberedDays),
  ...(known ? { ifVersion: known.version } : { ifAbsent: true as const }),
});

const isStanding = (known: KnownSender | undefined, now: string): boolean =>
  known !== undefined && Date.parse(now) - Date.parse(known.at) <= rememberedDays * 86_400_000;

export type Chosen = Readonly<{
  touches: readonly AssembledTouch[];
  /** by recipient, for the commit of their messages: what they know from then on */
  remembers: ReadonlyMap<string, readonly DocumentWrite[]>;
}>;

/**
 * A number of its own for each message of a pool: the one that its recipient knows, else one of his area, else the least used. Throws a Refusal
 * for a pool that nobody has put.
 */
export const chooseSenders = async (house: House, companyId: string, touches: readonly AssembledTouch[], now: string): Promise<Chosen> => {
  const wanted = wantedIn(house, companyId, touches);
  if (wanted.size === 0) return { touches, remembers: new Map() };
  const paths = [...new Set([...wanted.values()].map(({ path }) => path))];
  const found = await house.documents.getMany<KnownSender>(paths);
  const known = new Map(paths.map((path, n) => [path, found[n]] as const));
  const numbers = new Map<string, readonly string[]>();
  for (const { pool } of wanted.values()) if (!numbers.has(pool)) numbers.set(pool, (await poolOf(house, companyId, pool)).numbers);
  const remembers = new Map<string, readonly DocumentWrite[]>();
  const senders = new Map<string, string>();
  for (const { pool, to, path } of wanted.values()) {
    if (senders.has(path)) continue;
    const last = known.get(path);
    const of = numbers.get(pool) ?? [];
    const number = chooseSender({
      to,
      numbers: of,
      known: isStanding(last?.data, now) ? last?.data.number : undefined,
      used: await useOf(house, pool, of),
    });
    senders.set(path, number);
    noteUse(house, pool, number);
    const isFresh = last?.data.number === number && Date.parse(now) - Date.parse(last.data.at) < freshMs;
    if (!isFresh) remembers.set(to, [...(remembers.get(to) ?? []), remembered({ path, number, now, known: last })]);
  }
  const named = touches.map((touch) => {
    const number = senders.get(wanted.get(touch)?.path ?? '');
    return number === undefined ? touch : { ...touch, from: number };
  });
  return { touches: named, remembers };
};
