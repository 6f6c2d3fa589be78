import type { DocumentExpectation, Document, Documents, DocumentWrite, DueCursor } from '#ports/documents.ts';
import { DocumentMoved } from '#ports/documents.ts';
import { backoff } from './backoff.ts';
import { commitFailure } from './call-failure.ts';
import type { FirestoreConnection } from './connection.ts';
import { guardHolds, operationsOf, writeOf, type Operation } from './document-operations.ts';
import { dueQuery, holdingQuery, nextDueQuery } from './due-queries.ts';
import { pathOfStored, storedDocumentPath } from './document-path.ts';
import type { Stored } from './proto.ts';
import { newWriteId } from './write-id.ts';

const writeTries = 12;
const backoffMs = 10;
const backoffMostMs = 1_000;

const textOf = (stored: Stored, field: string): string | undefined => stored.fields[field]?.['stringValue'] as string | undefined;

const toDocument = <T>(stored: Stored): Document<T> => {
  const dueAt = textOf(stored, 'dueAt');
  const data = JSON.parse(textOf(stored, 'data') ?? 'null') as T;
  return { path: pathOfStored(stored.path), data, version: stored.version, ...(dueAt !== undefined && { dueAt }) };
};

const readMask = ['data', 'dueAt'];

/**
 * Writes until it is known what became of it. After a lost answer a document that bears our id is the proof that we wrote; where a
 * precondition fails and no such document is left (all were deletes, or somebody has written since), nobody can tell: then the lost answer
 * itself is thrown, never DocumentMoved, which would promise that nothing was written.
 */
const writeAll = async (connection: FirestoreConnection, operations: readonly Operation[], writeId: string): Promise<void> => {
  const writes = operations.map(writeOf);
  const telling = operations.filter(({ guard, change }) => guard !== undefined || change?.fields);
  let lost: unknown;
  for (let tries = 1; ; tries++) {
    try {
      return await connection.commit(writes);
    } catch (error) {
      const failure = commitFailure(error);
      if (failure === 'unknown') lost = error;
      else connection.meter.count({ conflicts: 1 });
      if (failure !== 'contention') {
        const found = await connection.getMany(
          telling.map(({ stored }) => stored),
          ['w'],
        );
        if (lost !== undefined && found.some((stored) => stored && textOf(stored, 'w') === writeId)) return;
        const moved = telling.find((operation, n) => !guardHolds(operation, found[n]));
        if (moved && lost !== undefined) throw lost;
        if (moved) throw new DocumentMoved(moved.path);
        if (failure === 'refused') throw error;
      }
      if (tries >= writeTries) throw error;
      await backoff(tries, backoffMs, backoffMostMs);
    }
  }
};

export const firestoreDocuments = (connection: FirestoreConnection): Documents => {
  const getMany = async <T>(paths: readonly string[]): Promise<readonly (Document<T> | undefined)[]> => {
    const found = await connection.getMany(paths.map(storedDocumentPath), readMask);
    return found.map((stored) => stored && toDocument<T>(stored));
  };
  return {
    get: async <T>(path: string) => (await getMany<T>([path]))[0],
    getMany,
    due: async <T>(collection: string, now: string, limit: number, after?: DueCursor) =>
      (await connection.query(dueQuery(connection.root, collection, { now, limit, ...(after && { after }) }))).found.map(toDocument<T>),
    holding: async <T>(collection: string, key: string, limit: number) =>
      (await connection.query(holdingQuery(collection, key, limit))).found.map(toDocument<T>),
    nextDue: async (collection: string) => {
      const [first] = (await connection.query(nextDueQuery(collection))).found;
      return first && textOf(first, 'dueAt');
    },
    write: async (writes: readonly DocumentWrite[], expects: readonly DocumentExpectation[] = []) => {
      const writeId = newWriteId();
      const operations = operationsOf(writes, expects, () => writeId);
      if (operations.length > 0) await writeAll(connection, operations, writeId);
    },
    // a policy of the database does it (firestore.indexes.json): looking for them here would bill a read for each
    removeExpired: async () => 0,
  };
};
