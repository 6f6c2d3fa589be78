import type { DatabaseSync } from 'node:sqlite';
import { hashOf } from './document-path.ts';
import { hashFilter, type HashFilter } from './hash-filter.ts';

/** Some 60 ms of work when a million documents are indexed already. */
const maxYoung = 32_768;

const statements = (db: DatabaseSync) => ({
  foreign: db.prepare('pragma data_version'),
  bounds: db.prepare('select upto, (select max(id) from documents) as last from document_index'),
  unindexed: db.prepare('select id, path from documents where id > (select upto from document_index)'),
  all: db.prepare('select hash from document_hashes'),
  old: db.prepare('select id from document_hashes where hash = ?'),
  removeOld: db.prepare('delete from document_hashes where hash = ? and id = ?'),
  merge: db.prepare('insert or ignore into document_hashes (hash, id) values (?, ?)'),
  merged: db.prepare('update document_index set upto = ?'),
});

const none: readonly number[] = [];

/**
 * Finds documents by the hash of their path. Claims have random paths: an ordinary index would have another page to write for each of
 * them as soon as it is large, and grow slower with its size. So the newest entries stay in memory and are merged in order, many to a
 * page. Nothing is lost with the memory: documents behind `upto` are read again when the file is opened, or when another process wrote.
 * Ids only grow, so that none behind `upto` stands for a document before it.
 */
export const documentIndex = (db: DatabaseSync) => {
  const sql = statements(db);
  const young = new Map<number, readonly number[]>();
  let seen: unknown;
  let lastId = 0;
  /** of what is on disk; undefined where another process may have added to it */
  let filter: HashFilter | undefined;

  const keep = (hash: number, id: number): void => {
    const known = young.get(hash);
    young.set(hash, known ? [...known, id] : [id]);
  };

  const readFilter = (): HashFilter => {
    const read = hashFilter();
    for (const { hash } of sql.all.iterate() as Iterable<{ hash: number }>) read.add(hash);
    return read;
  };

  const reload = (): void => {
    filter = seen === undefined && lastId === 0 ? readFilter() : undefined;
    const { upto, last } = sql.bounds.get() as { upto: number; last: number | null };
    lastId = Math.max(lastId, upto, last ?? 0);
    young.clear();
    for (const { id, path } of sql.unindexed.all() as { id: number; path: string }[]) keep(hashOf(path), id);
  };

  return {
    /** Before anything is looked for: what other processes wrote meanwhile is noticed. */
    refresh: (): void => {
      const version = sql.foreign.get()?.data_version;
      if (version === seen) return;
      reload();
      seen = version;
    },
    /** Ids of documents whose paths have this hash. */
    idsAt: (hash: number): readonly number[] => {
      const old = filter?.mayHave(hash) === false ? undefined : sql.old.get(hash);
      const news = young.get(hash) ?? none;
      // two documents of one hash are rare: only then are all of them asked for
      return old === undefined ? news : [...(sql.old.all(hash) as { id: number }[]).map(({ id }) => id), ...news];
    },
    /** A new document's id. */
    add: (hash: number): number => {
      keep(hash, ++lastId);
      return lastId;
    },
    remove: (hash: number, id: number): void => {
      const left = young.get(hash)?.filter((other) => other !== id);
      if (left === undefined || left.length === young.get(hash)?.length) sql.removeOld.run(hash, id);
      else if (left.length === 0) young.delete(hash);
      else young.set(hash, left);
    },
    /** A transaction was undone, and with it perhaps what was noticed in it. */
    distrust: (): void => void (seen = undefined),
    /** Before a transaction is committed: keeps the part in memory small. */
    settle: (): void => {
      if (young.size < maxYoung) return;
      for (const hash of Float64Array.from(young.keys()).sort()) {
        for (const id of young.get(hash) ?? none) sql.merge.run(hash, id);
        filter?.add(hash);
      }
      filter ??= readFilter();
      sql.merged.run(lastId);
      young.clear();
    },
  };
};
