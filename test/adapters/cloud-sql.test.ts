import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OAuth2Client } from 'google-auth-library';
import { createConnection } from 'mysql2/promise';
import { CloudSqlAway, databaseUserOf, openCloudSql, type CloudSql, type CloudSqlOptions } from '#adapters/cloud-sql/open-cloud-sql.ts';
import { openPool } from '#adapters/mysql/mysql-pool.ts';
import { mysqlReadModel } from '#adapters/mysql/read-model.ts';
import { canCertify } from '../support/certificates.ts';
import { eventually } from '../support/eventually.ts';
import { startCloudSql, type TestCloudSql } from '../support/cloud-sql.ts';
import { testDatabase, type TestDatabase } from '../support/mysql.ts';

/** macOS has one address of loopback, and another program may hold the port that Cloud SQL's is fixed to. */
const noPort = ['EADDRNOTAVAIL', 'EADDRINUSE', 'EACCES'];

describe("Cloud SQL's connector, before a real MySQL server on loopback", function () {
  let folder: string;
  let database: TestDatabase;
  let google: TestCloudSql;
  const opened: CloudSql[] = [];
  const sql = async (statement: string): Promise<void> => {
    const connection = await createConnection({ uri: database.url, connectTimeout: 10_000 });
    await connection.query(statement).finally(() => connection.destroy());
  };

  before(async function () {
    if (!canCertify()) {
      process.stderr.write('    Cloud SQL: skipped, there is no OpenSSL 3 here to make certificates with\n');
      this.skip();
    }
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-cloud-sql-'));
    database = await testDatabase();
    try {
      google = await startCloudSql(folder, database.url);
    } catch (error) {
      const code = String((error as NodeJS.ErrnoException).code);
      if (!noPort.includes(code)) throw error;
      process.stderr.write(`    Cloud SQL: skipped, its port is not to be had here (${code})\n`);
      this.skip();
    }
    // as terraform makes it: an account without a password, which the instance lets in for its certificate alone
    await sql(`CREATE USER 'projector'@'%' IDENTIFIED BY ''`);
    await sql(`GRANT ALL ON ${new URL(database.url).pathname.slice(1)}.* TO 'projector'@'%'`);
  });
  after(async () => {
    for (const { close } of opened) close();
    await google?.close();
    if (google) await sql(`DROP USER IF EXISTS 'projector'@'%'`);
    await database?.drop();
    if (folder) fs.rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => google.fail(undefined));

  const open = async (change: Partial<CloudSqlOptions> = {}): Promise<CloudSql> => {
    const auth = new OAuth2Client({ credentials: { access_token: 'of-a-test', expiry_date: Date.now() + 3_600_000 } });
    const cloudSql = await openCloudSql({
      instance: google.instance,
      user: 'projector@a-project.iam.gserviceaccount.com',
      database: new URL(database.url).pathname.slice(1),
      connector: { auth: auth as never, sqlAdminAPIEndpoint: google.adminUrl },
      ...change,
    });
    opened.push(cloudSql);
    return cloudSql;
  };

  it('lets the pool in under its account, encrypted, with a certificate of its own and the token for its login', async () => {
    const { database: where } = await open();
    const { pool } = openPool({ ...where, connections: 3 });
    const ask = async (): Promise<unknown> => (await pool.query('SELECT CURRENT_USER() AS user, @@time_zone AS zone'))[0];
    const answers = await Promise.all([ask(), ask(), ask()]);
    assert.deepEqual(answers[0], [{ user: 'projector@%', zone: '+00:00' }]);
    assert.deepEqual(new Set(google.visitors), new Set(['a-door']));
    assert.deepEqual(new Set(google.logins), new Set(['of-a-test']));
    await pool.end();
  });

  it('carries the read model', async () => {
    const { database: where } = await open();
    const readModel = mysqlReadModel(where);
    await readModel.ping();
    await readModel.close();
  });

  for (const [status, words] of [
    [403, /reporting can't be reached: the service account may not connect.*roles\/cloudsql.client/],
    [404, /there is no such instance.*CARILLON_SQL_INSTANCE/],
  ] as const)
    it(`says what to do when Google answers ${status}`, async () => {
      google.fail(status);
      await assert.rejects(open(), (error: unknown) => error instanceof CloudSqlAway && words.test(error.message));
    });

  it('does not wait for Google for ever', async () => {
    google.fail(0);
    await assert.rejects(open({ timeoutMs: 200 }), /did not answer within 200 ms/);
  });

  it('lets the process live when neither the instance nor Google can be had', async () => {
    const { database: where } = await open({ instance: google.instance.replace('reporting', 'third') });
    google.fail(403);
    const before = google.asked();
    const uncaught: unknown[] = [];
    const note = (error: unknown): void => void uncaught.push(error);
    process.on('unhandledRejection', note);
    const { pool } = openPool({ ...where, connections: 1, connectTimeoutMs: 5_000 });
    await assert.rejects(pool.query('SELECT 1'));
    await eventually('the connector has asked Google again', () => google.asked() > before);
    await sleep(200);
    process.off('unhandledRejection', note);
    assert.deepEqual(uncaught, [], 'outside of tests each of them ends the process');
    pool.end().catch(() => undefined);
  });

  it('does not take another instance for the right one', async () => {
    const { database: where } = await open({ instance: google.instance.replace('reporting', 'another') });
    const { pool } = openPool({ ...where, connections: 1, connectTimeoutMs: 5_000 });
    await assert.rejects(pool.query('SELECT 1'), /CN|certificate/i);
    pool.end().catch(() => undefined);
  });
});

describe("MySQL's name of an account", () => {
  for (const [account, user] of [
    ['projector@a-project.iam.gserviceaccount.com', 'projector'],
    ['projector@a-project.iam', 'projector'],
    ['projector', 'projector'],
  ] as const)
    it(`of ${account} is ${user}`, () => assert.equal(databaseUserOf(account), user));
});
