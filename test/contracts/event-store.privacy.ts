import assert from 'node:assert/strict';
import { zstdDecompressSync } from 'node:zlib';
import { Refusal } from '#domain/kernel/refusal.ts';
import { keyScopeOf } from '#domain/kernel/streams.ts';
import { appendTo, feedOf, phone, queued, reported, rowsOf, upTo } from '../support/log-events.ts';
import type { Rule } from './opened-store.ts';

const zstdMagic = Buffer.of(0x28, 0xb5, 0x2f, 0xfd);

/** The bytes, and what anyone can make of them: whatever in them is compressed but not sealed. */
const readable = (bytes: Buffer): string => {
  const texts = [bytes.toString('latin1')];
  for (let at = bytes.indexOf(zstdMagic); at >= 0; at = bytes.indexOf(zstdMagic, at + 1)) {
    try {
      texts.push(zstdDecompressSync(bytes.subarray(at)).toString('latin1'));
    } catch {
      // four bytes that only look like the beginning of something compressed
    }
  }
  return texts.join('\n');
};

const sealingRules = (rule: Rule): void => {
  rule('stores no private part in a form that the key is not needed for', async ({ store, rawBytes }, needs) => {
    const bytes = needs(rawBytes);
    await store.append(appendTo('chunk-pkt_a-1', { events: [queued(1, { to: phone, body: 'Your tooth, Zelda' })] }));
    await Promise.all(upTo(9).map((n) => store.append(appendTo(`contact-ct_${n}`, { by: `b${n}`, events: [queued(n)] }))));
    const stored = readable(await bytes());
    assert.ok(stored.includes('MessageQueued'), 'what is not private can be read, or this rule shows nothing');
    for (const secret of [phone.slice(1), 'tooth', 'Zelda', 'see you soon']) assert.ok(!stored.includes(secret), `${secret} is readable`);
  });
  rule('shows no private part of a scope that was forgotten, while its history stays', async ({ store, vault }) => {
    await Promise.all([
      store.append(appendTo('chunk-pkt_a-1', { events: [queued(1), reported(1)] })),
      store.append(appendTo('packet-pkt_a', { by: 'c2', events: [queued(2)] })),
      store.append(appendTo('chunk-pkt_b-1', { by: 'c3', events: [queued(3)] })),
    ]);
    await vault.destroy(keyScopeOf('packet-pkt_a'));
    const [first, second] = (await store.read('chunk-pkt_a-1')).events;
    assert.deepEqual([first?.data, first && 'private' in first, second?.data], [queued(1).data, false, reported(1).data]);
    assert.equal((await store.read('packet-pkt_a')).events[0]?.private, undefined);
    const others = await feedOf(store, store.partitionOf('chunk-pkt_b-1'));
    assert.deepEqual(others.find(({ stream }) => stream === 'chunk-pkt_b-1')?.private, queued(3).private);
  });
  rule('takes nothing personal for a scope that was forgotten, but goes on with its history', async ({ store, vault }) => {
    await store.append(appendTo('chunk-pkt_a-1', { events: [queued(1)] }));
    await vault.destroy(keyScopeOf('chunk-pkt_a-1'));
    const again = appendTo('chunk-pkt_a-1', { by: 'c2', events: [queued(2)] });
    await assert.rejects(store.append(again), (error) => error instanceof Refusal && error.code === 'scope_forgotten');
    await store.append(appendTo('chunk-pkt_a-1', { by: 'c3', events: [reported(1)] }));
    assert.deepEqual(rowsOf((await store.read('chunk-pkt_a-1')).events), [1, 1]);
  });
};

export const privacyRules = (rule: Rule): void => {
  sealingRules(rule);
  rule('takes out exactly the private parts that are named, and leaves all else in its place', async ({ store }) => {
    const streams = ['chunk-pkt_a-1', 'chunk-pkt_a-3', 'chunk-pkt_b-1', 'chunk-pkt_b-3'];
    const places = await Promise.all(
      streams.map((stream, n) => store.append(appendTo(stream, { by: `c${n}`, events: [queued(1), reported(1), queued(2), queued(3)] }))),
    );
    const before = await Promise.all(streams.map((stream) => store.read(stream)));
    assert.ok(places[0]);
    await store.erasePrivate(places[0].partition, places[0].position, new Set(['c0/2', 'c0/1', 'c9/0']));
    const after = await Promise.all(streams.map((stream) => store.read(stream)));
    const named = before[0]?.events[2];
    assert.ok(named);
    const { private: gone, ...rest } = named;
    assert.deepEqual(gone, queued(2).private);
    assert.deepEqual(after[0], { ...before[0], events: before[0]?.events.map((event) => (event === named ? rest : event)) });
    assert.deepEqual(after.slice(1), before.slice(1));
    assert.deepEqual(await feedOf(store, places[0].partition).then((events) => events.filter(({ id }) => id === 'c0/2')), [rest]);
  });
  rule('forgets every one of several that are taken out of one record at the same time', async ({ store }) => {
    const { partition, position } = await store.append(appendTo('chunk-pkt_a-1', { events: upTo(8).map((n) => queued(n)) }));
    await Promise.all([0, 2, 3, 5, 7].map((n) => store.erasePrivate(partition, position, new Set([`c1/${n}`]))));
    const { events } = await store.read('chunk-pkt_a-1');
    assert.deepEqual(
      events.map((event) => event.private !== undefined),
      [false, true, false, false, true, false, true, false],
    );
  });
  rule('has nothing to take out where nothing stands', async ({ store }) => {
    await store.erasePrivate(store.partitionOf('chunk-pkt_a-1'), 1, new Set(['c1/0']));
    const { partition, position } = await store.append(appendTo('chunk-pkt_a-1', { events: [reported(1)] }));
    await store.erasePrivate(partition, position, new Set(['c1/0']));
    assert.deepEqual(rowsOf((await store.read('chunk-pkt_a-1')).events), [1]);
  });
  rule('still recognises an append whose people were forgotten', async ({ store }) => {
    const append = appendTo('chunk-pkt_a-1', { expected: 0, events: [queued(1)] });
    const at = await store.append(append);
    await store.erasePrivate(at.partition, at.position, new Set(['c1/0']));
    assert.deepEqual(await store.append(append), at);
    assert.equal((await store.read('chunk-pkt_a-1')).events[0]?.private, undefined);
  });
};
