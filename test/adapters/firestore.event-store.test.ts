import assert from 'node:assert/strict';
import type { FirestoreConnection } from '#adapters/firestore/connection.ts';
import { keyScopeOf } from '#domain/kernel/streams.ts';
import { StreamMoved, type EventStore } from '#ports/event-store.ts';
import { eventStoreContract } from '../contracts/event-store.contract.ts';
import { describeOnEmulators, freshProject } from '../support/emulators.ts';
import { connectTo, firestoreStoreOn, openFirestoreStore, type TestFirestore } from '../support/firestore-store.ts';
import { appendTo, everything, queued, reported, rowsOf, upTo } from '../support/log-events.ts';

/** So many streams of one partition. */
const together = (store: EventStore, count: number): readonly string[] => {
  const streams: string[] = [];
  for (let n = 0; streams.length < count; n++) if (store.partitionOf(`contact-ct_${n}`) === 'other-3') streams.push(`contact-ct_${n}`);
  return streams;
};

describeOnEmulators('the log in Firestore', () => {
  eventStoreContract('Firestore', openFirestoreStore);

  let connections: FirestoreConnection[];
  let one: TestFirestore;
  let two: TestFirestore;
  const hints: string[] = [];
  beforeEach(async () => {
    const projectId = freshProject();
    connections = [await connectTo(projectId), await connectTo(projectId)];
    hints.length = 0;
    [one, two] = connections.map((connection) => firestoreStoreOn(connection, (partition) => hints.push(partition))) as [
      TestFirestore,
      TestFirestore,
    ];
  });
  afterEach(async () => {
    for (const connection of connections) await connection.close();
  });
  const counted = async (work: () => Promise<unknown>) => {
    one.connection.meter.reset();
    await work();
    return one.connection.meter.counts();
  };

  it('folds a burst of appends into few records', async () => {
    const streams = together(one.store, 200);
    await Promise.all(streams.map((stream, n) => one.store.append(appendTo(stream, { by: `c${n}` }))));
    assert.ok((await one.store.tail('other-3')) <= 4);
  });
  it('splits what is too much for one commit before it is tried', async () => {
    const streams = together(one.store, 12);
    const { commits, conflicts } = await counted(() =>
      Promise.all(
        streams.map((stream, n) =>
          one.store.append(
            appendTo(stream, {
              by: `c${n}`,
              documents: upTo(n % 2 ? 300 : 4).map((m) => ({ path: `claims/${n}-${m}`, data: n % 2 ? m : 'x'.repeat(900_000) })),
            }),
          ),
        ),
      ),
    );
    assert.deepEqual([commits >= 6, conflicts], [true, 0]);
    assert.equal((await everything(one.store)).length, 12);
  });
  it('refuses before any call what fits into no commit, in words that say the limit', async () => {
    const documents = upTo(300).map((n) => ({ path: `claims/c${n}`, data: n }));
    const expects = upTo(300).map((n) => ({ path: `suppressions/s${n}`, absent: true as const }));
    const large = (count: number, bytes: number) => upTo(count).map((n) => ({ path: `claims/c${n}`, data: 'x'.repeat(bytes) }));
    await one.store.append(appendTo('contact-ct_1'));
    const { commits, conflicts, reads } = await counted(async () => {
      const refused = [
        { some: { documents, expects }, words: /at most 500 documents, written and expected ones together, not 600/ },
        { some: { documents: large(1, 1_000_001) }, words: /a document takes at most 1000000 bytes/ },
        { some: { documents: large(5, 900_000) }, words: /a commit takes at most 3900000 bytes/ },
      ];
      for (const { some, words } of refused) await assert.rejects(one.store.append(appendTo('contact-ct_1', { by: 'c2', ...some })), words);
      await assert.rejects(one.documents.write(documents, expects), /at most 500 documents/);
    });
    assert.deepEqual([commits, conflicts, reads], [0, 0, 0]);
  });
  it('lets several in one record expect the same of a document', async () => {
    await one.documents.write([{ path: 'companies/co_a', data: 1 }]);
    const version = (await one.documents.get('companies/co_a'))?.version ?? 0;
    const expects = [
      { path: 'companies/co_a', version },
      { path: 'suppressions/s', absent: true as const },
    ];
    const streams = together(one.store, 30);
    await one.store.append(appendTo('contact-ct_1', { expects }));
    await Promise.all(streams.map((stream, n) => one.store.append(appendTo(stream, { by: `e${n}`, expects }))));
    assert.ok((await one.store.tail('other-3')) <= 3);
    assert.equal((await one.documents.get('companies/co_a'))?.version, version, 'an expectation changes nothing');
    assert.equal(await one.documents.get('suppressions/s'), undefined);
  });
  it('hints at the partition of every commit, not of one that failed', async () => {
    const { partition } = await one.store.append(appendTo('chunk-pkt_a-1', { expected: 0 }));
    await assert.rejects(one.store.append(appendTo('chunk-pkt_a-1', { by: 'c2', expected: 0, events: [queued(1)] })), StreamMoved);
    assert.deepEqual(hints, [partition]);
  });
  it('knows how a stream stands after others wrote far more than it looks at', async () => {
    const [mine = '', theirs = ''] = together(one.store, 2);
    const { position } = await one.store.append(appendTo(mine, { expected: 0 }));
    for (const n of upTo(30)) await two.store.append(appendTo(theirs, { by: `t${n}` }));
    await one.store.append(appendTo(mine, { by: 'c2', expected: position, events: [reported(2)] }));
    await two.store.append(appendTo(theirs, { by: 'between' }));
    await two.store.append(appendTo(mine, { by: 'c3', events: [reported(3)] }));
    for (const n of upTo(30)) await two.store.append(appendTo(theirs, { by: `u${n}` }));
    await assert.rejects(one.store.append(appendTo(mine, { by: 'c4', expected: 32, events: [reported(4)] })), StreamMoved);
    assert.deepEqual(rowsOf((await one.store.read(mine)).events), [1, 2, 3]);
  });
  it('looks for no stream that it knows: a decision costs what was read and one write', async () => {
    const stream = 'contact-ct_1';
    await one.vault.keyFor(keyScopeOf(stream));
    await one.store.append(appendTo(stream, { expected: 0 }));
    await two.store.append(appendTo('contact-ct_9'));
    let { at } = await one.store.read(stream);
    const known = await counted(async () => {
      for (const n of upTo(5))
        at = (await one.store.append(appendTo(stream, { by: `c${n + 2}`, expected: at, events: [reported(n)] }))).position;
    });
    assert.deepEqual([known.reads, known.writes, known.conflicts], [0, 5, 0]);
    const [neighbour = ''] = together(one.store, 1);
    await two.store.append(appendTo(neighbour));
    await one.store.append(appendTo(together(one.store, 2)[1] ?? ''));
    const read = await counted(async () => {
      const found = await one.store.read(neighbour);
      await one.store.append(appendTo(neighbour, { by: 'c9', expected: found.at, events: [reported(9)] }));
    });
    assert.deepEqual([read.reads, read.writes], [1, 1]);
  });
});
