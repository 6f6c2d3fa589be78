import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { initialiseData } from './initialise-data.ts';
import { runUnderKeeper, type Kept } from './run-under-keeper.ts';
import type { ServerFolder } from './server-folder.ts';
import type { ServerProgram } from './server-program.ts';
import { serverArguments } from './server-settings.ts';

export type Launched = Readonly<{ url: string; kept: Kept; program: ServerProgram }>;

const user = 'carillon';
/** Longer than a recovery after a kill takes with a redo log of 128 MB. */
const answersWithinMs = 60_000;
const attempts = 3;

/** An empty port on loopback: `wished` where it is free, so that those who know the url find the server again. */
const freePort = (wished: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (wished === 0 ? reject(error) : resolve(freePort(0))));
    probe.listen(wished, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

const lastPort = (file: string): number => {
  const port = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  return Number.isSafeInteger(port) && port > 1023 && port < 65_536 ? port : 0;
};

/** Runs at every start, before the server takes connections. */
const initSql = (password: string, database: string): string =>
  [
    `ALTER USER 'root'@'localhost' IDENTIFIED BY '${password}';`,
    `CREATE USER IF NOT EXISTS '${user}'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `ALTER USER '${user}'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `GRANT ALL ON *.* TO '${user}'@'127.0.0.1' WITH GRANT OPTION;`,
    `CREATE DATABASE IF NOT EXISTS ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;`,
    '',
  ].join('\n');

/** Whoever knows the password is our server: a stranger may have taken the port meanwhile. */
const answers = async (url: string): Promise<boolean> => {
  try {
    const connection = await createConnection({ uri: url, connectTimeout: 2_000 });
    try {
      await connection.query({ sql: 'SELECT 1', timeout: 2_000 });
      await connection.end();
      return true;
    } finally {
      connection.destroy();
    }
  } catch {
    return false;
  }
};

const waitForAnswer = async (kept: Kept, url: string): Promise<boolean> => {
  const until = Date.now() + answersWithinMs;
  while (kept.alive() && Date.now() < until) {
    if (await answers(url)) return true;
    await sleep(50);
  }
  return false;
};

/** The server's own words about why it gave up, without its paths of startup chatter. */
const complaint = (logFile: string): string => {
  const lines = fs.readFileSync(logFile, 'utf8').split('\n');
  const errors = lines.filter((line) => /\[ERROR\]|error while loading/.test(line)).map((line) => line.replace(/^.*?\[ERROR\]\s*/, ''));
  return (errors.slice(0, 3).join(' | ') || lines.slice(-3).join(' | ')).slice(0, 600);
};

const startOnce = async (server: ServerProgram, folder: ServerFolder, target: { data: string; database: string }) => {
  const { dataDir, pidFile, initFile, logFile, portFile, password } = folder;
  const port = await freePort(lastPort(portFile));
  fs.writeFileSync(initFile, initSql(password, target.database), { mode: 0o600 });
  const args = serverArguments(server, { dataDir, data: target.data, port, initFile, pidFile });
  const kept = runUnderKeeper({ program: server.file, args, env: server.env, pidFile, logFile });
  const url = `mysql://${user}:${password}@127.0.0.1:${port}/${target.database}`;
  if (await waitForAnswer(kept, url)) {
    fs.writeFileSync(portFile, String(port), { mode: 0o600 });
    return { url, kept, program: server };
  }
  await kept.stop();
  fs.rmSync(portFile, { force: true });
  return undefined;
};

/**
 * Starts a server in the folder and waits until it answers. Each product and version has tables of its own: after a change of servers the
 * new one begins empty and is filled from the event log.
 */
export const launch = async (server: ServerProgram, folder: ServerFolder, database: string): Promise<Launched> => {
  const release = server.version.split('.').slice(0, 2).join('.');
  const data = path.join(folder.dataDir, `${server.product.toLowerCase()}-${release}`);
  if (!fs.existsSync(data)) await initialiseData(server, data);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const launched = await startOnce(server, folder, { data, database });
    if (launched !== undefined) return launched;
    // Only a port that someone else took meanwhile is worth another try.
    if (!/bind|address already in use/i.test(fs.readFileSync(folder.logFile, 'utf8'))) break;
  }
  throw new Error(complaint(folder.logFile));
};
