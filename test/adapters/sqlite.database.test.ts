import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { openDatabase } from '#adapters/sqlite/database.ts';

/** Locks the file as whoever recovers its log does, says so, and lets go a while later. */
const lockFor = `
  const { DatabaseSync } = require('node:sqlite');
  const { parentPort, workerData } = require('node:worker_threads');
  const db = new DatabaseSync(workerData.file);
  db.exec('pragma journal_mode = delete; create table if not exists t (a); pragma locking_mode = exclusive; begin exclusive');
  parentPort.postMessage('locked');
  setTimeout(() => { db.exec('commit'); db.close(); }, workerData.ms);`;

describe('the database file', () => {
  it('is opened though somebody has it locked just now, as after a kill who opens it first', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-database-'));
    const file = path.join(folder, 'house.db');
    const worker = new Worker(lockFor, { eval: true, workerData: { file, ms: 300 } });
    try {
      await once(worker, 'message');
      openDatabase(file).close();
      await once(worker, 'exit');
    } finally {
      await worker.terminate();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});
