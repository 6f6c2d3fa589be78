import assert from 'node:assert/strict';
import net, { type AddressInfo } from 'node:net';
import { openPool, withSession } from '#adapters/mysql/mysql-pool.ts';
import { ReadModelAway } from '#ports/read-model.ts';
import { testDatabase, type TestDatabase } from '../../support/mysql.ts';

describe('the pool', () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.drop());

  it('takes values beside a statement, and leaves one without values as it is', async () => {
    const { pool } = openPool({ url: database.url });
    assert.deepEqual((await pool.query("SELECT ? AS a, ? AS b, '?' AS c", ["it's ?", 2]))[0], [{ a: "it's ?", b: 2, c: '?' }]);
    assert.deepEqual((await pool.query("SELECT '?' AS c"))[0], [{ c: '?' }]);
    await pool.end();
  });

  it('works strictly and in UTC, whatever the server’s own settings are', async () => {
    const mysql = openPool({ url: database.url });
    const [row] = await withSession(mysql, ({ ask }) => ask('SELECT @@time_zone AS zone, @@sql_mode AS mode'));
    assert.equal(row?.['zone'], '+00:00');
    assert.match(String(row?.['mode']), /STRICT_TRANS_TABLES/);
    await mysql.pool.end();
  });

  it('waits for a connection no longer than it was told', async () => {
    const mysql = openPool({ url: database.url, connections: 1, connectTimeoutMs: 300 });
    const done = Promise.withResolvers<void>();
    const busy = withSession(mysql, () => done.promise);
    await assert.rejects(
      withSession(mysql, async () => undefined),
      ReadModelAway,
    );
    done.resolve();
    await busy;
    await withSession(mysql, async () => undefined);
    await mysql.pool.end();
  });

  it('waits for an answer no longer than it was told, and throws the connection away', async () => {
    const mysql = openPool({ url: database.url, connections: 1, statementTimeoutMs: 300 });
    await assert.rejects(
      withSession(mysql, ({ ask }) => ask('SELECT SLEEP(20)')),
      ReadModelAway,
    );
    assert.equal((await withSession(mysql, ({ ask }) => ask('SELECT 1 AS one')))[0]?.['one'], 1);
    await mysql.pool.end();
  });

  it('gives up on a server that says nothing', async () => {
    const silent = net.createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const url = `mysql://a:b@127.0.0.1:${(silent.address() as AddressInfo).port}/c`;
    const mysql = openPool({ url, connectTimeoutMs: 300 });
    await assert.rejects(
      withSession(mysql, ({ ask }) => ask('SELECT 1')),
      ReadModelAway,
    );
    await mysql.pool.end();
    silent.close();
  });
});
