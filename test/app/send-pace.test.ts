import assert from 'node:assert/strict';
import type { House } from '#app/house.ts';
import { changeCampaign } from '#app/change-campaign.ts';
import { fireCampaign } from '#app/fire-campaign.ts';
import { sendWork } from '#app/send-work.ts';
import { tickSends } from '#app/tick-sends.ts';
import { brandPath, companyPacePath, numberPath } from '#app/limits-of-sender.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { Counted } from '#domain/work/token-block.ts';
import { eventually } from '../support/eventually.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages, send, workItems } from '../support/house-queue.ts';
import { deliver, deliverAll, runToEnd, takeHints, tick } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, numbers, people, phoneOf, sendNow, testCompany } from '../support/house-steps.ts';
import { codesOf, ofType, receivedBy } from '../support/house-story.ts';
import { hearing, openRunningHouse, sayPace } from '../support/paced-house.ts';

let campaigns = 0;
const named = (more: Partial<Definition> = {}): Definition => ({ ...sendNow, name: `Paced ${(campaigns += 1)}`, ...more });
const from = sendNow.from;

describe('pace', () => {
  let test: TestHouse;
  afterEach(() => test.close());

  const open = async (): Promise<void> => {
    test = await openTestHouse();
  };
  const openRunning = async (): Promise<void> => {
    test = await openRunningHouse();
  };
  const sayNumber = (perSecond: number): Promise<void> => sayPace(test, perSecond);
  /** Business times at which messages were intended, as whole seconds from the start. */
  const intendedAt = async (): Promise<readonly number[]> =>
    (await ofType(test, 'MessageSending')).map(
      ({ occurredAt }) => (Date.parse(occurredAt) - Date.parse('2026-11-02T16:00:00.000Z')) / 1000,
    );
  const calls: number[] = [];
  const listening = (house: House): House => hearing(test, house, calls);
  beforeEach(() => void (calls.length = 0));

  describe('of a number', () => {
    it('of one a second is used to the full by one handler, which waits, and never more', async () => {
      await openRunning();
      await sayNumber(1);
      const { path } = await queueMessages(test, { count: 40, definition: named() });
      await sendWork(listening(test.house), path, causeAt(test));
      assert.equal((await receivedBy(test)).size, 40);
      const start = Date.parse('2026-11-02T16:00:00.000Z');
      const seconds = calls.map((at) => Math.floor((at - start) / 1_000));
      assert.deepEqual(seconds, numbers(40));
    });

    it('goes on where a handler ends, by a hint of its own, long before the next tick', async () => {
      await openRunning();
      await sayNumber(1);
      const { path } = await queueMessages(test, { count: 195, definition: named() });
      test.hints.length = 0;
      await sendWork(listening(test.house), path, causeAt(test));
      const sent = (await receivedBy(test)).size;
      assert.ok(sent >= 175 && sent < 195, `${sent} in the time of a handler`);
      const [hint] = takeHints(test, 'send-bulk');
      assert.deepEqual([hint?.data, (hint?.delayMs ?? 0) < 5_000], [{ path }, true]);
      await sendWork(listening(test.house), path, causeAt(test));
      assert.equal((await receivedBy(test)).size, 195);
      assert.ok(calls.at(-1)! - calls[0]! <= 200_000, 'no second was lost between the two');
    });

    it('counts segments', async () => {
      await openRunning();
      await sayNumber(2);
      const template = `Hi {{ firstName }}, ${'please bring your glasses. '.repeat(7)}`;
      const { path } = await queueMessages(test, { count: 6, definition: named({ channels: [{ channel: 'sms', template }] }) });
      await sendWork(listening(test.house), path, causeAt(test));
      const start = calls[0]!;
      assert.deepEqual(
        calls.map((at) => Math.floor((at - start) / 1_000)),
        [0, 1, 2, 3, 4, 5],
      );
    });

    it('comes second by second where time stands still until somebody sets it', async () => {
      await open();
      await sayNumber(2);
      await queueMessages(test, { count: 5, definition: named() });
      await runToEnd(test);
      assert.deepEqual(await intendedAt(), [0, 0, 1, 1, 2]);
    });

    it('is that of its brand where nothing else is said of it', async () => {
      await open();
      await test.house.documents.write([
        { path: numberPath(from), data: { companyId: testCompany, brandId: 'brd_a' } },
        { path: brandPath('brd_a'), data: { companyId: testCompany, tier: 'sole_proprietor' } },
      ]);
      await queueMessages(test, { count: 3, definition: named() });
      await runToEnd(test);
      assert.deepEqual(await intendedAt(), [0, 1, 2]);
    });

    it("is nobody's business but its company's", async () => {
      await open();
      await test.house.documents.write([{ path: numberPath(from), data: { companyId: 'co_other', perSecond: 1 } }]);
      const { path } = await queueMessages(test, { count: 30, definition: named() });
      await send(test, path);
      assert.equal((await receivedBy(test)).size, 30);
    });
  });

  describe('of a brand, a company, a month', () => {
    const all = async (): Promise<readonly string[]> => (await ofType(test, 'MessageSending')).map(({ occurredAt }) => occurredAt);

    it("ends a brand's day at midnight in Los Angeles, whatever the campaign's zone", async () => {
      await open();
      await test.house.documents.write([
        { path: numberPath(from), data: { companyId: testCompany, brandId: 'brd_a' } },
        { path: brandPath('brd_a'), data: { companyId: testCompany, perDay: 2 } },
      ]);
      await queueMessages(test, { count: 3, definition: named() });
      await runToEnd(test);
      assert.deepEqual(await all(), ['2026-11-02T16:00:00.000Z', '2026-11-02T16:00:00.000Z', '2026-11-03T08:00:00.000Z']);
    });
    it('lets those go whose segments its day has, past a message that is longer than the whole day', async () => {
      await open();
      await test.house.documents.write([
        { path: numberPath(from), data: { companyId: testCompany, brandId: 'brd_a' } },
        { path: brandPath('brd_a'), data: { companyId: testCompany, perDay: 1 } },
      ]);
      const long = `{% if firstName == 'Ada' %}${'long '.repeat(40)}{% endif %}`;
      const definition = named({ channels: [{ channel: 'sms', template: `Hi {{ firstName }} ${long}` }] });
      const content = `id,name,phone\nA,Ada,${phoneOf(1)}\nB,Ben,${phoneOf(2)}\nC,Cleo,${phoneOf(3)}\n`;
      await queueMessages(test, { definition, content });
      await runToEnd(test);
      const sent = (await ofType(test, 'MessageSending')).map(({ occurredAt, data }) => [data.row, occurredAt]);
      assert.deepEqual(sent, [
        [3, '2026-11-02T16:00:00.000Z'],
        [4, '2026-11-03T08:00:00.000Z'],
      ]);
      assert.deepEqual(await codesOf(test, 'MessageExpired'), { window_past: 1 });
    });
    it("ends a company's day in its own zone, for all of its campaigns", async () => {
      await open();
      await test.house.documents.write([{ path: companyPacePath(testCompany), data: { perDay: 3, timezone: 'America/New_York' } }]);
      await queueMessages(test, { count: 2, definition: named() });
      const other = await activeCampaign(test, named());
      await load(test, other, people(2, { from: 10 }));
      await runToEnd(test);
      assert.deepEqual((await all()).toSorted(), [...numbers(3).map(() => '2026-11-02T16:00:00.000Z'), '2026-11-03T05:00:00.000Z']);
    });
    it("ends a campaign's month by the calendar of its zone, and says until when it waits and why", async () => {
      await open();
      const { path } = await queueMessages(test, { count: 3, definition: named({ limits: { perMonth: 2, perMinute: 50 } }) });
      await send(test, path);
      const [item] = await workItems(test);
      assert.deepEqual(item?.data.waits, { why: 'campaign_month', until: '2026-12-01T07:00:00.000Z' });
      assert.equal(item?.dueAt, '2026-12-01T07:00:00.000Z');
    });
  });

  describe('of a minute', () => {
    it('is waited for inside the handler, so that a campaign is not as slow as the ticks', async () => {
      await openRunning();
      const { path } = await queueMessages(test, { count: 30, definition: named({ limits: { perMinute: 10 } }) });
      await send(test, path);
      assert.deepEqual([...new Set(await intendedAt())].map(Math.round), [0, 60, 120]);
      assert.equal((await receivedBy(test)).size, 30);
    });

    it('is waited for by one of several handlers; the others go home, and what they left is done when he is through', async () => {
      await openRunning();
      const definition = named({ limits: { perMinute: 10 } });
      const { campaignId } = await queueMessages(test, { count: 3, definition });
      for (const n of numbers(8)) await load(test, campaignId, people(3, { from: (n + 1) * 3 }), `${n}.csv`);
      await deliverAll(test);
      test.hints.length = 0;
      await tickSends(test.house, causeAt(test));
      const hints = takeHints(test, 'send-bulk');
      assert.ok(hints.length > 3);
      await Promise.all(hints.map((hint) => deliver(test, hint)));
      for (let next = takeHints(test, 'send-bulk'); next.length > 0; next = takeHints(test, 'send-bulk'))
        for (const hint of next) await deliver(test, hint);
      assert.equal((await receivedBy(test)).size, 27);
      assert.deepEqual(await workItems(test), []);
    });

    it('lets a pause stop it while it waits', async () => {
      await openRunning();
      const { path, campaignId } = await queueMessages(test, { count: 30, definition: named({ limits: { perMinute: 10 } }) });
      const sending = send(test, path);
      await eventually(
        'ten messages, and the others waiting',
        async () => (await workItems(test))[0]?.data.waits !== undefined && (await receivedBy(test)).size === 10,
      );
      await test.clock.pause?.(2_000);
      await changeCampaign(test.house, testCompany, { type: 'PauseCampaign', data: { campaignId } }, causeAt(test));
      await sending;
      assert.equal((await receivedBy(test)).size, 10);
      assert.ok(Date.parse(test.clock.now()) - Date.parse('2026-11-02T16:00:00.000Z') < 30_000, 'within seconds');
    });
  });

  describe('that several instances share', () => {
    /** A process of its own: it has no memory in common with the house. */
    const instance = (): House => ({ ...test.house, documents: { ...test.house.documents } });

    it('holds, and hardly writes its document, though it is taken from for each group', async () => {
      await open();
      const { campaignId } = await queueMessages(test, { count: 200, definition: named({ limits: { perDay: 900 } }) });
      for (const n of numbers(4)) await load(test, campaignId, people(200, { from: (n + 1) * 200 }), `${n}.csv`);
      await deliverAll(test);
      const items = await workItems(test);
      const writes: string[] = [];
      const counting = (house: House): House => ({
        ...house,
        documents: {
          ...house.documents,
          write: async (all, expects) => {
            writes.push(...all.map(({ path }) => path).filter((path) => path.startsWith('quota/')));
            return house.documents.write(all, expects);
          },
        },
      });
      const houses = numbers(5).map(() => counting(instance()));
      await Promise.all(items.map(({ path }, n) => sendWork(houses[n] ?? test.house, path, causeAt(test))));
      // what an instance gives back at its end comes too late for those who have found nothing: less than a block of each
      const { size } = await receivedBy(test);
      assert.ok(size <= 900 && size > 850, `${size} of 900`);
      const counted = await test.house.documents.get<Counted>(`quota/${campaignId}.day`);
      assert.equal(counted?.data.used, size);
      assert.ok(writes.length <= 60, `${writes.length} writes for 1000 messages of 20 groups in 5 instances`);
    });

    it('gives back what is left, so that nothing of it is lost', async () => {
      await open();
      const { path, campaignId } = await queueMessages(test, { count: 60, definition: named({ limits: { perDay: 10_000 } }) });
      await sendWork(instance(), path, causeAt(test));
      assert.equal((await test.house.documents.get<Counted>(`quota/${campaignId}.day`))?.data.used, 60);
    });

    it('loses a block at most with an instance that dies, and never gives more', async () => {
      await open();
      const { path, campaignId } = await queueMessages(test, { count: 150, definition: named({ limits: { perDay: 100 } }) });
      test.crashes.dieAt(6, 'before');
      await assert.rejects(send(test, path), { name: 'Crash' });
      test.crashes.revive();
      test = { ...test, house: { ...test.house, documents: { ...test.house.documents } } };
      test.clock.passReal(120_000);
      await tick(test);
      await tick(test);
      const sent = (await receivedBy(test)).size;
      assert.ok(sent <= 100 && sent >= 50, `${sent} of 100`);
      assert.equal((await test.house.documents.get<Counted>(`quota/${campaignId}.day`))?.data.used, 100);
    });
  });

  it('is told of a campaign that fires as soon as it is activated', async () => {
    await open();
    const campaignId = await activeCampaign(test, named());
    const fired = takeHints(test, 'campaign-fire');
    assert.ok(fired.length > 0 && fired.every(({ data }) => data['campaignId'] === campaignId));
    await load(test, campaignId, people(3));
    await fireCampaign(test.house, campaignId, causeAt(test));
    for (const hint of takeHints(test, 'queue-rows')) await deliver(test, hint);
    for (const hint of takeHints(test, 'send-bulk')) await deliver(test, hint);
    assert.deepEqual([...(await receivedBy(test)).keys()].toSorted(), numbers(3).map(phoneOf));
  });
});
