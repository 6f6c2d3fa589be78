import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';
import { defaultCacheDir } from '#adapters/mysql/server/default-cache-dir.ts';
import { startMySqlServer } from '#adapters/mysql/server/start-mysql-server.ts';

export type TestDatabase = Readonly<{ url: string; drop: () => Promise<void> }>;

type TestServer = Readonly<{ url: string; stop: () => Promise<void> }>;

let server: Promise<TestServer> | undefined;

/** Packages are fetched once for all runs of the tests and for the house itself. */
export const testCacheDir = (): string => defaultCacheDir(process.env, os.homedir());

const startServer = async (): Promise<TestServer> => {
  const given = process.env['MYSQL_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined };
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-test-mysql-'));
  const started = await startMySqlServer({
    dataDir,
    cacheDir: testCacheDir(),
    database: 'carillon',
    env: process.env,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  return {
    url: started.url,
    stop: async () => {
      await started.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

const run = async (url: string, sql: string): Promise<void> => {
  const connection = await createConnection({ uri: url, connectTimeout: 10_000 });
  try {
    await connection.query(sql);
    await connection.end();
  } finally {
    connection.destroy();
  }
};

/**
 * A fresh, empty database on the one server of this test run: MYSQL_URL, else a private server that the first call starts and that
 * ends with the run. Drop it when done.
 */
export const testDatabase = async (): Promise<TestDatabase> => {
  server ??= startServer();
  const { url: serverUrl } = await server;
  const name = `carillon_test_${randomBytes(6).toString('hex')}`;
  await run(serverUrl, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(serverUrl, `DROP DATABASE IF EXISTS ${name}`) };
};

after('stop the MySQL server of this run', async () => {
  const started = server;
  server = undefined;
  await started?.then(({ stop }) => stop()).catch(() => undefined);
});
