import { startMySqlServer } from '#adapters/mysql/server/start-mysql-server.ts';

// A process that owns a server, to be killed: server-owner.ts DATA_DIR CACHE_DIR. Says the url once the server answers.
const [dataDir = '', cacheDir = ''] = process.argv.slice(2);

// A Ctrl-C in a terminal reaches the whole process group; this owner outlives it to show that the server does too.
process.on('SIGINT', () => undefined);

const { url } = await startMySqlServer({ dataDir, cacheDir, database: 'carillon', env: process.env, log: () => undefined });
process.stdout.write(`${url}\n`);
setInterval(() => undefined, 60_000);
