import assert from 'node:assert/strict';
import { keyScopeOf } from '#domain/kernel/streams.ts';
import { StreamMoved } from '#ports/event-store.ts';
import { appendTo, everything, queued, reported, rowsOf, upTo } from '../support/log-events.ts';
import type { Rule } from './opened-store.ts';

const first = appendTo('chunk-pkt_a-1', {
  expected: 0,
  events: [queued(1), queued(2)],
  documents: [{ path: 'claims/x', ifAbsent: true, data: 'msg_1' }],
});

/** A key is made by a commit of its own: it is there before the commit that is to fail. */
const crashRules = (rule: Rule): void => {
  rule(
    'keeps nothing of a commit that failed, and takes the next at the same position',
    async ({ store, documents, vault, faults }, needs) => {
      const { crashBeforeCommit } = needs(faults);
      await store.append(appendTo('chunk-pkt_a-1', { by: 'c0' }));
      await vault.keyFor(keyScopeOf(first.stream));
      crashBeforeCommit();
      await assert.rejects(store.append({ ...first, expected: 1 }));
      assert.equal(await documents.get('claims/x'), undefined);
      assert.equal((await everything(store)).length, 1);
      assert.deepEqual((await store.append({ ...first, expected: 1 })).position, 2);
    },
  );
  rule('recognises the own append whose answer was lost', async ({ store, documents, vault, faults }, needs) => {
    const { loseAnswer } = needs(faults);
    await vault.keyFor(keyScopeOf(first.stream));
    loseAnswer();
    // an adapter that looks for itself may have found it already
    await store.append(first).catch(() => undefined);
    assert.equal((await store.append(first)).position, 1);
    assert.deepEqual(rowsOf(await everything(store)), [1, 2]);
    assert.equal((await documents.get('claims/x'))?.data, 'msg_1');
    assert.equal((await store.append(appendTo('chunk-pkt_a-1', { by: 'c2', expected: 1 }))).position, 2);
  });
  rule('recognises it after a crash, among the appends of others', async ({ store, vault, faults, crash }, needs) => {
    await vault.keyFor(keyScopeOf(first.stream));
    needs(faults).loseAnswer();
    await Promise.allSettled([store.append(first), ...upTo(5).map((n) => store.append(appendTo(`chunk-pkt_b-${n}`, { by: `b${n}` })))]);
    const again = await needs(crash)();
    assert.equal((await again.store.append(first)).position, 1);
    assert.equal((await again.store.read('chunk-pkt_a-1')).events.length, 2);
  });
  rule('has after a crash what it acknowledged, and goes on where it stood', async ({ store, crash }, needs) => {
    await Promise.all(
      upTo(40).map((n) => store.append(appendTo(`chunk-pkt_a-${n}`, { by: `c${n}`, documents: [{ path: `claims/c${n}`, data: n }] }))),
    );
    const tails = await Promise.all(store.partitions().map((partition) => store.tail(partition)));
    const again = await needs(crash)();
    assert.deepEqual(await Promise.all(store.partitions().map((partition) => again.store.tail(partition))), tails);
    assert.equal((await everything(again.store)).length, 40);
    assert.equal((await again.documents.getMany(upTo(40).map((n) => `claims/c${n}`))).filter(Boolean).length, 40);
    const { partition, position } = await again.store.append(appendTo('chunk-pkt_a-1', { by: 'next' }));
    assert.equal(position, (tails[store.partitions().indexOf(partition)] ?? 0) + 1);
  });
};

export const retryRules = (rule: Rule): void => {
  rule('recognises an append that it has, and keeps no second copy', async ({ store, documents }) => {
    const at = await store.append(first);
    const { version } = (await documents.get('claims/x')) ?? {};
    assert.deepEqual(await store.append(first), at);
    assert.deepEqual(await store.append({ ...first, cause: { ...first.cause, now: '2026-11-02T16:00:00.000Z' } }), at);
    assert.deepEqual(rowsOf(await everything(store)), [1, 2]);
    assert.equal((await documents.get('claims/x'))?.version, version);
  });
  rule('recognises it also where others appended since, to the stream too', async ({ store }) => {
    const at = await store.append(first);
    for (const n of upTo(3)) await store.append(appendTo('chunk-pkt_a-1', { by: `report-${n}` }));
    assert.deepEqual(await store.append(first), at);
    assert.equal((await everything(store)).length, 5);
  });
  rule('recognises both of two that are sent at once', async ({ store }) => {
    const [one, two] = await Promise.all([store.append(first), store.append(first)]);
    assert.deepEqual(one, two);
    assert.equal((await everything(store)).length, 2);
  });
  rule('takes no other append for it: not of another cause, not to another stream, not with other events', async ({ store }) => {
    await store.append(first);
    await assert.rejects(store.append({ ...first, cause: { ...first.cause, id: 'c' } }), StreamMoved);
    await assert.rejects(store.append({ ...first, cause: { ...first.cause, id: 'c11' } }), StreamMoved);
    await assert.rejects(store.append({ ...first, events: [queued(1), queued(3)] }), StreamMoved);
    await assert.rejects(store.append({ ...first, events: [queued(1)] }), StreamMoved);
    await assert.rejects(store.append({ ...first, events: [queued(1), queued(2), reported(1)] }), StreamMoved);
    assert.equal((await everything(store)).length, 2);
    await store.append({ ...first, stream: 'chunk-pkt_a-2', documents: [] });
    assert.equal((await everything(store)).length, 4);
  });
  crashRules(rule);
};
