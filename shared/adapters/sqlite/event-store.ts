import type { DatabaseSync } from 'node:sqlite';
import { partitionGroupOf } from '#domain/kernel/streams.ts';
import { decodeRecord, erasePrivateParts, holdsAppend } from '#log/commit-record.ts';
import { prepareAppend, type PreparedAppend } from '#log/prepared-append.ts';
import { DocumentMoved } from '#ports/documents.ts';
import { StreamMoved, type Append, type EventStore, type Picking, type Placed } from '#ports/event-store.ts';
import type { Vault } from '#ports/vault.ts';
import type { Committer, Unit } from './committer.ts';
import { hashOf } from './document-path.ts';
import { dropOldPages } from './database.ts';
import type { CheckedWrite } from './document-table.ts';
import { recordBook } from './record-book.ts';

/** One machine, one writer: a few partitions let a few readers work side by side. Stored: never change their names, number or order. */
const bulkPartitions = ['bulk-0', 'bulk-1'] as const;
const otherPartitions = ['other-0'] as const;
const partitions: readonly string[] = [...bulkPartitions, ...otherPartitions];

const partitionOf = (stream: string): string => {
  const group: readonly string[] = partitionGroupOf(stream) === 'bulk' ? bulkPartitions : otherPartitions;
  return group[hashOf(stream) % group.length] ?? otherPartitions[0];
};

const statements = (db: DatabaseSync) => ({
  at: db.prepare('select seq, blob from commits where partition = ? and seq = ?'),
  replace: db.prepare('update commits set blob = ? where partition = ? and seq = ? and blob = ?'),
  after: db.prepare('select seq, blob from commits where partition = ? and seq > ? order by seq limit ?'),
  head: db.prepare('select max(seq) as seq from stream_commits where stream = ?'),
  seqs: db.prepare('select seq from stream_commits where stream = ? and seq > ? order by seq'),
});

type RecordRow = { seq: number; blob: Uint8Array };
const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const maxTries = 100;

export type SqliteEventStoreOptions = Readonly<{
  db: DatabaseSync;
  committer: Committer;
  vault: Vault;
  /** called after every commit with the partitions it touched */
  onCommit?: (partition: string) => void;
}>;

/** `early`: the same log; its appends resolve as `commitEarly` does. */
export type SqliteEventStore = EventStore & Readonly<{ early: EventStore }>;

export const sqliteEventStore = ({ db, committer, vault, onCommit }: SqliteEventStoreOptions): SqliteEventStore => {
  const sql = statements(db);
  const book = recordBook(db);
  const { table } = committer;
  committer.beforeCommit(book.write);
  committer.onEnd(book.forget);

  const recordAt = (partition: string, position: number): RecordRow | undefined => sql.at.get(partition, position) as RecordRow | undefined;

  const assertUnmoved = ({ stream, expected }: Append): void => {
    if (expected !== undefined && Number(sql.head.get(stream)?.seq ?? 0) > expected) throw new StreamMoved(stream, expected);
  };

  /** A writer that got no answer tries again: its own append among the newer records means that it had succeeded. */
  const ownAppend = (prepared: PreparedAppend): Placed | undefined => {
    const { stream, expected } = prepared.append;
    if (expected === undefined) return undefined;
    const partition = partitionOf(stream);
    const own = (sql.seqs.all(stream, expected) as RecordRow[]).find(({ seq }) => {
      const row = recordAt(partition, seq);
      return row && holdsAppend(bufferOf(row.blob), prepared);
    });
    return own && { partition, position: own.seq };
  };

  const unitOf = (prepared: PreparedAppend, placed: (at: Placed) => void): Unit => {
    const { append } = prepared;
    const { documents = [], expects = [] } = append;
    const partition = partitionOf(append.stream);
    let at: Placed;
    let writes: readonly CheckedWrite[];
    return {
      check: () => {
        assertUnmoved(append);
        at = book.placeOf(prepared, partition);
        writes = table.check(typeof documents === 'function' ? documents(at) : documents, expects);
      },
      apply: () => {
        book.add(prepared, at);
        table.apply(writes);
        placed(at);
      },
      weight: append.events.length + (typeof documents === 'function' ? 1 : documents.length),
    };
  };

  const commit = async (prepared: PreparedAppend, isEarly: boolean): Promise<Placed> => {
    let at: Placed | undefined;
    try {
      await (isEarly ? committer.commitEarly : committer.commit)(unitOf(prepared, (placed) => void (at = placed)));
    } catch (error) {
      const own = error instanceof StreamMoved || error instanceof DocumentMoved ? ownAppend(prepared) : undefined;
      if (!own) throw error;
      return own;
    }
    if (!at) throw new Error('a committed append has a place');
    return at;
  };

  const decode = (partition: string, { seq, blob }: RecordRow, only?: string | Picking) =>
    decodeRecord(bufferOf(blob), { partition, position: seq }, vault, only);

  const appending =
    (isEarly: boolean): EventStore['append'] =>
    async (append) => {
      const at = await commit(await prepareAppend(append, vault), isEarly);
      onCommit?.(at.partition);
      return at;
    };

  const store: EventStore = {
    append: appending(false),
    read: async (stream) => {
      const partition = partitionOf(stream);
      const seqs = (sql.seqs.all(stream, 0) as RecordRow[]).map(({ seq }) => seq);
      const events = [];
      for (const seq of seqs) {
        const row = recordAt(partition, seq);
        if (row) events.push(...(await decode(partition, row, stream)));
      }
      return { events, at: seqs.at(-1) ?? 0 };
    },
    feed: async (partition, after, limit, only) => {
      const rows = sql.after.all(partition, after, limit) as RecordRow[];
      // a reader's checkpoint elsewhere must not run ahead of what a power cut leaves of the log
      await committer.settled();
      const events = [];
      for (const row of rows) events.push(...(await decode(partition, row, only)));
      return { events, at: rows.at(-1)?.seq ?? after };
    },
    tail: async (partition) => book.tail(partition),
    partitions: () => partitions,
    partitionOf,
    erasePrivate: async (partition, position, eventIds) => {
      // Somebody else may be erasing from the same record: whoever finds it changed begins again.
      for (let tries = 0; tries < maxTries; tries++) {
        const row = recordAt(partition, position);
        if (!row) return;
        const erased = await erasePrivateParts(bufferOf(row.blob), eventIds, vault);
        let done = false;
        const apply = (): void => void (done = sql.replace.run(erased, partition, position, row.blob).changes > 0);
        await committer.commit({ check: () => {}, apply });
        if (done) return dropOldPages(db);
      }
      throw new Error(`the record ${position} of ${partition} changed ${maxTries} times while private parts were taken out of it`);
    },
  };
  return { ...store, early: { ...store, append: appending(true) } };
};
