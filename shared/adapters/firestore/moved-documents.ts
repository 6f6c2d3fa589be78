import { codeOf } from './call-failure.ts';
import type { FirestoreConnection } from './connection.ts';
import { guardHolds, type Operation } from './document-operations.ts';

const alreadyExists = 6;

/**
 * Which documents the error of a commit points at. Only a hint where to look first, because every look is billed: nothing is decided by it.
 * `record` is the path of the commit's own record, at which no document needs to be looked.
 */
const hinted = (error: unknown, guarded: readonly Operation[], record: string): readonly Operation[] => {
  const text = error instanceof Error ? error.message : '';
  const named = guarded.filter(({ stored }) => text.includes(stored));
  if (named.length > 0 || text.includes(record)) return named;
  const wantsAbsence = codeOf(error) === alreadyExists;
  return guarded.filter(({ guard }) => (guard === 'absent') === wantsAbsence);
};

export type Refused = Readonly<{ error: unknown; record: string; everywhere: boolean }>;

/** Stored paths of the documents on which a refused commit's operations can't be made as they are now. */
export const movedDocuments = async (
  connection: FirestoreConnection,
  operations: readonly Operation[],
  { error, record, everywhere }: Refused,
): Promise<ReadonlySet<string>> => {
  const guarded = operations.filter(({ guard }) => guard !== undefined);
  const asked = everywhere ? guarded : hinted(error, guarded, record);
  const found = await connection.getMany(
    asked.map(({ stored }) => stored),
    [],
  );
  return new Set(asked.filter((operation, n) => !guardHolds(operation, found[n])).map(({ stored }) => stored));
};
