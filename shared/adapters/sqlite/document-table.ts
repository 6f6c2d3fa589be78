import type { DatabaseSync } from 'node:sqlite';
import { DocumentMoved, type Document, type DocumentExpectation, type DocumentWrite, type DueCursor } from '#ports/documents.ts';

type Stored = { id: number; path: string; data: string; version: number; due_at: string | null };

/**
 * 52 bits of FNV-1a in two halves. The index holds this instead of the path: claims have random paths, and an index of a few bytes
 * an entry stays in memory where one of whole paths would not.
 */
export const hashOf = (path: string): number => {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let n = 0; n < path.length; n++) {
    const code = path.charCodeAt(n);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13);
  }
  return (high & 0xfffff) * 0x1_0000_0000 + (low >>> 0);
};

const toDocument = <T>(row: Stored): Document<T> => ({
  path: row.path,
  data: JSON.parse(row.data) as T,
  version: row.version,
  ...(row.due_at === null ? {} : { dueAt: row.due_at }),
});

const collectionOf = (path: string): Readonly<{ collection: string; parent: string }> => {
  const parts = path.split('/');
  if (parts.length % 2 !== 0) throw new Error('a document path has an even number of parts');
  return { collection: parts.at(-2) ?? '', parent: parts.slice(0, -1).join('/') };
};

/** Grows with every write of this process and the ones before it, so that a document made again never repeats a version. */
const versions = (): (() => number) => {
  let last = 0;
  return () => (last = Math.max(last + 1, Date.now() * 1000));
};

/** Synchronous documents on one connection; the committer decides where a transaction begins and ends. */
export const documentTable = (db: DatabaseSync) => {
  const byHash = db.prepare('select id, path, data, version, due_at from documents where hash = ? and path = ?');
  const insert = db.prepare(
    'insert into documents (hash, path, collection, parent, data, version, due_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const update = db.prepare(
    'update documents set data = ?, version = ?, collection = ?, parent = ?, due_at = ?, expires_at = ? where id = ?',
  );
  const remove = db.prepare('delete from documents where id = ?');
  const dueQuery = (column: string) =>
    db.prepare(
      `select path, data, version, due_at from documents where ${column} = ? and due_at <= ? and (due_at, path) > (?, ?)
       order by due_at, path limit ?`,
    );
  const dueByCollection = dueQuery('collection');
  const dueByParent = dueQuery('parent');
  const nextByCollection = db.prepare('select due_at from documents where collection = ? and due_at is not null order by due_at limit 1');
  const nextByParent = db.prepare('select due_at from documents where parent = ? and due_at is not null order by due_at limit 1');
  const page = db.prepare('select id, expires_at from documents where id > ? order by id limit ?');
  const nextVersion = versions();

  const find = (path: string): Stored | undefined => byHash.get(hashOf(path), path) as Stored | undefined;

  const check = (write: DocumentWrite): void => {
    if (write.ifAbsent === undefined && write.ifVersion === undefined) return;
    const found = find(write.path);
    if (write.ifAbsent ? found !== undefined : found?.version !== write.ifVersion) throw new DocumentMoved(write.path);
  };

  const put = (write: Extract<DocumentWrite, { data: unknown }>): void => {
    const { path, data, dueAt, expiresAt } = write;
    const json = JSON.stringify(data);
    // only a document that can become due needs to be found by its collection
    const place = dueAt === undefined ? undefined : collectionOf(path);
    const due = [place?.collection ?? null, place?.parent ?? null] as const;
    const found = write.ifAbsent ? undefined : find(path);
    if (found) update.run(json, nextVersion(), ...due, dueAt ?? null, expiresAt ?? null, found.id);
    else insert.run(hashOf(path), path, ...due, json, nextVersion(), dueAt ?? null, expiresAt ?? null);
  };

  /** A cursor over all rows for removeExpired: expiry has no index, because claims would pay for it on every message. */
  let sweptTo = 0;

  return {
    get: <T>(path: string): Document<T> | undefined => {
      const found = find(path);
      return found && toDocument<T>(found);
    },
    check,
    expect: (expectation: DocumentExpectation): void => {
      const version = find(expectation.path)?.version;
      if ('absent' in expectation ? version !== undefined : version !== expectation.version) throw new DocumentMoved(expectation.path);
    },
    apply: (write: DocumentWrite): void => {
      if ('data' in write) return put(write);
      const found = find(write.path);
      if (found) remove.run(found.id);
    },
    due: <T>(collection: string, now: string, limit: number, after?: DueCursor): readonly Document<T>[] => {
      const query = collection.includes('/') ? dueByParent : dueByCollection;
      const rows = query.all(collection, now, after?.dueAt ?? '', after?.path ?? '', limit) as Stored[];
      return rows.map((row) => toDocument<T>(row));
    },
    nextDue: (collection: string): string | undefined => {
      const row = (collection.includes('/') ? nextByParent : nextByCollection).get(collection);
      return row?.due_at as string | undefined;
    },
    removeExpired: (now: string, limit: number): number => {
      const rows = page.all(sweptTo, limit) as { id: number; expires_at: string | null }[];
      sweptTo = rows.length < limit ? 0 : (rows.at(-1)?.id ?? 0);
      const expired = rows.filter((row) => row.expires_at !== null && row.expires_at < now);
      for (const { id } of expired) remove.run(id);
      return expired.length;
    },
  };
};

export type DocumentTable = ReturnType<typeof documentTable>;
