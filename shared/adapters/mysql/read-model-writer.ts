import { CheckpointMoved, type Batch, type ReadModelTransaction, type ReadModelWriter, type Row, type Table } from '#ports/read-model.ts';
import { inOurWords, isPassing } from './mysql-errors.ts';
import { withSession, type Ask, type MySqlPool, type Session } from './mysql-pool.ts';
import { incrementStatements, insertStatements, literal, loadStatements, putStatements, quoted, type Name } from './sql-text.ts';

export const checkpoints: Table = {
  name: 'projection_checkpoints',
  key: ['partition_name'],
  columns: ['partition_name', 'position'],
};

const tries = 4;

const transactionOn = (ask: Ask, name: Name): ReadModelTransaction => {
  const run = async (table: Table, statements: Iterable<string>): Promise<void> => {
    try {
      for (const sql of statements) await ask(sql);
    } catch (error) {
      throw inOurWords(error, table.name);
    }
  };
  return {
    load: async (table, keys) => {
      const found: Row[] = [];
      for (const sql of loadStatements(table, keys, name)) for (const row of await ask(sql)) found.push(row);
      return found;
    },
    put: (table, rows) => run(table, putStatements(table, rows, name)),
    insert: (table, rows) => run(table, insertStatements(table, rows, name)),
    increment: (table, rows) => run(table, incrementStatements(table, rows, name)),
    attempt: async (work) => {
      await ask('SAVEPOINT attempt');
      try {
        await work();
      } catch (error) {
        if (!isPassing(error)) await ask('ROLLBACK TO SAVEPOINT attempt');
        throw error;
      }
      await ask('RELEASE SAVEPOINT attempt');
    },
  };
};

/** Writes to the tables that `name` names: the reporting tables, or their shadows. */
export const readModelWriter = (mysql: MySqlPool, name: Name): ReadModelWriter => {
  const table = quoted(name(checkpoints));

  const positionOf = async (ask: Ask, partition: string, lock = ''): Promise<number | undefined> => {
    const [row] = await ask(`SELECT position FROM ${table} WHERE partition_name = ${literal(partition)} ${lock}`);
    return row && Number(row['position']);
  };

  /** The lock on the partition's row lets one projector in at a time. */
  const lockCheckpoint = async (ask: Ask, partition: string): Promise<number> => {
    const position = await positionOf(ask, partition, 'FOR UPDATE');
    if (position !== undefined) return position;
    await ask(
      `INSERT INTO ${table} (partition_name, position) VALUES (${literal(partition)}, 0) ON DUPLICATE KEY UPDATE position = position`,
    );
    return (await positionOf(ask, partition, 'FOR UPDATE')) ?? 0;
  };

  const once = async ({ ask }: Session, batch: Batch, work: (tx: ReadModelTransaction) => Promise<void>): Promise<void> => {
    await ask('START TRANSACTION');
    if ((await lockCheckpoint(ask, batch.partition)) !== batch.after) throw new CheckpointMoved(batch.partition);
    await work(transactionOn(ask, name));
    const where = `partition_name = ${literal(batch.partition)}`;
    await ask(`UPDATE ${table} SET position = ${literal(batch.upTo)}, projected_at = UTC_TIMESTAMP(3) WHERE ${where}`);
    await ask('COMMIT');
  };

  return {
    checkpoint: (partition) => withSession(mysql, async ({ ask }) => (await positionOf(ask, partition)) ?? 0),
    transact: async (batch, work) => {
      for (let left = tries; ; left--) {
        try {
          return await withSession(mysql, (session) => once(session, batch, work));
        } catch (error) {
          if (!isPassing(error) || left <= 1) throw error;
        }
      }
    },
  };
};
