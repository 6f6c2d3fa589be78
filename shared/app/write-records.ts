import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Log } from '#ports/log.ts';
import { RowRefused, type ReadModelTransaction, type ReadModelWriter } from '#ports/read-model.ts';
import { foldBatch, keepLoaded, keysToLoad, numbered, workOf, type Fed, type Router } from '#projections/fold-batch.ts';
import { parkedEvents, parkedRow } from '#projections/parked-events.ts';
import type { FedRecords } from './feed-reader.ts';

/** An event that no projection can make a row of. Its words hold no personal data. */
class EventRefused extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(`an event was refused: ${reason}`);
    this.name = 'EventRefused';
    this.reason = reason;
  }
}

const reasonOf = (error: unknown): string | undefined =>
  error instanceof RowRefused || error instanceof EventRefused ? error.reason : undefined;

/** What a projection throws may quote a value: quoted words and long numbers are left out. */
const wordsOf = (error: unknown): string => {
  const { name, message } = error instanceof Error ? error : new Error('unknown');
  return `${name}: ${message.replaceAll(/(["'`]).*?\1/g, '…').replaceAll(/\d{5,}/g, '…')}`.slice(0, 200);
};

const folding = <Result>(fold: () => Result): Result => {
  try {
    return fold();
  } catch (error) {
    throw new EventRefused(wordsOf(error));
  }
};

type WriteOptions = Readonly<{ router: Router; partition: string }>;

const write = async (tx: ReadModelTransaction, events: readonly Fed[], { router, partition }: WriteOptions): Promise<void> => {
  if (events.length === 0) return;
  const work = folding(() => workOf(router, events));
  for (const { projection, keys } of keysToLoad(work)) {
    const rows = await tx.load(projection.table, keys);
    keepLoaded(work, projection, rows);
  }
  const { puts, inserts, increments } = folding(() => foldBatch(work, partition));
  for (const { table, rows } of puts) await tx.put(table, rows);
  for (const { table, rows } of inserts) await tx.insert(table, rows);
  for (const { table, rows } of increments) await tx.increment(table, rows);
};

/** One event after the other: what is refused is set aside, everything else counts. */
const writeOneByOne = async (
  tx: ReadModelTransaction,
  events: readonly Fed[],
  { log, ...options }: WriteOptions & { log: Log },
): Promise<void> => {
  for (const fed of events) {
    try {
      await tx.attempt(() => write(tx, [fed], options));
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      const { event, ordinal } = fed;
      const { partition, position, type, id } = event;
      log.error({ alert: 'event_parked', partition, position, ordinal, event: id, type, reason }, 'an event could not be projected');
      await tx.insert(parkedEvents, [parkedRow(event, ordinal, reason)]);
    }
  }
};

export type Writing = WriteOptions & Readonly<{ log: Log; readModel: ReadModelWriter }>;

/** Writes the records in one transaction; if one of their events is refused, in ever smaller ones, until it is found. */
export const writeRecords = async (records: FedRecords, after: number, writing: Writing): Promise<void> => {
  const { router, partition, readModel } = writing;
  const events = numbered(router, records.events);
  const batch = { partition, after, upTo: records.at };
  try {
    await readModel.transact(batch, (tx) => write(tx, events, writing));
  } catch (error) {
    if (reasonOf(error) === undefined) throw error;
    const middle = after + Math.floor((records.at - after) / 2);
    if (middle === after) return readModel.transact(batch, (tx) => writeOneByOne(tx, events, writing));
    const [first, second] = splitAt(records.events, middle);
    await writeRecords({ events: first, at: middle }, after, writing);
    await writeRecords({ events: second, at: records.at }, middle, writing);
  }
};

const splitAt = (events: readonly RecordedEvent[], position: number) =>
  [events.filter((event) => event.position <= position), events.filter((event) => event.position > position)] as const;
