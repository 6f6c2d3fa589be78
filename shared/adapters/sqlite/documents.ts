import { maxWritesPerCommit, type Documents } from '#ports/documents.ts';
import type { Committer } from './committer.ts';

/** Documents behind the committer: their writes share transactions (and one sync) with everything else that waits. */
export const sqliteDocuments = ({ table, committer }: { table: Committer['table']; committer: Committer }): Documents => ({
  get: async (path) => table.get(path),
  getMany: async (paths) => paths.map((path) => table.get(path)),
  due: async (collection, now, limit, after) => table.due(collection, now, limit, after),
  nextDue: async (collection) => table.nextDue(collection),
  write: async (writes, expects = []) => {
    if (writes.length > maxWritesPerCommit)
      throw new Error(`a commit takes at most ${maxWritesPerCommit} document writes, not ${writes.length}`);
    await committer.commit({
      check: () => {
        expects.forEach(table.expect);
        writes.forEach(table.check);
      },
      apply: () => writes.forEach(table.apply),
    });
  },
  removeExpired: async (now, limit) => {
    let removed = 0;
    await committer.commit({ check: () => {}, apply: () => void (removed = table.removeExpired(now, limit)) });
    return removed;
  },
});
