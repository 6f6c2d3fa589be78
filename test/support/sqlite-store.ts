import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Faults, OpenedStore } from '../contracts/opened-store.ts';
import { openTestStore, type TestStore } from './store.ts';

/** Makes the next COMMIT of the connection fail, before or after it is made. */
const faultsOf = (db: DatabaseSync): Faults => {
  const exec = db.exec.bind(db);
  const failNext = (made: boolean) => (): void => {
    db.exec = (sql) => {
      if (sql !== 'commit') return exec(sql);
      db.exec = exec;
      if (made) exec(sql);
      throw new Error('the disk went away');
    };
  };
  return { crashBeforeCommit: failNext(false), loseAnswer: failNext(true) };
};

/** The SQLite store with every ability that the contracts know. */
export const openSqliteStore = async (): Promise<OpenedStore> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-contract-'));
  const file = path.join(folder, 'house.db');
  const open: TestStore[] = [];
  const another = async (): Promise<TestStore> => {
    const store = openTestStore({ file });
    open.push(store);
    return store;
  };
  const { store, documents, vault, db } = await another();
  return {
    store,
    documents,
    vault,
    another,
    crash: async () => {
      open.shift();
      db.close();
      return another();
    },
    faults: faultsOf(db),
    rawBytes: async () => Buffer.concat(fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name)))),
    close: async () => {
      for (const one of open) one.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};
