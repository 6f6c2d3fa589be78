import type { EventStore } from '#ports/event-store.ts';
import type { Log } from '#ports/log.ts';
import { CheckpointMoved, type ReadModelWriter } from '#ports/read-model.ts';
import { allProjections } from '#projections/all-projections.ts';
import { routerFor } from '#projections/fold-batch.ts';
import type { Projection } from '#projections/projection.ts';
import { feedReader } from './feed-reader.ts';
import { writeRecords } from './write-records.ts';

export type ProjectionHouse = Readonly<{
  store: Pick<EventStore, 'feed'>;
  readModel: ReadModelWriter;
  log: Log;
  /** all of them, unless told */
  projections?: readonly Projection[];
}>;

export type ProjectOptions = Readonly<{
  /** stop after about so many commit records */
  maxRecords?: number;
  /** stop at this position */
  upTo?: number;
  /** events in one transaction, about */
  batchEvents?: number;
  /** stop between two batches */
  signal?: AbortSignal;
  /** the same, asked before each */
  isOver?: () => boolean;
}>;

/** Enough for a few full statements; what is in flight stays small. */
const defaultBatchEvents = 2000;

/**
 * Brings the reporting tables up to the log in one partition: rows and checkpoint change together, so that each event counts once. Returns
 * how many events it has read. An event that can't be projected is parked with an alert and the partition goes on. Throws ReadModelAway.
 */
export const project = async (house: ProjectionHouse, partition: string, options: ProjectOptions = {}): Promise<number> => {
  const { store, readModel, log, projections = allProjections } = house;
  const { maxRecords = Infinity, upTo = Infinity, batchEvents = defaultBatchEvents, signal, isOver = () => false } = options;
  const writing = { router: routerFor(projections), partition, readModel, log };
  const start = await readModel.checkpoint(partition);
  const last = Math.min(upTo, start + maxRecords);
  const read = feedReader(store, partition, { events: batchEvents, last });
  const isWanted = (): boolean => signal?.aborted !== true && !isOver();
  let done = 0;
  let after = start;
  for (let records = await read(after); records.at > after && isWanted();) {
    // The next records are read while the database works on these.
    const next = read(records.at);
    next.catch(() => undefined);
    try {
      await writeRecords(records, after, writing);
      done += records.events.length;
      after = records.at;
      records = await next;
    } catch (error) {
      if (!(error instanceof CheckpointMoved)) throw error;
      after = await readModel.checkpoint(partition);
      records = await read(after);
    }
  }
  return done;
};
