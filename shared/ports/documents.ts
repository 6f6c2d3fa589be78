/**
 * Working documents: what the next step needs, derived from the log and kept in the same database, so that a commit writes both or nothing.
 * A path is `collection/id/collection/id…`; a document's collection is its last collection name, its parent the path without its own id.
 */
export type Document<T = unknown> = Readonly<{ path: string; data: T; version: number; dueAt?: string }>;

export type DocumentWrite = Readonly<{ path: string; ifAbsent?: true; ifVersion?: number }> &
  (
    | Readonly<{
        data: unknown;
        /** business time (UTC ISO) from which `due` finds the document; left out: never */
        dueAt?: string;
        /** business time after which the document may be removed by `removeExpired` */
        expiresAt?: string;
        /** `holding` finds the document under each of them: fingerprints, up to `mostKeys`; left out: under none */
        keys?: readonly string[];
      }>
    | Readonly<{ delete: true }>
  );

export type DocumentExpectation = Readonly<{ path: string }> & (Readonly<{ absent: true }> | Readonly<{ version: number }>);

/** Continue a `due` listing behind this document. */
export type DueCursor = Readonly<{ dueAt: string; path: string }>;

export type Documents = Readonly<{
  get: <T>(path: string) => Promise<Document<T> | undefined>;
  /** In the order of `paths`, undefined where there is none. */
  getMany: <T>(paths: readonly string[]) => Promise<readonly (Document<T> | undefined)[]>;
  /**
   * Documents with dueAt ≤ now, earliest first, then by path. `collection` is a collection's name (over all parents), or a parent path
   * (`campaigns/cmp_1/rowChunks`: this one alone).
   */
  due: <T>(collection: string, now: string, limit: number, after?: DueCursor) => Promise<readonly Document<T>[]>;
  /** Documents of a collection at the top that were written with this key, by path. */
  holding: <T>(collection: string, key: string, limit: number) => Promise<readonly Document<T>[]>;
  /** Earliest dueAt in the collection, undefined when nothing waits. */
  nextDue: (collection: string) => Promise<string | undefined>;
  /** All or nothing, without an event. Throws DocumentMoved. */
  write: (writes: readonly DocumentWrite[], expects?: readonly DocumentExpectation[]) => Promise<void>;
  /** Removes up to `limit` documents whose expiresAt has passed; returns how many. */
  removeExpired: (now: string, limit: number) => Promise<number>;
}>;

/** Of one document. */
export const mostKeys = 200;

/** At most this many writes in one commit (Firestore's own limit is of the same size). */
export const maxWritesPerCommit = 500;

/** A precondition on a document failed; `path` names it. Nothing was written. */
export class DocumentMoved extends Error {
  readonly code = 'document_moved';
  readonly path: string;
  constructor(path: string) {
    super(`a precondition on ${path} failed`);
    this.name = 'DocumentMoved';
    this.path = path;
  }
}
