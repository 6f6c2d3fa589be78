import assert from 'node:assert/strict';
import type { House } from '#app/house.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { sendWork } from '#app/send-work.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import type { Provider } from '#ports/provider.ts';
import { openTestHouse, type TestHouse, type TestHouseOptions } from '../support/house.ts';
import { queueMessages, send, workItems } from '../support/house-queue.ts';
import { settle } from '../support/house-run.ts';
import { causeAt, change, phoneOf } from '../support/house-steps.ts';
import { codesOf, countTypes, ofType, receivedBy, timesOf } from '../support/house-story.ts';

const callTimeoutMs = 1_000;
/** The adapter takes the list to lag by this much. */
const listLagMs = 30_000;

describe('send-work, in doubt', () => {
  let test: TestHouse;
  let path: string;
  /** One message whose answer goes wrong. */
  const doubt = async (kind: string, options: TestHouseOptions = {}): Promise<void> => {
    test = await openTestHouse({ callTimeoutMs, ...options });
    ({ path } = await queueMessages(test, { count: 1 }));
    await test.simulator.control.fault({ kind, count: 1 });
    await send(test, path);
    assert.deepEqual(await state(), { pending: 0, inFlight: 1, sent: 0 });
  };
  afterEach(() => test.close());

  const state = async () => {
    const [item] = await workItems(test);
    const { length: sent } = await ofType(test, 'MessageSent');
    return { pending: item?.data.pending.length ?? 0, inFlight: item?.data.inFlight.length ?? 0, sent };
  };
  const done = { pending: 0, inFlight: 0, sent: 1 };
  const open = { pending: 0, inFlight: 1, sent: 0 };
  const received = async () => (await receivedBy(test)).get(phoneOf(0)) ?? 0;
  const later = async (ms: number): Promise<void> => {
    test.clock.passReal(ms);
    await send(test, path);
  };

  it('asks to be called again when the provider can tell', async () => {
    await doubt('cut', { listLagMs });
    const [hint] = test.hints.filter(({ delayMs }) => delayMs !== undefined);
    assert.deepEqual([hint?.topic, hint?.data], ['send-bulk', { path }]);
    assert.ok((hint?.delayMs ?? 0) >= callTimeoutMs + listLagMs, 'not before an absence proves something');
  });

  it('leaves it alone while the call might still be on its way', async () => {
    await doubt('cut');
    await later(0);
    assert.deepEqual([await state(), await received()], [open, 0]);
  });

  it('is sent when the provider lists it, with its reference', async () => {
    await doubt('cut_after_accept', { listLagMs });
    await later(2_100);
    assert.deepEqual([await state(), await received()], [done, 1]);
    const [sent] = await ofType(test, 'MessageSent');
    assert.equal(sent?.data.reference, (await test.simulator.control.messages(phoneOf(0)))[0]?.sid);
  });

  it('is not sent again before its absence from the list proves something', async () => {
    await doubt('cut_after_accept', { listLagMs });
    await test.simulator.control.behave({ listLagMs: 60_000 });
    await later(2_100);
    await later(25_000);
    assert.deepEqual([await state(), await received()], [open, 1]);
    await test.simulator.control.behave({ listLagMs: 0 });
    await later(0);
    assert.deepEqual([await state(), await received()], [done, 1]);
  });

  it('is not sent again before the list has caught up with a call that was made long after its intent', async () => {
    test = await openTestHouse({ callTimeoutMs, listLagMs });
    ({ path } = await queueMessages(test, { count: 1 }));
    await test.simulator.control.fault({ kind: 'cut_after_accept', count: 1 });
    await test.simulator.control.behave({ listLagMs });
    // the steps of a handler: the lease, the intents, the call
    test.crashes.interrupt(3, async () => test.clock.passReal(40_000));
    await send(test, path);
    await later(2_100);
    assert.deepEqual([await state(), await received()], [open, 1]);
    await test.simulator.control.behave({ listLagMs: 0 });
    await later(0);
    assert.deepEqual([await state(), await received()], [done, 1]);
  });

  it('is not sent again too early where its handler called late and died', async () => {
    test = await openTestHouse({ callTimeoutMs, listLagMs });
    ({ path } = await queueMessages(test, { count: 1 }));
    await test.simulator.control.behave({ listLagMs: 300_000 });
    // the lease, the intents, the call, what it answered
    test.crashes.interrupt(3, async () => test.clock.passReal(80_000));
    test.crashes.dieAt(4, 'before');
    await assert.rejects(send(test, path), { name: 'Crash' });
    test.crashes.revive();
    // its lease is over, and the list had time since the intent, but not since the call
    await later(11_000);
    await later(15_000);
    assert.deepEqual([await state(), await received()], [open, 1]);
    await test.simulator.control.behave({ listLagMs: 0 });
    await later(0);
    assert.deepEqual([await state(), await received()], [done, 1]);
  });

  it('is sent again when the provider does not know it after the lag of its list', async () => {
    await doubt('cut', { listLagMs });
    await later(25_000);
    assert.deepEqual([await state(), await received()], [open, 0]);
    await later(6_100);
    assert.deepEqual([await state(), await received()], [done, 1]);
    assert.equal((await ofType(test, 'MessageSending')).length, 2);
  });

  it('stays in doubt while the provider does not tell', async () => {
    await doubt('cut_after_accept', { callTimeoutMs: 200 });
    await test.simulator.control.behave({ latencyMs: 5_000 });
    await later(2_100);
    assert.deepEqual(await state(), open);
    assert.ok(test.lines.some(({ level, message }) => level === 'warn' && message.includes('asked again later')));
    await test.simulator.control.behave({ latencyMs: 0 });
    await later(0);
    assert.deepEqual([await state(), await received()], [done, 1]);
  });

  for (const [title, options] of [
    ['whose list lags', { listLagMs: 300_000 }],
    ['without a list', { without: 'find' }],
  ] as const) {
    it(`is settled by a late report of a provider ${title}`, async () => {
      await doubt('cut_after_accept', options);
      await test.simulator.control.behave({ listLagMs: 300_000 });
      const [message] = await test.simulator.control.messages(phoneOf(0));
      const [sending] = await ofType(test, 'MessageSending');
      assert.ok(message && sending);
      const { accountId } = test.provider;
      const messageId = messageIdIn(sending.stream, sending.data);
      await receiveStatus(test.house, 'twilio', { messageId, accountId, reference: message.sid, status: 'delivered' }, causeAt(test));
      await later(10);
      assert.deepEqual([await state(), await received()], [done, 1]);
      assert.equal((await ofType(test, 'MessageSent'))[0]?.data.reference, message.sid);
    });
  }

  it('is held where the provider has no list: visible, and never sent again', async () => {
    await doubt('cut_after_accept', { without: 'find', listLagMs });
    await later(25_000);
    assert.deepEqual(await codesOf(test, 'MessageDoubted'), {});
    await later(10_000);
    assert.deepEqual(await codesOf(test, 'MessageDoubted'), { no_answer: 1 });
    await settle(test);
    assert.deepEqual([await state(), await received()], [{ pending: 0, inFlight: 0, sent: 0 }, 1]);
  });

  it('counts each record of the provider for one message, where two say the same to one phone', async () => {
    test = await openTestHouse({ callTimeoutMs });
    const content = 'id,name,phone\nP1,Ada,+12085550123\nP2,Ada,+12085550123\nP3,Ada,+12085550123\n';
    ({ path } = await queueMessages(test, { content }));
    await test.simulator.control.fault({ kind: 'cut_after_accept', count: 1 });
    await test.simulator.control.fault({ kind: 'cut', count: 1 });
    await send(test, path);
    await settle(test);
    assert.deepEqual([...(await receivedBy(test)).values()], [3]);
    const sent = await ofType(test, 'MessageSent');
    assert.equal(new Set(sent.map(({ data }) => data.reference)).size, 3);
    const times = await timesOf(test, 'MessageSent');
    assert.deepEqual([times.size, Math.max(...times.values())], [3, 1]);
  });

  it('takes no record for its own that says something else', async () => {
    test = await openTestHouse({ callTimeoutMs });
    ({ path } = await queueMessages(test, { content: 'id,name,phone\nP1,Ada,+12085550123\nP2,Bob,+12085550123\n' }));
    await test.simulator.control.fault({ kind: 'cut', count: 1 });
    await test.simulator.control.fault({ kind: 'cut_after_accept', count: 1 });
    await send(test, path);
    await settle(test);
    const bodies = (await test.simulator.control.messages('+12085550123')).map(({ body }) => body.slice(0, 6));
    assert.deepEqual(
      bodies.toSorted((one, other) => one.localeCompare(other)),
      ['Hi Ada', 'Hi Bob'],
    );
  });

  for (const { title, leaseMs, left: expected } of [
    { title: 'its lease', leaseMs: 90_000, left: [70, 40, 10, 0] },
    { title: 'a short lease', leaseMs: 25_000, left: [60, 20, 0] },
  ]) {
    it(`is settled by several handlers where the provider takes its time to tell, each within ${title}`, async () => {
      test = await openTestHouse({ callTimeoutMs });
      ({ path } = await queueMessages(test, { count: 100 }));
      await test.simulator.control.fault({ kind: 'cut', count: 100 });
      await send(test, path);
      await send(test, path);
      test.clock.passReal(120_000);
      const find = test.provider.find;
      assert.ok(find);
      let asked = 0;
      const slow: Provider = {
        ...test.provider,
        // ten are asked at once
        find: async (...about) => {
          if (asked++ % 10 === 0) test.clock.passReal(leaseMs / 5);
          return find(...about);
        },
      };
      const house: House = { ...test.house, leaseMs, providerFor: () => slow };
      const left: number[] = [];
      for (let handlers = 0; handlers < expected.length; handlers++) {
        const began = test.clock.realMs();
        await change(test, (await workItems(test))[0]?.data.campaignId ?? '', 'PauseCampaign');
        await sendWork(house, path, causeAt(test));
        assert.ok(test.clock.realMs() - began < leaseMs);
        left.push((await workItems(test))[0]?.data.inFlight.length ?? 0);
      }
      assert.deepEqual(left, expected);
    });
  }

  it('is settled also while the campaign is paused, and nothing else is sent', async () => {
    await doubt('cut_after_accept');
    const before = (await countTypes(test))['MessageSending'];
    const [sending] = await ofType(test, 'MessageSending');
    await change(test, sending?.data.campaignId ?? '', 'PauseCampaign');
    await later(2_100);
    assert.deepEqual(await state(), done);
    assert.equal((await countTypes(test))['MessageSending'], before);
  });
});
