import { DatabaseSync } from 'node:sqlite';

/**
 * The one file of the embedded house: log, documents and tasks, so that a commit writes all of it or nothing.
 * synchronous: the committer syncs every commit itself (wal-sync.ts), off the main thread, before it tells anybody: an intent that a power
 * cut could take back would be sent twice. Tasks are hints and go without.
 * secure_delete: what was erased because a person is to be forgotten must not linger in free pages.
 */
const pragmas = `
  pragma journal_mode = wal;
  pragma synchronous = normal;
  pragma cache_size = -49152;
  pragma wal_autocheckpoint = 8000;
  pragma journal_size_limit = 67108864;
  pragma secure_delete = on;
  pragma temp_store = memory`;

/** How long a statement waits for others who have the file locked. */
const busyMs = 5_000;

const schemaVersion = 1;

const schema = `
  create table if not exists commits (
    id integer primary key, partition text not null, seq integer not null, blob blob not null, unique (partition, seq)) strict;
  create table if not exists stream_commits (
    stream text not null, seq integer not null, primary key (stream, seq)) strict, without rowid;
  create table if not exists documents (
    id integer primary key, path text not null, collection text, parent text,
    data text not null, version integer not null, due_at text, expires_at text) strict;
  create table if not exists document_hashes (hash integer not null, id integer not null, primary key (hash, id)) strict, without rowid;
  create table if not exists document_keys (key text not null, path text not null, primary key (key, path)) strict, without rowid;
  create index if not exists document_keys_by_path on document_keys (path);
  create table if not exists document_index (one integer primary key check (one = 1), upto integer not null) strict;
  insert or ignore into document_index (one, upto) values (1, 0);
  create index if not exists documents_due_by_collection on documents (collection, due_at, path) where due_at is not null;
  create index if not exists documents_due_by_parent on documents (parent, due_at, path) where due_at is not null;
  create index if not exists documents_by_expiry on documents (expires_at) where expires_at is not null;
  pragma user_version = ${schemaVersion};`;

/** Throws when the file was written by a newer version of this program. */
export const openDatabase = (file: string): DatabaseSync => {
  // from the first statement on: after a kill whoever opens the file first recovers its log, a backup or a person who only looks included
  const db = new DatabaseSync(file, { timeout: busyMs });
  const version = Number(db.prepare('pragma user_version').get()?.user_version);
  if (version > schemaVersion) {
    db.close();
    throw new Error(`this data was written by a newer version of Carillon (${version}, this one knows ${schemaVersion}): update Carillon`);
  }
  db.exec(pragmas);
  db.exec(schema);
  return db;
};

/** Takes what was deleted or replaced out of the write-ahead log too, unless another process is reading just now. */
export const dropOldPages = (db: DatabaseSync): void =>
  db.exec(`pragma busy_timeout = 0; pragma wal_checkpoint(truncate); pragma busy_timeout = ${busyMs}`);
