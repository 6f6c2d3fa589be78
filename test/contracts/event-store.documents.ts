import assert from 'node:assert/strict';
import { DocumentMoved } from '#ports/documents.ts';
import type { Placed } from '#ports/event-store.ts';
import { appendTo, everything, placeOf, queued } from '../support/log-events.ts';
import type { Rule } from './opened-store.ts';

const moved = (path: string) => (error: unknown) => error instanceof DocumentMoved && error.path === path;

export const documentRules = (rule: Rule): void => {
  rule('writes an append and its documents together', async ({ store, documents }) => {
    await documents.write([{ path: 'companies/co_a/queue/w0', data: 'old' }]);
    await store.append(
      appendTo('chunk-pkt_a-1', {
        documents: [
          { path: 'claims/x', ifAbsent: true, data: { owner: 'msg_1' } },
          { path: 'companies/co_a/queue/w1', data: { pending: [1] }, dueAt: '2026-11-02T15:00:00.000Z' },
          { path: 'companies/co_a/queue/w0', delete: true },
        ],
      }),
    );
    assert.deepEqual((await documents.get('claims/x'))?.data, { owner: 'msg_1' });
    assert.equal((await documents.due('queue', '2026-11-02T15:00:00.000Z', 10)).length, 1);
    assert.equal(await documents.get('companies/co_a/queue/w0'), undefined);
  });
  rule('writes neither the append nor any document when one document moved, and names it', async ({ store, documents }) => {
    await documents.write([{ path: 'claims/taken', data: 'theirs' }]);
    const version = (await documents.get('claims/taken'))?.version ?? 0;
    const refused = [
      appendTo('chunk-pkt_a-1', {
        documents: [
          { path: 'claims/free', data: 1 },
          { path: 'claims/taken', ifAbsent: true, data: 1 },
        ],
      }),
      appendTo('chunk-pkt_a-1', {
        documents: [
          { path: 'claims/free', data: 1 },
          { path: 'claims/taken', ifVersion: version + 1, data: 1 },
        ],
      }),
      appendTo('chunk-pkt_a-1', { documents: [{ path: 'claims/free', data: 1 }], expects: [{ path: 'claims/taken', absent: true }] }),
      appendTo('chunk-pkt_a-1', {
        documents: [{ path: 'claims/free', data: 1 }],
        expects: [{ path: 'claims/taken', version: version - 1 }],
      }),
    ];
    for (const append of refused) {
      await assert.rejects(store.append(append), moved('claims/taken'));
      await assert.rejects(store.append({ ...append, expected: 0 }), moved('claims/taken'));
    }
    assert.deepEqual(await everything(store), []);
    assert.equal(await documents.get('claims/free'), undefined);
    assert.deepEqual((await documents.get('claims/taken'))?.version, version);
  });
  rule('appends where its preconditions on documents hold', async ({ store, documents }) => {
    await documents.write([{ path: 'work/a', data: 'old' }]);
    const version = (await documents.get('work/a'))?.version ?? 0;
    await store.append(
      appendTo('chunk-pkt_a-1', {
        documents: [{ path: 'work/a', ifVersion: version, data: 'new' }],
        expects: [{ path: 'suppressions/co_a/all/x', absent: true }],
      }),
    );
    assert.equal((await documents.get('work/a'))?.data, 'new');
    await store.append(
      appendTo('chunk-pkt_a-2', { expects: [{ path: 'work/a', version: (await documents.get('work/a'))?.version ?? 0 }] }),
    );
  });
  rule('tells a function of documents where its append stands', async ({ store, documents }) => {
    const append = (n: number) =>
      store.append(
        appendTo(`chunk-pkt_a-${n}`, { by: `c${n}`, documents: (at) => [{ path: `pointers/p${n}`, ifAbsent: true, data: placeOf(at) }] }),
      );
    const places: readonly Placed[] = [await append(1), ...(await Promise.all([2, 3, 4, 5].map(append)))];
    for (const [n, at] of places.entries()) assert.deepEqual((await documents.get(`pointers/p${n + 1}`))?.data, placeOf(at));
  });
  rule('refuses an append whose function of documents throws, or gives what can not be written', async ({ store, documents }) => {
    const failing = () => {
      throw new Error('no such campaign');
    };
    const fine = { path: 'claims/fine', data: 1 };
    await assert.rejects(store.append(appendTo('chunk-pkt_a-1', { documents: failing })), /no such campaign/);
    await assert.rejects(store.append(appendTo('chunk-pkt_a-1', { documents: [fine, { path: 'claims', data: 1 }] })), /path/);
    await assert.rejects(store.append(appendTo('chunk-pkt_a-1', { documents: [fine, { path: 'claims/x', data: undefined }] })), /data/);
    await assert.rejects(store.append(appendTo('chunk-pkt_a-1', { documents: [fine, fine] })), /once/);
    assert.deepEqual(await everything(store), []);
    assert.equal(await documents.get('claims/fine'), undefined);
  });
  rule('keeps a claim for the first of many that want it', async ({ store, documents }) => {
    const results = await Promise.allSettled(
      [1, 2, 3, 4, 5, 6].map((n) =>
        store.append(
          appendTo(`chunk-pkt_a-${n}`, { by: `c${n}`, events: [queued(n)], documents: [{ path: 'claims/x', ifAbsent: true, data: n }] }),
        ),
      ),
    );
    const winners = results.flatMap((result, n) => (result.status === 'fulfilled' ? [n + 1] : []));
    assert.equal(winners.length, 1);
    assert.equal((await documents.get('claims/x'))?.data, winners[0]);
    for (const result of results) assert.ok(result.status === 'fulfilled' || moved('claims/x')(result.reason));
  });
};
