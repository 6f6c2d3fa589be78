import type { DocumentExpectation, Documents, DocumentWrite, DueCursor } from '#ports/documents.ts';
import type { Committer } from './committer.ts';
import type { CheckedWrite } from './document-table.ts';

const reading = (table: Committer['table']) =>
  ({
    get: async (path: string) => table.get(path),
    getMany: async (paths: readonly string[]) => table.getMany(paths),
    due: async (collection: string, now: string, limit: number, after?: DueCursor) => table.due(collection, now, limit, after),
    holding: async (collection: string, key: string, limit: number) => table.holding(collection, key, limit),
    nextDue: async (collection: string) => table.nextDue(collection),
    // the caller says what it keeps in its documents
  }) as Pick<Documents, 'get' | 'getMany' | 'due' | 'holding' | 'nextDue'>;

/** Documents behind the committer: their writes share transactions (and one sync) with everything else that waits. */
export const sqliteDocuments = ({ table, committer }: { table: Committer['table']; committer: Pick<Committer, 'commit'> }): Documents => ({
  ...reading(table),
  write: async (writes: readonly DocumentWrite[], expects: readonly DocumentExpectation[] = []) => {
    let checked: readonly CheckedWrite[] = [];
    await committer.commit({
      check: () => void (checked = table.check(writes, expects)),
      apply: () => table.apply(checked),
      weight: writes.length,
    });
  },
  removeExpired: async (now, limit) => {
    let removed = 0;
    await committer.commit({ check: () => {}, apply: () => void (removed = table.removeExpired(now, limit)), weight: limit });
    return removed;
  },
});
