import assert from 'node:assert/strict';
import { DocumentMoved } from '#ports/documents.ts';
import { StreamMoved, type Append, type EventStore } from '#ports/event-store.ts';
import { appendTo, everything, feedOf, positionsOf, queued, reported, rowsOf, upTo } from '../support/log-events.ts';
import type { Rule } from './opened-store.ts';

const settle = (store: EventStore, appends: readonly Append[]) => Promise.allSettled(appends.map((append) => store.append(append)));

/** Reads, decides and appends until it wins, as every handler does. */
const increment = async (store: EventStore, stream: string, by: string): Promise<void> => {
  for (let tries = 0; tries < 200; tries++) {
    const { events, at } = await store.read(stream);
    try {
      await store.append(appendTo(stream, { by, expected: at, events: [reported(events.length)] }));
      return;
    } catch (error) {
      if (!(error instanceof StreamMoved)) throw error;
    }
  }
  assert.fail(`${by} never won`);
};

const burstRules = (rule: Rule): void => {
  rule('takes out of a burst the appends whose preconditions fail: no stranger fails with them', async ({ store, documents }) => {
    await documents.write([{ path: 'claims/taken', data: 1 }]);
    await store.append(appendTo('chunk-pkt_old-1', { expected: 0 }));
    const taken = [{ path: 'claims/taken', ifAbsent: true as const, data: 2 }];
    const spoiler = (n: number): Append[] => [
      appendTo('chunk-pkt_old-1', { by: `stale-${n}`, expected: 0, events: [reported(2)] }),
      appendTo(`chunk-pkt_bad-${n}`, { by: `claim-${n}`, documents: taken }),
      appendTo(`chunk-pkt_bad-${n}`, { by: `expect-${n}`, expects: [{ path: 'claims/taken', absent: true }] }),
      appendTo(`chunk-pkt_bad-${n}`, { by: `path-${n}`, documents: [{ path: 'odd', data: 1 }] }),
      appendTo(`chunk-pkt_bad-${n}`, { by: `big-${n}`, documents: () => [{ path: 'claims/none', data: 10n }] }),
    ];
    const stranger = (n: number): Append =>
      appendTo(`chunk-pkt_good-${n}`, {
        by: `good-${n}`,
        expected: 0,
        events: [queued(n), reported(n)],
        documents: ({ position }) => [{ path: `claims/good${n}`, ifAbsent: true, data: position }],
      });
    const burst = upTo(40).flatMap((n) => [stranger(n), ...(n % 10 === 5 ? spoiler(n) : [])]);
    const results = await settle(store, burst);
    for (const [n, result] of results.entries()) {
      const by = burst[n]?.cause.id ?? '';
      assert.equal(result.status, by.startsWith('good') ? 'fulfilled' : 'rejected', by);
      if (result.status === 'rejected' && by.startsWith('stale')) assert.ok(result.reason instanceof StreamMoved);
      if (result.status === 'rejected' && /^(claim|expect)/.test(by)) assert.ok(result.reason instanceof DocumentMoved);
    }
    const events = await everything(store);
    assert.equal(events.length, 81);
    for (const n of upTo(40)) {
      const own = await store.read(`chunk-pkt_good-${n}`);
      assert.deepEqual([rowsOf(own.events), (await documents.get(`claims/good${n}`))?.data], [[n, n], own.at]);
    }
    for (const n of [5, 15, 25, 35]) assert.equal((await store.read(`chunk-pkt_bad-${n}`)).at, 0);
    assert.equal(await documents.get('claims/none'), undefined);
  });
  rule('lets each of a burst see the documents of those that it admitted before', async ({ store, documents }) => {
    const release = appendTo('chunk-pkt_a-1', { by: 'release', documents: [{ path: 'claims/x', delete: true }] });
    await documents.write([{ path: 'claims/x', data: 'first' }]);
    await Promise.all([
      store.append(release),
      store.append(appendTo('chunk-pkt_a-2', { by: 'after', documents: [{ path: 'notes/n', data: 1 }] })),
    ]);
    await store.append(appendTo('chunk-pkt_a-3', { by: 'take', documents: [{ path: 'claims/x', ifAbsent: true, data: 'second' }] }));
    assert.equal((await documents.get('claims/x'))?.data, 'second');
  });
};

export const raceRules = (rule: Rule): void => {
  rule('lets exactly one of many win that append at the same position', async ({ store }) => {
    const results = await settle(
      store,
      upTo(20).map((n) => appendTo('chunk-pkt_a-1', { by: `c${n}`, expected: 0, events: [reported(n)] })),
    );
    const won = results.flatMap((result, n) => (result.status === 'fulfilled' ? [n] : []));
    assert.equal(won.length, 1);
    for (const result of results) assert.ok(result.status === 'fulfilled' || result.reason instanceof StreamMoved);
    assert.deepEqual(rowsOf((await store.read('chunk-pkt_a-1')).events), won);
  });
  rule('lands every append that expects nothing', async ({ store }) => {
    const places = await Promise.all(upTo(50).map((n) => store.append(appendTo('chunk-pkt_a-1', { by: `c${n}`, events: [reported(n)] }))));
    const { events, at } = await store.read('chunk-pkt_a-1');
    assert.deepEqual(
      [...rowsOf(events)].sort((a, b) => a - b),
      upTo(50),
    );
    assert.equal(at, Math.max(...places.map(({ position }) => position)));
    for (const { cause, position } of events) assert.equal(position, places[Number(cause.slice(1))]?.position);
  });
  rule('loses no step of many that read, decide and append on few streams', async ({ store }) => {
    await Promise.all(upTo(30).map((n) => increment(store, `contact-ct_${n % 3}`, `c${n}`)));
    for (const n of upTo(3)) assert.deepEqual(rowsOf((await store.read(`contact-ct_${n}`)).events), upTo(10));
  });
  rule('does the same for writers that know nothing of each other', async ({ store, another }, needs) => {
    const second = await needs(another)();
    await Promise.all(upTo(30).map((n) => increment(n % 2 ? store : second.store, `contact-ct_${n % 3}`, `c${n}`)));
    for (const n of upTo(3)) assert.deepEqual(rowsOf((await second.store.read(`contact-ct_${n}`)).events), upTo(10));
    for (const partition of store.partitions()) {
      const positions = positionsOf(await feedOf(store, partition));
      assert.deepEqual(
        positions,
        upTo(positions.length).map((n) => n + 1),
      );
    }
  });
  rule('takes appends to many streams and partitions at once', async ({ store }) => {
    const appends = upTo(200).map((n) =>
      appendTo(n % 2 ? `chunk-pkt_a-${n}` : `contact-ct_${n}`, { by: `c${n}`, expected: 0, events: [queued(n)] }),
    );
    const places = await Promise.all(appends.map((append) => store.append(append)));
    for (const [n, { stream }] of appends.entries()) {
      const { events, at } = await store.read(stream);
      assert.deepEqual([rowsOf(events), at, store.partitionOf(stream)], [[n], places[n]?.position, places[n]?.partition]);
    }
    assert.equal((await everything(store)).length, 200);
  });
  burstRules(rule);
};
