import { DatabaseSync } from 'node:sqlite';

/**
 * The one file of the embedded house: log, documents and tasks, so that a commit writes all of it or nothing.
 * FULL: an intent that a power cut could take back would be sent twice.
 */
const pragmas = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma busy_timeout = 5000;
  pragma cache_size = -49152;
  pragma wal_autocheckpoint = 8000;
  pragma temp_store = memory`;

const schema = `
  create table if not exists commits (
    id integer primary key, partition text not null, seq integer not null, blob blob not null, unique (partition, seq)) strict;
  create table if not exists stream_commits (
    stream text not null, seq integer not null, primary key (stream, seq)) strict, without rowid;
  create table if not exists documents (
    id integer primary key, hash integer not null, path text not null, collection text, parent text,
    data text not null, version integer not null, due_at text, expires_at text) strict;
  create index if not exists documents_by_hash on documents (hash);
  create index if not exists documents_due_by_collection on documents (collection, due_at, path) where due_at is not null;
  create index if not exists documents_due_by_parent on documents (parent, due_at, path) where due_at is not null;`;

export const openDatabase = (file: string): DatabaseSync => {
  const db = new DatabaseSync(file);
  db.exec(pragmas);
  db.exec(schema);
  return db;
};
