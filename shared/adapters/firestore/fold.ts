import { maxBytesPerAppend, maxEventsPerAppend } from '#ports/event-store.ts';
import { maxWritesPerCommit } from '#ports/documents.ts';
import type { Operation } from './document-operations.ts';
import type { WaitingAppend } from './waiting-append.ts';

/** Appends that go into one record, with what they do to documents. */
export type Folded = Readonly<{ appends: readonly WaitingAppend[]; operations: ReadonlyMap<WaitingAppend, readonly Operation[]> }>;

/** Of all that one commit carries: Firestore takes 10 MiB, its emulator 4. */
export const maxCommitBytes = 3_900_000;
/** From here on waiting for more does not pay. */
const fullFrom = 0.8;

/** Fills a record. An append that does not fit, or that must not be in one commit with those that are in, has to wait for the next. */
export const fold = () => {
  const appends: WaitingAppend[] = [];
  const operations = new Map<WaitingAppend, readonly Operation[]>();
  const byPath = new Map<string, Operation>();
  const streams = new Set<string>();
  let events = 0;
  let bytes = 0;
  let carried = 0;

  /** Only one may write a document, but any number may expect the same of it. */
  const meets = ({ stored, guard, change }: Operation): boolean => {
    const other = byPath.get(stored);
    return other !== undefined && (change !== undefined || other.change !== undefined || other.guard !== guard);
  };

  const fits = ({ prepared }: WaitingAppend): boolean =>
    appends.length === 0 || (events + prepared.append.events.length <= maxEventsPerAppend && bytes + prepared.bytes <= maxBytesPerAppend);

  /** The record holds the stream already: for one who expects it unmoved it has moved. */
  const isMoved = ({ held }: WaitingAppend): boolean => held !== undefined && streams.has(held.stream);

  const takes = (waiting: WaitingAppend): boolean => {
    if (appends.length > 0 && (waiting.alone || appends[0]?.alone)) return false;
    return fits(waiting) && !isMoved(waiting);
  };

  const sizeOf = (list: readonly Operation[]): number => list.reduce((sum, operation) => sum + operation.bytes, 0);

  return {
    /** Whether it is worth looking at what the append does to documents. */
    takes,
    /** False: it waits for the next record. */
    add: (waiting: WaitingAppend, list: readonly Operation[]): boolean => {
      const size = sizeOf(list) + waiting.prepared.bytes;
      if (size > maxCommitBytes) throw new Error(`a commit takes at most ${maxCommitBytes} bytes of events and documents, not ${size}`);
      if (appends.length > 0 && (byPath.size + list.length > maxWritesPerCommit || carried + size > maxCommitBytes)) return false;
      if (list.some(meets)) return false;
      for (const operation of list) byPath.set(operation.stored, operation);
      appends.push(waiting);
      operations.set(waiting, list);
      streams.add(waiting.prepared.append.stream);
      events += waiting.prepared.append.events.length;
      bytes += waiting.prepared.bytes;
      carried += size;
      return true;
    },
    isFull: (): boolean =>
      appends[0]?.alone === true ||
      events >= maxEventsPerAppend * fullFrom ||
      bytes >= maxBytesPerAppend * fullFrom ||
      byPath.size >= maxWritesPerCommit * fullFrom,
    has: (waiting: WaitingAppend): boolean => operations.has(waiting),
    isEmpty: (): boolean => appends.length === 0,
    streams: (): readonly string[] => [...streams],
    all: (): Folded => ({ appends, operations }),
    /** Each document once. */
    operations: (): readonly Operation[] => [...byPath.values()],
  };
};
