import assert from 'node:assert/strict';
import type { Recorded } from '#domain/kernel/event.ts';
import type { EventStore } from '#ports/event-store.ts';
import type { Picking } from '#ports/event-store.ts';
import { appendTo, everything, feedOf, positionsOf, queued, reported, upTo } from '../support/log-events.ts';
import type { Rule } from './opened-store.ts';

const countUp = (n: number): readonly number[] => upTo(n).map((index) => index + 1);

/** Follows a partition until `done` and nothing is left, checking at every step that no position is left out. */
const follow = async (store: EventStore, partition: string, done: () => boolean): Promise<readonly Recorded[]> => {
  const events: Recorded[] = [];
  for (let at = 0; ;) {
    const last = done();
    const page = await store.feed(partition, at, 3);
    const positions = positionsOf(page.events);
    assert.deepEqual(
      positions,
      positions.map((_, n) => at + n + 1),
    );
    assert.equal(page.at, at + positions.length);
    if (page.at === at && last) return events;
    // a reader that finds nothing lets the writers go on
    if (page.at === at) await new Promise((resolve) => setImmediate(resolve));
    events.push(...page.events);
    at = page.at;
  }
};

/** Eight writers, bulk and other streams, appends of one to three events. */
const writeSome = async (store: EventStore, by: string): Promise<void> => {
  await Promise.all(
    upTo(8).map(async (writer) => {
      for (const n of upTo(15)) {
        const stream = writer % 2 ? `chunk-pkt_${by}-${n}` : `contact-ct_${by}${writer}`;
        const events = upTo(1 + (n % 3)).map((m) => (m ? reported(m) : queued(n)));
        await store.append(appendTo(stream, { by: `${by}-${writer}-${n}`, events }));
      }
    }),
  );
};

export const feedRules = (rule: Rule): void => {
  rule('is empty in every partition at first', async ({ store }) => {
    assert.ok(store.partitions().length > 0);
    assert.equal(new Set(store.partitions()).size, store.partitions().length);
    for (const partition of store.partitions()) {
      assert.deepEqual(await store.feed(partition, 0, 10), { events: [], at: 0 });
      assert.equal(await store.tail(partition), 0);
    }
  });
  rule('counts 1, 2, 3 … in every partition, and the tail is the last', async ({ store }) => {
    await writeSome(store, 'a');
    for (const partition of store.partitions()) {
      const positions = positionsOf(await feedOf(store, partition));
      assert.deepEqual(positions, countUp(await store.tail(partition)));
    }
  });
  rule('shows a reader every event once and in order while many write', async ({ store, another }) => {
    const reader = 'absent' in another ? store : (await another()).store;
    let done = false;
    const following = store.partitions().map((partition) => follow(reader, partition, () => done));
    await Promise.all([writeSome(store, 'a'), writeSome(reader, 'b')]);
    done = true;
    const seen = (await Promise.all(following)).flat();
    assert.equal(seen.length, 2 * 8 * 30);
    assert.equal(new Set(seen.map(({ id, stream }) => `${stream} ${id}`)).size, seen.length);
    const all = await everything(store);
    assert.deepEqual(
      seen.map(({ id }) => id),
      all.map(({ id }) => id),
    );
  });
  rule('gives as many records as it was asked for, from where it was asked', async ({ store }) => {
    for (const n of upTo(5)) await store.append(appendTo('packet-pkt_a', { by: `c${n}`, events: [reported(n), reported(n)] }));
    const partition = store.partitionOf('packet-pkt_a');
    const page = async (after: number, limit: number) => {
      const { events, at } = await store.feed(partition, after, limit);
      return [events.map(({ position }) => position), at];
    };
    assert.deepEqual(await page(0, 2), [[1, 1, 2, 2], 2]);
    assert.deepEqual(await page(2, 1), [[3, 3], 3]);
    assert.deepEqual(await page(3, 100), [[4, 4, 5, 5], 5]);
    assert.deepEqual(await page(5, 100), [[], 5]);
    assert.deepEqual(await page(9, 100), [[], 9]);
  });
  rule('gives of its records the events of one stream alone, where that is asked for', async ({ store }) => {
    await Promise.all(upTo(4).map((n) => store.append(appendTo(`packet-pkt_${n}`, { by: `c${n}`, events: [reported(n)] }))));
    for (const partition of store.partitions()) {
      const { events, at } = await store.feed(partition, 0, 100);
      const own = await store.feed(partition, 0, 100, 'packet-pkt_2');
      assert.deepEqual([own.events, own.at], [events.filter(({ stream }) => stream === 'packet-pkt_2'), at]);
    }
  });
  rule('gives what was picked by company and type, its private parts alone, or none where they stay sealed', async ({ store }) => {
    const of = (n: number) => (n % 2 ? 'co_odd' : 'co_even');
    const append = (n: number) => appendTo(`contact-ct_${n}`, { by: `c${n}`, events: [reported(n), queued(n, { to: 't', body: 'b' })] });
    await Promise.all(upTo(8).map((n) => store.append({ ...append(n), companyId: of(n) })));
    for (const partition of store.partitions()) {
      const { events, at } = await store.feed(partition, 0, 100);
      const picked = async (only: Picking) => {
        const found = await store.feed(partition, 0, 100, only);
        assert.equal(found.at, at);
        return found.events;
      };
      const odd = events.filter(({ companyId }) => companyId === 'co_odd');
      const companies = new Set(['co_odd']);
      const types = new Set(['MessageQueued']);
      assert.deepEqual(await picked({ companies }), odd);
      const told = odd.filter(({ type }) => type === 'MessageQueued');
      assert.deepEqual(await picked({ companies, types }), told);
      assert.ok(told.every((event) => 'private' in event));
      const bare = told.map((event) => {
        const rest: Record<string, unknown> = { ...event };
        delete rest['private'];
        return rest;
      });
      assert.deepEqual(await picked({ companies, types, sealed: true }), bare);
      assert.deepEqual(await picked({ companies: new Set() }), []);
    }
  });
  rule('says the same as the streams', async ({ store }) => {
    await writeSome(store, 'a');
    const all = await everything(store);
    for (const stream of new Set(all.map((event) => event.stream)))
      assert.deepEqual(
        (await store.read(stream)).events,
        all.filter((event) => event.stream === stream),
        stream,
      );
  });
  rule('keeps a stream in one partition, bulk apart from all others', async ({ store }) => {
    const bulk = new Set(upTo(500).map((n) => store.partitionOf(`chunk-pkt_a-${n}`)));
    const other = new Set(upTo(500).flatMap((n) => [store.partitionOf(`contact-ct_${n}`), store.partitionOf(`campaign-cmp_${n}`)]));
    assert.deepEqual(
      [...bulk].filter((partition) => other.has(partition)),
      [],
    );
    assert.deepEqual([...bulk, ...other].sort(), [...store.partitions()].sort());
  });
};
