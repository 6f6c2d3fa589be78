import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../support/eventually.ts';
import { byText, drained, fails, gate, listen, names, type Rule } from './message-bus.listen.ts';

/** Kills the worker at a random moment of its work and notes what it said until then. */
const killedWorker = async (child: ChildProcess, told: { published: Set<string>; delivered: Set<string> }): Promise<void> => {
  assert.ok(child.stdout);
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  let kill: NodeJS.Timeout | undefined;
  for await (const line of lines) {
    kill ??= setTimeout(() => child.kill('SIGKILL'), Math.random() * 120);
    const [verb, name] = line.split(' ');
    if (name !== undefined && (verb === 'published' || verb === 'delivered')) told[verb].add(name);
  }
  const [code, signal] = (await exited) as [number | null, string | null];
  assert.deepEqual([code, signal], [null, 'SIGKILL']);
};

export const closingRules = (rule: Rule): void => {
  rule('waits for what is under way when it closes, and delivers nothing after', async ({ bus }) => {
    const [entered, leave] = [gate(), gate()];
    let ended = 0;
    const got = listen(bus, {
      concurrency: 1,
      handle: async () => {
        entered.resolve();
        await leave.promise;
        ended++;
      },
    });
    await bus.publish('work', [{ data: { name: 'a' } }, { data: { name: 'b' } }]);
    await entered.promise;
    const closed = [bus.close(20_000), bus.close(20_000)];
    leave.resolve();
    await Promise.race([Promise.all(closed), sleep(10_000).then(fails)]);
    assert.deepEqual([got.length, ended], [1, 1]);
    await sleep(20);
    assert.equal(got.length, 1);
  });
  rule('closes in time when a handler does not end, and twice without harm', async ({ bus }) => {
    const entered = gate();
    listen(bus, { handle: () => (entered.resolve(), new Promise<never>(() => {})) });
    await bus.publish('work', [{ data: {} }]);
    await entered.promise;
    await Promise.all([bus.close(20), bus.close(20)]);
    await assert.rejects(bus.publish('work', [{ data: {} }]), /closed/);
  });
  rule('lets the handlers that it waits for publish', async ({ bus, reopen }) => {
    const [entered, leave] = [gate(), gate()];
    listen(bus, {
      handle: async () => {
        entered.resolve();
        await leave.promise;
        await bus.publish('next', [{ data: { name: 'last words' } }]);
      },
    });
    await bus.publish('work', [{ data: {} }]);
    await entered.promise;
    const closed = bus.close(20_000);
    leave.resolve();
    await closed;
    const again = await reopen?.();
    const got = again && listen(again, { topic: 'next' });
    if (again) await drained(again);
    assert.deepEqual(got && names(got), ['last words']);
  });
};

export const restartRules = (rule: Rule): void => {
  rule('delivers after a restart what was not done before, counting the delivery that was cut off', async ({ bus, reopen }) => {
    const stuck = listen(bus, { concurrency: 3, handle: ({ data }) => (data.name === 'done' ? undefined : new Promise<never>(() => {})) });
    await bus.publish('work', [{ data: { name: 'done' } }, { data: { name: 'cut off' } }]);
    await bus.publish('idle', [{ data: { name: 'waiting' } }]);
    await eventually('one left', async () => stuck.length === 2 && (await bus.pending()) === 2);
    const again = await reopen?.();
    assert.ok(again);
    assert.equal(await again.pending(), 2);
    const [work, idle] = [listen(again), listen(again, { topic: 'idle' })];
    await drained(again);
    assert.deepEqual(
      [...work, ...idle].map(({ data, attempt }) => [data.name, attempt]),
      [
        ['cut off', 2],
        ['waiting', 1],
      ],
    );
    assert.deepEqual(
      work.map(({ id }) => id),
      stuck.filter(({ data }) => data.name === 'cut off').map(({ id }) => id),
    );
  });
  rule('gives up a message that took its process down too often', async ({ bus, reopen }) => {
    const entered = gate();
    listen(bus, { maxAttempts: 1, handle: () => (entered.resolve(), new Promise<never>(() => {})) });
    await bus.publish('work', [{ data: { name: 'killer' } }]);
    await entered.promise;
    const again = await reopen?.();
    assert.ok(again);
    await again.publish('work', [{ data: { name: 'behind it' } }]);
    const got = listen(again, { maxAttempts: 1, concurrency: 1 });
    await drained(again);
    const letters = await again.deadLetters(10);
    assert.deepEqual([names(got), letters.map(({ data, attempts }) => [data.name, attempts])], [['behind it'], [['killer', 1]]]);
    assert.match(letters[0]?.error ?? '', /process/);
  });
  rule('keeps its dead letters, and never gives an id twice', async ({ bus, reopen }) => {
    const got = listen(bus, { maxAttempts: 1, handle: ({ data }) => (data.name === 'bad' ? fails() : undefined) });
    await bus.publish('work', [{ data: { name: 'good' } }, { data: { name: 'bad' } }]);
    await drained(bus);
    const again = await reopen?.();
    assert.ok(again);
    const later = listen(again);
    assert.deepEqual(
      (await again.deadLetters(10)).map(({ data }) => data.name),
      ['bad'],
    );
    await again.publish('work', [{ data: { name: 'new' } }]);
    await drained(again);
    assert.equal(new Set([...got, ...later].map(({ id }) => id)).size, 3);
  });
  rule('loses no publish that races with close: it is kept or refused', async ({ bus, reopen }) => {
    const got = listen(bus, { concurrency: 2 });
    const kept: string[] = [];
    const publish = (name: string) =>
      bus.publish('work', [{ data: { name } }]).then(
        () => kept.push(name),
        () => {},
      );
    const racing = Array.from({ length: 200 }, async (_, n) => {
      for (let turn = n % 5; turn > 0; turn--) await new Promise(setImmediate);
      await publish(`r${n}`);
    });
    await new Promise(setImmediate);
    await Promise.all([bus.close(20_000), ...racing]);
    const again = await reopen?.();
    assert.ok(again);
    const later = listen(again);
    await drained(again);
    assert.ok(kept.length > 0 && kept.length < 200, `the race is one: ${kept.length} kept`);
    assert.deepEqual([...names(got), ...names(later)].toSorted(byText), kept.toSorted(byText));
  });
  rule('loses nothing when its process is killed at any moment', async ({ bus, reopen, worker }) => {
    assert.ok(worker && reopen);
    await bus.close(0);
    const told = { published: new Set<string>(), delivered: new Set<string>() };
    for (let round = 0; round < 6; round++) await killedWorker(worker(`${round}-`), told);
    const again = await reopen();
    listen(again, { maxAttempts: 1000, handle: ({ data }) => void told.delivered.add(String(data.name)) });
    assert.ok(told.published.size > 0);
    await eventually('a delivery of all that was published', () => [...told.published].every((name) => told.delivered.has(name)));
    await drained(again);
    assert.deepEqual(await again.deadLetters(1), []);
  });
};
