import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { openPubSub, type PubSubBus } from '#adapters/pubsub/open-pubsub.ts';
import { onEvent, type DoorRequest } from '#functions/door.ts';
import { enterHouse } from '#wiring/current-house.ts';
import { describeOnEmulators, freshProject, pubsubHost } from '../support/emulators.ts';
import { eventually } from '../support/eventually.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';

/** A real door behind a real push: the emulator delivers every second, and moves what failed too often to the dead letters by itself. */
describeOnEmulators('dead letters of pubsub', function () {
  let house: TestHouse;
  let server: Server;
  let bus: PubSubBus;
  let taken: unknown[];
  let pushes: Map<string, number>;

  const door = onEvent(z.object({ n: z.int() }), async (data) => void taken.push(data));

  const open = async (maxAttempts: number): Promise<void> => {
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    bus = await openPubSub({
      projectId: freshProject(),
      host: await pubsubHost(),
      topics: ['work'],
      quietMs: 500,
      log: { info: () => undefined },
    });
    await bus.setUp([{ topic: 'work', subscription: 'work-door', endpoint }], { maxAttempts });
  };

  before(async () => {
    house = await openTestHouse();
    enterHouse(house.house);
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        const { message } = JSON.parse(body) as { message: { attributes: { id: string } } };
        pushes.set(message.attributes.id, (pushes.get(message.attributes.id) ?? 0) + 1);
        const asked: DoorRequest = { method: 'POST', url: '/', headers: request.headers as DoorRequest['headers'], body };
        void door.answer(asked).then(({ status }) => response.writeHead(status).end());
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await house.close();
  });
  beforeEach(() => {
    [taken, pushes] = [[], new Map()];
  });
  afterEach(() => bus.close(0));

  const letters = (count: number) => eventually(`${count} dead letters`, async () => (await bus.deadLetters(100)).length === count);

  it('keep what no schema accepts, after eight deliveries, with everything that it was published with', async () => {
    await open(8);
    await bus.publish('work', [{ data: { n: 'Ada Lovelace' }, key: 'k', context: { correlation: 'req_1' } }]);
    await letters(1);
    const [letter] = await bus.deadLetters(10);
    assert.deepEqual([letter?.topic, letter?.data, letter?.attempts], ['work', { n: 'Ada Lovelace' }, 8]);
    assert.match(letter?.deadAt ?? '', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    assert.match(letter?.error ?? '', new RegExp(`log lines of ${letter?.id}`));
    assert.deepEqual([...pushes], [[letter?.id, 8]]);
    const refused = house.lines.filter(({ fields }) => fields['id'] === letter?.id);
    assert.deepEqual(new Set(refused.map(({ level, fields }) => `${level} ${String(fields['code'])}`)), new Set(['warn event_malformed']));
    assert.doesNotMatch(JSON.stringify(house.lines), /Lovelace/);
  });

  it('are listed as often as anybody asks, put back, put back all at once, and dropped', async () => {
    await open(5);
    await bus.publish(
      'work',
      ['a', 'b', 'c', 'd', 'e'].map((n) => ({ data: { n } })),
    );
    await letters(5);
    for (let look = 0; look < 10; look++) assert.equal((await bus.deadLetters(100)).length, 5, 'a look uses none up');
    assert.equal((await bus.deadLetters(2)).length, 2);
    assert.equal((await bus.deadLetters(0)).length, 0);
    const found = await bus.deadLetters(100);
    const idOf = (n: string): string => found.find(({ data }) => data['n'] === n)?.id ?? '';

    assert.deepEqual([await bus.drop(idOf('a')), await bus.drop(idOf('a'))], [true, false]);
    assert.deepEqual(new Set((await bus.deadLetters(100)).map(({ data }) => data['n'])), new Set(['b', 'c', 'd', 'e']));
    assert.equal(await bus.replay(idOf('b')), true);
    await eventually('it comes again, as the same message', () => pushes.get(idOf('b')) === 6);
    assert.equal((await bus.deadLetters(100)).length, 3);
    assert.deepEqual([await bus.replayAll(2), await bus.replayAll(100), await bus.replayAll(100)], [2, 1, 0]);
    assert.deepEqual(await bus.deadLetters(100), []);
    await eventually('all of them come again', () => ['c', 'd', 'e'].every((n) => (pushes.get(idOf(n)) ?? 0) >= 6));
    assert.deepEqual([pushes.get(idOf('a')), taken], [5, []]);
  });
});

describe('dead letters of a Pub/Sub that does not answer', () => {
  it('are none that nobody has: whoever looks is told', async () => {
    const bus = await openPubSub({
      projectId: 'carillon-test',
      host: '127.0.0.1:9',
      topics: ['work'],
      quietMs: 500,
      log: { info: () => undefined },
    });
    try {
      await assert.rejects(bus.deadLetters(10), /UNAVAILABLE/);
      await assert.rejects(bus.replayAll(10), /UNAVAILABLE/);
      await assert.rejects(bus.drop('some-id'), /UNAVAILABLE/);
    } finally {
      await bus.close(0);
    }
  });
});
