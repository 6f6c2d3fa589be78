import assert from 'node:assert/strict';
import { tallyLog } from '#app/tally-log.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import type { Looked, Provider } from '#ports/provider.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages, send } from '../support/house-queue.ts';
import { tick } from '../support/house-run.ts';
import { testCompany } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';

describe('messages that nobody reports to an end', () => {
  let test: TestHouse;
  beforeEach(async () => {
    // nobody listens for callbacks: every report is lost
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const after = async (minutes: number): Promise<void> => {
    test.clock.set(new Date(Date.parse(test.clock.now()) + minutes * 60_000).toISOString());
    await tick(test);
  };
  const statuses = async () => {
    const totals = totalsOf((await tallyLog(test.opened.store, testCompany)).tally);
    return Object.fromEntries(Object.entries(totals).filter(([name, n]) => n > 0 && name !== 'messages' && name !== 'accepted'));
  };
  const looks = () => test.house.documents.due('looks', '9999', 10);
  /** The same house whose provider answers a look as it is told. */
  const looking = (answer: () => Promise<Looked | undefined>): { asked: () => number } => {
    let asked = 0;
    const provider: Provider = { ...test.provider, look: () => ((asked += 1), answer()) };
    test = { ...test, house: { ...test.house, providerFor: () => provider } };
    return { asked: () => asked };
  };

  it('are asked about a quarter of an hour later, and their reports are as any other', async () => {
    const { path } = await queueMessages(test, { count: 130 });
    await send(test, path);
    assert.deepEqual(await statuses(), { sent: 130 });
    assert.equal((await looks()).length, 1);
    await after(14);
    assert.deepEqual(await statuses(), { sent: 130 });
    await after(1);
    assert.deepEqual(await statuses(), { sent: 30, delivered: 100 }, 'a hundred in one go');
    await after(1);
    assert.deepEqual(await statuses(), { delivered: 130 });
    assert.deepEqual(await looks(), []);
    assert.equal((await ofType(test, 'DeliveryReported')).length, 130);
  });

  it('are asked about ever later, and no more when the provider says nothing new any more', async () => {
    const { path } = await queueMessages(test, { count: 2 });
    await send(test, path);
    const { asked } = looking(async () => ({ status: 'sent' }));
    const counts: number[] = [];
    for (const minutes of [15, 30, 15, 60, 120, 300, 119, 1, 600]) {
      await after(minutes);
      counts.push(asked());
    }
    assert.deepEqual(counts, [2, 2, 4, 4, 6, 6, 6, 8, 8]);
    assert.deepEqual([await looks(), await ofType(test, 'DeliveryReported')], [[], []]);
  });

  it('are asked about once each time, however many of them nothing new is said of', async () => {
    const { path } = await queueMessages(test, { count: 130 });
    await send(test, path);
    const { asked } = looking(async () => ({ status: 'sent' }));
    const counts: number[] = [];
    for (const minutes of [15, 1, 1, 1, 42, 1, 1, 500]) {
      await after(minutes);
      counts.push(asked());
    }
    assert.deepEqual(counts, [100, 130, 130, 130, 230, 260, 260, 360]);
    assert.deepEqual(await ofType(test, 'DeliveryReported'), []);
  });

  it('are asked about ever less often where the provider does not answer, and no more when it would say nothing new', async () => {
    const { path } = await queueMessages(test, { count: 1 });
    await send(test, path);
    const { asked } = looking(() => Promise.reject(new Error('away')));
    await after(14);
    for (let minutes = 15; minutes < 16 * 60; minutes++) await after(1);
    assert.ok(asked() >= 8 && asked() <= 40, `asked ${asked()} times`);
    assert.deepEqual(await looks(), []);
  });

  it('are asked about again soon where the provider does not answer', async () => {
    const { path } = await queueMessages(test, { count: 2 });
    await send(test, path);
    let isUp = false;
    looking(async () => {
      if (!isUp) throw new Error('away');
      return { status: 'undelivered', code: 'handset_unreachable', providerCode: '30003' };
    });
    await after(15);
    assert.deepEqual(await statuses(), { sent: 2 });
    isUp = true;
    await after(1);
    assert.deepEqual(await statuses(), { undelivered: 2 });
    const [event] = await ofType(test, 'DeliveryReported');
    assert.deepEqual([event?.data.code, event?.data.providerCode], ['handset_unreachable', '30003']);
  });

  it('tell what they cost, as far as the provider knows by then', async () => {
    const { path } = await queueMessages(test, { count: 1 });
    await send(test, path);
    looking(async () => ({ status: 'delivered', segments: 2, price: '0.0158', currency: 'USD' }));
    await after(15);
    const [event] = await ofType(test, 'DeliveryReported');
    assert.deepEqual([event?.data.segments, event?.data.price, event?.data.currency], [2, '0.0158', 'USD']);
  });

  it('stop their route where the provider says that its configuration is wrong', async () => {
    const { path } = await queueMessages(test, { count: 1 });
    await send(test, path);
    looking(async () => ({ status: 'failed', code: 'unregistered_10dlc', providerCode: '30034' }));
    await after(15);
    assert.deepEqual(
      (await ofType(test, 'RouteStopped')).map(({ data }) => [data.code, data.from]),
      [['unregistered_10dlc', '+12085550199']],
    );
  });

  it('are not asked about where their provider can not tell', async () => {
    const { look: _, ...unable } = test.provider;
    test = { ...test, house: { ...test.house, providerFor: () => unable } };
    const { path } = await queueMessages(test, { count: 1 });
    await send(test, path);
    assert.deepEqual(await looks(), []);
  });

  it('are asked about though the process dies at any step', async () => {
    const { path } = await queueMessages(test, { count: 3 });
    await send(test, path);
    test.clock.set(new Date(Date.parse(test.clock.now()) + 15 * 60_000).toISOString());
    for (let nth = 1; nth <= 4; nth++) {
      test.crashes.dieAt(nth, nth % 2 === 0 ? 'after' : 'before');
      await tick(test).catch(() => undefined);
      test.crashes.revive();
      test.hints.length = 0;
    }
    await tick(test);
    assert.deepEqual(await statuses(), { delivered: 3 });
    assert.deepEqual(await looks(), []);
  });
});
