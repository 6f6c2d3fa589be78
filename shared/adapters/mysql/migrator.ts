import { CompiledQuery, Kysely, sql } from 'kysely';
import { Migrator, type Migration, type MigrationResultSet } from 'kysely/migration';
import type { Pool } from 'mysql2/promise';
import { migrationDialect } from './migration-dialect.ts';
import { BadMigrations, readMigrations, type MigrationFiles, type SqlFile } from './migration-files.ts';
import { tableNames } from './migration-tables.ts';
import { beginChange, finishChange, forgetChange, type SchemaChange } from './migration-record.ts';

export type MigrationStatus = Readonly<{
  applied: readonly Readonly<{ name: string; appliedAt: string }>[];
  pending: readonly string[];
  /** In the database, but in no file here: a newer program was here. */
  unknown: readonly string[];
}>;

export class MigrationFailed extends Error {
  readonly code = 'migration_failed';
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'MigrationFailed';
  }
}

const table = 'schema_migrations';
const lockTable = 'schema_migrations_lock';
/** Waiting for others' open transactions on a table, in seconds. The server's own default is a day or a year. */
const tableLockSeconds = 60;
/** A large table may take long, but not for ever. */
const wholeRunMs = 60 * 60 * 1000;

/** The server's ways to say that the change is there already; believed only where an earlier run began it and was interrupted. */
const alreadySo = new Set([1050, 1051, 1060, 1061, 1062, 1091, 1304, 1305, 1826]);

const reasonOf = (error: unknown): string => {
  const { sqlMessage, message } = error as { sqlMessage?: string; message?: string };
  return sqlMessage ?? message ?? String(error);
};
const numberOf = (error: unknown): number => (error as { errno?: number }).errno ?? 0;

const applySql = async (db: Kysely<unknown>, { file, sql: text }: SqlFile, change: SchemaChange): Promise<void> => {
  await sql`set session lock_wait_timeout = ${sql.lit(tableLockSeconds)}`.execute(db);
  const begun = await beginChange(db, change);
  try {
    await db.executeQuery(CompiledQuery.raw(text));
  } catch (error) {
    if (!(begun.resumed && alreadySo.has(numberOf(error)))) {
      await forgetChange(db, begun).catch(() => undefined);
      throw new MigrationFailed(`${file}: ${reasonOf(error)}`, error);
    }
  }
  await finishChange(db, change, begun);
};

const toMigration = ({ name, version, up, down }: MigrationFiles): Migration => ({
  up: (db) => applySql(db, up, { name, version, direction: 'up', sql: up.sql }),
  down: (db) => applySql(db, down, { name, version, direction: 'down', sql: down.sql }),
});

const open = (pool: Pool, dir: string) => {
  const files = readMigrations(dir);
  const db = new Kysely<unknown>({ dialect: migrationDialect(pool) });
  const migrations = Object.fromEntries(files.map((migration) => [migration.name, toMigration(migration)]));
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: table,
    migrationLockTableName: lockTable,
  });
  return { db, files, migrator };
};

const appliedIn = async (db: Kysely<unknown>): Promise<MigrationStatus['applied']> => {
  if (!(await tableNames(db)).includes(table)) return [];
  const { rows } = await sql<{ name: string; timestamp: string }>`select name, timestamp from ${sql.table(table)} order by name`.execute(
    db,
  );
  return rows.map(({ name, timestamp }) => ({ name, appliedAt: timestamp }));
};

const statusOf = async (db: Kysely<unknown>, files: readonly MigrationFiles[]): Promise<MigrationStatus> => {
  const applied = await appliedIn(db);
  const known = new Set(files.map(({ name }) => name));
  const done = new Set(applied.map(({ name }) => name));
  return {
    applied,
    pending: files.map(({ name }) => name).filter((name) => !done.has(name)),
    unknown: applied.map(({ name }) => name).filter((name) => !known.has(name)),
  };
};

const refuseUnknown = ({ unknown }: MigrationStatus): void => {
  if (unknown.length === 0) return;
  throw new MigrationFailed(
    `the database has been migrated by a newer version of this program (${unknown.join(', ')}): run that version, or migrate down with it`,
  );
};

const within = async <T>(work: Promise<T>): Promise<T> => {
  const timer = Promise.withResolvers<never>();
  const timeout = setTimeout(
    () => timer.reject(new MigrationFailed('the migration takes longer than an hour; it may go on in the server')),
    wholeRunMs,
  );
  try {
    return await Promise.race([work, timer.promise]);
  } finally {
    clearTimeout(timeout);
  }
};

const succeeded = ({ error, results = [] }: MigrationResultSet): readonly string[] => {
  if (error instanceof MigrationFailed || error instanceof BadMigrations) throw error;
  if (error !== undefined) throw new MigrationFailed(reasonOf(error), error);
  return results.map(({ migrationName }) => migrationName);
};

/**
 * Applies what is missing, in order, each with a row in schema_changes, and gives the names. Any number of processes may call it at once:
 * one works, the others wait for it. Safe to run again after it was interrupted. Throws MigrationFailed with the file and the reason.
 */
export const migrateUp = async (pool: Pool, dir: string): Promise<readonly string[]> => {
  const { db, files, migrator } = open(pool, dir);
  refuseUnknown(await statusOf(db, files));
  return succeeded(await within(migrator.migrateToLatest()));
};

/** Takes the last `steps` migrations back (Infinity for all) and gives their names, the last one first. Throws as migrateUp does. */
export const migrateDown = async (pool: Pool, dir: string, steps: number): Promise<readonly string[]> => {
  const { db, files, migrator } = open(pool, dir);
  refuseUnknown(await statusOf(db, files));
  const names: string[] = [];
  while (names.length < steps) {
    const done = succeeded(await within(migrator.migrateDown()));
    if (done.length === 0) break;
    names.push(...done);
  }
  return names;
};

/** What is applied and what is missing; changes nothing, also in an empty database. */
export const migrationStatus = (pool: Pool, dir: string): Promise<MigrationStatus> => {
  const { db, files } = open(pool, dir);
  return statusOf(db, files);
};
