import type { DatabaseSync } from 'node:sqlite';
import { documentTable, type DocumentTable } from './document-table.ts';

/** Something to commit: `check` throws when its preconditions fail (it alone is taken out), `apply` writes, `finish` closes the transaction's books. */
export type Unit = Readonly<{ check: () => void; apply: () => void }>;

export type Committer = Readonly<{
  table: DocumentTable;
  /** Resolves when the unit is durable. */
  commit: (unit: Unit) => Promise<void>;
  /** Runs before every COMMIT: what is folded over units (commit records) is written here. */
  beforeCommit: (write: () => void) => void;
  /** Runs when a transaction could not be committed and everything in it was undone. */
  onUndone: (undo: () => void) => void;
  close: () => void;
}>;

type Waiting = Unit & { resolve: () => void; reject: (error: unknown) => void };

const maxUnitsPerTransaction = 2000;
/** While several writers are busy a short wait saves a sync each; a lone writer does not wait. */
const lingerMs = 2;
const busyFrom = 4;

/** Group commit: everything that arrives while the loop turns shares one transaction. Strangers never fail each other. */
export const sqliteCommitter = (db: DatabaseSync): Committer => {
  const table = documentTable(db);
  const writers: (() => void)[] = [];
  const undoers: (() => void)[] = [];
  let waiting: Waiting[] = [];
  let scheduled = false;
  let lastSize = 0;

  const applyAll = (units: readonly Waiting[]): readonly Waiting[] =>
    units.filter((unit) => {
      try {
        unit.check();
      } catch (error) {
        unit.reject(error);
        return false;
      }
      unit.apply();
      return true;
    });

  const flush = (): void => {
    scheduled = false;
    const units = waiting.splice(0, maxUnitsPerTransaction);
    if (waiting.length > 0) schedule();
    lastSize = units.length;
    if (units.length === 0) return;
    let applied: readonly Waiting[] = [];
    try {
      db.exec('begin immediate');
      applied = applyAll(units);
      writers.forEach((write) => write());
      db.exec('commit');
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      undoers.forEach((undo) => undo());
      units.forEach((unit) => unit.reject(error));
      return;
    }
    applied.forEach((unit) => unit.resolve());
  };

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    if (lastSize >= busyFrom) setTimeout(flush, lingerMs);
    else setImmediate(flush);
  };

  return {
    table,
    commit: (unit) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ ...unit, resolve, reject });
        schedule();
      }),
    beforeCommit: (write) => void writers.push(write),
    onUndone: (undo) => void undoers.push(undo),
    close: () => {
      while (waiting.length > 0) flush();
    },
  };
};
