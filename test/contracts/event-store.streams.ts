import assert from 'node:assert/strict';
import type { z } from 'zod';
import { schemaOf } from '#domain/catalogue.ts';
import type { EventSchema } from '#domain/kernel/event.ts';
import { StreamMoved } from '#ports/event-store.ts';
import { appendTo, companyId, everything, now, placeOf, queued, reported, rowsOf, upTo } from '../support/log-events.ts';
import type { Rule } from './opened-store.ts';

type Schema = EventSchema<string, z.ZodType, z.ZodType>;
type Upcast = NonNullable<Schema['upcast']>;

/** While `body` runs the catalogue is that of a later version of the program. */
const withUpcast = async (type: string, upcast: Upcast, body: () => Promise<void>): Promise<void> => {
  const catalogue = schemaOf as Map<string, Schema>;
  const schema = catalogue.get(type);
  assert.ok(schema);
  catalogue.set(type, { ...schema, version: schema.version + 1, upcast });
  try {
    await body();
  } finally {
    catalogue.set(type, schema);
  }
};

const upcastRules = (rule: Rule): void => {
  rule('shows an event of an older version as the present one would have been', async ({ store }) => {
    const at = await store.append(appendTo('chunk-pkt_a-1', { events: [queued(1), reported(1)] }));
    const upcast: Upcast = ({ version, data, private: secret }) => ({
      data: { ...(data as object), was: version },
      private: { ...(secret as object), language: 'en' },
    });
    await withUpcast('MessageQueued', upcast, async () => {
      const [first, second] = (await store.feed(at.partition, 0, 10)).events;
      assert.deepEqual(first?.data, { ...queued(1).data, was: 1 });
      assert.deepEqual(first?.private, { ...queued(1).private, language: 'en' });
      assert.deepEqual([first?.version, second?.version], [2, 1]);
      assert.deepEqual((await store.read('chunk-pkt_a-1')).events, [first, second]);
    });
  });
  rule('keeps the private part where the newer version changed the rest alone', async ({ store }) => {
    await store.append(appendTo('chunk-pkt_a-1', { events: [queued(1)] }));
    await withUpcast(
      'MessageQueued',
      ({ data }) => ({ data }),
      async () => {
        assert.deepEqual((await store.read('chunk-pkt_a-1')).events[0]?.private, queued(1).private);
      },
    );
  });
  rule('leaves alone what a newer version of the program wrote', async ({ store }) => {
    const spoil: Upcast = () => ({ data: 'spoilt' });
    await withUpcast('DeliveryReported', spoil, async () => {
      await withUpcast('DeliveryReported', spoil, async () => {
        await store.append(appendTo('chunk-pkt_a-1'));
      });
      const [event] = (await store.read('chunk-pkt_a-1')).events;
      assert.deepEqual([event?.version, event?.data], [3, reported(1).data]);
    });
  });
};

export const streamRules = (rule: Rule): void => {
  rule('reads an unknown stream as empty', async ({ store }) => {
    assert.deepEqual(await store.read('packet-pkt_none'), { events: [], at: 0 });
  });
  rule('returns an event with all that it was appended with', async ({ store }) => {
    const events = [queued(1), reported(1)];
    const at = await store.append({ ...appendTo('chunk-pkt_a-1', { events }), cause: { id: 'c1', now, correlation: 'r1' } });
    const same = { version: 1, stream: 'chunk-pkt_a-1', ...placeOf(at), companyId, occurredAt: now, cause: 'c1', correlation: 'r1' };
    assert.deepEqual(await store.read('chunk-pkt_a-1'), {
      events: events.map((event, n) => ({ ...event, ...same, id: `c1/${n}` })),
      at: at.position,
    });
    assert.deepEqual(at, { partition: store.partitionOf('chunk-pkt_a-1'), position: 1 });
  });
  rule('takes the cause for the correlation where there is no other', async ({ store }) => {
    await store.append(appendTo('chunk-pkt_a-1', { by: 'c7' }));
    assert.equal((await store.read('chunk-pkt_a-1')).events[0]?.correlation, 'c7');
  });
  rule('returns the events of a stream in the order of its appends, and no others', async ({ store }) => {
    let expected = 0;
    for (const n of upTo(5)) {
      await store.append(appendTo('chunk-pkt_a-2', { by: `other-${n}`, events: [reported(100 + n)] }));
      const { position } = await store.append(
        appendTo('chunk-pkt_a-1', { by: `c${n}`, expected, events: [reported(2 * n), queued(2 * n + 1)] }),
      );
      assert.ok(position > expected);
      expected = position;
    }
    const { events, at } = await store.read('chunk-pkt_a-1');
    assert.deepEqual([rowsOf(events), at], [upTo(10), expected]);
  });
  rule('tells streams apart of which one is the beginning of the other', async ({ store }) => {
    const streams = ['chunk-pkt_a-1', 'chunk-pkt_a-11', 'chunk-pkt_a-1"', 'chunk-pkt_a-1\\'];
    await Promise.all(streams.map((stream, n) => store.append(appendTo(stream, { events: [queued(n)] }))));
    for (const [n, stream] of streams.entries()) assert.deepEqual(rowsOf((await store.read(stream)).events), [n]);
  });
  rule('refuses an append at a stale position and keeps nothing of it', async ({ store, documents }) => {
    const { position } = await store.append(appendTo('packet-pkt_a', { expected: 0 }));
    const late = appendTo('packet-pkt_a', { by: 'c2', expected: 0, events: [queued(2)], documents: [{ path: 'claims/a', data: 1 }] });
    await assert.rejects(store.append(late), (error) => error instanceof StreamMoved && error.stream === 'packet-pkt_a');
    assert.deepEqual(rowsOf(await everything(store)), [1]);
    assert.equal(await documents.get('claims/a'), undefined);
    await store.append({ ...late, expected: position });
    assert.deepEqual(rowsOf((await store.read('packet-pkt_a')).events), [1, 2]);
  });
  rule('minds the own stream alone: what others append meanwhile moves nothing', async ({ store }) => {
    const { position } = await store.append(appendTo('packet-pkt_a', { expected: 0 }));
    for (const n of upTo(20)) await store.append(appendTo(`packet-pkt_b${n}`, { expected: 0 }));
    await store.append(appendTo('packet-pkt_a', { by: 'c2', expected: position, events: [reported(2)] }));
    assert.deepEqual(rowsOf((await store.read('packet-pkt_a')).events), [1, 2]);
  });
  rule('keeps text of every kind as it is', async ({ store }) => {
    const texts = ['', 'Zoë 🦷', 'line\nfeed', 'quote " back \\ nul \0', '\u2028', '{"a":1}', 'é'.repeat(2000)];
    await store.append(appendTo('chunk-pkt_a-1', { events: texts.map((body, n) => queued(n, { to: '', body })) }));
    assert.deepEqual(
      (await store.read('chunk-pkt_a-1')).events.map((event) => (event.private as { body: string }).body),
      texts,
    );
  });
  upcastRules(rule);
};
