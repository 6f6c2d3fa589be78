import { close, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

export type WalSync = Readonly<{
  /** Resolves when everything committed until now is on the disk. */
  durable: () => Promise<void>;
  close: () => void;
}>;

type Waiter = Readonly<{ resolve: () => void; reject: (error: unknown) => void }>;

/**
 * Syncs the write-ahead log off the main thread. SQLite's own sync (synchronous = full) would hold the process's only thread at every
 * commit; here one sync serves all commits before it, while the next ones are written. What is read before it is durable does no harm: a
 * commit that builds on it stands behind it in the same file and becomes durable no earlier.
 */
export const walSync = (db: DatabaseSync): WalSync => {
  const file = db.location();
  const fd = file === null ? undefined : openSync(`${file}-wal`, 'r+');
  let waiting: Waiter[] = [];
  let running = false;
  let closed = false;

  const settle = (waiters: readonly Waiter[], error: unknown): void => {
    for (const { resolve, reject } of waiters)
      if (error) reject(error);
      else resolve();
  };
  const run = (on: number): void => {
    running = true;
    const waiters = waiting;
    waiting = [];
    fdatasync(on, (error) => {
      running = false;
      settle(waiters, error);
      if (waiting.length > 0) run(on);
      else if (closed) close(on, () => {});
    });
  };

  return {
    durable: () =>
      new Promise((resolve, reject) => {
        if (fd === undefined || closed) return resolve();
        waiting.push({ resolve, reject });
        if (!running) run(fd);
      }),
    close: () => {
      if (fd === undefined || closed) return;
      closed = true;
      fdatasyncSync(fd);
      if (!running) close(fd, () => {});
    },
  };
};
