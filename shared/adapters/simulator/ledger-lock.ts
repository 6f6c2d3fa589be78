import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const pauseMs = 25;

export class LedgerInUse extends Error {
  constructor(file: string) {
    super(`the ledger ${file} is being written by another simulator`);
    this.name = 'LedgerInUse';
  }
}

const listen = (name: string): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(name, () => resolve(server.unref()));
  });

const folderOf = (file: string): string => realpathSync(dirname(file));

/**
 * Keeps a ledger for one process: the one before it, whose platform was killed, may still be about to end. Held by the name of a
 * socket that Linux forgets with the process, however it ends; elsewhere nothing is guarded. Rejects with LedgerInUse after `patienceMs`.
 */
export const lockLedger = async (file: string, patienceMs: number): Promise<() => Promise<void>> => {
  if (process.platform !== 'linux') return async () => {};
  const path = join(folderOf(file), basename(file));
  const name = `\0carillon-ledger-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`;
  const end = performance.now() + patienceMs;
  for (;;) {
    const server = await listen(name);
    if (server) return () => new Promise((resolve) => void server.close(() => resolve()));
    if (performance.now() > end) throw new LedgerInUse(file);
    await sleep(pauseMs);
  }
};
