import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../support/eventually.ts';
import { byText, drained, gate, listen, names, type Rule } from './message-bus.listen.ts';

export const deliveryRules = (rule: Rule): void => {
  rule('delivers a message with its topic and data, for the first time', async ({ bus }) => {
    const got = listen(bus);
    await bus.publish('work', [{ data: { name: 'a', nested: { list: [1, null, 'ü'] } } }]);
    await drained(bus);
    assert.deepEqual(
      got.map(({ topic, data, attempt }) => ({ topic, data, attempt })),
      [{ topic: 'work', data: { name: 'a', nested: { list: [1, null, 'ü'] } }, attempt: 1 }],
    );
  });
  rule('hands on what was published beside the data, and nothing where there was nothing', async ({ bus }) => {
    const got = listen(bus);
    const context = { correlation: 'tsk_1', traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
    await bus.publish('work', [{ data: { name: 'with' }, context }, { data: { name: 'without' } }]);
    await drained(bus);
    const contexts = new Map(got.map(({ data, context: given }) => [data.name, given ?? {}]));
    assert.deepEqual([contexts.get('with'), contexts.get('without')], [context, {}]);
  });
  rule('keeps what was published before anybody subscribed', async ({ bus }) => {
    await bus.publish('work', [{ data: { name: 'early' } }]);
    assert.equal(await bus.pending(), 1);
    const got = listen(bus);
    await drained(bus);
    assert.deepEqual(names(got), ['early']);
  });
  rule('takes an empty publish for nothing', async ({ bus }) => {
    await bus.publish('work', []);
    assert.equal(await bus.pending(), 0);
  });
  rule('delivers each of many messages once, under ids of their own', async ({ bus }) => {
    const got = listen(bus, { concurrency: 16 });
    const batches = Array.from({ length: 100 }, (_, batch) => Array.from({ length: 20 }, (_, n) => ({ data: { name: `${batch}-${n}` } })));
    await Promise.all(batches.map((batch) => bus.publish('work', batch)));
    await drained(bus);
    assert.equal(got.length, 2000);
    assert.equal(new Set(names(got)).size, 2000);
    assert.equal(new Set(got.map(({ id }) => id)).size, 2000);
  });
  rule('delivers to the topic that was meant', async ({ bus }) => {
    const [work, other] = [listen(bus), listen(bus, { topic: 'other' })];
    await bus.publish('work', [{ data: { name: 'w' } }]);
    await bus.publish('other', [{ data: { name: 'o' } }]);
    await drained(bus);
    assert.deepEqual([names(work), names(other)], [['w'], ['o']]);
  });
  rule('lets a handler publish', async ({ bus }) => {
    const next = listen(bus, { topic: 'next' });
    listen(bus, { handle: ({ data }) => bus.publish('next', [{ data }]) });
    await bus.publish('work', [{ data: { name: 'chained' } }]);
    await eventually('the second topic got it', () => next.length === 1);
    assert.deepEqual(names(next), ['chained']);
  });
  rule('holds a delayed message back', async ({ bus }) => {
    const at = new Map<unknown, number>();
    listen(bus, { handle: ({ data }) => void at.set(data.name, Date.now()) });
    const before = Date.now();
    await bus.publish('work', [{ data: { name: 'late' }, delayMs: 300 }, { data: { name: 'now' } }]);
    await eventually('both delivered', () => at.size === 2);
    assert.ok((at.get('late') ?? 0) >= before + 300, 'not before its time');
    assert.ok((at.get('now') ?? 0) <= (at.get('late') ?? 0), 'nobody waits behind it');
  });
};

export const keyRules = (rule: Rule): void => {
  rule('drops a message while one of its topic and key waits', async ({ bus }) => {
    await bus.publish('work', [
      { data: { name: 'first' }, key: 'k' },
      { data: { name: 'second' }, key: 'k' },
    ]);
    await bus.publish('work', [{ data: { name: 'third' }, key: 'k' }]);
    await bus.publish('work', [{ data: { name: 'other key' }, key: 'l' }, { data: { name: 'no key' } }]);
    await bus.publish('other', [{ data: { name: 'other topic' }, key: 'k' }]);
    assert.equal(await bus.pending(), 4);
    const [work, other] = [listen(bus), listen(bus, { topic: 'other' })];
    await drained(bus);
    assert.deepEqual([names(work).toSorted(byText), names(other)], [['first', 'no key', 'other key'], ['other topic']]);
  });
  rule('delivers once more when a message of the key comes while one is under way', async ({ bus }) => {
    const [entered, leave] = [gate(), gate()];
    const got = listen(bus, {
      handle: async ({ data }) => {
        entered.resolve();
        if (data.name === 'under way') await leave.promise;
      },
    });
    await bus.publish('work', [{ data: { name: 'under way' }, key: 'k' }]);
    await entered.promise;
    await bus.publish('work', [{ data: { name: 'hint' }, key: 'k' }]);
    await bus.publish('work', [{ data: { name: 'hint again' }, key: 'k' }]);
    leave.resolve();
    await drained(bus);
    assert.deepEqual(names(got), ['under way', 'hint']);
  });
  rule('does not let a delayed message of the key hold back one for now', async ({ bus }) => {
    const got = listen(bus);
    await bus.publish('work', [{ data: { name: 'later' }, key: 'k', delayMs: 3_600_000 }]);
    await bus.publish('work', [{ data: { name: 'now' }, key: 'k' }]);
    await eventually('a delivery', () => got.length > 0);
  });
  rule('never misses the last hint of a key', async ({ bus }) => {
    // The handler reads a counter as a projection reads its feed: after the last hint it must have seen the last value.
    let [value, seen, under] = [0, 0, 0];
    listen(bus, {
      handle: async () => {
        assert.equal(++under, 1, 'one at a time for a key');
        const read = value;
        await sleep(0);
        seen = read;
        under--;
      },
    });
    for (let round = 0; round < 200; round++) {
      value++;
      await bus.publish('work', [{ data: {}, key: 'k' }]);
    }
    await drained(bus);
    assert.deepEqual([seen, await bus.deadLetters(1)], [value, []]);
  });
};

export const concurrencyRules = (rule: Rule): void => {
  rule('keeps as many under way as the topic allows, and no more', async ({ bus }) => {
    const leave = gate();
    let [under, most] = [0, 0];
    const got = listen(bus, {
      concurrency: 5,
      handle: async () => {
        most = Math.max(most, ++under);
        await leave.promise;
        under--;
      },
    });
    await bus.publish(
      'work',
      Array.from({ length: 23 }, (_, name) => ({ data: { name } })),
    );
    await eventually('five at once', () => under === 5);
    assert.equal(await bus.pending(), 23);
    leave.resolve();
    await drained(bus);
    assert.deepEqual([got.length, most], [23, 5]);
  });
  rule('lets no topic stand in the way of another', async ({ bus }) => {
    const leave = gate();
    listen(bus, { concurrency: 2, handle: () => leave.promise });
    const other = listen(bus, { topic: 'other' });
    await bus.publish(
      'work',
      Array.from({ length: 50 }, (_, name) => ({ data: { name } })),
    );
    await bus.publish('other', [{ data: { name: 'quick' } }]);
    await eventually('the other topic got through', () => other.length === 1);
    leave.resolve();
    await drained(bus);
  });
};
