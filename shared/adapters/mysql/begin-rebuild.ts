import { RebuildBusy, type Rebuild, type Table } from '#ports/read-model.ts';
import { withoutArchived } from './archive-webhooks.ts';
import { compareTables } from './compare-tables.ts';
import { holdSession, type Ask, type MySqlPool } from './mysql-pool.ts';
import { inOurWords, isPassing } from './mysql-errors.ts';
import { checkpoints, readModelWriter } from './read-model-writer.ts';
import { rebuildLock } from './rebuild-lock.ts';
import { quoted } from './sql-text.ts';

const shadowOf = ({ name }: Table): string => `${name}__shadow`;
const formerOf = ({ name }: Table): string => `${name}__former`;
const itself = ({ name }: Table): string => name;

const lockSeconds = 2;

const dropAll = async (ask: Ask, tables: readonly Table[], nameOf: (table: Table) => string): Promise<void> => {
  await ask(`DROP TABLE IF EXISTS ${tables.map((table) => quoted(nameOf(table))).join(', ')}`);
};

const swapTries = 5;

/**
 * One statement: whoever reads before it sees the old tables, whoever reads after it the new ones, and a transaction of a projection is
 * wholly before or after. Checkpoints are swapped with the rows, so a projection goes on from where the new tables stand: nothing is lost
 * and nothing counts twice, however far the old ones had come.
 */
const rename = async (ask: Ask, tables: readonly Table[]): Promise<void> => {
  const pairs = tables.flatMap((table) => [
    `${quoted(itself(table))} TO ${quoted(formerOf(table))}`,
    `${quoted(shadowOf(table))} TO ${quoted(itself(table))}`,
  ]);
  for (let left = swapTries; ; left--) {
    try {
      await ask(`RENAME TABLE ${pairs.join(', ')}`);
      return;
    } catch (error) {
      if (!isPassing(error) || left <= 1) throw error;
    }
  }
};

const inPortWords = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw inOurWords(error);
  }
};

const snapshotOf = async (mysql: MySqlPool, tables: readonly Table[]) => {
  const before = await holdSession(mysql);
  const release = async (): Promise<void> => before.connection.destroy();
  try {
    await before.ask('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await before.ask('START TRANSACTION WITH CONSISTENT SNAPSHOT');
    const rows = await before.ask(`SELECT partition_name, position FROM ${quoted(itself(checkpoints))}`);
    const positions = new Map(rows.map((row) => [String(row['partition_name']), Number(row['position'])] as const));
    const compare = async () => {
      const after = await holdSession(mysql);
      try {
        return await inPortWords(async () => {
          await withoutArchived(after.ask, tables, shadowOf);
          return compareTables(tables, { ...before, nameOf: itself }, { ...after, nameOf: shadowOf });
        });
      } finally {
        after.connection.destroy();
      }
    };
    return { positions, compare, release };
  } catch (error) {
    await release();
    throw inOurWords(error);
  }
};

/** Shadow tables beside the reporting ones, empty. What an interrupted rebuild left is removed first. */
export const beginRebuild = async (mysql: MySqlPool, projected: readonly Table[]): Promise<Rebuild> => {
  const tables = [...projected, checkpoints];
  const { ask, connection } = await holdSession(mysql);
  const close = async (): Promise<void> => {
    await dropAll(ask, tables, shadowOf).catch(() => undefined);
    await ask(`SELECT RELEASE_LOCK(${rebuildLock})`).catch(() => undefined);
    connection.destroy();
  };
  try {
    const [locked] = await ask(`SELECT GET_LOCK(${rebuildLock}, ${lockSeconds}) AS locked`);
    if (Number(locked?.['locked']) !== 1) throw new RebuildBusy();
    await dropAll(ask, tables, shadowOf);
    await dropAll(ask, tables, formerOf);
    for (const table of tables) await ask(`CREATE TABLE ${quoted(shadowOf(table))} LIKE ${quoted(itself(table))}`);
  } catch (error) {
    connection.destroy();
    throw inOurWords(error);
  }
  return {
    shadow: readModelWriter(mysql, shadowOf),
    snapshot: () => snapshotOf(mysql, projected),
    swap: () =>
      inPortWords(async () => {
        await withoutArchived(ask, tables, shadowOf);
        await rename(ask, tables);
        await dropAll(ask, tables, formerOf);
      }),
    close,
  };
};
