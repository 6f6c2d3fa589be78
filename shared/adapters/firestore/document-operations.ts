import { DocumentMoved, maxWritesPerCommit, mostKeys, type DocumentExpectation, type DocumentWrite } from '#ports/documents.ts';
import { storedDocumentPath } from './document-path.ts';
import { timeOfVersion, timestampOf, type Fields, type Stored, type Write } from './proto.ts';

/** What a commit needs of a document that is there or not: nothing, its absence, or a version. */
type Guard = 'absent' | number | undefined;

/** What a commit does with one document. */
export type Operation = Readonly<{
  /** as the caller wrote it */
  path: string;
  stored: string;
  guard: Guard;
  /** undefined: nothing is written, only the guard is kept; then others may want the same */
  change?: Readonly<{ fields?: Fields }>;
  bytes: number;
}>;

/**
 * The id of the write, which its document shall bear: it tells whose write it was, and makes a version of a write that changes nothing else. A
 * document that is made anew gets a version anyhow, so it needs none where the log tells whose commit it was.
 */
export type Mark = (write: DocumentWrite) => string | undefined;

/** Firestore's own is 1,048,576 with names; some room for those. */
const maxDocumentBytes = 1_000_000;

const fieldsOf = (
  write: Extract<DocumentWrite, { data: unknown }>,
  writeId: string | undefined,
): Readonly<{ fields: Fields; bytes: number }> => {
  const json = JSON.stringify(write.data) as string | undefined;
  if (json === undefined) throw new Error(`the data of ${write.path} is nothing that JSON can say`);
  const bytes = Buffer.byteLength(json);
  if (bytes > maxDocumentBytes) throw new Error(`the data of a document takes at most ${maxDocumentBytes} bytes, not ${bytes}`);
  const { keys = [] } = write;
  if (keys.length > mostKeys) throw new Error(`a document takes at most ${mostKeys} keys, not ${keys.length}`);
  const fields = {
    data: { stringValue: json },
    ...(keys.length > 0 && { keys: { arrayValue: { values: keys.map((key) => ({ stringValue: key })) } } }),
    ...(writeId !== undefined && { w: { stringValue: writeId } }),
    ...(write.dueAt !== undefined && { dueAt: { stringValue: write.dueAt } }),
    ...(write.expiresAt !== undefined && { expiresAt: { timestampValue: timestampOf(write.expiresAt) } }),
  };
  return { fields, bytes: bytes + 100 + keys.reduce((sum, key) => sum + key.length + 1, 0) };
};

const guardOf = ({ ifAbsent, ifVersion }: DocumentWrite): Guard => (ifAbsent ? 'absent' : ifVersion);

const operationOf = (write: DocumentWrite, mark: Mark): Operation => {
  const stored = storedDocumentPath(write.path);
  const base = { path: write.path, stored, guard: guardOf(write) };
  if ('delete' in write) return { ...base, change: {}, bytes: stored.length + 100 };
  const { fields, bytes } = fieldsOf(write, mark(write));
  return { ...base, change: { fields }, bytes: bytes + stored.length + 100 };
};

/** Throws DocumentMoved where no state of the document meets both. */
const guardedAlso = (operation: Operation, guard: Guard): Operation => {
  if (operation.guard !== undefined && operation.guard !== guard) throw new DocumentMoved(operation.path);
  return { ...operation, guard };
};

/** One operation for each document. Throws an Error where they can't be one commit. */
export const operationsOf = (
  writes: readonly DocumentWrite[],
  expects: readonly DocumentExpectation[],
  mark: Mark,
): readonly Operation[] => {
  if (writes.length > maxWritesPerCommit)
    throw new Error(`a commit takes at most ${maxWritesPerCommit} document writes, not ${writes.length}`);
  const operations = new Map<string, Operation>(writes.map((write) => [write.path, operationOf(write, mark)]));
  if (operations.size < writes.length) throw new Error('a commit writes a document once at most');
  for (const expectation of expects) {
    const { path } = expectation;
    const guard = 'absent' in expectation ? 'absent' : expectation.version;
    const known = operations.get(path);
    operations.set(path, known ? guardedAlso(known, guard) : { path, stored: storedDocumentPath(path), guard, bytes: path.length + 100 });
  }
  if (operations.size > maxWritesPerCommit)
    throw new Error(`a commit takes at most ${maxWritesPerCommit} documents, written and expected ones together, not ${operations.size}`);
  return [...operations.values()];
};

const conditionOf = (guard: Guard) => {
  if (guard === undefined) return {};
  return { currentDocument: guard === 'absent' ? { exists: false } : { updateTime: timeOfVersion(guard) } };
};

/** Taking away a field that no document has changes nothing, not even the update time: what is left of the write is its precondition. */
const untouched = { fields: {}, updateMask: ['nothing'] };

/**
 * The write of an operation. An expectation is a write that changes nothing: absence is a delete of what is not there, a version an update
 * that names no field that exists. Neither reads or holds a lock before the commit, and both fail it where the expectation does not hold.
 */
export const writeOf = ({ stored, guard, change }: Operation): Write => {
  if (!change) {
    if (guard === 'absent') return { delete: stored, ...conditionOf(guard) };
    return { update: { name: stored, fields: untouched.fields }, updateMask: untouched.updateMask, ...conditionOf(guard) };
  }
  if (!change.fields) return { delete: stored, ...conditionOf(guard) };
  return { update: { name: stored, fields: change.fields }, ...conditionOf(guard) };
};

export const guardHolds = ({ guard }: Operation, found: Stored | undefined): boolean => {
  if (guard === undefined) return true;
  return guard === 'absent' ? found === undefined : found?.version === guard;
};
