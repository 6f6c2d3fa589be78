/**
 * What a failed commit means:
 * - `precondition`: it was not made, because a document is not as it was expected
 * - `contention`: it was not made; the same may be tried again
 * - `unknown`: nobody can tell whether it was made, or whether it still will be
 * - `refused`: it was not made and never will be, unless a document of it has another version: an emulator calls a version that is newer than
 *   the stored one an invalid argument
 */
export type Failure = 'precondition' | 'contention' | 'unknown' | 'refused';

/** Codes of gRPC. */
const failureOf: Readonly<Record<number, Failure>> = {
  1: 'unknown', // cancelled
  2: 'unknown', // unknown
  4: 'unknown', // deadline exceeded
  5: 'precondition', // not found
  6: 'precondition', // already exists
  8: 'contention', // resource exhausted
  9: 'precondition', // failed precondition
  10: 'contention', // aborted
  13: 'unknown', // internal
  14: 'unknown', // unavailable
  15: 'unknown', // data loss
};

/** The code of gRPC, where the error is one of a call. */
export const codeOf = (error: unknown): number | undefined => {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'number' ? code : undefined;
};

export const commitFailure = (error: unknown): Failure => failureOf[codeOf(error) ?? -1] ?? 'refused';

const contents: ReadonlySet<number | undefined> = new Set([3, 11, undefined]);

/** Whether what was to be written is the reason of a refusal: then something else may be taken. */
export const isAboutContent = (error: unknown): boolean => contents.has(codeOf(error));

/** Reads change nothing: whatever may go better next time is asked again. */
export const isWorthAnotherRead = (error: unknown): boolean => {
  const failure = commitFailure(error);
  return failure === 'unknown' || failure === 'contention';
};
