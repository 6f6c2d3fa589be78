import type { RecordedEvent } from '#domain/catalogue.ts';
import { allProjections } from '#projections/all-projections.ts';
import { foldBatch, keepLoaded, keysToLoad, numbered, routerFor, workOf } from '#projections/fold-batch.ts';
import type { Projection, Row, Table } from '#projections/projection.ts';

export type Tables = Map<string, Map<string, Row>>;

const keyOf = ({ key }: Table, row: Row): string => key.map((column) => row[column]).join(' ');

const tableIn = (tables: Tables, { name }: Table): Map<string, Row> => {
  const rows = tables.get(name) ?? new Map<string, Row>();
  tables.set(name, rows);
  return rows;
};

const add = (row: Row | undefined, key: Row, adds: Readonly<Record<string, number>>): Row => ({
  ...key,
  ...Object.fromEntries(Object.entries(adds).map(([column, by]) => [column, Number(row?.[column] ?? 0) + by])),
});

/** One batch of a partition, written as the port says. */
const applyBatch = (tables: Tables, projections: readonly Projection[], events: readonly RecordedEvent[]): void => {
  const partition = events[0]?.partition ?? '';
  const router = routerFor(projections);
  const work = workOf(router, numbered(router, events));
  for (const { projection, keys } of keysToLoad(work)) {
    const rows = tableIn(tables, projection.table);
    keepLoaded(
      work,
      projection,
      keys.map((key) => rows.get(keyOf(projection.table, key))).filter((row) => row !== undefined),
    );
  }
  const { puts, inserts, increments } = foldBatch(work, partition);
  for (const { table, rows } of puts) for (const row of rows) tableIn(tables, table).set(keyOf(table, row), row);
  for (const { table, rows } of inserts)
    for (const row of rows) if (!tableIn(tables, table).has(keyOf(table, row))) tableIn(tables, table).set(keyOf(table, row), row);
  for (const { table, rows } of increments)
    for (const { key, add: by } of rows) {
      const id = keyOf(table, key);
      const row = add(tableIn(tables, table).get(id), key, by);
      // counters of nothing say the same as none: what one batch adds and takes back leaves no row, in two it leaves zeros
      if (Object.keys(by).every((column) => row[column] === 0)) tableIn(tables, table).delete(id);
      else tableIn(tables, table).set(id, row);
    }
};

/** The reporting tables after these events, in batches of up to `records` commit records. */
export const projected = (
  events: readonly RecordedEvent[],
  { records = 1000, tables = new Map() as Tables, projections = allProjections } = {},
): Tables => {
  for (const partition of new Set(events.map((event) => event.partition))) {
    const own = events.filter((event) => event.partition === partition);
    const last = own.at(-1)?.position ?? 0;
    for (let from = 0; from < last; from += records) {
      const batch = own.filter(({ position }) => position > from && position <= from + records);
      if (batch.length > 0) applyBatch(tables, projections, batch);
    }
  }
  return tables;
};

export const rowsOf = (tables: Tables, name: string): readonly Row[] => [...(tables.get(name)?.values() ?? [])];

/** Without the columns that say where in the log a row comes from. */
export const contentOf = (tables: Tables): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...tables]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, rows]) => [
        name,
        [...rows.values()]
          .map(({ position: _position, ordinal: _ordinal, partition_name: _partition, ...row }) =>
            JSON.stringify(row, Object.keys(row).toSorted()),
          )
          .toSorted(),
      ]),
  );
