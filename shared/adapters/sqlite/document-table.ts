import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  DocumentMoved,
  maxWritesPerCommit,
  mostKeys,
  type Document,
  type DocumentExpectation,
  type DocumentWrite,
  type DueCursor,
} from '#ports/documents.ts';
import { documentIndex } from './document-index.ts';
import { folderOf, hashOf, type Folder } from './document-path.ts';

type Stored = { id: number; path: string; data: string; version: number; due_at: string | null };

const toDocument = (row: Stored): Document => ({
  path: row.path,
  data: JSON.parse(row.data) as unknown,
  version: row.version,
  ...(row.due_at === null ? {} : { dueAt: row.due_at }),
});

/**
 * A version is only ever compared for being the same. Drawn from 53 bits it repeats neither when a document is made again nor in another
 * process that writes in the same moment, which counters and clocks do.
 */
const nextVersion = (): number => 1 + Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);

/** A write whose preconditions hold, ready for the table. `id` is the row that stands there. */
export type CheckedWrite = Readonly<{ write: DocumentWrite; hash: number; folder: Folder; json?: string; id?: number }>;

const jsonOf = ({ path, ...write }: DocumentWrite): string | undefined => {
  if (!('data' in write)) return undefined;
  if ((write.keys?.length ?? 0) > mostKeys) throw new Error(`a document takes at most ${mostKeys} keys, not ${write.keys?.length}`);
  const json = JSON.stringify(write.data) as string | undefined;
  if (json === undefined) throw new Error(`a document has data: ${folderOf(path).collection}`);
  return json;
};

const statements = (db: DatabaseSync) => {
  const dueIn = (column: string) =>
    db.prepare(
      `select path, data, version, due_at from documents where ${column} = ? and due_at <= ? and (due_at, path) > (?, ?)
       order by due_at, path limit ?`,
    );
  const nextIn = (column: string) =>
    db.prepare(`select due_at from documents where ${column} = ? and due_at is not null order by due_at limit 1`);
  return {
    find: db.prepare('select id, path, data, version, due_at from documents where id = ? and path = ?'),
    state: db.prepare('select id, version from documents where id = ? and path = ?'),
    insert: db.prepare(
      'insert into documents (id, path, collection, parent, data, version, due_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    update: db.prepare('update documents set data = ?, version = ?, collection = ?, parent = ?, due_at = ?, expires_at = ? where id = ?'),
    remove: db.prepare('delete from documents where id = ?'),
    dueByCollection: dueIn('collection'),
    dueByParent: dueIn('parent'),
    nextByCollection: nextIn('collection'),
    nextByParent: nextIn('parent'),
    addKey: db.prepare('insert or ignore into document_keys (key, path) values (?, ?)'),
    removeKeys: db.prepare('delete from document_keys where path = ?'),
    holding: db.prepare('select path from document_keys where key = ? and path > ? and path < ? order by path limit ?'),
    expired: db.prepare('select id, path from documents where expires_at is not null and expires_at < ? order by expires_at limit ?'),
  };
};

type State = { id: number; version: number };

/** Synchronous documents on one connection; the committer decides where a transaction begins and ends. */
export const documentTable = (db: DatabaseSync) => {
  const index = documentIndex(db);
  const sql = statements(db);

  /** Hashes may meet: the path decides. */
  const at = <Row>(statement: StatementSync, hash: number, path: string): Row | undefined => {
    for (const id of index.idsAt(hash)) {
      const row = statement.get(id, path);
      if (row) return row as Row;
    }
    return undefined;
  };
  const find = (path: string): Stored | undefined => at(sql.find, hashOf(path), path);
  const stateOf = (hash: number, path: string): State | undefined => at(sql.state, hash, path);

  const checked = (write: DocumentWrite): CheckedWrite => {
    const { path, ifAbsent, ifVersion } = write;
    const folder = folderOf(path);
    const hash = hashOf(path);
    const found = stateOf(hash, path);
    if ((ifAbsent && found) || (ifVersion !== undefined && found?.version !== ifVersion)) throw new DocumentMoved(path);
    const json = jsonOf(write);
    return { write, hash, folder, ...(json !== undefined && { json }), ...(found && { id: found.id }) };
  };

  const remove = (id: number, { path, hash }: Readonly<{ path: string; hash: number }>): void => {
    index.remove(hash, id);
    sql.remove.run(id);
    sql.removeKeys.run(path);
  };

  const apply = ({ write, hash, folder, json, id }: CheckedWrite): void => {
    if (!('data' in write)) return id === undefined ? undefined : remove(id, { path: write.path, hash });
    const { path, dueAt = null, expiresAt = null, keys = [] } = write;
    // only a document that can become due needs to be found by its folder
    const { collection, parent } = dueAt === null ? { collection: null, parent: null } : folder;
    if (id === undefined) sql.insert.run(index.add(hash), path, collection, parent, json ?? null, nextVersion(), dueAt, expiresAt);
    else {
      sql.update.run(json ?? null, nextVersion(), collection, parent, dueAt, expiresAt, id);
      sql.removeKeys.run(path);
    }
    for (const key of keys) sql.addKey.run(key, path);
  };

  return {
    get: (path: string): Document | undefined => {
      index.refresh();
      const found = find(path);
      return found && toDocument(found);
    },
    getMany: (paths: readonly string[]): readonly (Document | undefined)[] => {
      index.refresh();
      return paths.map((path) => {
        const found = find(path);
        return found && toDocument(found);
      });
    },
    /** Throws DocumentMoved where a precondition fails, an Error where the writes can't be one commit. */
    check: (writes: readonly DocumentWrite[], expects: readonly DocumentExpectation[]): readonly CheckedWrite[] => {
      if (writes.length === 0 && expects.length === 0) return [];
      index.refresh();
      if (writes.length > maxWritesPerCommit)
        throw new Error(`a commit takes at most ${maxWritesPerCommit} document writes, not ${writes.length}`);
      if (new Set(writes.map(({ path }) => path)).size < writes.length) throw new Error('a commit writes a document once at most');
      for (const expectation of expects) {
        const version = stateOf(hashOf(expectation.path), expectation.path)?.version;
        if ('absent' in expectation ? version !== undefined : version !== expectation.version) throw new DocumentMoved(expectation.path);
      }
      return writes.map(checked);
    },
    apply: (writes: readonly CheckedWrite[]): void => writes.forEach(apply),
    due: (collection: string, now: string, limit: number, after?: DueCursor): readonly Document[] => {
      const query = collection.includes('/') ? sql.dueByParent : sql.dueByCollection;
      const rows = query.all(collection, now, after?.dueAt ?? '', after?.path ?? '', limit) as Stored[];
      return rows.map((row) => toDocument(row));
    },
    holding: (collection: string, key: string, limit: number): readonly Document[] => {
      index.refresh();
      // '0' is the character behind '/'
      const rows = sql.holding.all(key, `${collection}/`, `${collection}0`, limit) as { path: string }[];
      return rows.flatMap(({ path }) => {
        const found = find(path);
        return found ? [toDocument(found)] : [];
      });
    },
    nextDue: (collection: string): string | undefined => {
      const row = (collection.includes('/') ? sql.nextByParent : sql.nextByCollection).get(collection);
      return row?.due_at as string | undefined;
    },
    removeExpired: (now: string, limit: number): number => {
      index.refresh();
      const rows = sql.expired.all(now, limit) as { id: number; path: string }[];
      for (const { id, path } of rows) remove(id, { path, hash: hashOf(path) });
      return rows.length;
    },
    /** Before every commit. */
    settle: index.settle,
    /** After every transaction. */
    ended: (committed: boolean): void => (committed ? undefined : index.distrust()),
  };
};

export type DocumentTable = ReturnType<typeof documentTable>;
