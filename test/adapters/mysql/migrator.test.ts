import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise';
import { readMigrations } from '#adapters/mysql/migration-files.ts';
import { migrateDown, migrateUp, migrationStatus } from '#adapters/mysql/migrator.ts';
import { rankOf, type MessageStatus } from '#domain/delivery/delivery.ts';
import { channel } from '#domain/kernel/ids.ts';
import { testDatabase, type TestDatabase } from '../../support/mysql.ts';

const dir = path.join(import.meta.dirname, '../../../sql/migrations');
const names = readMigrations(dir).map(({ name }) => name);
const create = `${names[0]}`;

describe('the migrator', () => {
  let database: TestDatabase;
  let pool: Pool;
  const pools: Pool[] = [];
  const folders: string[] = [];

  const newPool = (): Pool => {
    const opened = createPool({ uri: database.url, connectionLimit: 1, timezone: 'Z' });
    pools.push(opened);
    return opened;
  };
  const select = async (sql: string): Promise<RowDataPacket[]> => (await pool.query<RowDataPacket[]>(sql))[0];
  /** A folder with the real first migration and the given ones: file name → statement. */
  const folderOf = (files: Readonly<Record<string, string>>): string => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-migrations-'));
    folders.push(folder);
    for (const half of ['up', 'down']) fs.copyFileSync(path.join(dir, `${create}.${half}.sql`), path.join(folder, `${create}.${half}.sql`));
    for (const [name, sql] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), sql);
    return folder;
  };

  const slowFiles = (seconds: number): Readonly<Record<string, string>> => ({
    '0002_create_slow.up.sql': `CREATE TABLE slow AS SELECT SLEEP(${seconds}) AS slept`,
    '0002_create_slow.down.sql': 'DROP TABLE slow',
  });
  /** The connection that is at the slow statement, once it is. */
  const slowStatement = async (): Promise<number> => {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const [row] = await select("SELECT id FROM information_schema.processlist WHERE info LIKE 'CREATE TABLE slow%'");
      if (row !== undefined) return Number(row['id'] ?? row['ID']);
      assert.ok(Date.now() < deadline, 'the statement never began');
      await sleep(10);
    }
  };

  beforeEach(async () => {
    database = await testDatabase();
    pool = newPool();
  });
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((opened) => opened.end()));
    await database.drop();
    folders.splice(0).forEach((folder) => fs.rmSync(folder, { recursive: true, force: true }));
  });

  it('brings an empty database up, once, and says what it did', async () => {
    assert.deepEqual(await migrationStatus(pool, dir), { applied: [], pending: names, unknown: [] });
    assert.deepEqual(await select('SHOW TABLES'), []);
    assert.deepEqual(await migrateUp(pool, dir), names);
    assert.deepEqual(await migrateUp(pool, dir), []);
    const { applied, pending } = await migrationStatus(pool, dir);
    assert.deepEqual([applied.map(({ name }) => name), pending], [names, []]);
    const rows = await select("SELECT version FROM schema_changes WHERE direction = 'up' AND applied_at IS NOT NULL ORDER BY id");
    assert.deepEqual(
      rows.map(({ version }) => version as string),
      names.map((name) => name.slice(0, 4)),
    );
  });

  it('takes everything down, one row each, and brings it up again', async () => {
    await migrateUp(pool, dir);
    const half = Math.floor(names.length / 2);
    assert.deepEqual(await migrateDown(pool, dir, half), names.toReversed().slice(0, half));
    const rows = await select("SELECT version FROM schema_changes WHERE direction = 'down' AND applied_at IS NOT NULL ORDER BY id");
    assert.deepEqual(
      rows.map(({ version }) => version as string),
      names
        .toReversed()
        .slice(0, half)
        .map((name) => name.slice(0, 4)),
    );
    assert.equal((await migrateDown(pool, dir, Infinity)).length, names.length - half);
    const left = (await select('SHOW TABLES')).map((row) => String(Object.values(row)[0]));
    assert.deepEqual(left.toSorted(), ['schema_migrations', 'schema_migrations_lock']);
    assert.deepEqual(await migrateDown(pool, dir, 1), []);
    assert.deepEqual(await migrateUp(pool, dir), names);
  });

  it('lets twenty come at once: one works, the others wait', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => migrateUp(newPool(), dir)));
    assert.deepEqual(results.flat(), names);
    assert.deepEqual(await select('SELECT version FROM schema_changes GROUP BY version HAVING COUNT(*) <> 1'), []);
  });

  it('does not wait for a database beside it that is being migrated', async () => {
    const other = await testDatabase();
    const holder = createPool({ uri: other.url, connectionLimit: 1 });
    const slow = migrateUp(holder, folderOf(slowFiles(30))).catch(() => 'interrupted');
    try {
      const statement = await slowStatement();
      assert.deepEqual(await migrateUp(pool, dir), names);
      assert.equal(await slowStatement(), statement, 'the other one is still at work');
      await pool.query(`KILL QUERY ${statement}`);
      await slow;
    } finally {
      await holder.end();
      await other.drop();
    }
  });

  it('names the file and the reason of a statement that fails, keeps what went before, and goes on after a repair', async () => {
    const folder = folderOf({
      '0002_create_good.up.sql': 'CREATE TABLE good (id INT PRIMARY KEY)',
      '0002_create_good.down.sql': 'DROP TABLE good',
      '0003_create_bad.up.sql': 'CREATE TABLE bad (id NONSENSE)',
      '0003_create_bad.down.sql': 'DROP TABLE bad',
    });
    await assert.rejects(migrateUp(pool, folder), { name: 'MigrationFailed', message: /^0003_create_bad\.up\.sql: .*NONSENSE/ });
    assert.deepEqual((await migrationStatus(pool, folder)).pending, ['0003_create_bad']);
    assert.deepEqual(await select("SELECT id FROM schema_changes WHERE version = '0003'"), []);
    fs.writeFileSync(path.join(folder, '0003_create_bad.up.sql'), 'CREATE TABLE bad (id INT PRIMARY KEY)');
    assert.deepEqual(await migrateUp(pool, folder), ['0003_create_bad']);
  });

  it('does not take a stranger’s table for its own', async () => {
    await pool.query('CREATE TABLE mine (id INT PRIMARY KEY)');
    const folder = folderOf({
      '0002_create_mine.up.sql': 'CREATE TABLE mine (id INT PRIMARY KEY)',
      '0002_create_mine.down.sql': 'DROP TABLE mine',
    });
    await assert.rejects(migrateUp(pool, folder), /0002_create_mine\.up\.sql: .*exists/);
    await assert.rejects(migrateUp(pool, folder), /0002_create_mine\.up\.sql: .*exists/);
  });

  it('refuses a database that a newer program has migrated', async () => {
    const newer = folderOf({
      '0002_create_new.up.sql': 'CREATE TABLE new_one (id INT PRIMARY KEY)',
      '0002_create_new.down.sql': 'DROP TABLE new_one',
    });
    await migrateUp(pool, newer);
    const older = folderOf({});
    await assert.rejects(migrateUp(pool, older), /newer version .*0002_create_new/);
    await assert.rejects(migrateDown(pool, older, 1), /newer version .*0002_create_new/);
    assert.deepEqual((await migrationStatus(pool, older)).unknown, ['0002_create_new']);
  });

  it('finishes a migration whose process was killed in the middle', async () => {
    // The server goes on with a statement whose client is gone: the table stands afterwards, and nobody wrote that down.
    const folder = folderOf(slowFiles(1));
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'migrator-run.ts'), database.url, folder], { stdio: 'inherit' });
    await slowStatement();
    child.kill('SIGKILL');
    await once(child, 'exit');
    assert.deepEqual(await migrateUp(pool, folder), ['0002_create_slow']);
    const rows = await select("SELECT direction, applied_at IS NOT NULL AS done FROM schema_changes WHERE version = '0002'");
    assert.deepEqual(
      rows.map(({ direction, done }) => [direction, done] as [string, number]),
      [['up', 1]],
    );
    assert.deepEqual(await migrateDown(pool, folder, 1), ['0002_create_slow']);
  });

  it('writes one row for a migration whose end was not noted by the migrator', async () => {
    await migrateUp(pool, dir);
    const last = names.at(-1);
    await pool.query('DELETE FROM schema_migrations WHERE name = ?', [last]);
    assert.deepEqual(await migrateUp(pool, dir), [last]);
    assert.deepEqual(await select('SELECT version FROM schema_changes GROUP BY version HAVING COUNT(*) <> 1'), []);
  });

  it('makes tables of one kind: InnoDB, utf8mb4_unicode_ci, times with milliseconds', async () => {
    await migrateUp(pool, dir);
    const odd = await select(`
      SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name NOT LIKE 'schema_migrations%'
      AND table_type = 'BASE TABLE' AND (engine <> 'InnoDB' OR table_collation <> 'utf8mb4_unicode_ci')`);
    assert.deepEqual(odd, []);
    const times = await select(`
      SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE()
      AND (data_type = 'timestamp' OR (data_type = 'datetime' AND datetime_precision <> 3))`);
    assert.deepEqual(times, []);
  });

  it('fills the reference tables with the words of the domain', async () => {
    await migrateUp(pool, dir);
    const codes = async (table: string): Promise<string[]> =>
      (await select(`SELECT code FROM ${table}`)).map(({ code }) => code as string).toSorted();
    const statuses = await select("SELECT code, status_rank FROM contact_status WHERE applies_to = 'message'");
    const ranks = Object.fromEntries(statuses.map(({ code, status_rank }) => [code as MessageStatus, status_rank as number]));
    assert.deepEqual(ranks, rankOf);
    assert.deepEqual(await codes('contact_methods'), channel.options.toSorted());
    assert.deepEqual(await codes('message_functions'), ['date', 'name', 'phone', 'time']);
    assert.deepEqual(await codes('data_ingest_stage'), ['complete', 'failed', 'ingested', 'loaded', 'mapped', 'queued']);
    for (const table of ['contact_method_providers', 'data_ingest_source']) assert.notDeepEqual(await select(`SELECT 1 FROM ${table}`), []);
  });
});
