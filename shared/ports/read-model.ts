/** The reporting tables. Fed by projections, one reader per partition, each event once; asked by reports. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** A table as a projection fills it: times are `YYYY-MM-DD hh:mm:ss.mmm` in UTC, decimals are strings. */
export type Table = Readonly<{
  name: string;
  key: readonly string[];
  columns: readonly string[];
  /** where its rows go once they are dealt with and old: a table of the same columns, with a status `processed` and a time `received_at` */
  archive?: string;
}>;

export type Batch = Readonly<{
  partition: string;
  /** the checkpoint from which the batch was read; locked and compared when it is written */
  after: number;
  upTo: number;
}>;

export type Increment = Readonly<{ key: Row; add: Readonly<Record<string, number>> }>;

/** One transaction of a projection. */
export type ReadModelTransaction = Readonly<{
  /** Rows that stand under these keys; missing keys are left out. */
  load: (table: Table, keys: readonly Row[]) => Promise<readonly Row[]>;
  /** Whole rows: inserted, or every column set. */
  put: (table: Table, rows: readonly Row[]) => Promise<void>;
  /** Rows that are never changed after: kept as they are when they stand there already. */
  insert: (table: Table, rows: readonly Row[]) => Promise<void>;
  /** Adds the numeric columns `add` to the rows of that key, which begin at 0. All rows add to the same columns. */
  increment: (table: Table, rows: readonly Increment[]) => Promise<void>;
  /** When the work throws, nothing of it stays and the transaction goes on. */
  attempt: (work: () => Promise<void>) => Promise<void>;
}>;

/** What a projection needs: its place in the log, and its rows. */
export type ReadModelWriter = Readonly<{
  /** Position up to which the partition is projected, 0 at the start. */
  checkpoint: (partition: string) => Promise<number>;
  /**
   * The work and the new checkpoint, or nothing. The work may run more than once. Throws CheckpointMoved when another process projected
   * meanwhile, RowRefused when the database takes one of its rows for wrong, ReadModelAway.
   */
  transact: (batch: Batch, work: (tx: ReadModelTransaction) => Promise<void>) => Promise<void>;
}>;

export type Report = Readonly<{ columns: readonly string[]; rows: readonly Row[] }>;

/** How the rows of a table differ: counted, with the keys of the first few. */
export type TableDifference = Readonly<{
  table: string;
  /** rows before and after */
  before: number;
  after: number;
  onlyBefore: number;
  onlyAfter: number;
  changed: number;
  examples: readonly string[];
}>;

/** Shadow tables of a rebuild: filled beside the ones that reports read, then put in their place. */
export type Rebuild = Readonly<{
  shadow: ReadModelWriter;
  /**
   * The reporting tables as they are now, kept for this reader alone while projections go on. `positions` is how far each partition had
   * come; once the shadow tables have come exactly as far, `compare` says which tables differ.
   */
  snapshot: () => Promise<
    Readonly<{
      positions: ReadonlyMap<string, number>;
      compare: () => Promise<readonly TableDifference[]>;
      release: () => Promise<void>;
    }>
  >;
  /** Puts the shadow tables, checkpoints included, in the place of the others in one step, and removes the others. */
  swap: () => Promise<void>;
  /** Ends the rebuild; what was not swapped in is removed. Never throws. */
  close: () => Promise<void>;
}>;

/** `before`, `dropBefore`: cells; `most` rows of each, in one transaction. */
export type ArchiveOrder = Readonly<{ table: Table; before: string; dropBefore: string; most: number }>;
export type Archived = Readonly<{ moved: number; dropped: number }>;

/** What of a packet's row names somebody: its file, the sheet, or why it failed. */
export type ForgottenPacket = Readonly<{ packetId: string; cells: readonly ('file_name' | 'sheet_name' | 'failure_message')[] }>;

/** Whose rows are to tell of nobody any more; `contact` is the fingerprint by which opt-outs are known, `messageIds` and `rows` were about the person by other ways too. */
export type ForgottenPerson = Readonly<{
  companyId: string;
  contactPoint: string;
  contact: string;
  messageIds: readonly string[];
  rows: readonly Readonly<{ packetId: string; row: number }>[];
  packets: readonly ForgottenPacket[];
}>;

export type ReadModel = ReadModelWriter &
  Readonly<{
    /** Moves rows that are dealt with into the table's archive, and drops old ones from there: both or nothing. Nothing while a rebuild is under way. */
    archive: (order: ArchiveOrder) => Promise<Archived>;
    /** Empties what names a person in up to `most` rows of each table about consent that are older; how many. `before` as in the rows. */
    endConsents: (before: string, most: number) => Promise<number>;
    /**
     * Empties what names the person in every table, in one transaction that no projection passes; how many rows. As a rebuild would show them once the log
     * has forgotten the person. Throws RebuildBusy, since shadow tables may hold what was read before.
     */
    forget: (person: ForgottenPerson) => Promise<number>;
    /** A named report of sql/reports with its parameters. */
    report: (name: string, params: Readonly<Record<string, Value>>) => Promise<Report>;
    /** Throws RebuildBusy while another one is under way. What an interrupted one left is removed first. */
    beginRebuild: (tables: readonly Table[]) => Promise<Rebuild>;
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

/** The database takes a value for wrong (too long, out of range, …): trying again will not help. `reason` holds no value. */
export class RowRefused extends Error {
  readonly code = 'row_refused';
  readonly reason: string;
  constructor(table: string, reason: string) {
    super(`${table} refuses a row: ${reason}`);
    this.name = 'RowRefused';
    this.reason = reason;
  }
}

export class RebuildBusy extends Error {
  readonly code = 'rebuild_busy';
  constructor() {
    super('a rebuild of the reporting tables is under way: wait for its end');
    this.name = 'RebuildBusy';
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
