import { DocumentMoved } from '#ports/documents.ts';
import type { House } from './house.ts';

/** How many messages each number of a pool was chosen for. A count that is lost with a process costs evenness, nothing else. */
type PoolUse = Readonly<{ counts: Readonly<Record<string, number>> }>;

const usePath = (poolId: string): string => `poolUse/${poolId}`;

type Memory = { counts: Map<string, number>; own: Map<string, number>; storedAt: number };

const memories = new WeakMap<House['documents'], Map<string, Memory>>();
const mostPools = 1_000;
/** What others have chosen is looked at, and what was chosen here is told, no more often than this. */
const storeEveryMs = 2_000;

const add = (counts: Map<string, number>, more: ReadonlyMap<string, number>): void => {
  for (const [number, count] of more) counts.set(number, (counts.get(number) ?? 0) + count);
};

const share = async ({ documents, clock }: House, poolId: string, memory: Memory): Promise<void> => {
  memory.storedAt = clock.realMs();
  const path = usePath(poolId);
  const found = await documents.get<PoolUse>(path);
  const counts = new Map(Object.entries(found?.data.counts ?? {}));
  const told = new Map(memory.own);
  add(counts, told);
  memory.counts = counts;
  if (told.size === 0) return;
  try {
    const data: PoolUse = { counts: Object.fromEntries(counts) };
    await documents.write([{ path, data, ...(found ? { ifVersion: found.version } : { ifAbsent: true as const }) }]);
    for (const [number, count] of told) memory.own.set(number, (memory.own.get(number) ?? 0) - count);
  } catch (error) {
    // told with the next ones
    if (!(error instanceof DocumentMoved)) throw error;
  }
};

const memoryOf = ({ documents }: House, poolId: string): Memory => {
  const pools = memories.get(documents) ?? new Map<string, Memory>();
  memories.set(documents, pools);
  if (pools.size >= mostPools && !pools.has(poolId)) pools.clear();
  const memory = pools.get(poolId) ?? { counts: new Map(), own: new Map(), storedAt: -Infinity };
  pools.set(poolId, memory);
  return memory;
};

/** Use of the pool's numbers, as far as it is known here. A number that is new to the pool begins where the least used one stands. */
export const useOf = async (house: House, poolId: string, numbers: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const memory = memoryOf(house, poolId);
  if (house.clock.realMs() - memory.storedAt > storeEveryMs) await share(house, poolId, memory);
  const known = numbers.flatMap((number) => memory.counts.get(number) ?? []);
  const least = known.length === 0 ? 0 : Math.min(...known);
  for (const number of numbers) if (!memory.counts.has(number)) memory.counts.set(number, least);
  return memory.counts;
};

export const noteUse = (house: House, poolId: string, number: string): void => {
  const { counts, own } = memoryOf(house, poolId);
  add(counts, new Map([[number, 1]]));
  add(own, new Map([[number, 1]]));
};
