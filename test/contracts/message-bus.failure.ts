import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { eventually } from '../support/eventually.ts';
import { drained, fails, gate, listen, usual, type Rule } from './message-bus.listen.ts';

export const failureRules = (rule: Rule): void => {
  rule('delivers again what threw, as the same message, with a growing attempt', async ({ bus }) => {
    const got = listen(bus, { handle: ({ attempt }) => (attempt < 3 ? fails() : undefined) });
    await bus.publish('work', [{ data: { name: 'a' } }]);
    await drained(bus);
    assert.deepEqual([got.map(({ attempt }) => attempt), new Set(got.map(({ id }) => id)).size], [[1, 2, 3], 1]);
    assert.deepEqual(await bus.deadLetters(10), []);
  });
  rule('parks a message that keeps failing, with what went wrong', async ({ bus }) => {
    const got = listen(bus, { maxAttempts: 2, handle: fails });
    await bus.publish('work', [{ data: { name: 'poison' } }]);
    await drained(bus);
    const [letter, ...others] = await bus.deadLetters(10);
    assert.deepEqual([got.length, others.length], [2, 0]);
    assert.deepEqual([letter?.topic, letter?.data, letter?.attempts], ['work', { name: 'poison' }, 2]);
    assert.match(letter?.error ?? '', /^Error: the other side is away$/);
    assert.match(letter?.deadAt ?? '', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });
  rule('puts a dead letter back on its topic, to start again', async ({ bus }) => {
    let away = true;
    const got = listen(bus, { maxAttempts: 1, handle: () => (away ? fails() : undefined) });
    await bus.publish('work', [{ data: { name: 'a' } }]);
    await drained(bus);
    away = false;
    const [letter] = await bus.deadLetters(10);
    assert.equal(await bus.replay(letter?.id ?? ''), true);
    await drained(bus);
    assert.deepEqual(
      got.map(({ attempt, data }) => [attempt, data.name]),
      [
        [1, 'a'],
        [1, 'a'],
      ],
    );
    assert.deepEqual(await bus.deadLetters(10), []);
    assert.equal(await bus.replay(letter?.id ?? ''), false);
  });
  rule('drops a dead letter for good', async ({ bus }) => {
    const got = listen(bus, { maxAttempts: 1, handle: fails });
    await bus.publish('work', [{ data: { name: 'a' } }]);
    await drained(bus);
    const [letter] = await bus.deadLetters(10);
    assert.deepEqual([await bus.drop(letter?.id ?? ''), await bus.drop(letter?.id ?? '')], [true, false]);
    assert.deepEqual([await bus.deadLetters(10), await bus.replay(letter?.id ?? ''), got.length], [[], false, 1]);
    assert.equal(await bus.pending(), 0);
  });
  rule('lists no more dead letters than asked for', async ({ bus }) => {
    listen(bus, { maxAttempts: 1, handle: fails });
    await bus.publish(
      'work',
      [1, 2, 3].map((name) => ({ data: { name } })),
    );
    await drained(bus);
    assert.deepEqual([(await bus.deadLetters(2)).length, (await bus.deadLetters(10)).length], [2, 3]);
  });
  rule('knows no dead letter of a strange id', async ({ bus }) => {
    for (const id of ['', 'tsk_1', 'nothing', "tsk_1' or 1=1"])
      assert.deepEqual([await bus.replay(id), await bus.drop(id)], [false, false]);
  });
  rule('counts what backs off as pending', async ({ bus }) => {
    const got = listen(bus, { maxAttempts: 2, handle: fails });
    await bus.publish('work', [{ data: { name: 'a' } }]);
    await eventually('first delivery', () => got.length >= 1);
    assert.ok((await bus.pending()) === 1 || got.length === 2);
    await drained(bus);
    assert.equal(got.length, 2);
  });
  rule('takes a handler that never ends for failed, and goes on', async ({ bus }) => {
    const late = gate();
    const got = listen(bus, {
      concurrency: 1,
      handlerTimeoutMs: 50,
      handle: ({ attempt }) => (attempt === 1 ? late.promise : undefined),
    });
    await bus.publish('work', [{ data: { name: 'stuck' } }]);
    await drained(bus);
    late.resolve();
    await new Promise(setImmediate);
    assert.equal(await bus.pending(), 0, 'nobody listens to it any more');
    await bus.publish('work', [{ data: { name: 'next' } }]);
    await drained(bus);
    assert.deepEqual(
      got.map(({ data, attempt }) => [data.name, attempt]),
      [
        ['stuck', 1],
        ['stuck', 2],
        ['next', 1],
      ],
    );
  });
  rule('gives every message exactly the deliveries it needs, whatever fails how often', async ({ bus }) => {
    let run = 0;
    const seen = new Map<unknown, number>();
    const failures = new Map<unknown, number>();
    listen(bus, {
      concurrency: 8,
      handle: ({ data, attempt }) => {
        seen.set(data.name, (seen.get(data.name) ?? 0) + 1);
        if (attempt <= (failures.get(data.name) ?? 0)) fails();
      },
    });
    const plans = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 30 });
    const property = fc.asyncProperty(plans, async (plan) => {
      run++;
      plan.forEach((times, n) => failures.set(`${run}-${n}`, times));
      await Promise.all(plan.map((_, n) => bus.publish('work', [{ data: { name: `${run}-${n}` } }])));
      await drained(bus);
      for (const [n, times] of plan.entries()) assert.equal(seen.get(`${run}-${n}`), Math.min(times + 1, usual.maxAttempts));
      const dead = (await bus.deadLetters(1000)).filter(({ data }) => String(data.name).startsWith(`${run}-`));
      assert.equal(dead.length, plan.filter((times) => times >= usual.maxAttempts).length);
    });
    await fc.assert(property, { numRuns: 15 });
  });
};
