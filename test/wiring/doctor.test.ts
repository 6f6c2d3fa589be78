import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { migrateDown } from '#adapters/mysql/migrator.ts';
import { openPool } from '#adapters/mysql/mysql-pool.ts';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { readConfig, type Config } from '#wiring/config.ts';
import { diagnose } from '#wiring/doctor.ts';
import type { Diagnosis } from '#wiring/doctor/check.ts';
import { openLiveHouse, type LiveHouse } from '#wiring/live-house.ts';
import { migrationsDir } from '#wiring/reporting.ts';
import { ticksOf } from '#wiring/ticks.ts';
import { carillon, printed } from '../support/carillon.ts';
import { wordsOf, wrongs } from '../support/diagnoses.ts';
import { eventually } from '../support/eventually.ts';
import { testDatabase, type TestDatabase } from '../support/mysql.ts';

const appointments = join(import.meta.dirname, '../../examples/appointments.csv');
const twilio = { ...simulatorAccount, baseUrl: 'http://127.0.0.1:9' };

describe('carillon doctor on an embedded house', () => {
  let folder: string;
  let database: TestDatabase;
  let config: Config;
  before(async () => {
    folder = fs.mkdtempSync(join(os.tmpdir(), 'carillon-doctor-'));
    database = await testDatabase();
    config = readConfig({ dataDir: folder, logLevel: 'silent', mysqlUrl: database.url }, {});
    const demo = await carillon(['demo', '--file', appointments, '--data', folder], { env: { MYSQL_URL: database.url } });
    assert.equal(demo.code, 0, demo.stderr);
  });
  after(async () => {
    await database.drop();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const file = (name: string): string => join(folder, name);

  it('finds nothing wrong with one that rests, and exits 0', async () => {
    const found = await diagnose(config);
    assert.deepEqual(wrongs(found), [], wordsOf(found, wrongs(found)[0] ?? ''));
    const names = [
      'node',
      'folder',
      'disk',
      'master key',
      'database',
      'ticks',
      'documents',
      'indexes',
      'log',
      'files',
      'mysql',
      'migrations',
    ];
    assert.deepEqual(
      found.map(({ name }) => name),
      [...names, 'reports'],
    );
    assert.match(wordsOf(found, 'log'), /the private parts of \d+ opened/);
    const env = { MYSQL_URL: database.url };
    const told = await carillon(['doctor', '--data', folder], { env });
    assert.equal(told.code, 0);
    assert.equal(told.stdout.trimEnd().split('\n').length, found.length);
    assert.ok(told.stdout.split('\n').every((line) => line === '' || line.startsWith('ok     ')));
  });

  it('says that there is no house in a folder', async () => {
    const told = await carillon(['doctor', '--json', '--data', file('none')]);
    const { ok, checks } = printed<{ ok: boolean; checks: readonly Diagnosis[] }>(told);
    assert.deepEqual([told.code, ok, wrongs(checks)], [1, false, ['folder']]);
    assert.ok(!fs.existsSync(file('none')));
  });

  it('says which variable is wrong', async () => {
    const told = await carillon(['doctor', '--data', folder], { env: { CARILLON_PORT: 'x' } });
    assert.equal(told.code, 1);
    assert.match(told.stdout, /^WRONG {2}environment .*CARILLON_PORT must be a whole number/);
  });

  it('says that the reporting database is away, and that sending goes on', async () => {
    const found = await diagnose({ ...config, mysqlUrl: 'mysql://root@127.0.0.1:9/none' });
    assert.deepEqual(wrongs(found), ['mysql', 'migrations', 'reports']);
    assert.match(wordsOf(found, 'mysql'), /sending goes on/);
  });

  for (const [title, break_, wrongNames, check, words] of [
    ['readable by others', () => fs.chmodSync(file('master.key'), 0o644), ['master key', 'house'], 'master key', /chmod 600/],
    ['gone', () => fs.rmSync(file('master.key')), ['master key', 'house'], 'master key', /put the file back from your backup/],
    ['too short', () => fs.writeFileSync(file('master.key'), 'short'), ['master key', 'house'], 'master key', /has 5 bytes instead of 32/],
    [
      'another one',
      () => fs.writeFileSync(file('master.key'), Buffer.alloc(32, 1)),
      ['log'],
      'log',
      /master key is not the one.*put the right one back/,
    ],
  ] as const)
    it(`says that the master key is ${title}`, async () => {
      const right = fs.readFileSync(file('master.key'));
      break_();
      try {
        const found = await diagnose(config);
        assert.deepEqual(wrongs(found), wrongNames);
        assert.match(wordsOf(found, check), words);
      } finally {
        fs.rmSync(file('master.key'), { force: true });
        fs.writeFileSync(file('master.key'), right, { mode: 0o600 });
      }
    });

  it('says that house.db is broken', async () => {
    const copy = fs.mkdtempSync(join(os.tmpdir(), 'carillon-doctor-'));
    fs.cpSync(folder, copy, { recursive: true, filter: (path) => !path.includes('mysql') && !path.endsWith('.lock') });
    const handle = fs.openSync(join(copy, 'house.db'), 'r+');
    fs.writeSync(handle, Buffer.alloc(40_000, 0xee), 0, 40_000, 8_192);
    fs.closeSync(handle);
    const found = await diagnose({ ...config, dataDir: copy });
    fs.rmSync(copy, { recursive: true, force: true });
    assert.ok(wrongs(found).includes('database'));
    assert.match(wordsOf(found, 'database'), /from your backup/);
  });

  describe('that runs', () => {
    let live: LiveHouse;
    before(async () => {
      live = await openLiveHouse({ ...config, twilio }, { tickMs: 3_600_000 });
      await live.reporting.ready(60_000);
    });
    after(() => live.close());

    it('asks the house itself, and finds nothing wrong once it has ticked', async () => {
      let found: readonly Diagnosis[] = [];
      await eventually('all is well', async () => {
        found = await diagnose(config);
        return wrongs(found).length === 0;
      });
      assert.match(wordsOf(found, 'health'), /^ok: ready/);
    });

    it('says what is paused', async () => {
      const ticks = await ticksOf(config);
      await ticks.pause('sends');
      const found = await diagnose(config);
      await ticks.resume('sends');
      assert.deepEqual(wrongs(found), ['ticks']);
      assert.match(wordsOf(found, 'ticks'), /PAUSED: sends; "carillon ticks resume"/);
    });

    it('says that the provider, whose clock it compares with, is not there', async () => {
      const found = await diagnose({ ...config, twilio });
      assert.deepEqual(wrongs(found), ['clock']);
    });

    it('says that the tables are not those of this program', async () => {
      const { pool } = openPool({ url: database.url, connections: 1 });
      try {
        await migrateDown(pool, migrationsDir, 1);
        const behind = await diagnose(config);
        assert.match(wordsOf(behind, 'migrations'), /1 are missing.*\d{4}_.*carillon migrate/);
        await pool.query("INSERT INTO schema_migrations (name, timestamp) VALUES ('9999_change_all', '2030-01-01')");
        assert.match(wordsOf(await diagnose(config), 'migrations'), /a newer version of this program was here \(9999_change_all\)/);
      } finally {
        await pool.end();
      }
    });
  });
});
