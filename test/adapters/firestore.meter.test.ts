import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Operations } from '#adapters/firestore/meter.ts';
import { DocumentMoved } from '#ports/documents.ts';
import { describeOnEmulators, freshProject } from '../support/emulators.ts';
import { connectTo, firestoreStoreOn, type TestFirestore } from '../support/firestore-store.ts';
import { appendTo, queued, upTo } from '../support/log-events.ts';

describeOnEmulators('what Firestore bills', () => {
  let opened: TestFirestore;
  beforeEach(async () => {
    opened = firestoreStoreOn(await connectTo(freshProject()));
    await opened.documents.write([{ path: 'work/w', data: 1, dueAt: '2026-01-01' }]);
  });
  afterEach(() => opened.connection.close());

  const billed = async (work: () => Promise<unknown>): Promise<Partial<Operations>> => {
    const { meter } = opened.connection;
    meter.reset();
    await work();
    const { bytesRead: _, bytesWritten: _w, commits: _c, ...rest } = meter.counts();
    return Object.fromEntries(Object.entries(rest).filter(([, count]) => count > 0));
  };

  it('is counted read by read: also what is not there, and a listing of nothing', async () => {
    const { documents, store } = opened;
    assert.deepEqual(await billed(() => documents.get('work/w')), { reads: 1 });
    assert.deepEqual(await billed(() => documents.get('work/none')), { reads: 1 });
    assert.deepEqual(await billed(() => documents.getMany(['work/w', 'work/none', 'work/no'])), { reads: 3 });
    assert.deepEqual(await billed(() => documents.getMany([])), {});
    assert.deepEqual(await billed(() => documents.due('work', '2027', 10)), { reads: 1 });
    assert.deepEqual(await billed(() => documents.due('none', '2027', 10)), { reads: 1 });
    assert.deepEqual(await billed(() => store.feed('bulk-0', 0, 10)), { reads: 1 });
  });
  it('is counted write by write, deletes and those that time makes apart', async () => {
    const { documents } = opened;
    const expiresAt = '2027-01-01T00:00:00.000Z';
    assert.deepEqual(await billed(() => documents.write(upTo(3).map((n) => ({ path: `claims/${n}`, data: n, expiresAt })))), {
      writes: 3,
      ttlDeletes: 3,
    });
    assert.deepEqual(await billed(() => documents.write([{ path: 'work/none', delete: true }])), { deletes: 1 });
    const version = (await documents.get('work/w'))?.version ?? 0;
    const expects = [
      { path: 'work/w', version },
      { path: 'work/none', absent: true as const },
    ];
    assert.deepEqual(await billed(() => documents.write([{ path: 'work/a', data: 1 }], expects)), { writes: 2, deletes: 1 });
  });
  it('is nothing for a commit that is refused, which counts as a conflict; finding out why is a read', async () => {
    const refused = billed(() =>
      assert.rejects(opened.documents.write([{ path: 'work/w', ifAbsent: true, data: 1 }]), (error) => error instanceof DocumentMoved),
    );
    assert.deepEqual(await refused, { conflicts: 1, reads: 1 });
  });
  it('is one write for a commit, however many appends and events are in it', async () => {
    await opened.store.append(appendTo('chunk-pkt_a-1', { events: [queued(1)] }));
    const append = (n: number) =>
      opened.store.append(appendTo('chunk-pkt_a-1', { by: `c${n}`, events: upTo(10).map((row) => queued(row)) }));
    const { writes = 0, ...rest } = await billed(() => Promise.all(upTo(20).map(append)));
    assert.ok(writes <= 3, String(writes));
    assert.deepEqual(rest, {});
  });
});

describeOnEmulators('a connection to an emulator', () => {
  it('looks for no credentials, on this machine or anywhere', async () => {
    let asked = 0;
    const metadata = createServer((socket) => {
      asked += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(metadata, 'listening');
    const before = { host: process.env['GCE_METADATA_HOST'], detection: process.env['METADATA_SERVER_DETECTION'] };
    process.env['GCE_METADATA_HOST'] = `127.0.0.1:${(metadata.address() as AddressInfo).port}`;
    delete process.env['METADATA_SERVER_DETECTION'];
    const connection = await connectTo(freshProject());
    try {
      await firestoreStoreOn(connection).documents.write([{ path: 'work/w', data: 1 }]);
      assert.equal(asked, 0);
    } finally {
      const restore = (name: string, value: string | undefined): void => {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      };
      restore('GCE_METADATA_HOST', before.host);
      restore('METADATA_SERVER_DETECTION', before.detection);
      await connection.close();
      metadata.close();
    }
  });
});
