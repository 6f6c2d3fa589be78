import type { EventStore } from '#ports/event-store.ts';
import type { Log } from '#ports/log.ts';
import type { ReadModel, Rebuild, TableDifference } from '#ports/read-model.ts';
import { projectedTables } from '#projections/all-projections.ts';
import { project } from './project.ts';

export type RebuildHouse = Readonly<{ store: Pick<EventStore, 'feed' | 'partitions'>; readModel: ReadModel; log: Log }>;

export type RebuildOptions = Readonly<{
  /** compare every table with what it was */
  verify?: boolean;
}>;

export type Rebuilt = Readonly<{
  events: number;
  /** tables that were compared; 0 without verify */
  compared: number;
  differences: readonly TableDifference[];
}>;

/** Fewer, larger transactions: nobody waits for one of them. */
const batchEvents = 4000;
const partitionsAtOnce = 3;

const replay = async (house: RebuildHouse, { shadow }: Rebuild, upTo?: ReadonlyMap<string, number>): Promise<number> => {
  const { store, log } = house;
  const left = [...store.partitions()];
  let events = 0;
  const worker = async (): Promise<void> => {
    for (let partition = left.shift(); partition !== undefined; partition = left.shift()) {
      const target = upTo && { upTo: upTo.get(partition) ?? 0 };
      const read = await project({ store, readModel: shadow, log }, partition, { batchEvents, ...target });
      events += read;
    }
  };
  await Promise.all(Array.from({ length: partitionsAtOnce }, worker));
  return events;
};

const positionsOf = async ({ store, readModel }: RebuildHouse): Promise<ReadonlyMap<string, number>> =>
  new Map(await Promise.all(store.partitions().map(async (partition) => [partition, await readModel.checkpoint(partition)] as const)));

/** Replays exactly as far as the reporting tables have come, and compares there. */
const verified = async (house: RebuildHouse, rebuild: Rebuild): Promise<Omit<Rebuilt, 'compared'>> => {
  const most = await replay(house, rebuild, await positionsOf(house));
  const snapshot = await rebuild.snapshot();
  try {
    const rest = await replay(house, rebuild, snapshot.positions);
    return { events: most + rest, differences: await snapshot.compare() };
  } finally {
    await snapshot.release();
  }
};

/**
 * Makes the reporting tables again from the whole log, in shadow tables, then puts them in place in one step. Projections and reports go on
 * meanwhile. Interrupted, it leaves the reporting tables as they were, and a later run starts afresh. Throws RebuildBusy, ReadModelAway.
 */
export const rebuild = async (house: RebuildHouse, { verify = false }: RebuildOptions = {}): Promise<Rebuilt> => {
  const rebuild = await house.readModel.beginRebuild(projectedTables);
  try {
    const checked = verify ? await verified(house, rebuild) : { events: 0, differences: [] };
    const events = checked.events + (await replay(house, rebuild));
    await rebuild.swap();
    house.log.info({ events, different: checked.differences.length }, 'the reporting tables are rebuilt');
    return { events, compared: verify ? projectedTables.length : 0, differences: checked.differences };
  } finally {
    await rebuild.close();
  }
};
