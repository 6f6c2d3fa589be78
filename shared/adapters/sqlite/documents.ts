import type { Documents } from '#ports/documents.ts';
import type { Committer } from './committer.ts';
import type { CheckedWrite } from './document-table.ts';

/** Documents behind the committer: their writes share transactions (and one sync) with everything else that waits. */
export const sqliteDocuments = ({ table, committer }: { table: Committer['table']; committer: Committer }): Documents => ({
  get: async (path) => table.get(path),
  getMany: async (paths) => paths.map((path) => table.get(path)),
  due: async (collection, now, limit, after) => table.due(collection, now, limit, after),
  nextDue: async (collection) => table.nextDue(collection),
  write: async (writes, expects = []) => {
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
