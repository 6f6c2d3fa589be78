import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { defaultCacheDir } from '#adapters/mysql/server/default-cache-dir.ts';
import { NoMySqlServer, startMySqlServer, type MySqlServer } from '#adapters/mysql/server/start-mysql-server.ts';
import { testCacheDir } from '../../support/mysql.ts';

const ask = async (url: string, sql: string): Promise<RowDataPacket[]> => {
  const connection = await createConnection({ uri: url, connectTimeout: 5_000 });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(sql);
    await connection.end();
    return rows;
  } finally {
    connection.destroy();
  }
};

const until = async (what: string, condition: () => boolean): Promise<void> => {
  const deadline = Date.now() + 30_000;
  while (!condition()) {
    assert.ok(Date.now() < deadline, `still waiting until ${what}`);
    await sleep(10);
  }
};

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const serverPid = (dataDir: string): number => Number(fs.readFileSync(path.join(dataDir, 'server.pid'), 'utf8'));
const hasServer = (dataDir: string): boolean => fs.existsSync(path.join(dataDir, 'server.pid')) && runs(serverPid(dataDir));
const modeOf = (file: string): string => (fs.statSync(file).mode & 0o777).toString(8);

describe('the private MySQL server', () => {
  const folders: string[] = [];
  const servers: MySqlServer[] = [];
  const owners: ChildProcess[] = [];

  const newFolder = (): string => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-server-'));
    folders.push(folder);
    return folder;
  };
  const start = async (dataDir: string): Promise<MySqlServer> => {
    const options = { dataDir, cacheDir: testCacheDir(), database: 'carillon', env: process.env, log: () => undefined };
    const server = await startMySqlServer(options);
    servers.push(server);
    return server;
  };
  const spawnOwner = (dataDir: string): ChildProcess => {
    const script = path.join(import.meta.dirname, 'server-owner.ts');
    const owner = spawn(process.execPath, [script, dataDir, testCacheDir()], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    owners.push(owner);
    return owner;
  };
  const urlFrom = async (owner: ChildProcess): Promise<string> => {
    assert.ok(owner.stdout);
    const [line] = (await once(createInterface(owner.stdout), 'line', { signal: AbortSignal.timeout(50_000) })) as [string];
    return line;
  };

  afterEach(async () => {
    owners.splice(0).forEach((owner) => owner.kill('SIGKILL'));
    await Promise.all(servers.splice(0).map(({ stop }) => stop()));
    for (const folder of folders) await until('no server uses the folder', () => !hasServer(folder));
    folders.splice(0).forEach((folder) => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
  });

  it('starts in an empty folder, closed to others, in UTC and utf8mb4 and strict', async () => {
    const dataDir = path.join(newFolder(), 'mysql');
    const { url, kind, alive } = await start(dataDir);
    const [row] = await ask(
      url,
      `SELECT @@global.sql_mode AS mode, @@global.time_zone AS zone, @@global.collation_server AS collation, DATABASE() AS name,
       @@character_set_database AS charset, @@collation_database AS ours, @@global.bind_address AS address`,
    );
    assert.match(kind, /^(MySQL|MariaDB) \d+\.\d+\.\d+ \((installed|unpacked)\)$/);
    assert.deepEqual(
      [row?.['zone'], row?.['collation'], row?.['name'], row?.['charset'], row?.['ours'], row?.['address']],
      ['+00:00', 'utf8mb4_unicode_ci', 'carillon', 'utf8mb4', 'utf8mb4_unicode_ci', '127.0.0.1'],
    );
    assert.match(String(row?.['mode']), /ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES/);
    assert.deepEqual(
      [modeOf(dataDir), modeOf(path.join(dataDir, 'password')), modeOf(path.join(dataDir, 'init.sql'))],
      ['700', '600', '600'],
    );
    assert.ok(alive());
  });

  it('lets nobody in without the password', async () => {
    const { url } = await start(newFolder());
    const stranger = new URL(url);
    stranger.password = 'guess';
    await assert.rejects(ask(stranger.href, 'SELECT 1'), { code: 'ER_ACCESS_DENIED_ERROR' });
    stranger.username = 'root';
    stranger.password = '';
    await assert.rejects(ask(stranger.href, 'SELECT 1'));
  });

  it('goes when its owner is killed, and the next start finds the data under the same url', async () => {
    const dataDir = newFolder();
    const owner = spawnOwner(dataDir);
    const url = await urlFrom(owner);
    await ask(url, 'CREATE TABLE kept (id INT PRIMARY KEY) ENGINE=InnoDB');
    await ask(url, 'INSERT INTO kept VALUES (42)');
    const pid = serverPid(dataDir);
    owner.kill('SIGKILL');
    // At once, while the old server is still finishing.
    const server = await start(dataDir);
    await until('the old server is gone', () => !runs(pid));
    assert.equal(server.url, url);
    assert.deepEqual(
      (await ask(server.url, 'SELECT id FROM kept')).map(({ id }) => id as number),
      [42],
    );
  });

  it('goes when its owner is killed and nobody starts again', async () => {
    const dataDir = newFolder();
    const owner = spawnOwner(dataDir);
    await urlFrom(owner);
    const pid = serverPid(dataDir);
    assert.ok(runs(pid));
    owner.kill('SIGKILL');
    await until('the server is gone', () => !runs(pid));
  });

  it('does not hear a Ctrl-C that its owner hears', async () => {
    const dataDir = newFolder();
    const owner = spawnOwner(dataDir);
    const url = await urlFrom(owner);
    assert.ok(owner.pid);
    process.kill(-owner.pid, 'SIGINT');
    assert.equal((await ask(url, 'SELECT SLEEP(0.2) AS slept')).length, 1);
    assert.ok(runs(serverPid(dataDir)));
  });

  it('begins again where an initialisation was killed in the middle', async () => {
    const dataDir = newFolder();
    const owner = spawnOwner(dataDir);
    await until('the system tables are being made', () => fs.readdirSync(dataDir).some((name) => name.includes('.new-')));
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    assert.equal(fs.existsSync(path.join(dataDir, 'port')), false);
    const { url } = await start(dataDir);
    assert.equal((await ask(url, 'SELECT 1 AS one')).length, 1);
    assert.deepEqual(
      fs.readdirSync(dataDir).filter((name) => name.includes('.new-')),
      [],
    );
  });

  it('runs beside another one', async () => {
    const [one, two] = await Promise.all([start(newFolder()), start(newFolder())]);
    await ask(one.url, 'CREATE TABLE mine (id INT PRIMARY KEY)');
    assert.deepEqual(await ask(two.url, 'SHOW TABLES'), []);
    await one.stop();
    assert.equal((await ask(two.url, 'SELECT 1 AS one')).length, 1);
  });

  it('tells when the server died, and starts it again under the same url', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir);
    await ask(server.url, 'CREATE TABLE kept (id INT PRIMARY KEY) ENGINE=InnoDB');
    process.kill(serverPid(dataDir), 'SIGKILL');
    await until('the death is known', () => !server.alive());
    const before = server.url;
    assert.equal(await server.restart(), before);
    assert.ok(server.alive());
    assert.equal((await ask(server.url, 'SHOW TABLES')).length, 1);
    await server.stop();
    assert.equal(server.alive(), false);
  });

  it('says in one line what to do where there is no server and none can be fetched', async () => {
    const env = { PATH: newFolder() };
    const options = { dataDir: newFolder(), cacheDir: newFolder(), database: 'carillon', env, log: () => undefined, folders: [] };
    await assert.rejects(startMySqlServer(options), (error: Error) => {
      assert.ok(error instanceof NoMySqlServer);
      assert.match(
        error.message,
        /^no MySQL server: (apt-get: not found on this machine|none is installed here)\. Set MYSQL_URL, or install MySQL 8\+ or MariaDB 10\.11\+$/,
      );
      return !error.message.includes('\n');
    });
  });

  it('passes over a server that is too old or broken', async () => {
    const bin = newFolder();
    fs.writeFileSync(path.join(bin, 'mysqld'), '#!/bin/sh\necho "mysqld  Ver 5.7.44 for Linux on x86_64"\n', { mode: 0o755 });
    fs.writeFileSync(path.join(bin, 'mariadbd'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const options = { dataDir: newFolder(), cacheDir: newFolder(), database: 'carillon', log: () => undefined, folders: [] };
    await assert.rejects(startMySqlServer({ ...options, env: { PATH: bin } }), NoMySqlServer);
  });

  it('refuses a database name that is more than a name', async () => {
    const options = { dataDir: newFolder(), cacheDir: newFolder(), env: process.env, log: () => undefined };
    await assert.rejects(startMySqlServer({ ...options, database: 'x; DROP DATABASE y' }), /letters, digits and underscores/);
  });
});

describe('the cache folder of server packages', () => {
  it('follows XDG_CACHE_HOME where that is absolute', () => {
    assert.equal(defaultCacheDir({ XDG_CACHE_HOME: '/var/cache/me' }, '/home/me'), '/var/cache/me/carillon');
    assert.equal(defaultCacheDir({ XDG_CACHE_HOME: 'cache' }, '/home/me'), '/home/me/.cache/carillon');
    assert.equal(defaultCacheDir({}, '/home/me'), '/home/me/.cache/carillon');
  });
});
