import assert from 'node:assert/strict';
import { connectFirestore, type FirestoreConnection } from '#adapters/firestore/connection.ts';
import { keyScopeOf } from '#domain/kernel/streams.ts';
import { DocumentMoved } from '#ports/documents.ts';
import { StreamMoved, type Append, type EventStore } from '#ports/event-store.ts';
import { describeOnEmulators, firestoreHost, freshProject } from '../support/emulators.ts';
import { eventually } from '../support/eventually.ts';
import { openFirestoreProxy, type Fault, type FirestoreProxy } from '../support/firestore-proxy.ts';
import { connectTo, firestoreStoreOn, type TestFirestore } from '../support/firestore-store.ts';
import { appendTo, everything, positionsOf, queued, reported, rowsOf, upTo } from '../support/log-events.ts';

const stream = 'chunk-pkt_a-1';
const first = appendTo(stream, {
  expected: 0,
  events: [queued(1), queued(2)],
  documents: [{ path: 'claims/x', ifAbsent: true, data: 'mine' }],
});
/** Another stream of the same partition. */
const neighbour = (store: EventStore): string => {
  for (let n = 0; ; n++) if (store.partitionOf(`chunk-pkt_b-${n}`) === store.partitionOf(stream)) return `chunk-pkt_b-${n}`;
};
const isLost = (error: unknown): boolean => !(error instanceof DocumentMoved) && !(error instanceof StreamMoved);

describeOnEmulators('answers of Firestore that get lost', () => {
  let proxy: FirestoreProxy;
  let connections: FirestoreConnection[];
  /** behind the proxy */
  let far: TestFirestore;
  /** beside it */
  let near: TestFirestore;

  beforeEach(async () => {
    const projectId = freshProject();
    proxy = await openFirestoreProxy(await firestoreHost());
    const behind = connectFirestore({ projectId, databaseId: '(default)', host: proxy.host, commitMs: 800 });
    connections = [behind, await connectTo(projectId)];
    [far, near] = connections.map((connection) => firestoreStoreOn(connection)) as [TestFirestore, TestFirestore];
    // a key and a tail that are known: what follows is one commit each
    await far.vault.keyFor(keyScopeOf(stream));
  });
  afterEach(async () => {
    for (const connection of connections) await connection.close();
    await proxy.close();
  });

  const assertOnce = async (): Promise<void> => {
    const events = await everything(near.store);
    assert.equal(new Set(events.map(({ id, stream: of }) => `${of} ${id}`)).size, events.length, 'an event stands twice');
    for (const partition of near.store.partitions()) {
      const positions = positionsOf(events.filter((event) => event.partition === partition));
      assert.deepEqual(
        positions,
        positions.map((_, n) => n + 1),
      );
    }
  };

  it('are answered by the log itself: what was written is recognised, and not written again', async () => {
    proxy.next('cut');
    assert.equal((await far.store.append(first)).position, 1);
    assert.deepEqual(rowsOf((await near.store.read(stream)).events), [1, 2]);
    proxy.next('never');
    assert.equal((await far.store.append(appendTo(stream, { by: 'c2', expected: 1, events: [reported(1)] }))).position, 2);
    assert.deepEqual(rowsOf(await everything(near.store)), [1, 2, 1]);
    assert.equal((await near.documents.get('claims/x'))?.data, 'mine');
  });
  it('hint at what landed all the same', async () => {
    const hints: string[] = [];
    const hinting = firestoreStoreOn(connections[0] as FirestoreConnection, (partition) => hints.push(partition));
    proxy.next('cut');
    const { partition } = await hinting.store.append(first);
    assert.deepEqual(hints, [partition]);
  });
  for (const fault of ['hold', 'silence'] as const)
    it(`do no harm when the commit arrives after it was tried again (${fault})`, async () => {
      proxy.next(fault);
      const { position } = await far.store.append(first);
      await near.store.append(appendTo(stream, { by: 'c2' }));
      await proxy.release();
      assert.equal(position, 1);
      assert.deepEqual(rowsOf((await near.store.read(stream)).events), [1, 2, 1]);
      await assertOnce();
    });
  it('do no harm when the commit arrives while it is tried again', async () => {
    for (const n of upTo(10)) {
      proxy.next('hold');
      const appended = far.store.append(appendTo(`chunk-pkt_a-${n}`, { by: `c${n}`, expected: 0 }));
      await eventually('the commit to be held', () => proxy.held() > 0);
      await proxy.release();
      assert.equal((await near.store.read(`chunk-pkt_a-${n}`)).at, (await appended).position);
    }
    await assertOnce();
  });
  it('do no harm when others write meanwhile, to the stream too', async () => {
    proxy.next('silence');
    const appends = [first, appendTo(stream, { by: 'c2', events: [reported(2)] })].map((append) => far.store.append(append));
    await eventually('a commit to be held', () => proxy.held() > 0);
    await near.store.append(appendTo(stream, { by: 'theirs', events: [reported(7)] }));
    const [moved, placed] = await Promise.allSettled(appends);
    await proxy.release();
    assert.ok(moved?.status === 'rejected' && moved.reason instanceof StreamMoved);
    assert.equal(placed?.status, 'fulfilled');
    assert.deepEqual(rowsOf((await near.store.read(stream)).events), [7, 2]);
    assert.equal(await near.documents.get('claims/x'), undefined);
  });
  it('are found also where others wrote far more since than is looked at', async () => {
    proxy.next('silence');
    // without `expected`, so that only the record itself can tell
    const appended = far.store.append(appendTo(stream));
    await eventually('the commit to be held', () => proxy.held() > 0);
    await proxy.release();
    const other = neighbour(near.store);
    for (const n of upTo(30)) await near.store.append(appendTo(other, { by: `t${n}` }));
    assert.equal((await appended).position, 1);
    assert.equal((await everything(near.store)).length, 31);
  });
  it('are what the caller gets where the commit may still land and a document stands in the way', async () => {
    proxy.next('silence');
    const appended = far.store.append(first);
    appended.catch(() => undefined);
    await eventually('the commit to be held', () => proxy.held() > 0);
    await near.documents.write([{ path: 'claims/x', data: 'theirs' }]);
    await assert.rejects(appended, isLost);
    await near.documents.write([{ path: 'claims/x', delete: true }]);
    await proxy.release();
    // it did land: whoever tries again finds it
    assert.equal((await far.store.append(first)).position, 1);
    assert.deepEqual(rowsOf((await near.store.read(stream)).events), [1, 2]);
  });
  it('let a document stand in the way for good once the place of the commit is taken', async () => {
    proxy.next('silence');
    const other = neighbour(near.store);
    const appended = Promise.allSettled([far.store.append(first), far.store.append(appendTo(other, { by: 'c2' }))]);
    await eventually('the commit to be held', () => proxy.held() > 0);
    await near.documents.write([{ path: 'claims/x', data: 'theirs' }]);
    const [moved, placed] = await appended;
    assert.ok(moved.status === 'rejected' && moved.reason instanceof DocumentMoved);
    assert.equal(placed.status, 'fulfilled');
    await near.documents.write([{ path: 'claims/x', delete: true }]);
    await proxy.release();
    assert.equal((await near.store.read(stream)).at, 0);
    assert.equal(await near.documents.get('claims/x'), undefined);
  });
  it('do not make a write of documents fail that was made, nor one be taken for made that was not', async () => {
    proxy.next('cut');
    await far.documents.write([{ path: 'leases/l', ifAbsent: true, data: 1 }]);
    const version = (await near.documents.get('leases/l'))?.version ?? 0;
    proxy.next('cut');
    await far.documents.write([{ path: 'leases/l', ifVersion: version, data: 2 }]);
    proxy.next('never');
    await assert.rejects(
      far.documents.write([{ path: 'leases/l', ifVersion: version, data: 3 }]),
      (error) => !(error instanceof TypeError) && /UNAVAILABLE|INTERNAL|CANCELLED|moved|precondition/i.test(String(error)),
    );
    assert.equal((await near.documents.get('leases/l'))?.data, 2);
    proxy.next('cut');
    const present = (await near.documents.get('leases/l'))?.version ?? 0;
    // nobody can tell a document that we took away from one that somebody else did
    await assert.rejects(far.documents.write([{ path: 'leases/l', ifVersion: present, delete: true }]), isLost);
    assert.equal(await near.documents.get('leases/l'), undefined);
  });
  it('lose and double nothing, however many get lost', async () => {
    const faults: readonly (Fault | undefined)[] = ['cut', 'never', 'hold', undefined, undefined, undefined];
    proxy.always(() => faults[Math.floor(Math.random() * faults.length)]);
    const releasing = setInterval(() => void proxy.release(), 40);
    const appendUntilPlaced = async (append: Append): Promise<void> => {
      for (let tries = 0; ; tries++) {
        try {
          await far.store.append(append);
          return;
        } catch (error) {
          if (error instanceof StreamMoved || tries > 20) throw error;
        }
      }
    };
    await Promise.all(
      upTo(30).map(async (lane) => {
        for (const n of upTo(4)) {
          const append = appendTo(`contact-ct_${lane}_${n}`, {
            by: `${lane}-${n}`,
            expected: 0,
            events: [reported(n)],
            documents: [{ path: `claims/${lane}-${n}`, ifAbsent: true, data: n }],
          });
          await appendUntilPlaced(append);
        }
      }),
    );
    clearInterval(releasing);
    proxy.always(() => undefined);
    await proxy.release();
    assert.equal((await everything(near.store)).length, 120);
    await assertOnce();
  });
});
