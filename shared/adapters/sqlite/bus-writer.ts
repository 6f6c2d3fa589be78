import type { DatabaseSync } from 'node:sqlite';
import { wordsOf, type BusLog } from './bus-log.ts';
import { busTransaction } from './bus-transaction.ts';

/**
 * `apply` runs inside the transaction and returns by how many tasks it changes the table. A write without `failed` states what has
 * happened already: it waits until the table can be written.
 */
export type Write = Readonly<{ durable: boolean; apply: () => number; written?: () => void; failed?: (error: unknown) => void }>;

/** What goes into every transaction after its writes; `written` follows the commit. */
export type LastWrite = () => Readonly<{ change: number; written: () => void }>;

export type WriterOptions = Readonly<{
  db: DatabaseSync;
  log: BusLog;
  size: number;
  last: LastWrite;
  /** a transaction was undone */ undone: () => void;
}>;

const retryMs = 1000;
/** A laptop's sleep stops timers but not the clock: none is trusted for longer than this. */
const longestTimerMs = 60_000;

/** Group commit of the bus: all writes of one turn of the event loop, and `last`, share a transaction. */
export const busWriter = ({ db, log, size: opened, last, undone }: WriterOptions) => {
  const transaction = busTransaction(db);
  let size = opened;
  let waiting: Write[] = [];
  let closed = false;
  let scheduled: NodeJS.Immediate | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** until when the table is left alone after it could not be written */
  let retryAt = 0;

  const wake = (): void => {
    if (!closed && performance.now() >= retryAt) scheduled ??= setImmediate(flush);
  };

  const wakeIn = (delayMs: number): void => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(wake, Math.min(delayMs, longestTimerMs));
  };

  const commit = (writes: readonly Write[]): (() => void) => {
    const durable = writes.some((one) => one.durable);
    let change = 0;
    let written = (): void => {};
    transaction(durable, () => {
      for (const { apply } of writes) change += apply();
      const taken = last();
      change += taken.change;
      written = taken.written;
    });
    size += change;
    return written;
  };

  function flush(): void {
    clearImmediate(scheduled);
    scheduled = undefined;
    const writes = waiting;
    waiting = [];
    let written: () => void;
    try {
      written = commit(writes);
    } catch (error) {
      undone();
      waiting.push(...writes.filter(({ failed }) => failed === undefined));
      for (const one of writes) one.failed?.(error);
      log.error({ error: wordsOf(error) }, 'tasks could not be written, and are tried again every second (is there space on the disk?)');
      retryAt = performance.now() + retryMs;
      return wakeIn(retryMs + 1);
    }
    for (const one of writes) one.written?.();
    written();
  }

  return {
    wake,
    wakeIn,
    /** Joins the next transaction. */
    write: (one: Write): void => {
      waiting.push(one);
      wake();
    },
    /** Tasks in the table, what waits for the next transaction included. */
    size: (): number => {
      if (waiting.length > 0 && !closed && performance.now() >= retryAt) flush();
      return size;
    },
    isClosed: (): boolean => closed,
    close: (): void => {
      if (waiting.length > 0) flush();
      closed = true;
      clearImmediate(scheduled);
      clearTimeout(timer);
    },
  };
};
