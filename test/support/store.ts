import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { sqliteCommitter } from '#adapters/sqlite/committer.ts';
import { openDatabase } from '#adapters/sqlite/database.ts';
import { sqliteDocuments } from '#adapters/sqlite/documents.ts';
import { sqliteEventStore } from '#adapters/sqlite/event-store.ts';
import { documentVault } from '#log/vault.ts';
import type { Documents } from '#ports/documents.ts';
import type { EventStore } from '#ports/event-store.ts';
import type { Vault } from '#ports/vault.ts';

export type TestStore = Readonly<{
  store: EventStore;
  documents: Documents;
  /** the same, whose commits resolve before they are safe from a power cut: `settled` tells when they are */
  early: Readonly<{ store: EventStore; documents: Documents; settled: () => Promise<void> }>;
  vault: Vault;
  db: DatabaseSync;
  /** the database's file, for tests that look at its bytes or open it again */
  file: string;
  /** also removes the folder, if `openTestStore` made it */
  close: () => void;
}>;

export type TestStoreOptions = Readonly<{ file?: string; onCommit?: (partition: string) => void }>;

/** Whoever opens the same file again finds its keys. */
const masterKey = Buffer.alloc(32, 'a master key for tests alone');

/** The embedded house's own log and documents, in a folder of their own. */
export const openTestStore = ({ file, onCommit }: TestStoreOptions = {}): TestStore => {
  const folder = file === undefined ? fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-store-')) : undefined;
  const place = file ?? path.join(folder ?? '', 'house.db');
  const db = openDatabase(place);
  const committer = sqliteCommitter(db);
  const documents = sqliteDocuments({ table: committer.table, committer });
  const earlyDocuments = sqliteDocuments({ table: committer.table, committer: { commit: committer.commitEarly } });
  const vault = documentVault({ documents, making: earlyDocuments, masterKey });
  const store = sqliteEventStore({ db, committer, vault, ...(onCommit && { onCommit }) });
  const close = (): void => {
    committer.close();
    db.close();
    if (folder !== undefined) fs.rmSync(folder, { recursive: true, force: true });
  };
  const early = { store: store.early, documents: earlyDocuments, settled: committer.settled };
  return { store, documents, early, vault, db, file: place, close };
};
