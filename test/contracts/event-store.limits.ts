import assert from 'node:assert/strict';
import { maxBytesPerAppend, maxEventsPerAppend, type Append } from '#ports/event-store.ts';
import { maxWritesPerCommit } from '#ports/documents.ts';
import { appendTo, everything, feedOf, positionsOf, queued, reported, rowsOf, upTo } from '../support/log-events.ts';
import type { Rule } from './opened-store.ts';

const stream = 'chunk-pkt_a-1';
const writes = (count: number) => upTo(count).map((n) => ({ path: `claims/c${n}`, ifAbsent: true as const, data: n }));
const text = (length: number, of = 'x') => queued(1, { to: '', body: of.repeat(length) });

export const limitRules = (rule: Rule): void => {
  rule('takes an append at its limits whole', async ({ store, documents }) => {
    const events = upTo(maxEventsPerAppend).map((n) => queued(n));
    await store.append(appendTo(stream, { events, documents: writes(maxWritesPerCommit) }));
    await store.append(appendTo(stream, { by: 'c2', events: [text(maxBytesPerAppend - 1000)] }));
    const stored = (await store.read(stream)).events;
    assert.deepEqual(rowsOf(stored), [...upTo(maxEventsPerAppend), 1]);
    assert.deepEqual(stored.at(-1)?.private, text(maxBytesPerAppend - 1000).private);
    assert.equal((await documents.get(`claims/c${maxWritesPerCommit - 1}`))?.data, maxWritesPerCommit - 1);
  });
  rule('refuses what is larger with words that say the limit, and keeps nothing of it', async ({ store, documents }) => {
    const refused: readonly (readonly [Append, RegExp])[] = [
      [appendTo(stream, { events: [] }), /at least one event/],
      [appendTo(stream, { events: upTo(maxEventsPerAppend + 1).map((n) => reported(n)) }), /at most 500 events/],
      [appendTo(stream, { events: [text(maxBytesPerAppend)] }), /at most 900000 bytes/],
      [appendTo(stream, { events: [text(maxBytesPerAppend / 2, 'é')] }), /at most 900000 bytes/],
      [appendTo(stream, { documents: writes(maxWritesPerCommit + 1) }), /at most 500 document writes/],
      [appendTo(stream, { documents: () => writes(maxWritesPerCommit + 1) }), /at most 500 document writes/],
      [appendTo(stream, { events: [{ type: 'NobodyKnowsThis', data: {} }] }), /NobodyKnowsThis/],
    ];
    for (const [append, words] of refused) await assert.rejects(store.append(append), words);
    await assert.rejects(documents.write(writes(maxWritesPerCommit + 1)), /at most 500 document writes/);
    assert.deepEqual(await everything(store), []);
    assert.deepEqual((await documents.getMany(['claims/c0', 'claims/c500'])).filter(Boolean), []);
  });
  rule('takes a burst that is larger than one record', async ({ store }) => {
    const many = (n: number) => upTo(200).map((row) => (n % 3 ? reported(row) : queued(row)));
    const appends = upTo(24).map((n) => appendTo('packet-pkt_a', { by: `c${n}`, events: n < 12 || n % 2 ? many(n) : [text(400_000)] }));
    const places = await Promise.all(appends.map((append) => store.append(append)));
    const partition = store.partitionOf('packet-pkt_a');
    const events = await feedOf(store, partition);
    assert.equal(events.length, 18 * 200 + 6);
    const positions = positionsOf(events);
    assert.deepEqual(
      positions,
      upTo(positions.length).map((n) => n + 1),
    );
    for (const { cause, position } of events) assert.equal(position, places[Number(cause.slice(1))]?.position);
    for (const position of positions) assert.ok(events.filter((event) => event.position === position).length <= maxEventsPerAppend);
  });
};
