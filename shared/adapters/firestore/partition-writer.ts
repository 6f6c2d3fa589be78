import { encodeRecord, holdsAppend } from '#log/commit-record.ts';
import { DocumentMoved } from '#ports/documents.ts';
import { StreamMoved, type Placed } from '#ports/event-store.ts';
import { backoff } from './backoff.ts';
import { commitFailure, isAboutContent } from './call-failure.ts';
import type { FirestoreConnection } from './connection.ts';
import { operationsOf, writeOf, type Operation } from './document-operations.ts';
import { fold, type Fold } from './fold.ts';
import { movedDocuments } from './moved-documents.ts';
import type { PartitionView } from './partition-view.ts';
import type { RecordHead, RecordLog } from './record-log.ts';
import type { WaitingAppend } from './waiting-append.ts';

const backoffMs = 4;
const backoffMostMs = 400;
const lostBackoffMs = 100;
const lostBackoffMostMs = 2_000;
/** What was seen longer ago is old where others write too. */
const oldFromMs = 20;

export type PartitionWriterOptions = Readonly<{
  partition: string;
  connection: FirestoreConnection;
  log: RecordLog;
  view: PartitionView;
  linger: (waiting: readonly WaitingAppend[]) => Promise<void> | undefined;
  onCommit: (partition: string) => void;
}>;

/**
 * Writes the records of one partition, one commit at a time; what comes meanwhile is folded into the next.
 *
 * A commit creates the record after the last one seen, never a later one. Whatever its answer was, it can have landed nowhere else: so after
 * any doubt the record at that position tells, by the tokens in it. While there is none, a commit whose answer was lost could still land, and
 * no append that was in it may be refused (a refusal says that nothing was written). It goes again at the same position, or, where a
 * document is not as it needs it, waits until somebody's record stands there. Where nobody writes one, the lost answer is what its caller gets.
 */
export const partitionWriter = ({ partition, connection, log, view, linger, onCommit }: PartitionWriterOptions) => {
  let queue: WaitingAppend[] = [];
  /** all that are not settled, by token */
  const open = new Map<string, WaitingAppend>();
  let isRunning = false;
  let isAskedAgain = false;
  /** commits that failed since the last one that did not */
  let failures = 0;
  /** others had written when it was last looked: then looking first is a call less than failing first */
  let isContested = false;
  let newsAt = 0;
  /** the last failure was explained by nothing that was looked at */
  let isUnexplained = false;

  const settled = ({ token, held }: WaitingAppend): boolean => {
    held?.release();
    return open.delete(token);
  };
  const placed = (waiting: WaitingAppend, position: number): void => {
    if (settled(waiting)) waiting.settle.resolve({ partition, position });
  };
  const failed = (waiting: WaitingAppend, error: unknown): void => {
    if (settled(waiting)) waiting.settle.reject(error);
  };
  const canStillLand = ({ lost }: WaitingAppend, seen: number): boolean => lost !== undefined && lost.at > seen;
  const refused = (waiting: WaitingAppend, seen: number, error: unknown): void =>
    failed(waiting, canStillLand(waiting, seen) ? waiting.lost?.error : error);

  const look = async (waiting: WaitingAppend): Promise<void> => {
    if (!waiting.held || waiting.isLooking) return;
    waiting.isLooking = true;
    try {
      await view.look(waiting.held);
    } catch (error) {
      failed(waiting, error);
    }
    waiting.isLooking = false;
    start();
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

  /** Whether the stream stands where the append expects it; else what there is to do about it is begun. */
  const isUnmoved = (waiting: WaitingAppend): boolean => {
    const { held, prepared } = waiting;
    if (!held) return true;
    const at = held.at();
    if (at === undefined) void look(waiting);
    else if (at > (prepared.append.expected ?? 0)) {
      waiting.isMoved = true;
      void settleMoved(waiting);
    } else return true;
    return false;
  };

  /** Whether an append may go into the record of this round. */
  const isReady = (waiting: WaitingAppend, seen: number): boolean => {
    const { until, doubt, lost } = waiting;
    if (performance.now() > until) {
      const words = `no commit to ${partition} went through in time; try again`;
      failed(waiting, new Error(words, lost && { cause: lost.error }));
      return false;
    }
    if (!isUnmoved(waiting)) return false;
    if (doubt !== undefined && !canStillLand(waiting, seen)) failed(waiting, new DocumentMoved(doubt));
    return doubt === undefined;
  };

  const operationsFor = ({ prepared, token }: WaitingAppend, at: Placed): readonly Operation[] => {
    const { documents = [], expects = [] } = prepared.append;
    return operationsOf(typeof documents === 'function' ? documents(at) : documents, expects, ({ ifAbsent }) =>
      ifAbsent ? undefined : token,
    );
  };

  /** The next record of what waits. */
  const form = (seen: number): Fold => {
    const record = fold();
    for (const waiting of queue) {
      if (record.isFull()) break;
      if (!isReady(waiting, seen) || !record.takes(waiting)) continue;
      try {
        record.add(waiting, operationsFor(waiting, { partition, position: seen + 1 }));
      } catch (error) {
        refused(waiting, seen, error);
      }
    }
    queue = queue.filter((waiting) => open.has(waiting.token) && !waiting.isMoved && !record.has(waiting));
    return record;
  };

  /** Marks what can't go again because of a document. True: there was such. */
  const checkDocuments = async (record: Fold, seen: number, error: unknown): Promise<boolean> => {
    const moved = await movedDocuments(connection, record.operations(), {
      error,
      record: log.pathAt(seen + 1),
      everywhere: isUnexplained,
    });
    for (const waiting of record.appends()) waiting.doubt ??= record.operationsOf(waiting).find(({ stored }) => moved.has(stored))?.path;
    return moved.size > 0;
  };

  /** The server takes no such commit: each of its appends goes alone, so that nobody fails with a stranger. */
  const refuse = (appends: readonly WaitingAppend[], seen: number, error: unknown): void => {
    for (const waiting of appends) {
      if (appends.length > 1 && isAboutContent(error)) waiting.alone = true;
      else refused(waiting, seen, error);
    }
  };

  const recover = async (record: Fold, seen: number, error: unknown): Promise<void> => {
    const failure = commitFailure(error);
    if (failure === 'unknown') for (const waiting of record.appends()) waiting.lost = { at: seen + 1, error };
    else connection.meter.count({ conflicts: 1 });
    if (failure === 'refused') {
      if (!(await checkDocuments(record, seen, error))) refuse(record.appends(), seen, error);
      return;
    }
    const [isBehind, isMoved] = await Promise.all([view.catchUp(), failure !== 'contention' && checkDocuments(record, seen, error)]);
    isUnexplained = failure === 'precondition' && !isBehind && !isMoved;
    isContested = isBehind;
    newsAt = performance.now();
    // somebody got on, so trying again at once is no idle circle
    if (isBehind || isMoved) failures = 1;
  };

  const failedCommit = async (record: Fold, seen: number, error: unknown): Promise<void> => {
    failures += 1;
    try {
      await recover(record, seen, error);
    } catch (another) {
      for (const waiting of record.appends()) failed(waiting, waiting.lost?.error ?? another);
    }
    queue.unshift(...record.appends().filter(({ token }) => open.has(token)));
    if (failures < 2) return;
    if (commitFailure(error) === 'unknown') await backoff(failures, lostBackoffMs, lostBackoffMostMs);
    else await backoff(failures, backoffMs, backoffMostMs);
  };

  const commit = async (record: Fold, seen: number): Promise<void> => {
    const appends = record.appends();
    const head: RecordHead = { seq: seen + 1, streams: record.streams(), ids: appends.map(({ token }) => token) };
    try {
      const blob = encodeRecord(appends.map(({ prepared }) => prepared));
      await connection.commit([log.creation(head, blob), ...record.operations().map(writeOf)]);
    } catch (error) {
      return failedCommit(record, seen, error);
    }
    failures = 0;
    isUnexplained = false;
    newsAt = performance.now();
    view.passed(head);
  };

  /** Nothing could go into a record. False: whoever looks for a stream starts again when it is found. */
  const unblock = async (): Promise<boolean> => {
    if (queue.some(({ isLooking }) => isLooking)) return false;
    const doubtful = queue.filter(({ doubt }) => doubt !== undefined);
    if (doubtful.length > 0 && !(await view.catchUp())) for (const waiting of doubtful) failed(waiting, waiting.lost?.error);
    return true;
  };

  const lookAhead = async (): Promise<void> => {
    if (!isContested || performance.now() - newsAt < oldFromMs) return;
    isContested = await view.catchUp();
    newsAt = performance.now();
  };

  const run = async (): Promise<void> => {
    while (queue.length > 0) {
      isAskedAgain = false;
      await view.known();
      // who has just waited for an answer in vain has waited enough
      if (failures === 0) await linger(queue);
      await lookAhead();
      const seen = await view.known();
      const record = form(seen);
      if (!record.isEmpty()) await commit(record, seen);
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
    /** The caller holds the append's stream, where its position matters, until it is settled. */
    add: (waiting: WaitingAppend): void => {
      open.set(waiting.token, waiting);
      queue.push(waiting);
      start();
    },
    /** A record of anybody was seen: those that wait for news of theirs are told. */
    passed: ({ seq, ids }: RecordHead): void => {
      const own = ids.flatMap((id) => open.get(id) ?? []);
      for (const waiting of own) placed(waiting, seq);
      if (own.length > 0) onCommit(partition);
    },
  };
};
