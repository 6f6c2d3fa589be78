/** The reporting tables. Fed by projections, one reader per partition, each event once; asked by reports. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

export type Batch = Readonly<{
  partition: string;
  /** the checkpoint from which the batch was read; locked and compared when it is written */
  after: number;
  upTo: number;
}>;

/** One transaction of a projection. */
export type ReadModelTransaction = Readonly<{
  /** Rows that stand under these keys, by `keyOf`; missing keys are left out. */
  load: (table: string, keys: readonly Row[]) => Promise<readonly Row[]>;
  /** Whole rows: inserted, or every column set. All rows have the same columns. */
  put: (table: string, rows: readonly Row[]) => Promise<void>;
  /** Rows that are never changed after: kept as they are when they stand there already. */
  insert: (table: string, rows: readonly Row[]) => Promise<void>;
  /** Adds the numeric columns `add` to the rows of that key. */
  increment: (table: string, rows: readonly Readonly<{ key: Row; add: Readonly<Record<string, number>> }>[]) => Promise<void>;
}>;

export type Report = Readonly<{ columns: readonly string[]; rows: readonly Row[] }>;

/** `namespace` picks the tables: the ones that reports read, or the shadow ones of a rebuild. */
export type ReadModel = Readonly<{
  checkpoint: (partition: string) => Promise<number>;
  /** Throws CheckpointMoved when another process projected meanwhile; then nothing was written. */
  transact: (batch: Batch, work: (tx: ReadModelTransaction) => Promise<void>) => Promise<void>;
  /** A named report of sql/reports with its parameters. */
  report: (name: string, params: Readonly<Record<string, Value>>) => Promise<Report>;
  ping: () => Promise<void>;
  close: () => Promise<void>;
}>;

export class CheckpointMoved extends Error {
  readonly code = 'checkpoint_moved';
  constructor(partition: string) {
    super(`another process projected ${partition} meanwhile`);
    this.name = 'CheckpointMoved';
  }
}

/** The reporting database can't be reached. Nothing but reports waits for it. */
export class ReadModelAway extends Error {
  readonly code = 'read_model_away';
  constructor(cause: unknown) {
    super('the reporting database does not answer; sending goes on, reports catch up when it is back', { cause });
    this.name = 'ReadModelAway';
  }
}
