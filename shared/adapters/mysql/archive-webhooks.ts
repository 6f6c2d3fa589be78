import type { Archived, ArchiveOrder, Table } from '#ports/read-model.ts';
import { isPassing } from './mysql-errors.ts';
import { withSession, type Ask, type MySqlPool, type Session } from './mysql-pool.ts';
import { rebuildLock } from './rebuild-lock.ts';
import { literal, quoted } from './sql-text.ts';

const tries = 4;

const archiveOf = ({ archive = '' }: Table): string => quoted(archive);

/** Rows that are dealt with, the oldest first, locked: whoever projects waits for this transaction or comes before it. */
const oldest = async (ask: Ask, { table, before, most }: ArchiveOrder): Promise<readonly string[]> => {
  const where = `status = 'processed' AND received_at < ${literal(before)}`;
  const rows = await ask(`SELECT id FROM ${quoted(table.name)} WHERE ${where} ORDER BY received_at LIMIT ${literal(most)} FOR UPDATE`);
  return rows.map(({ id }) => String(id));
};

/** One that was moved before and came again has counted afresh: it came once more than the new row says. */
const again = (archive: string): string =>
  `duplicates = IF(${archive}.received_at = VALUES(received_at), VALUES(duplicates), LEAST(65535, ${archive}.duplicates + VALUES(duplicates) + 1))`;

const once = async ({ ask }: Session, order: ArchiveOrder): Promise<Archived> => {
  const { table, dropBefore, most } = order;
  const columns = table.columns.map(quoted).join(', ');
  await ask('START TRANSACTION');
  const ids = await oldest(ask, order);
  if (ids.length > 0) {
    const these = `id IN (${ids.map((id) => literal(id)).join(', ')})`;
    await ask(
      `INSERT INTO ${archiveOf(table)} (${columns}) SELECT ${columns} FROM ${quoted(table.name)} WHERE ${these} ON DUPLICATE KEY UPDATE ${again(archiveOf(table))}`,
    );
    await ask(`DELETE FROM ${quoted(table.name)} WHERE ${these}`);
  }
  const gone = await ask(`SELECT id FROM ${archiveOf(table)} WHERE received_at < ${literal(dropBefore)} LIMIT ${literal(most)} FOR UPDATE`);
  if (gone.length > 0) await ask(`DELETE FROM ${archiveOf(table)} WHERE id IN (${gone.map(({ id }) => literal(String(id))).join(', ')})`);
  await ask('COMMIT');
  return { moved: ids.length, dropped: gone.length };
};

/** Moves what is old from a table into its archive, and drops what is too old for that, in one transaction. Nothing while a rebuild is under way. */
export const archiveRows = async (mysql: MySqlPool, order: ArchiveOrder): Promise<Archived> => {
  for (let left = tries; ; left--) {
    try {
      return await withSession(mysql, async (session) => {
        const [locked] = await session.ask(`SELECT GET_LOCK(${rebuildLock}, 0) AS locked`);
        if (Number(locked?.['locked']) !== 1) return { moved: 0, dropped: 0 };
        try {
          return await once(session, order);
        } finally {
          await session.ask(`SELECT RELEASE_LOCK(${rebuildLock})`).catch(() => undefined);
        }
      });
    } catch (error) {
      if (!isPassing(error) || left <= 1) throw error;
    }
  }
};

/** What is in the archive, or was dropped from it, is not made again by a rebuild. */
export const withoutArchived = async (ask: Ask, tables: readonly Table[], nameOf: (table: Table) => string): Promise<void> => {
  for (const table of tables.filter(({ archive }) => archive !== undefined)) {
    await ask(`DELETE fresh FROM ${quoted(nameOf(table))} AS fresh JOIN ${archiveOf(table)} AS archived ON archived.id = fresh.id`);
    const [first] = await ask(`SELECT CAST(MIN(received_at) AS CHAR) AS at FROM ${archiveOf(table)}`);
    const at = first?.['at'] as string | null | undefined;
    if (at) await ask(`DELETE FROM ${quoted(nameOf(table))} WHERE status = 'processed' AND received_at < ${literal(at)}`);
  }
};
