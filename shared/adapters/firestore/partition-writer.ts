import { encodeRecord, holdsAppend } from '#log/commit-record.ts';
import { DocumentMoved } from '#ports/documents.ts';
import { StreamMoved, type Placed } from '#ports/event-store.ts';
import { backoff } from './backoff.ts';
import { commitFailure } from './call-failure.ts';
import type { FirestoreConnection } from './connection.ts';
import { guardHolds, operationsOf, writeOf, type Operation } from './document-operations.ts';
import { fold, type Folded } from './fold.ts';
import type { RecordHead, RecordLog } from './record-log.ts';
import type { StreamPositions } from './stream-positions.ts';
import type { WaitingAppend } from './waiting-append.ts';

/** So many records behind the last seen one are read; of more, only that they are there. */
const catchUp = 20;
const backoffMs = 4;
const backoffMostMs = 400;
const lostBackoffMs = 100;
const lostBackoffMostMs = 2_000;

export type PartitionWriterOptions = Readonly<{
  partition: string;
  connection: FirestoreConnection;
  log: RecordLog;
  positions: StreamPositions;
  linger: (waiting: readonly WaitingAppend[]) => Promise<void> | undefined;
  onCommit: (partition: string) => void;
}>;

export type PartitionWriter = Readonly<{
  /** The caller holds the append's stream, where its position matters, until it is settled. */
  add: (waiting: WaitingAppend) => void;
}>;

/** The failing documents that an error's words name. Only a hint where to look first: nothing is decided by words. */
const namedIn = (error: unknown, paths: readonly string[]): readonly string[] => {
  const text = error instanceof Error ? error.message : '';
  return paths.filter((path) => text.includes(path));
};

/**
 * Writes the records of one partition, one commit at a time; what comes meanwhile is folded into the next.
 *
 * A commit creates the record after the last one seen, never a later one. Whatever its answer was, it can have landed nowhere else: so after
 * any doubt the record at that position tells, by the tokens in it. While there is none, a commit whose answer was lost could still land, and
 * no append that was in it may be refused (a refusal says that nothing was written). It goes again at the same position, or, where a
 * document is not as it needs it, waits until somebody's record stands there. Where nobody writes one, the lost answer is what its caller gets.
 */
export const partitionWriter = ({ partition, connection, log, positions, linger, onCommit }: PartitionWriterOptions): PartitionWriter => {
  let queue: WaitingAppend[] = [];
  const open = new Map<string, WaitingAppend>();
  let seen: number | undefined;
  let findingTail: Promise<number> | undefined;
  let isRunning = false;
  let isAskedAgain = false;
  let failures = 0;
  let readsAllDocuments = false;

  const settled = (waiting: WaitingAppend): boolean => {
    if (!open.delete(waiting.token)) return false;
    waiting.held?.release();
    return true;
  };
  const placed = (waiting: WaitingAppend, position: number): void => {
    if (settled(waiting)) waiting.settle.resolve({ partition, position });
  };
  const failed = (waiting: WaitingAppend, error: unknown): void => {
    if (settled(waiting)) waiting.settle.reject(error);
  };

  const knownTail = async (): Promise<number> => {
    if (seen !== undefined) return seen;
    findingTail ??= log.tail();
    try {
      const tail = await findingTail;
      seen ??= tail;
      return seen;
    } finally {
      findingTail = undefined;
    }
  };

  const passed = ({ streams, ids, seq }: RecordHead): void => {
    positions.passed(streams, seq);
    seen = seq;
    for (const id of ids) {
      const waiting = open.get(id);
      if (waiting) placed(waiting, seq);
    }
  };

  /** Where the stream of an append stands; runs beside the commits. */
  const look = async (waiting: WaitingAppend): Promise<void> => {
    const { held } = waiting;
    if (!held || waiting.isLooking) return;
    waiting.isLooking = true;
    try {
      await knownTail();
      const began = positions.generation();
      if (held.at() === undefined) held.found(await log.lastOf(held.stream), began);
    } catch (error) {
      failed(waiting, error);
    } finally {
      waiting.isLooking = false;
      start();
    }
  };

  /** The stream has moved. By this very append, written by a former attempt? */
  const settleMoved = async (waiting: WaitingAppend): Promise<void> => {
    const { stream, expected = 0 } = waiting.prepared.append;
    try {
      for (let after = expected; ;) {
        const { bodies, isLast } = await log.bodiesOf(stream, after);
        const own = bodies.find(({ blob }) => holdsAppend(blob, waiting.prepared));
        if (own) return placed(waiting, own.seq);
        if (isLast) return failed(waiting, new StreamMoved(stream, expected));
        after = bodies.at(-1)?.seq ?? after;
      }
    } catch (error) {
      failed(waiting, error);
    }
  };

  const canStillLand = ({ lost }: WaitingAppend, at: number): boolean => lost !== undefined && lost.at > at;

  const operationsFor = ({ prepared, token }: WaitingAppend, position: number): readonly Operation[] => {
    const { documents = [], expects = [] } = prepared.append;
    const at: Placed = { partition, position };
    return operationsOf(typeof documents === 'function' ? documents(at) : documents, expects, token);
  };

  /** What becomes of an append in this round: it is done with, it waits, or it may go into the record. */
  const isReady = (waiting: WaitingAppend, at: number): boolean => {
    const { held, prepared, doubt } = waiting;
    if (performance.now() > waiting.until) {
      const reason = waiting.lost?.error;
      const words = `no commit to ${partition} went through in time; try again`;
      failed(waiting, new Error(words, reason === undefined ? {} : { cause: reason }));
      return false;
    }
    if (held) {
      const position = held.at();
      if (position === undefined) {
        void look(waiting);
        return false;
      }
      if (position > (prepared.append.expected ?? 0)) {
        waiting.isMoved = true;
        void settleMoved(waiting);
        return false;
      }
    }
    if (doubt === undefined) return true;
    if (!canStillLand(waiting, at)) failed(waiting, new DocumentMoved(doubt));
    return false;
  };

  const form = (at: number): ReturnType<typeof fold> => {
    const record = fold();
    for (const waiting of queue) {
      if (record.isFull()) break;
      if (!isReady(waiting, at) || !record.takes(waiting)) continue;
      try {
        record.add(waiting, operationsFor(waiting, at + 1));
      } catch (error) {
        if (canStillLand(waiting, at)) failed(waiting, waiting.lost?.error);
        else failed(waiting, error);
      }
    }
    queue = queue.filter((waiting) => open.has(waiting.token) && !waiting.isMoved && !record.has(waiting));
    return record;
  };

  /** Refuses what can't go again because of a document; where it could still land after all it is kept in doubt. */
  const checkDocuments = async (folded: Folded, error: unknown): Promise<boolean> => {
    const guarded = folded.appends.flatMap((waiting) =>
      (folded.operations.get(waiting) ?? []).filter(({ guard }) => guard !== undefined).map((operation) => ({ waiting, operation })),
    );
    const named = readsAllDocuments
      ? []
      : namedIn(error, [...guarded.map(({ operation }) => operation.stored), log.pathAt((seen ?? 0) + 1)]);
    const asked = named.length > 0 ? guarded.filter(({ operation }) => named.includes(operation.stored)) : guarded;
    const found = await connection.getMany(
      asked.map(({ operation }) => operation.stored),
      [],
    );
    let isMoved = false;
    for (const [n, { waiting, operation }] of asked.entries()) {
      if (guardHolds(operation, found[n])) continue;
      isMoved = true;
      waiting.doubt ??= operation.path;
    }
    return isMoved;
  };

  const catchUpFrom = async (from: number): Promise<boolean> => {
    const heads = await log.newest(from, catchUp);
    const [first] = heads;
    if (!first) return false;
    // the one that our commit would have made, if it landed, is looked at also where those between are left out
    if (first.seq > from + 1) {
      const own = await log.headAt(from + 1);
      if (own) passed(own);
      positions.jumped();
    }
    heads.forEach(passed);
    return true;
  };

  /** The server takes no such commit: each of its appends goes alone, so that nobody fails with a stranger. */
  const refuse = ({ appends }: Folded, error: unknown, from: number): void => {
    const [only, ...others] = appends;
    if (only && others.length === 0) failed(only, canStillLand(only, from) ? only.lost?.error : error);
    else for (const waiting of appends) waiting.alone = true;
  };

  const recover = async (folded: Folded, error: unknown): Promise<void> => {
    const from = seen ?? 0;
    const failure = commitFailure(error);
    if (failure === 'unknown') for (const waiting of folded.appends) waiting.lost = { at: from + 1, error };
    else connection.meter.count({ conflicts: 1 });
    if (failure === 'refused' && !(await checkDocuments(folded, error))) return refuse(folded, error, from);
    const [isBehind, isMoved] = await Promise.all([catchUpFrom(from), checkDocuments(folded, error)]);
    readsAllDocuments = !isBehind && !isMoved;
    if (isBehind || isMoved) failures = 1;
  };

  const commit = async (record: ReturnType<typeof fold>, at: number): Promise<void> => {
    const folded = record.all();
    const ids = folded.appends.map(({ token }) => token);
    try {
      const blob = encodeRecord(folded.appends.map(({ prepared }) => prepared));
      await connection.commit([log.creation(at + 1, { streams: record.streams(), ids, blob }), ...record.operations().map(writeOf)]);
      failures = 0;
      readsAllDocuments = false;
      passed({ seq: at + 1, streams: record.streams(), ids });
      onCommit(partition);
    } catch (error) {
      failures += 1;
      try {
        await recover(folded, error);
      } catch (another) {
        for (const waiting of folded.appends) failed(waiting, waiting.lost?.error ?? another);
      }
      queue.unshift(...folded.appends.filter(({ token }) => open.has(token)));
      if (failures > 1)
        await (commitFailure(error) === 'unknown'
          ? backoff(failures, lostBackoffMs, lostBackoffMostMs)
          : backoff(failures, backoffMs, backoffMostMs));
    }
  };

  /** Nothing could go into a record. False: whoever looks for a stream starts again when it is found. */
  const unblock = async (): Promise<boolean> => {
    if (queue.some(({ isLooking }) => isLooking)) return false;
    const doubtful = queue.filter(({ doubt }) => doubt !== undefined);
    if (doubtful.length > 0 && !(await catchUpFrom(seen ?? 0))) for (const waiting of doubtful) failed(waiting, waiting.lost?.error);
    return true;
  };

  const run = async (): Promise<void> => {
    while (queue.length > 0) {
      isAskedAgain = false;
      await knownTail();
      // who has just waited for an answer in vain has waited enough
      if (failures === 0) await linger(queue);
      const at = seen ?? 0;
      const record = form(at);
      if (!record.isEmpty()) await commit(record, at);
      else if (queue.length > 0 && !(await unblock()) && !isAskedAgain) return;
    }
  };

  const start = (): void => {
    isAskedAgain = true;
    if (isRunning) return;
    isRunning = true;
    run()
      .catch((error: unknown) => {
        for (const waiting of queue.splice(0)) failed(waiting, waiting.lost?.error ?? error);
      })
      .finally(() => {
        isRunning = false;
        // somebody came between the last look at the queue and this line
        if (isAskedAgain && queue.length > 0) start();
      });
  };

  return {
    add: (waiting) => {
      open.set(waiting.token, waiting);
      queue.push(waiting);
      start();
    },
  };
};
