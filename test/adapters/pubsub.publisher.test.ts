import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { openClient, type PubSubClient } from '#adapters/pubsub/client.ts';
import { openPubSub, type PubSubBus } from '#adapters/pubsub/open-pubsub.ts';
import { describeOnEmulators, freshProject, pubsubHost } from '../support/emulators.ts';
import { eventually } from '../support/eventually.ts';

const nowhere = 'http://127.0.0.1:9/';
const quiet = { info: () => undefined };

describeOnEmulators('publishing to pubsub', () => {
  let bus: PubSubBus;
  let client: PubSubClient;
  let told: Readonly<Record<string, unknown>>[];

  beforeEach(async () => {
    told = [];
    const where = { projectId: freshProject(), host: await pubsubHost() };
    bus = await openPubSub({ ...where, log: { info: (fields) => void told.push(fields) }, mostDelayMs: 300 });
    client = await openClient(where);
    await bus.setUp([{ topic: 'work', subscription: 'work-door', endpoint: nowhere }]);
    await client.pubsub.topic('work').createSubscription('looker');
  });
  afterEach(async () => {
    await bus.close(0);
    await client.close();
  });

  const looked = async (count: number) => {
    const subscription = `projects/${client.projectId}/subscriptions/looker`;
    const seen: { data: unknown; attributes: Readonly<Record<string, string>> }[] = [];
    await eventually(`${count} messages`, async () => {
      const [{ receivedMessages }] = await client.subscriber.pull({ subscription, maxMessages: 1000 }, { timeout: 2_000 });
      for (const { message } of receivedMessages ?? []) {
        seen.push({
          data: JSON.parse(Buffer.from((message?.data ?? '') as Uint8Array).toString('utf8')),
          attributes: message?.attributes ?? {},
        });
      }
      return seen.length >= count;
    });
    return seen;
  };

  it('puts ids, key and context beside the data, and nothing else', async () => {
    const context = { correlation: 'req_1', traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
    await bus.publish('work', [
      { data: { path: 'a/b', text: 'ü' }, key: 'k', context },
      { data: {} },
      { data: {}, key: 'x'.repeat(2_000) },
    ]);
    const [first, second, third] = await looked(3);
    const { id, ...rest } = first?.attributes ?? {};
    assert.match(id ?? '', /^tsk_[0-9a-f]{32}$/);
    assert.deepEqual(
      [first?.data, rest],
      [
        { path: 'a/b', text: 'ü' },
        { key: 'k', ...context },
      ],
    );
    for (const one of [second, third]) assert.deepEqual(Object.keys(one?.attributes ?? {}), ['id']);
  });

  it('takes thousands at a time', async () => {
    const messages = Array.from({ length: 1_500 }, (_, n) => ({ data: { n } }));
    await Promise.all([bus.publish('work', messages), bus.publish('work', messages)]);
    const seen = await looked(3_000);
    assert.equal(new Set(seen.map(({ attributes }) => attributes['id'])).size, 3_000);
  });

  it('waits for a delay, sends what has none before, and leaves a long one to the tick', async () => {
    const before = performance.now();
    await bus.publish('work', [{ data: { n: 'late' }, delayMs: 200 }, { data: { n: 'now' } }, { data: { n: 'never' }, delayMs: 301 }]);
    assert.ok(performance.now() - before >= 199);
    assert.deepEqual(
      (await looked(2)).map(({ data }) => data),
      [{ n: 'now' }, { n: 'late' }],
    );
    assert.deepEqual(told, [{ topic: 'work', delayMs: 301 }]);
    for (const delayMs of [-1, Number.NaN, Infinity]) await assert.rejects(bus.publish('work', [{ data: {}, delayMs }]), RangeError);
  });

  it('refuses, when it closes, what still waits for its delay', async () => {
    const waiting = assert.rejects(bus.publish('work', [{ data: {}, delayMs: 290 }]), /closed/);
    await bus.close(0);
    await waiting;
    await assert.rejects(bus.publish('work', [{ data: {} }]), /closed/);
  });

  it('says that a topic is not there, and that nothing in this process can subscribe', async () => {
    await assert.rejects(bus.publish('nothing', [{ data: {} }]), /NOT_FOUND/);
    assert.throws(
      () => bus.subscribe('work', { concurrency: 1, leaseMs: 1, maxAttempts: 1 }, async () => undefined),
      /pushes to the doors/,
    );
    assert.equal(await bus.pending(), undefined);
  });

  it('is set up twice without harm, and pushes where it was told last', async () => {
    const endpoint = 'http://127.0.0.1:9/elsewhere';
    const endpointNow = async () => (await client.pubsub.subscription('work-door').getMetadata())[0].pushConfig?.pushEndpoint;
    await bus.setUp([{ topic: 'work', subscription: 'work-door', endpoint: nowhere }]);
    assert.equal(await endpointNow(), nowhere);
    await bus.setUp([{ topic: 'work', subscription: 'work-door', endpoint }]);
    assert.equal(await endpointNow(), endpoint);
  });
});

describe('publishing to nobody', () => {
  it('ends in time when nobody answers', async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => void sockets.add(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const host = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const bus = await openPubSub({ projectId: 'carillon-test', host, log: quiet, publishTimeoutMs: 400 });
    try {
      const before = performance.now();
      await assert.rejects(bus.publish('work', [{ data: {} }]), /DEADLINE_EXCEEDED|timeout/i);
      assert.ok(performance.now() - before < 10_000);
    } finally {
      await bus.close(0);
      for (const socket of sockets) socket.destroy();
      silent.close();
    }
  });
});
