import { MysqlAdapter, MysqlDialect, sql, type Dialect, type Kysely } from 'kysely';
import type { Pool } from 'mysql2/promise';
import { namesOnly } from './migration-tables.ts';

const lockSeconds = 600;

/** 64 characters, as many as a lock's name may have. */
const lockName = sql`concat('carillon', sha2(database(), 224))`;

/** Kysely's own lock is one for the whole server and waits for an hour in silence; this one is the database's, and tells. */
class DatabaseLock extends MysqlAdapter {
  override async acquireMigrationLock(db: Kysely<unknown>): Promise<void> {
    const { rows } = await sql<{ got: number | null }>`select get_lock(${lockName}, ${sql.lit(lockSeconds)}) as got`.execute(db);
    if (rows[0]?.got === 1) return;
    throw new Error(`another process has been migrating this database for ${lockSeconds / 60} minutes; run it again when that one is done`);
  }

  override async releaseMigrationLock(db: Kysely<unknown>): Promise<void> {
    await sql`select release_lock(${lockName})`.execute(db);
  }
}

/** Kysely over the caller's pool. The pool stays the caller's: the Kysely on top of it must not be destroyed. */
export const migrationDialect = (pool: Pool): Dialect => {
  const mysql = new MysqlDialect({ pool: pool.pool });
  return {
    createAdapter: () => new DatabaseLock(),
    createDriver: () => mysql.createDriver(),
    createQueryCompiler: () => mysql.createQueryCompiler(),
    createIntrospector: (db) => namesOnly(db),
  };
};
