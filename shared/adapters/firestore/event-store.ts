import type { RecordedEvent } from '#domain/catalogue.ts';
import { decodeRecord, erasePrivateParts } from '#log/commit-record.ts';
import { prepareAppend, type PreparedAppend } from '#log/prepared-append.ts';
import type { EventStore, Picking, Placed } from '#ports/event-store.ts';
import type { Vault } from '#ports/vault.ts';
import { backoff } from './backoff.ts';
import { commitFailure } from './call-failure.ts';
import type { FirestoreConnection } from './connection.ts';
import { lingerOf, type Linger } from './linger.ts';
import { partitionOf, partitions } from './partitions.ts';
import { partitionView } from './partition-view.ts';
import { partitionWriter } from './partition-writer.ts';
import { recordLog, type RecordBody, type RecordLog } from './record-log.ts';
import { newWriteId } from './write-id.ts';

export type FirestoreEventStoreOptions = Readonly<{
  connection: FirestoreConnection;
  vault: Vault;
  /** called after every commit with its partition */
  onCommit?: (partition: string) => void;
}>;

const appendMs = 30_000;
const maxWaiting = 20_000;
const maxWaitingBytes = 128_000_000;
const feedBytes = 16_000_000;
const eraseTries = 50;
const eraseBackoffMs = 10;
const eraseBackoffMostMs = 500;

/** Of a partition: its records, what this process knows of them, its one writer. */
const openPartition = (partition: string, { connection, onCommit = () => {} }: FirestoreEventStoreOptions, { wait }: Linger) => {
  const log = recordLog(connection, partition);
  const view = partitionView(log, (head) => writer.passed(head));
  const writer = partitionWriter({ partition, connection, log, view, linger: wait, onCommit });
  return { log, view, writer };
};

type Partition = ReturnType<typeof openPartition>;

/** What waits in this process is bounded: whoever comes on top of it is sent away to come again. */
const waitingRoom = () => {
  let count = 0;
  let bytes = 0;
  return async <T>(size: number, wait: () => Promise<T>): Promise<T> => {
    if (count >= maxWaiting || bytes + size > maxWaitingBytes)
      throw new Error(`${count} appends of ${bytes} bytes wait already; try again when the log has caught up`);
    count += 1;
    bytes += size;
    try {
      return await wait();
    } finally {
      count -= 1;
      bytes -= size;
    }
  };
};

const erase = async (
  { log, connection, vault }: { log: RecordLog; connection: FirestoreConnection; vault: Vault },
  position: number,
  eventIds: ReadonlySet<string>,
): Promise<void> => {
  for (let tries = 1; ; tries++) {
    const body = await log.bodyAt(position);
    if (!body) return;
    try {
      return await connection.commit([log.replacement(position, body.version, await erasePrivateParts(body.blob, eventIds, vault))]);
    } catch (error) {
      // taking out what is out already changes nothing: after a lost answer it is simply done again
      if (commitFailure(error) === 'refused' || tries >= eraseTries) throw error;
      await backoff(tries, eraseBackoffMs, eraseBackoffMostMs);
    }
  }
};

/** The log as commit records in Firestore: `log/{partition}/commits/{seq}`, one billed write for a commit of up to 500 events. */
export const firestoreEventStore = (options: FirestoreEventStoreOptions): EventStore => {
  const { connection, vault } = options;
  const linger = lingerOf();
  const opened = new Map<string, Partition>();
  const inRoom = waitingRoom();

  const partitionNamed = (name: string): Partition => {
    const known = opened.get(name);
    if (known) return known;
    if (!partitions.includes(name)) throw new Error(`there is no partition ${name}`);
    const partition = openPartition(name, options, linger);
    opened.set(name, partition);
    return partition;
  };

  const addTo = ({ view, writer }: Partition, prepared: PreparedAppend) =>
    new Promise<Placed>((resolve, reject) => {
      const { stream, expected } = prepared.append;
      const held = expected === undefined ? undefined : view.hold(stream);
      const until = performance.now() + appendMs;
      writer.add({ prepared, token: newWriteId(), held, until, settle: { resolve, reject } });
    });

  const decodeAll = async (
    partition: string,
    bodies: readonly RecordBody[],
    only?: string | Picking,
  ): Promise<readonly RecordedEvent[]> => {
    const events: RecordedEvent[] = [];
    for (const { seq, blob } of bodies) events.push(...(await decodeRecord(blob, { partition, position: seq }, vault, only)));
    return events;
  };

  return {
    append: async (append) => {
      const prepared = await prepareAppend(append, vault);
      const partition = partitionNamed(partitionOf(append.stream));
      return inRoom(prepared.bytes, () => linger.during(prepared, () => addTo(partition, prepared)));
    },
    read: (stream) => {
      const name = partitionOf(stream);
      const { log, view } = partitionNamed(name);
      return view.learn(stream, async () => {
        const events: RecordedEvent[] = [];
        for (let at = 0; ;) {
          const { bodies, isLast } = await log.bodiesOf(stream, at);
          events.push(...(await decodeAll(name, bodies, stream)));
          at = bodies.at(-1)?.seq ?? at;
          if (isLast) return { events, at };
        }
      });
    },
    feed: async (partition, after, limit, only) => {
      const bodies = await partitionNamed(partition).log.bodiesAfter(after, limit, feedBytes);
      return { events: await decodeAll(partition, bodies, only), at: bodies.at(-1)?.seq ?? after };
    },
    tail: (partition) => partitionNamed(partition).log.tail(),
    partitions: () => partitions,
    partitionOf,
    erasePrivate: (partition, position, eventIds) => erase({ log: partitionNamed(partition).log, connection, vault }, position, eventIds),
  };
};
