import type { DatabaseSync } from 'node:sqlite';
import { partitionGroupOf } from '#domain/kernel/streams.ts';
import { appendsOf, decodeRecord, encodeRecord, erasePrivateParts } from '#log/commit-record.ts';
import { prepareAppend, type PreparedAppend } from '#log/prepared-append.ts';
import { DocumentMoved, maxWritesPerCommit } from '#ports/documents.ts';
import { maxBytesPerAppend, maxEventsPerAppend, StreamMoved, type Append, type EventStore, type Placed } from '#ports/event-store.ts';
import type { Vault } from '#ports/vault.ts';
import type { Committer } from './committer.ts';
import { hashOf } from './document-table.ts';

/** One machine, one writer: a few partitions let a few readers work side by side. */
const bulkPartitions = ['bulk-0', 'bulk-1'] as const;
const otherPartitions = ['other-0'] as const;
const partitions: readonly string[] = [...bulkPartitions, ...otherPartitions];

const partitionOf = (stream: string): string => {
  const group: readonly string[] = partitionGroupOf(stream) === 'bulk' ? bulkPartitions : otherPartitions;
  return group[hashOf(stream) % group.length] ?? otherPartitions[0];
};

/** A record that is being filled by the appends of one transaction. */
type OpenRecord = { seq: number; appends: PreparedAppend[]; events: number; bytes: number };

const statements = (db: DatabaseSync) => ({
  tail: db.prepare('select coalesce(max(seq), 0) as seq from commits where partition = ?'),
  insert: db.prepare('insert into commits (partition, seq, blob) values (?, ?, ?)'),
  at: db.prepare('select seq, blob from commits where partition = ? and seq = ?'),
  replace: db.prepare('update commits set blob = ? where partition = ? and seq = ?'),
  after: db.prepare('select seq, blob from commits where partition = ? and seq > ? order by seq limit ?'),
  point: db.prepare('insert or ignore into stream_commits (stream, seq) values (?, ?)'),
  head: db.prepare('select max(seq) as seq from stream_commits where stream = ?'),
  seqs: db.prepare('select seq from stream_commits where stream = ? and seq > ? order by seq'),
});

type Sql = ReturnType<typeof statements>;
type RecordRow = { seq: number; blob: Uint8Array };
const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The records of the transaction under way. */
const recordBook = (sql: Sql) => {
  const open = new Map<string, OpenRecord[]>();
  const tails = new Map<string, number>();
  const tail = (partition: string): number => {
    const known = tails.get(partition) ?? Number(sql.tail.get(partition)?.seq);
    tails.set(partition, known);
    return known;
  };
  const place = (prepared: PreparedAppend): Placed => {
    const partition = partitionOf(prepared.append.stream);
    const records = open.get(partition) ?? [];
    open.set(partition, records);
    let record = records.at(-1);
    const full =
      !record || record.events + prepared.append.events.length > maxEventsPerAppend || record.bytes + prepared.bytes > maxBytesPerAppend;
    if (!record || full) {
      record = { seq: tail(partition) + 1, appends: [], events: 0, bytes: 0 };
      tails.set(partition, record.seq);
      records.push(record);
    }
    record.appends.push(prepared);
    record.events += prepared.append.events.length;
    record.bytes += prepared.bytes;
    sql.point.run(prepared.append.stream, record.seq);
    return { partition, position: record.seq };
  };
  return {
    place,
    write: (): void => {
      for (const [partition, records] of open)
        for (const { seq, appends } of records) sql.insert.run(partition, seq, encodeRecord(appends));
      open.clear();
    },
    undo: (): void => {
      open.clear();
      tails.clear();
    },
  };
};

export type SqliteEventStoreOptions = Readonly<{
  db: DatabaseSync;
  committer: Committer;
  vault: Vault;
  /** called after every commit with the partitions it touched */
  onCommit?: (partition: string) => void;
}>;

export const sqliteEventStore = ({ db, committer, vault, onCommit }: SqliteEventStoreOptions): EventStore => {
  const sql = statements(db);
  const book = recordBook(sql);
  const { table } = committer;
  committer.beforeCommit(book.write);
  committer.onUndone(book.undo);

  const head = (stream: string): number => Number(sql.head.get(stream)?.seq ?? 0);

  /** A writer that got no answer tries again: its own append among the newer records means that it had succeeded. */
  const ownAppend = ({ stream, expected = 0, cause }: Append): Placed | undefined => {
    const partition = partitionOf(stream);
    for (const { seq } of sql.seqs.all(stream, expected) as RecordRow[]) {
      const row = sql.at.get(partition, seq) as RecordRow | undefined;
      if (row && appendsOf(bufferOf(row.blob)).some((own) => own.cause === cause.id && own.stream === stream))
        return { partition, position: seq };
    }
    return undefined;
  };

  const unitOf = (prepared: PreparedAppend, placed: (at: Placed) => void) => {
    const { stream, expected, documents = [], expects = [] } = prepared.append;
    const nowhere = { partition: partitionOf(stream), position: 0 };
    const writesAt = (at: Placed) => (typeof documents === 'function' ? documents(at) : documents);
    return {
      check: (): void => {
        if (expected !== undefined && head(stream) > expected) throw new StreamMoved(stream, expected);
        expects.forEach(table.expect);
        const writes = writesAt(nowhere);
        if (writes.length > maxWritesPerCommit)
          throw new Error(`a commit takes at most ${maxWritesPerCommit} document writes, not ${writes.length}`);
        writes.forEach(table.check);
      },
      apply: (): void => {
        const at = book.place(prepared);
        writesAt(at).forEach(table.apply);
        placed(at);
      },
    };
  };

  const append = async (request: Append): Promise<Placed> => {
    if (request.events.length === 0) throw new Error('an append has at least one event; documents alone are written by Documents.write');
    const prepared = await prepareAppend(request, vault);
    let at: Placed | undefined;
    try {
      await committer.commit(unitOf(prepared, (placed) => void (at = placed)));
    } catch (error) {
      const moved = error instanceof StreamMoved || error instanceof DocumentMoved;
      const own = moved && request.expected !== undefined ? ownAppend(request) : undefined;
      if (!own) throw error;
      return own;
    }
    if (!at) throw new Error('a committed append has a place');
    onCommit?.(at.partition);
    return at;
  };

  const decode = (partition: string, { seq, blob }: RecordRow, only?: string) =>
    decodeRecord(bufferOf(blob), { partition, position: seq }, vault, only);

  return {
    append,
    read: async (stream) => {
      const partition = partitionOf(stream);
      const seqs = (sql.seqs.all(stream, 0) as RecordRow[]).map(({ seq }) => seq);
      const events = [];
      for (const seq of seqs) {
        const row = sql.at.get(partition, seq) as RecordRow | undefined;
        if (row) events.push(...(await decode(partition, row, stream)));
      }
      return { events, at: seqs.at(-1) ?? 0 };
    },
    feed: async (partition, after, limit) => {
      const rows = sql.after.all(partition, after, limit) as RecordRow[];
      const events = [];
      for (const row of rows) events.push(...(await decode(partition, row)));
      return { events, at: rows.at(-1)?.seq ?? after };
    },
    tail: async (partition) => Number(sql.tail.get(partition)?.seq),
    partitions: () => partitions,
    partitionOf,
    erasePrivate: async (partition, position, eventIds) => {
      const row = sql.at.get(partition, position) as RecordRow | undefined;
      if (!row) return;
      const erased = await erasePrivateParts(bufferOf(row.blob), eventIds, vault);
      await committer.commit({ check: () => {}, apply: () => void sql.replace.run(erased, partition, position) });
    },
  };
};
