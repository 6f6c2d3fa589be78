import { close, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

export type WalSync = Readonly<{
  /** To be called after a commit: resolves when it, and everything before it, is on the disk. */
  durable: () => Promise<void>;
  /** Resolves when what was committed until now is on the disk; at once, when it is. */
  settled: () => Promise<void>;
  close: () => void;
}>;

type Waiter = Readonly<{ resolve: () => void; reject: (error: unknown) => void }>;

/**
 * Syncs the write-ahead log off the main thread. SQLite's own sync (synchronous = full) would hold the process's only thread at every
 * commit; here one sync serves all commits before it, while the next ones are written. What is read before it is durable does no harm where it leads to
 * another commit: that one stands behind it in the same file and becomes durable no earlier. What leaves the file waits for `settled`.
 * After a sync that failed nobody can know what is on the disk: nothing more is called durable until the file is opened again.
 */
export const walSync = (db: DatabaseSync): WalSync => {
  const file = db.location();
  const fd = file === null ? undefined : openSync(`${file}-wal`, 'r+');
  let waiting: Waiter[] = [];
  let running = false;
  let closed = false;
  let broken: unknown;
  let last: Promise<void> = Promise.resolve();

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
      broken ??= error;
      settle(waiters, broken);
      if (waiting.length > 0) run(on);
      else if (closed) close(on, () => {});
    });
  };

  const durable = (): Promise<void> =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      if (fd === undefined || closed) return resolve();
      waiting.push({ resolve, reject });
      if (!running) run(fd);
    });

  return {
    durable: () => {
      last = durable();
      return last;
    },
    settled: () => last,
    close: () => {
      if (fd === undefined || closed) return;
      closed = true;
      fdatasyncSync(fd);
      if (!running) close(fd, () => {});
    },
  };
};
