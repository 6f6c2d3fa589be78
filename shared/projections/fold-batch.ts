import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Count, EventType, Projection, Row, Table } from './projection.ts';

/** An event with its place in its commit record. */
export type Fed = Readonly<{ event: RecordedEvent; ordinal: number }>;

type Entry = { readonly key: Row; before?: Row; now?: Row };
type Touched = ReadonlyMap<Projection, Map<string, Entry>>;
type Step = Readonly<{ projection: Projection; entry: Entry; fed: Fed }>;

/** The rows that a batch of events touches. */
export type Work = Readonly<{ steps: readonly Step[]; touched: Touched }>;

/** Rows to write, each once, however many events touched it. */
export type Changes = Readonly<{
  puts: readonly Readonly<{ table: Table; rows: readonly Row[] }>[];
  inserts: readonly Readonly<{ table: Table; rows: readonly Row[] }>[];
  increments: readonly Readonly<{ table: Table; rows: readonly Increment[] }>[];
}>;
type Increment = Readonly<{ key: Row; add: Readonly<Record<string, number>> }>;

export type Router = ReadonlyMap<string, readonly Projection[]>;

export const routerFor = (projections: readonly Projection[]): Router => {
  const router = new Map<EventType, Projection[]>();
  for (const projection of projections) for (const type of projection.handles) router.set(type, [...(router.get(type) ?? []), projection]);
  return router;
};

const idOf = (row: Row, key: readonly string[]): string => {
  let id = String(row[key[0]!]);
  for (let n = 1; n < key.length; n++) id += `\n${String(row[key[n]!])}`;
  return id;
};

/** Numbers the events of each commit record, then drops those that no projection handles. `events` begin with a whole record. */
export const numbered = (router: Router, events: readonly RecordedEvent[]): readonly Fed[] => {
  const fed: Fed[] = [];
  let position = -1;
  let ordinal = 0;
  for (const event of events) {
    ordinal = event.position === position ? ordinal + 1 : 0;
    position = event.position;
    if (router.has(event.type)) fed.push({ event, ordinal });
  }
  return fed;
};

export const workOf = (router: Router, events: readonly Fed[]): Work => {
  const touched = new Map<Projection, Map<string, Entry>>();
  const steps: Step[] = [];
  for (const fed of events) {
    for (const projection of router.get(fed.event.type) ?? []) {
      const key = projection.keyOf(fed.event, fed.ordinal);
      const entries = touched.get(projection) ?? new Map<string, Entry>();
      touched.set(projection, entries);
      const id = idOf(key, projection.table.key);
      const entry: Entry = entries.get(id) ?? { key };
      entries.set(id, entry);
      steps.push({ projection, entry, fed });
    }
  }
  return { steps, touched };
};

/** Keys of rows that may stand in the tables already. */
export const keysToLoad = ({ touched }: Work): readonly Readonly<{ projection: Projection; keys: readonly Row[] }>[] =>
  [...touched]
    .filter(([projection]) => !projection.once)
    .map(([projection, entries]) => ({ projection, keys: Array.from(entries.values(), ({ key }) => key) }));

export const keepLoaded = ({ touched }: Work, projection: Projection, rows: readonly Row[]): void => {
  const entries = touched.get(projection);
  for (const row of rows) {
    const entry = entries?.get(idOf(row, projection.table.key));
    if (entry) entry.before = entry.now = row;
  }
};

const isNewer = ({ event, ordinal }: Fed, row: Row): boolean => {
  const position = Number(row['position']);
  return event.position > position || (event.position === position && ordinal > Number(row['ordinal']));
};

const takeStep = ({ projection, entry, fed }: Step): void => {
  if (entry.now !== undefined && (projection.once || !isNewer(fed, entry.now))) return;
  entry.now = projection.evolve(entry.now, fed.event, fed.ordinal);
};

type Sums = Map<string, { key: Row; add: Record<string, number> }>;

const addCounts = (sums: Map<Table, Sums>, counts: readonly Count[], sign: 1 | -1): void => {
  for (const { table, key, add } of counts) {
    const rows: Sums = sums.get(table) ?? new Map();
    sums.set(table, rows);
    const id = Object.values(key).join('\n');
    const sum = rows.get(id) ?? { key, add: {} };
    rows.set(id, sum);
    for (const column in add) sum.add[column] = (sum.add[column] ?? 0) + sign * add[column]!;
  }
};

const changedRows = (entries: ReadonlyMap<string, Entry>): readonly Entry[] =>
  [...entries.values()].filter(({ before, now }) => now !== undefined && now !== before);

/** Folds the batch; counters move by what each changed row counted before and counts now. */
export const foldBatch = ({ steps, touched }: Work, partition: string): Changes => {
  for (const step of steps) takeStep(step);
  const puts: { table: Table; rows: Row[] }[] = [];
  const inserts: { table: Table; rows: Row[] }[] = [];
  const sums = new Map<Table, Sums>();
  for (const [projection, entries] of touched) {
    const changed = changedRows(entries);
    const rows = changed.map(({ now }) => now!);
    if (rows.length > 0) (projection.once ? inserts : puts).push({ table: projection.table, rows });
    if (!projection.counts) continue;
    for (const { before, now } of changed) {
      if (before) addCounts(sums, projection.counts(before), -1);
      if (now) addCounts(sums, projection.counts(now), 1);
    }
  }
  const increments = [...sums].map(([table, rows]) => ({
    table,
    rows: Array.from(rows.values(), ({ key, add }) => ({ key: { ...key, partition_name: partition }, add })),
  }));
  return { puts, inserts, increments };
};
