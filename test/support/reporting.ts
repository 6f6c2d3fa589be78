import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise';
import { migrateUp } from '#adapters/mysql/migrator.ts';
import { mysqlReadModel } from '#adapters/mysql/read-model.ts';
import type { ReadModel } from '#ports/read-model.ts';
import { projectedTables } from '#projections/all-projections.ts';
import { testDatabase } from './mysql.ts';

export type Reporting = Readonly<{
  url: string;
  readModel: ReadModel;
  /** a way around the read model, to look at the tables and to spoil them */
  ask: (sql: string) => Promise<RowDataPacket[]>;
  /** empties every table that is fed by the log */
  reset: () => Promise<void>;
  close: () => Promise<void>;
}>;

const folder = new URL('../../sql/migrations', import.meta.url).pathname;

const asker =
  (pool: Pool): Reporting['ask'] =>
  async (sql) =>
    (await pool.query<RowDataPacket[]>({ sql, timeout: 30_000 }))[0];

/** A database with all migrations, and the read model on it. */
export const openReporting = async (): Promise<Reporting> => {
  const { url, drop } = await testDatabase();
  const pool = createPool({ uri: url, connectionLimit: 4, dateStrings: true, jsonStrings: true, timezone: 'Z' });
  const readModel = mysqlReadModel({ url });
  const ask = asker(pool);
  await migrateUp(pool, folder);
  return {
    url,
    readModel,
    ask,
    reset: async () => {
      for (const name of [...projectedTables.map((table) => table.name), 'projection_checkpoints']) await ask(`DELETE FROM ${name}`);
    },
    close: async () => {
      await readModel.close();
      await pool.end();
      await drop();
    },
  };
};
