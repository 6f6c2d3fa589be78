import assert from 'node:assert/strict';
import { suppressionPath } from '#app/suppression-path.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages, send, workItems } from '../support/house-queue.ts';
import { deliverAll, runToEnd, settle } from '../support/house-run.ts';
import { load, numbers, people, phoneOf, remind, sendNow, testCompany } from '../support/house-steps.ts';
import { codesOf, countTypes, ofType, receivedBy } from '../support/house-story.ts';

let campaigns = 0;

describe('send-work, within bounds', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const limited = (limits: NonNullable<Definition['limits']>): Definition => ({ ...sendNow, name: `Limited ${(campaigns += 1)}`, limits });
  const reminder = { definition: remind, content: people(2, { day: '2026-11-04' }) };
  const claims = () => test.opened.db.prepare("select count(*) as n from documents where path like 'claims/%'").get()?.['n'];
  /** When messages were begun, with how many at each time. */
  const paceOf = async () => {
    const pace: Record<string, number> = {};
    for (const { occurredAt } of await ofType(test, 'MessageSending')) pace[occurredAt] = (pace[occurredAt] ?? 0) + 1;
    return pace;
  };
  const dueTimes = async () => (await workItems(test)).map(({ dueAt }) => dueAt);
  const suppress = (phone: string): Promise<void> =>
    test.opened.documents.write([{ path: suppressionPath(test.house, testCompany, { channel: 'sms', to: phone }), data: {} }]);

  describe('time', () => {
    it('sends nothing before its hour', async () => {
      const { path } = await queueMessages(test, reminder);
      await send(test, path);
      assert.deepEqual(await paceOf(), {});
      assert.deepEqual(await dueTimes(), ['2026-11-02T17:00:00.000Z']);
    });

    it('moves what comes late to the next opening of the window', async () => {
      const { path } = await queueMessages(test, reminder);
      test.clock.set('2026-11-03T02:00:00.000Z');
      await send(test, path);
      assert.deepEqual(await paceOf(), {});
      assert.deepEqual(await dueTimes(), ['2026-11-03T17:00:00.000Z'], 'nine in the west of Idaho');
      await runToEnd(test);
      assert.deepEqual(await paceOf(), { '2026-11-03T17:00:00.000Z': 2 });
    });

    it('lets what came too late expire, and gives its claim back', async () => {
      const { path } = await queueMessages(test, reminder);
      assert.equal(claims(), 2);
      test.clock.set('2026-11-04T17:00:00.000Z');
      await send(test, path);
      assert.deepEqual(await codesOf(test, 'MessageExpired'), { window_past: 2 });
      assert.deepEqual([await paceOf(), await workItems(test), claims()], [{}, [], 0]);
    });

    it('lets expire what would open only after the appointment', async () => {
      const content = people(2, { day: '2026-11-04' }).replaceAll('10:00', '09:00');
      const { path } = await queueMessages(test, { definition: remind, content });
      test.clock.set('2026-11-04T02:30:00.000Z');
      await send(test, path);
      assert.deepEqual(await codesOf(test, 'MessageExpired'), { window_past: 2 });
    });

    it('lets a message without an appointment expire after three days', async () => {
      const { path } = await queueMessages(test, { count: 2 });
      test.clock.set('2026-11-05T16:00:00.000Z');
      await send(test, path);
      assert.deepEqual(await codesOf(test, 'MessageExpired'), { window_past: 2 });
    });
  });

  describe('pace', () => {
    it('sends so many a minute', async () => {
      await queueMessages(test, { count: 5, definition: limited({ perMinute: 2 }) });
      await runToEnd(test);
      assert.deepEqual(await paceOf(), {
        '2026-11-02T16:00:00.000Z': 2,
        '2026-11-02T16:01:00.000Z': 2,
        '2026-11-02T16:02:00.000Z': 1,
      });
      assert.equal((await receivedBy(test)).size, 5);
    });

    it('sends so many a day of the campaign, the rest from the next midnight of its zone', async () => {
      await queueMessages(test, { count: 5, definition: limited({ perDay: 3 }) });
      await runToEnd(test);
      assert.deepEqual(await paceOf(), { '2026-11-02T16:00:00.000Z': 3, '2026-11-03T07:00:00.000Z': 2 });
    });

    it('counts the work items of a campaign together, also when they are sent at once', async () => {
      const definition = limited({ perMinute: 4, perDay: 6 });
      const { campaignId } = await queueMessages(test, { count: 3, definition });
      for (const n of [1, 2]) await load(test, campaignId, people(3, { from: n * 3 }), `${n}.csv`);
      await deliverAll(test);
      const items = await workItems(test);
      assert.equal(items.length, 3);
      await Promise.all(items.map(({ path }) => send(test, path)));
      assert.deepEqual(await paceOf(), { '2026-11-02T16:00:00.000Z': 4 });
      await runToEnd(test);
      assert.deepEqual(await paceOf(), {
        '2026-11-02T16:00:00.000Z': 4,
        '2026-11-02T16:01:00.000Z': 2,
        '2026-11-03T07:00:00.000Z': 3,
      });
    });
  });

  it('lets many handlers share the pace of one campaign without failing', async () => {
    const { campaignId } = await queueMessages(test, { count: 10, definition: limited({ perMinute: 250 }) });
    for (const n of numbers(29)) await load(test, campaignId, people(10, { from: (n + 1) * 10 }), `${n}.csv`);
    await deliverAll(test);
    const items = await workItems(test);
    assert.equal(items.length, 30);
    await Promise.all(items.map(({ path }) => send(test, path)));
    assert.deepEqual(await paceOf(), { '2026-11-02T16:00:00.000Z': 250 });
    await runToEnd(test);
    assert.equal((await receivedBy(test)).size, 300);
  });

  describe('opt-outs', () => {
    it('cancels a message to somebody who has opted out, gives its claim back and sends the rest', async () => {
      const { path } = await queueMessages(test);
      await suppress(phoneOf(1));
      await send(test, path);
      assert.deepEqual(await codesOf(test, 'MessageCanceled'), { opted_out: 1 });
      assert.deepEqual([...(await receivedBy(test)).keys()].toSorted(), [phoneOf(0), phoneOf(2)]);
      assert.deepEqual([await workItems(test), claims()], [[], 2]);
    });

    it('makes no message for somebody who has opted out before, and takes no claim', async () => {
      await suppress(phoneOf(1));
      const { path } = await queueMessages(test);
      assert.deepEqual(await codesOf(test, 'TouchSkipped'), { opted_out: 1 });
      assert.equal(claims(), 2);
      await suppress(phoneOf(2));
      await send(test, path);
      assert.deepEqual([...(await receivedBy(test)).keys()], [phoneOf(0)], 'and holds one who opted out in between');
      assert.deepEqual(await codesOf(test, 'MessageCanceled'), { opted_out: 1 });
    });

    it('cancels all messages of an item when all have opted out', async () => {
      const { path } = await queueMessages(test);
      for (const n of numbers(3)) await suppress(phoneOf(n));
      await send(test, path);
      assert.deepEqual(await codesOf(test, 'MessageCanceled'), { opted_out: 3 });
      assert.equal((await receivedBy(test)).size, 0);
      assert.deepEqual(await workItems(test), []);
    });

    it('commits no intent after an opt-out stands, whatever moment it comes at', async () => {
      let canceled = 0;
      for (let nth = 1, interrupted = true; interrupted; nth++) {
        if (nth > 1) {
          await test.close();
          test = await openTestHouse();
        }
        const { path } = await queueMessages(test);
        let intended: number | undefined;
        test.crashes.interrupt(nth, async () => {
          await suppress(phoneOf(1));
          intended = (await ofType(test, 'MessageSending')).filter(({ data }) => data.row === 3).length;
        });
        await send(test, path);
        interrupted = intended !== undefined;
        if (!interrupted) break;
        await settle(test);
        const sending = (await ofType(test, 'MessageSending')).filter(({ data }) => data.row === 3).length;
        assert.equal(sending, intended, `an intent after the opt-out at step ${nth}`);
        const received = await receivedBy(test);
        assert.deepEqual([received.size, received.has(phoneOf(1))], intended === 0 ? [2, false] : [3, true]);
        assert.deepEqual(await codesOf(test, 'MessageCanceled'), intended === 0 ? { opted_out: 1 } : {});
        canceled += intended === 0 ? 1 : 0;
      }
      assert.equal(canceled, 2, 'before the lease and before the intents');
    });

    it('cancels before its second try a message whose recipient opted out after the first', async () => {
      const { path } = await queueMessages(test, { count: 1 });
      await test.simulator.control.fault({ kind: '429', count: 1 });
      await send(test, path);
      await suppress(phoneOf(0));
      await settle(test);
      assert.deepEqual(await codesOf(test, 'MessageCanceled'), { opted_out: 1 });
      assert.equal((await receivedBy(test)).size, 0);
    });

    it('takes nothing from the pace for a group that did not go', async () => {
      const { path } = await queueMessages(test, { definition: limited({ perDay: 3 }) });
      await suppress(phoneOf(1));
      await send(test, path);
      assert.equal((await receivedBy(test)).size, 2);
      assert.equal((await countTypes(test))['MessageSent'], 2);
    });
  });
});
