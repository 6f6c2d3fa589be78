import { maxBytesPerAppend, maxEventsPerAppend } from '#ports/event-store.ts';
import { maxWritesPerCommit } from '#ports/documents.ts';
import type { Operation } from './document-operations.ts';
import type { WaitingAppend } from './waiting-append.ts';

/** Of all that one commit carries: Firestore takes 10 MiB, its emulator 4. */
export const maxCommitBytes = 3_900_000;
/** From here on waiting for more does not pay. */
const fullFrom = 0.8;

const sizeOf = (list: readonly Operation[]): number => list.reduce((sum, operation) => sum + operation.bytes, 0);

/**
 * Fills a commit: one record, and each document once at most. An append that does not fit, or that must not be in one commit with
 * those that are in, has to wait for the next.
 */
export const fold = () => {
  const members = new Map<WaitingAppend, readonly Operation[]>();
  const byPath = new Map<string, Operation>();
  const streams = new Set<string>();
  let isAlone = false;
  let events = 0;
  let bytes = 0;
  let carried = 0;

  /** Only one may write a document, but any number may expect the same of it. */
  const meets = ({ stored, guard, change }: Operation): boolean => {
    const other = byPath.get(stored);
    return other !== undefined && (change !== undefined || other.change !== undefined || other.guard !== guard);
  };

  return {
    /** Whether there is room for its events, and the record does not move its stream; what it does to documents is not looked at. */
    takes: ({ prepared, held, alone = false }: WaitingAppend): boolean => {
      if (members.size === 0) return true;
      if (alone || isAlone || (held && streams.has(held.stream))) return false;
      return events + prepared.append.events.length <= maxEventsPerAppend && bytes + prepared.bytes <= maxBytesPerAppend;
    },
    /** Leaves it out where its documents don't fit with the others. Throws where they fit into no commit. */
    add: (waiting: WaitingAppend, list: readonly Operation[]): void => {
      const { append, bytes: own } = waiting.prepared;
      const size = sizeOf(list) + own;
      if (size > maxCommitBytes) throw new Error(`a commit takes at most ${maxCommitBytes} bytes of events and documents, not ${size}`);
      if (members.size > 0 && (byPath.size + list.length > maxWritesPerCommit || carried + size > maxCommitBytes)) return;
      if (list.some(meets)) return;
      for (const operation of list) byPath.set(operation.stored, operation);
      members.set(waiting, list);
      streams.add(append.stream);
      isAlone = waiting.alone ?? false;
      events += append.events.length;
      bytes += own;
      carried += size;
    },
    has: (waiting: WaitingAppend): boolean => members.has(waiting),
    isEmpty: (): boolean => members.size === 0,
    isFull: (): boolean =>
      isAlone ||
      events >= maxEventsPerAppend * fullFrom ||
      bytes >= maxBytesPerAppend * fullFrom ||
      byPath.size >= maxWritesPerCommit * fullFrom,
    appends: (): readonly WaitingAppend[] => [...members.keys()],
    streams: (): readonly string[] => [...streams],
    operationsOf: (waiting: WaitingAppend): readonly Operation[] => members.get(waiting) ?? [],
    /** Each document once. */
    operations: (): readonly Operation[] => [...byPath.values()],
  };
};

export type Fold = ReturnType<typeof fold>;
