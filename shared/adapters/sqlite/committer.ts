import type { DatabaseSync } from 'node:sqlite';
import { documentTable, type DocumentTable } from './document-table.ts';
import { walSync, type WalSync } from './wal-sync.ts';

/**
 * Something to commit. `check` throws when its preconditions fail, and writes nothing; `apply` writes. Whichever throws, this unit alone
 * is taken out.
 */
export type Unit = Readonly<{
  check: () => void;
  apply: () => void;
  /** about how many rows it is: a transaction holds the process's only thread, so it has to end some time */
  weight?: number;
}>;

type Ender = (committed: boolean) => void;

export type Committer = Readonly<{
  table: DocumentTable;
  /** Resolves when the unit is durable. */
  commit: (unit: Unit) => Promise<void>;
  /** Resolves when the unit can be read: whatever is committed from then on stands behind it. Nobody may be told before `settled`. */
  commitEarly: (unit: Unit) => Promise<void>;
  /** Runs before every COMMIT: what is folded over units (commit records) is written here. */
  beforeCommit: (write: () => void) => void;
  /** Runs at the end of every transaction, committed or undone: what was remembered for it is forgotten here. */
  onEnd: (forget: Ender) => void;
  /** Resolves when everything that can be read now is durable: whatever leaves the house waits for it. */
  settled: () => Promise<void>;
  /** Commits what waits; whatever comes later is refused. */
  close: () => void;
}>;

type Waiting = Unit & { isEarly: boolean; resolve: () => void; reject: (error: unknown) => void };

/** Some 50 ms of work on a small machine. */
const maxWeightPerTransaction = 4000;
const maxWaiting = 100_000;
/**
 * While many writers are busy (status reports that come in by the thousand) a short wait folds their commits into one; a lone writer, who
 * waits for each commit before the next, is never made to wait.
 */
const lingerMs = 3;
const busyFromUnits = 2;
const busyFromPerMs = 1;

/** The first units that fit into one transaction; one at least. */
const takeFrom = (waiting: Waiting[]): Waiting[] => {
  let weight = 0;
  const end = waiting.findIndex((unit, n) => {
    weight += unit.weight ?? 1;
    return n > 0 && weight > maxWeightPerTransaction;
  });
  return waiting.splice(0, end < 0 ? waiting.length : end);
};

/** `again`: the transaction is spoiled, these are to be tried without the unit that spoiled it. */
type Round = Readonly<{ applied: readonly Waiting[]; again?: readonly Waiting[] }>;

/** A unit that fails its check wrote nothing and goes; one that fails while it writes spoils the transaction. */
const applyAll = (units: readonly Waiting[]): Round => {
  const applied: Waiting[] = [];
  for (const [n, unit] of units.entries()) {
    try {
      unit.check();
    } catch (error) {
      unit.reject(error);
      continue;
    }
    try {
      unit.apply();
    } catch (error) {
      unit.reject(error);
      return { applied, again: [...applied, ...units.slice(n + 1)] };
    }
    applied.push(unit);
  }
  return { applied };
};

type Hooks = Readonly<{ writers: readonly (() => void)[]; enders: readonly Ender[]; sync: WalSync }>;

/** What is committed is told when it is on the disk. */
const settleWhenDurable = (units: readonly Waiting[], sync: WalSync): void => {
  for (const unit of units) if (unit.isEarly) unit.resolve();
  // who was resolved already hears nothing of this
  sync.durable().then(
    () => units.forEach((unit) => unit.resolve()),
    (error: unknown) => units.forEach((unit) => unit.reject(error)),
  );
};

/** Commits what can be committed of the units, settles all of them. */
const transaction = (db: DatabaseSync, units: readonly Waiting[], { writers, enders, sync }: Hooks): void => {
  let left = units;
  while (left.length > 0) {
    let round: Round;
    let committed = false;
    try {
      db.exec('begin immediate');
      round = applyAll(left);
      if (!round.again) writers.forEach((write) => write());
      db.exec(round.again ? 'rollback' : 'commit');
      committed = !round.again;
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      left.forEach((unit) => unit.reject(error));
      return;
    } finally {
      enders.forEach((end) => end(committed));
    }
    if (!round.again) return settleWhenDurable(round.applied, sync);
    left = round.again;
  }
};

/** Group commit: everything that arrives while the loop turns shares one transaction. Strangers never fail each other. */
export const sqliteCommitter = (db: DatabaseSync): Committer => {
  const table = documentTable(db);
  const hooks = { writers: [table.settle], enders: [table.ended] as Ender[], sync: walSync(db) };
  let waiting: Waiting[] = [];
  let lingering: NodeJS.Timeout | undefined;
  let scheduled = false;
  let closed = false;
  let busy = false;
  let turnedAt = 0;

  const flush = (): void => {
    const units = takeFrom(waiting);
    const now = performance.now();
    busy = units.length >= busyFromUnits && units.length / (now - turnedAt) >= busyFromPerMs;
    turnedAt = now;
    if (units.length > 0) transaction(db, units, hooks);
  };
  const turn = (): void => {
    scheduled = false;
    lingering = undefined;
    if (closed) return;
    flush();
    if (waiting.length > 0) schedule(waiting.some(({ isEarly }) => isEarly));
  };
  /** `isUrgent`: somebody makes one commit after the other. */
  const schedule = (isUrgent: boolean): void => {
    if (scheduled && !(isUrgent && lingering)) return;
    scheduled = true;
    clearTimeout(lingering);
    lingering = undefined;
    if (busy && !isUrgent) lingering = setTimeout(turn, lingerMs);
    else setImmediate(turn);
  };
  const enter = (unit: Unit, isEarly: boolean): Promise<void> =>
    new Promise<void>((resolve, reject) => {
      if (closed) return reject(new Error('the store is closed'));
      if (waiting.length >= maxWaiting) return reject(new Error(`${maxWaiting} writes wait already: come back later`));
      waiting.push({ ...unit, isEarly, resolve, reject });
      schedule(isEarly);
    });

  return {
    table,
    commit: (unit) => enter(unit, false),
    commitEarly: (unit) => enter(unit, true),
    beforeCommit: (write) => void hooks.writers.push(write),
    onEnd: (forget) => void hooks.enders.push(forget),
    settled: hooks.sync.settled,
    close: () => {
      while (waiting.length > 0) flush();
      closed = true;
      hooks.sync.close();
    },
  };
};
