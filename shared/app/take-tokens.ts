import { quotaPath, type Limit } from '#domain/work/limit.ts';
import { allot, giveBack, lease, nextBlock, type Block, type Counted, type Given, type Rank } from '#domain/work/token-block.ts';
import { DocumentMoved, type Documents } from '#ports/documents.ts';
import type { House } from './house.ts';

/** What this process has of a limit. `users`: handlers that may take from it; when the last one goes, the rest goes back. */
type Stock = {
  blocks: readonly Block[];
  /** tokens of the next block */
  size: number;
  users: number;
  /** one after the other: handlers of one process do not fail each other's writes */
  turn: Promise<unknown>;
  /** nothing may be had before, as far as was known at `until` of real time */
  none?: Readonly<{ nextAt: string; rank: Rank; most: number; until: number }>;
};

const shelves = new WeakMap<Documents, Map<string, Stock>>();

const stockOf = ({ documents }: House, { key }: Pick<Limit, 'key'>): Stock => {
  const shelf = shelves.get(documents) ?? new Map<string, Stock>();
  shelves.set(documents, shelf);
  const stock = shelf.get(key) ?? { blocks: [], size: 0, users: 0, turn: Promise.resolve() };
  shelf.set(key, stock);
  return stock;
};

const inTurn = <T>(stock: Stock, work: () => Promise<T>): Promise<T> => {
  const done = stock.turn.then(work, work);
  stock.turn = done.catch(() => undefined);
  return done;
};

const tries = 10;
/** Another process may give back, or a limit may be raised: what was found empty is looked at again after this. */
const emptyMs = 500;

export type Wanted = Readonly<{
  /** tokens of each message, in the order in which they are to go */
  sizes: readonly number[];
  rank: Rank;
  now: string;
}>;

export type Taken = Readonly<{
  /** for each of the first messages, as many as may go */
  given: readonly Given[];
  /** business time from which more may be had */
  nextAt: string;
}>;

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

type Leasing = Readonly<{ house: House; limit: Limit; stock: Stock }>;

/** One block more, by one write. Who is always overtaken gets nothing, and asks again at once. */
const leaseMore = async ({ house, limit, stock }: Leasing, sizes: readonly number[], { rank, now }: Wanted): Promise<string> => {
  const { documents, clock } = house;
  const path = quotaPath(limit);
  const standing = clock.pause === undefined;
  for (let left = tries; left > 0; left--) {
    const found = await documents.get<Counted>(path);
    const realMs = clock.realMs();
    const block = found ? nextBlock(stock.size, realMs - found.data.leasedAt) : stock.size;
    const ask = { wanted: sum(sizes), atLeast: sizes[0] ?? 0, block, rank, now, realMs, standing };
    const { blocks, counted, nextAt } = lease(found?.data, limit, ask);
    try {
      if (counted)
        await documents.write([{ path, data: counted, ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) }]);
      stock.blocks = [...stock.blocks, ...blocks];
      stock.size = Math.max(block, ask.wanted);
      stock.none = blocks.length > 0 ? undefined : { nextAt, rank, most: limit.most, until: realMs + emptyMs };
      return nextAt;
    } catch (error) {
      if (!(error instanceof DocumentMoved)) throw error;
      // others lease from it too: a larger block makes it less often
      stock.size = Math.max(stock.size, ask.wanted) * 2;
    }
  }
  return now;
};

const isEmpty = ({ none }: Stock, limit: Limit, { rank, now }: Wanted, realMs: number): boolean =>
  none !== undefined && none.nextAt > now && none.rank <= rank && none.most === limit.most && none.until > realMs;

/** Takes tokens for as many messages as there are some, from what this process has, else from a new block. */
export const takeTokens = (house: House, limit: Limit, wanted: Wanted): Promise<Taken> => {
  const stock = stockOf(house, limit);
  return inTurn(stock, async () => {
    const { sizes, now } = wanted;
    const fromStock = allot(stock.blocks, sizes, now);
    stock.blocks = fromStock.left;
    const missing = sizes.slice(fromStock.given.length);
    if (missing.length === 0) return { given: fromStock.given, nextAt: now };
    if (stock.none && isEmpty(stock, limit, wanted, house.clock.realMs())) return { given: fromStock.given, nextAt: stock.none.nextAt };
    const nextAt = await leaseMore({ house, limit, stock }, missing, wanted);
    const leased = allot(stock.blocks, missing, now);
    stock.blocks = leased.left;
    return { given: [...fromStock.given, ...leased.given], nextAt };
  });
};

/** Tokens of a message that did not go: somebody of this process may have them. */
export const putBack = (house: House, limit: Limit, blocks: readonly Block[]): void => {
  const stock = stockOf(house, limit);
  stock.blocks = [...stock.blocks, ...blocks];
  delete stock.none;
};

const returnBlock = async ({ house, limit }: Leasing, block: Block): Promise<void> => {
  const { documents } = house;
  const path = quotaPath(limit);
  for (let left = tries; left > 0; left--) {
    const found = await documents.get<Counted>(path);
    const counted = giveBack(found?.data, block);
    if (!found || !counted) return;
    try {
      return await documents.write([{ path, data: counted, ifVersion: found.version }]);
    } catch (error) {
      if (!(error instanceof DocumentMoved)) throw error;
    }
  }
};

/** A handler begins to take from a limit. */
export const openStock = (house: House, limit: Limit): void => void stockOf(house, limit).users++;

/** A handler takes no more from a limit: the last one gives back what is left. What can't be given back counts as used until its window is over. */
export const closeStock = (house: House, limit: Limit): Promise<void> => {
  const stock = stockOf(house, limit);
  stock.users--;
  return inTurn(stock, async () => {
    if (stock.users > 0) return;
    const { blocks } = stock;
    stock.blocks = [];
    shelves.get(house.documents)?.delete(limit.key);
    const windows = Map.groupBy(blocks, ({ window }) => window.from);
    for (const [, same] of windows) {
      const tokens = sum(same.map((block) => block.tokens));
      if (tokens > 0 && same[0]) await returnBlock({ house, limit, stock }, { window: same[0].window, tokens });
    }
  });
};
