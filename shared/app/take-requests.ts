import { quotaPath, windowAt, type Counting } from '#domain/work/limit.ts';
import { lease, nextBlock, type Counted } from '#domain/work/token-block.ts';
import { DocumentMoved } from '#ports/documents.ts';
import type { House } from './house.ts';

/** Requests of one key in one window, as far as this process knows. Several processes share a limit by blocks that each takes for itself. */
type Stock = {
  /** end of the window, real time */
  endsMs: number;
  /** what is left of this process's blocks */
  tokens: number;
  /** of the whole limit, not yet given to anybody when we last asked */
  rest: number;
  /** requests of the next block */
  block: number;
  /** one asks for the others */
  asking: Promise<void> | undefined;
  /** requests of those who wait for it */
  wanted: number;
  /** nothing is left for anybody until the window ends */
  isEmpty: boolean;
};

/** How a limit stands after a request. */
export type Standing = Readonly<{ isTaken: boolean; left: number; resetSeconds: number }>;

const mostStocks = 20_000;
const tries = 10;

const shelves = new WeakMap<House, Map<string, Stock>>();

const iso = (ms: number): string => new Date(ms).toISOString();

const stockOf = (house: House, limit: Counting, nowMs: number): Stock => {
  const shelf = shelves.get(house) ?? new Map<string, Stock>();
  shelves.set(house, shelf);
  const known = shelf.get(limit.key);
  if (known && known.endsMs > nowMs) return known;
  if (!known && shelf.size >= mostStocks) shelf.clear();
  const endsMs = Date.parse(windowAt(limit.every, iso(nowMs)).to);
  const stock = {
    endsMs,
    tokens: 0,
    rest: limit.most,
    block: Math.ceil((known?.block ?? 0) / 2),
    asking: undefined,
    wanted: 0,
    isEmpty: false,
  };
  shelf.set(limit.key, stock);
  return stock;
};

type Asking = Readonly<{ house: House; limit: Counting; stock: Stock }>;

/** One block more, by one write. Whoever is overtaken each time goes on without: the next request asks again. */
const leaseMore = async ({ house, limit, stock }: Asking): Promise<void> => {
  const { documents, clock } = house;
  const path = quotaPath(limit);
  for (let left = tries; left > 0; left--) {
    const found = await documents.get<Counted>(path);
    const realMs = clock.realMs();
    const { wanted } = stock;
    const block = found ? nextBlock(stock.block, realMs - found.data.leasedAt) : stock.block;
    const ask = { wanted, atLeast: 1, block, rank: 0 as const, now: iso(realMs), realMs };
    const { blocks, counted } = lease(found?.data, limit, ask);
    stock.block = Math.max(block, wanted);
    const got = blocks.reduce((sum, { tokens }) => sum + tokens, 0);
    try {
      if (got > 0 && counted) {
        const expiresAt = iso(Date.parse(clock.now()) + 2 * 3_600_000);
        await documents.write([
          { path, data: counted, expiresAt, ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) },
        ]);
        stock.rest = limit.most - counted.used;
      } else stock.rest = 0;
      stock.tokens += got;
      stock.isEmpty = got === 0;
      return;
    } catch (error) {
      if (!(error instanceof DocumentMoved)) throw error;
      stock.block *= 2;
    }
  }
};

const standingOf = (stock: Stock, nowMs: number, isTaken: boolean): Standing => ({
  isTaken,
  left: stock.tokens + stock.rest,
  resetSeconds: Math.max(1, Math.ceil((stock.endsMs - nowMs) / 1_000)),
});

/** In one step with the look whether there are some: others look as well. */
const takeNow = (stock: Stock, size: number): boolean => {
  if (stock.tokens < size) return false;
  stock.tokens -= size;
  return true;
};

/** Waits until this process has as many, or there are none for anybody. */
const takeSoon = async (asking: Asking, size: number, nowMs: number): Promise<boolean> => {
  const { stock } = asking;
  stock.wanted += size;
  try {
    for (let left = tries; left > 0 && !stock.isEmpty && stock.endsMs > nowMs; left--) {
      stock.asking ??= leaseMore(asking).finally(() => {
        stock.asking = undefined;
      });
      await stock.asking;
      if (takeNow(stock, size)) return true;
    }
    return false;
  } finally {
    stock.wanted -= size;
  }
};

/** Counts a request (as `size` of them) against a limit that all processes share. Windows are of real time. */
export const takeRequests = async (house: House, limit: Counting, size = 1): Promise<Standing> => {
  const nowMs = house.clock.realMs();
  const stock = stockOf(house, limit, nowMs);
  const isTaken = takeNow(stock, size) || (await takeSoon({ house, limit, stock }, size, nowMs));
  return standingOf(stock, nowMs, isTaken);
};
