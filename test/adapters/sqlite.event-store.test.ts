import assert from 'node:assert/strict';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { openDatabase } from '#adapters/sqlite/database.ts';
import { eventStoreContract } from '../contracts/event-store.contract.ts';
import { eventually } from '../support/eventually.ts';
import { appendTo, everything, queued, upTo } from '../support/log-events.ts';
import { openSqliteStore } from '../support/sqlite-store.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

eventStoreContract('SQLite', openSqliteStore);

describe('the log in SQLite', () => {
  let opened: TestStore;
  const touched: string[] = [];
  beforeEach(() => {
    touched.length = 0;
    opened = openTestStore({ onCommit: (partition) => touched.push(partition) });
  });
  afterEach(() => opened.close());

  it('leaves syncing to the committer', () => {
    const pragma = (name: string) => Object.values(opened.db.prepare(`pragma ${name}`).get() ?? {})[0];
    assert.deepEqual([pragma('journal_mode'), pragma('synchronous'), pragma('secure_delete')], ['wal', 1, 1]);
  });
  it('folds a burst of appends into few records', async () => {
    await Promise.all(upTo(300).map((n) => opened.store.append(appendTo(`contact-ct_${n}`, { by: `c${n}` }))));
    assert.ok((await opened.store.tail('other-0')) <= 3);
  });
  it('hints at the partition of a commit, not of one that failed', async () => {
    const { partition } = await opened.store.append(appendTo('chunk-pkt_a-1', { expected: 0 }));
    await assert.rejects(opened.store.append(appendTo('chunk-pkt_a-1', { by: 'c2', expected: 0, events: [queued(1)] })));
    assert.deepEqual(touched, [partition]);
  });
  it('shows the feed nothing that a power cut could still take back', async () => {
    const { store } = opened;
    const partition = store.partitionOf('chunk-pkt_a-1');
    for (const n of upTo(20)) {
      let acknowledged = false;
      const appended = store.append(appendTo('chunk-pkt_a-1', { by: `c${n}` })).then(() => (acknowledged = true));
      const turn = () => new Promise((resolve) => setImmediate(resolve));
      while ((await store.feed(partition, n, 10)).events.length === 0) await turn();
      // both wait for the same sync: one turn lets the other be told of it
      await turn();
      assert.ok(acknowledged, 'the feed showed it first');
      await appended;
    }
  });
  it('takes an append for safe when it is on the disk, and an early one before', async () => {
    const { fdatasync } = fs;
    const disk = Promise.withResolvers<void>();
    fs.fdatasync = ((fd, told) => void disk.promise.then(() => fdatasync(fd, told))) as typeof fdatasync;
    syncBuiltinESMExports();
    try {
      const { store, early } = opened;
      const told: string[] = [];
      await early.store.append(appendTo('chunk-pkt_a-1', { by: 'early' }));
      await early.documents.write([{ path: 'things/one', data: {} }]);
      const others = [
        store.append(appendTo('chunk-pkt_a-1', { by: 'late' })).then(() => told.push('append')),
        opened.documents.write([{ path: 'things/two', data: {} }]).then(() => told.push('write')),
        early.settled().then(() => told.push('settled')),
      ];
      await eventually('all can be read', async () => (await store.read('chunk-pkt_a-1')).events.length > 1);
      for (const _ of upTo(20)) await new Promise((resolve) => setImmediate(resolve));
      assert.deepEqual(told, []);
      disk.resolve();
      await Promise.all(others);
    } finally {
      fs.fdatasync = fdatasync;
      syncBuiltinESMExports();
    }
  });
  it('leaves no byte behind of what was taken out of it', async () => {
    const { store, db, file } = opened;
    const { partition, position } = await store.append(appendTo('chunk-pkt_a-1', { events: upTo(200).map((n) => queued(n)) }));
    const before = db.prepare('select blob from commits').get()?.blob as Uint8Array;
    // the end of the record is the end of what was sealed: authentication tag and ciphertext, found nowhere else
    const sealed = Buffer.from(before.subarray(-24));
    const stored = (): Buffer => Buffer.concat([file, `${file}-wal`].map((name) => fs.readFileSync(name)));
    assert.ok(stored().includes(sealed));
    await store.erasePrivate(partition, position, new Set(['c1/7']));
    assert.ok(!stored().includes(sealed));
  });
  it('waits with its last commits until it closes, and takes none afterwards', async () => {
    const { store } = opened;
    await store.append(appendTo('chunk-pkt_a-1'));
    const copy = openTestStore({ file: opened.file });
    const last = upTo(20).map((n) => copy.store.append(appendTo(`chunk-pkt_b-${n}`, { by: `c${n}` })));
    await new Promise((resolve) => process.nextTick(resolve));
    copy.close();
    await Promise.all(last);
    assert.equal((await everything(store)).length, 21);
    await assert.rejects(copy.store.append(appendTo('chunk-pkt_a-1', { by: 'late' })), /closed/);
  });
  it('does not open what a newer version wrote', () => {
    opened.db.exec('pragma user_version = 99');
    assert.throws(() => openDatabase(opened.file), /newer version/);
  });
});
