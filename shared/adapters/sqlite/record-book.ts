import type { DatabaseSync } from 'node:sqlite';
import { encodeRecord } from '#log/commit-record.ts';
import type { PreparedAppend } from '#log/prepared-append.ts';
import { maxBytesPerAppend, maxEventsPerAppend, type Placed } from '#ports/event-store.ts';

/** A record that is being filled by the appends of one transaction. */
type OpenRecord = { seq: number; appends: PreparedAppend[]; streams: Set<string>; events: number; bytes: number };

/** The commit records of the transaction under way: where the next append stands, and their writing. */
export const recordBook = (db: DatabaseSync) => {
  const newest = db.prepare('select coalesce(max(seq), 0) as seq from commits where partition = ?');
  const insert = db.prepare('insert into commits (partition, seq, blob) values (?, ?, ?)');
  const point = db.prepare('insert or ignore into stream_commits (stream, seq) values (?, ?)');
  const open = new Map<string, OpenRecord[]>();

  const tail = (partition: string): number => Number(newest.get(partition)?.seq);

  const fits = (record: OpenRecord, { append, bytes }: PreparedAppend): boolean =>
    record.events + append.events.length <= maxEventsPerAppend && record.bytes + bytes <= maxBytesPerAppend;

  return {
    tail,
    /** Where `add` will put the append if nothing else comes first. */
    placeOf: (prepared: PreparedAppend, partition: string): Placed => {
      const last = open.get(partition)?.at(-1);
      if (last && fits(last, prepared)) return { partition, position: last.seq };
      return { partition, position: (last?.seq ?? tail(partition)) + 1 };
    },
    add: (prepared: PreparedAppend, { partition, position }: Placed): void => {
      const records = open.get(partition) ?? [];
      open.set(partition, records);
      let record = records.at(-1);
      if (record?.seq !== position) {
        record = { seq: position, appends: [], streams: new Set(), events: 0, bytes: 0 };
        records.push(record);
      }
      record.appends.push(prepared);
      record.events += prepared.append.events.length;
      record.bytes += prepared.bytes;
      // what many say of one stream at once is one entry
      if (!record.streams.has(prepared.append.stream)) point.run(prepared.append.stream, position);
      record.streams.add(prepared.append.stream);
    },
    write: (): void => {
      for (const [partition, records] of open) for (const { seq, appends } of records) insert.run(partition, seq, encodeRecord(appends));
    },
    forget: (): void => open.clear(),
  };
};
