import type { DatabaseSync } from 'node:sqlite';
import { hashOf } from './document-path.ts';

/** Some 60 ms of work when a million documents are indexed already. */
const maxYoung = 32_768;

const statements = (db: DatabaseSync) => ({
  foreign: db.prepare('pragma data_version'),
  bounds: db.prepare('select upto, (select max(id) from documents) as last from document_index'),
  unindexed: db.prepare('select id, path from documents where id > (select upto from document_index)'),
  add: db.prepare('insert or ignore into temp.young_hashes (hash, id) values (?, ?)'),
  removeYoung: db.prepare('delete from temp.young_hashes where hash = ? and id = ?'),
  removeOld: db.prepare('delete from document_hashes where hash = ? and id = ?'),
  clear: db.prepare('delete from temp.young_hashes'),
  merge: db.prepare('insert or ignore into document_hashes (hash, id) select hash, id from temp.young_hashes order by hash, id'),
  merged: db.prepare('update document_index set upto = ?'),
});

/**
 * Finds documents by the hash of their path. Claims have random paths: an ordinary index would have another page to write for each of
 * them as soon as it is large, and grow slower with its size. So the newest entries stay in memory and are merged in order, many to a
 * page. Nothing is lost with the memory: documents behind `upto` are read again when the file is opened, or when another process wrote.
 * Ids only grow, so that none behind `upto` stands for a document before it.
 */
export const documentIndex = (db: DatabaseSync) => {
  db.exec('create temp table if not exists young_hashes (hash integer, id integer, primary key (hash, id)) strict, without rowid');
  const sql = statements(db);
  let seen: unknown;
  let lastId = 0;
  let young = 0;

  const reload = (): void => {
    const { upto, last } = sql.bounds.get() as { upto: number; last: number | null };
    lastId = Math.max(lastId, upto, last ?? 0);
    sql.clear.run();
    const rows = sql.unindexed.all() as { id: number; path: string }[];
    for (const { id, path } of rows) sql.add.run(hashOf(path), id);
    young = rows.length;
  };

  return {
    /** Before anything is looked for: what other processes wrote meanwhile is noticed. */
    refresh: (): void => {
      const version = sql.foreign.get()?.data_version;
      if (version === seen) return;
      reload();
      seen = version;
    },
    /** A new document's id. */
    add: (hash: number): number => {
      young++;
      sql.add.run(hash, ++lastId);
      return lastId;
    },
    remove: (hash: number, id: number): void => {
      if (sql.removeYoung.run(hash, id).changes === 0) sql.removeOld.run(hash, id);
    },
    /** A transaction was undone, and with it perhaps what was noticed in it. */
    distrust: (): void => void (seen = undefined),
    /** Before a transaction is committed: keeps the part in memory small. */
    settle: (): void => {
      if (young < maxYoung) return;
      sql.merge.run();
      sql.merged.run(lastId);
      sql.clear.run();
      young = 0;
    },
  };
};
