import { connectFirestore } from '#adapters/firestore/connection.ts';
import type { Operations } from '#adapters/firestore/meter.ts';
import { StreamMoved } from '#ports/event-store.ts';
import { appendTo, queued, reported, upTo } from './log-events.ts';
import { firestoreStoreOn } from './firestore-store.ts';

/**
 * `HOST PROJECT NAME`: one of several writers on the same streams. Tells its parent now and then how often it met others, and, when it is told
 * to stop, what it wrote.
 */
const [host = '', projectId = '', name = ''] = process.argv.slice(2);
const connection = connectFirestore({ projectId, databaseId: '(default)', host });
const { store } = firestoreStoreOn(connection);

export type Written = Readonly<{ by: string; stream: string; position: number }>;

export type Told = Readonly<{ counts: Operations; written?: readonly Written[] }>;

const written: Written[] = [];
const stop = new AbortController();
process.on('message', () => stop.abort());
const tell = (told: Told): void => void process.send?.(told);
const telling = setInterval(() => tell({ counts: connection.meter.counts() }), 50);
const note = (by: string, stream: string, position: number): void => void written.push({ by, stream, position });

/** Few partitions, so that everybody meets everybody. */
const meetingPlaces = ['other-0', 'other-1', 'other-2', 'other-3'];
const streamIn = (partition: string, beginning: string): string => {
  for (let n = 0; ; n++) if (store.partitionOf(`${beginning}${n}`) === partition) return `${beginning}${n}`;
};

/** Counts shared streams up, as every handler does: reads, decides, appends what it decided on. A short stream each, or reading takes all the time. */
const countUp = async (partition: string): Promise<void> => {
  for (let n = 0; !stop.signal.aborted; n++) {
    const by = `${name}-count-${partition}-${n}`;
    const stream = streamIn(partition, `campaign-count_${Math.floor(n / 4)}_`);
    for (let isDone = false; !isDone;) {
      const { events, at } = await store.read(stream);
      try {
        note(by, stream, (await store.append(appendTo(stream, { by, expected: at, events: [reported(events.length)] }))).position);
        isDone = true;
      } catch (error) {
        if (!(error instanceof StreamMoved)) throw error;
      }
    }
  }
};

/** Appends to a stream of its own or of all, with a claim of its own. */
const write = async (partition: string): Promise<void> => {
  for (let n = 0; !stop.signal.aborted; n++) {
    const by = `${name}-write-${partition}-${n}`;
    const isOwn = n % 3 === 0;
    const stream = streamIn(partition, isOwn ? `contact-${by}_` : 'contact-all_');
    const events = upTo(1 + (n % 20)).map((row) => (row % 2 ? queued(row) : reported(row)));
    const documents = [{ path: `claims/${by}`, ifAbsent: true as const, data: by }];
    note(by, stream, (await store.append(appendTo(stream, { by, events, documents, ...(isOwn && { expected: 0 }) }))).position);
  }
};

await Promise.all(meetingPlaces.flatMap((partition) => [countUp(partition), write(partition)]));
clearInterval(telling);
await new Promise((resolve) => process.send?.({ counts: connection.meter.counts(), written } satisfies Told, resolve));
process.disconnect();
await connection.close();
