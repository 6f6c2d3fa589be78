import assert from 'node:assert/strict';
import { clockPath } from '#app/campaign-document.ts';
import { sendWork } from '#app/send-work.ts';
import { tallyLog } from '#app/tally-log.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import type { CrashMoment } from '../support/crashes.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { assertSentOnce, workItems } from '../support/house-queue.ts';
import { restart, runToEnd, settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, change, load, people, put, remind, sendNow, testCompany } from '../support/house-steps.ts';
import { bodiesTaken, codesOf, ofType, receivedBy, timesOf } from '../support/house-story.ts';

const today = '2026-11-04';
const saying = (template: string): Partial<Definition> => ({ channels: [{ channel: 'sms', template }] });
const newWords = saying('Dear {{ firstName }}.');
let campaigns = 0;

describe('messages that wait in the queue when their campaign changes', () => {
  let test: TestHouse;
  let first: Definition;
  let campaignId: string;
  const open = async (definition: Definition = remind): Promise<void> => {
    test = await openTestHouse({ callTimeoutMs: 200 });
    first = { ...definition, name: `Waiting ${(campaigns += 1)}` };
    campaignId = await activeCampaign(test, first);
  };
  beforeEach(() => open());
  afterEach(() => test.close());

  /** Messages wait until nine o'clock: it is eight. */
  const begin = async (count: number): Promise<void> => {
    test.clock.set('2026-11-02T15:00:00.000Z');
    await load(test, campaignId, people(count, { day: today }));
    await settle(test);
    assert.equal((await ofType(test, 'MessageQueued')).length, count);
  };
  const approve = async (definition: Partial<Definition>): Promise<void> => {
    await put(test, { ...first, ...definition });
    await change(test, campaignId, 'ApproveCampaign');
  };
  const bodies = () => bodiesTaken(test);
  const claims = () => test.opened.db.prepare("select count(*) as n from documents where path like 'claims/%'").get()?.['n'];
  const dear = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `Dear Person ${n}.`);

  it('go out with the new words, once', async () => {
    await begin(3);
    await approve(newWords);
    await settle(test);
    const items = await workItems(test);
    assert.deepEqual(
      items.map(({ data }) => [data.version, data.pending.length]),
      [[2, 3]],
      'at once, before their hour',
    );
    assert.equal((await test.house.documents.get<{ replan?: boolean }>(clockPath(campaignId)))?.data.replan, true);
    await runToEnd(test);
    assert.deepEqual(await bodies(), dear(3));
    await assertSentOnce(test, 3);
    assert.equal(claims(), 3);
    const { tally } = await tallyLog(test.opened.store, testCompany);
    assert.deepEqual([totalsOf(tally).messages, totalsOf(tally).accepted], [3, 3]);
    assert.equal((await test.house.documents.get<{ replan?: boolean }>(clockPath(campaignId)))?.data.replan, undefined);
  });

  it('go out with the words of the last of several versions', async () => {
    await begin(2);
    await approve(saying('Second.'));
    await settle(test);
    await approve(newWords);
    await runToEnd(test);
    assert.deepEqual(await bodies(), dear(2));
    assert.deepEqual([...(await timesOf(test, 'MessageQueued')).values()], [3, 3]);
  });

  it('never go out with old words, also when nobody heard of the new version but the sender', async () => {
    await begin(2);
    const [item] = await workItems(test);
    test.clock.set('2026-11-02T18:00:00.000Z');
    await approve(newWords);
    await sendWork(test.house, item!.path, causeAt(test));
    assert.equal((await receivedBy(test)).size, 0);
    await runToEnd(test);
    assert.deepEqual(await bodies(), dear(2));
  });

  it('are read from their payload where the item does not say its version', async () => {
    await begin(2);
    const [item] = await workItems(test);
    const { version: _, ...older } = item!.data;
    await test.house.documents.write([{ path: item!.path, data: older, dueAt: item!.dueAt! }]);
    await approve(newWords);
    await runToEnd(test);
    assert.deepEqual(await bodies(), dear(2));
  });

  it('wait while it is paused, and go out with the new words when it is resumed', async () => {
    await begin(2);
    await change(test, campaignId, 'PauseCampaign');
    await approve(newWords);
    await settle(test);
    assert.deepEqual(
      (await workItems(test)).map(({ data }) => data.version),
      [1],
    );
    await change(test, campaignId, 'ResumeCampaign');
    await runToEnd(test);
    assert.deepEqual(await bodies(), dear(2));
  });

  it('are canceled when the new version has no such touch, and their claims are free', async () => {
    await test.close();
    const schedule = { ...(remind.schedule as object), offsetDays: [5, 2] } as Definition['schedule'];
    await open({ ...remind, schedule });
    test.clock.set('2026-11-02T15:00:00.000Z');
    await load(test, campaignId, people(2, { day: today }));
    await settle(test);
    const before = await ofType(test, 'MessageQueued');
    const second = before.filter(({ data }) => data.offset === 1).length;
    assert.ok(second > 0);
    await approve({ schedule: { ...(remind.schedule as object), offsetDays: [2] } });
    await settle(test);
    assert.equal((await codesOf(test, 'MessageCanceled'))['touch_dropped'], second);
    await runToEnd(test);
    const taken = await timesOf(test, 'MessageSent');
    assert.ok([...taken.values()].every((times) => times === 1));
    assert.equal(claims(), taken.size);
  });

  it('are canceled where the new version rejects their row', async () => {
    await begin(2);
    await approve({ fields: { ...first.fields, practitioner: 'doctor' } });
    await settle(test);
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { column_missing: 2 });
    assert.deepEqual([claims(), await workItems(test)], [0, []]);
  });

  it('take other claims when the new version tells people apart by something else', async () => {
    await test.close();
    await open({ ...remind, dedupe: ['day', 'person', 'contactPoint'] });
    test.clock.set('2026-11-02T15:00:00.000Z');
    const [header, one] = people(1, { day: today }).split('\n');
    await load(test, campaignId, `${header}\n${one}\n${one!.replace('+12085550000', '+12085550001')}\n`);
    await settle(test);
    assert.equal((await workItems(test))[0]?.data.pending.length, 2, 'one person with two phones');
    await approve({ dedupe: ['day', 'person'] });
    await settle(test);
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { duplicate: 1 });
    assert.equal(claims(), 1);
    await load(test, campaignId, people(1, { day: today }), 'again.csv');
    await runToEnd(test);
    assert.deepEqual([...(await receivedBy(test)).values()], [1]);
  });

  it('go on another day when the new version asks for it', async () => {
    await begin(2);
    await approve({ schedule: { ...(first.schedule as object), offsetDays: [1] }, ...newWords });
    await runToEnd(test);
    assert.deepEqual((await ofType(test, 'MessageQueued')).map(({ data }) => data.sendAt.slice(0, 10)).sort(), [
      '2026-11-02',
      '2026-11-02',
      '2026-11-03',
      '2026-11-03',
    ]);
    assert.deepEqual(await bodies(), dear(2));
    assert.equal(claims(), 2);
  });

  it('change their words between two groups, while what was in flight keeps its own', async () => {
    await test.close();
    await open(sendNow);
    await load(test, campaignId, people(60));
    let approved = false;
    const { send } = test.provider;
    const provider = {
      ...test.provider,
      send: async (message: Parameters<typeof send>[0]) => {
        if (!approved) {
          approved = true;
          await approve(newWords);
        }
        return send(message);
      },
    };
    const house = { ...test.house, providerFor: () => provider };
    const slow: TestHouse = { ...test, house };
    await settle(slow);
    await runToEnd(slow);
    await assertSentOnce(test, 60);
    const said = await bodies();
    assert.equal(said.filter((body) => body.startsWith('Dear')).length, 10);
  });

  for (const moment of ['before', 'after'] as const satisfies readonly CrashMoment[]) {
    it(`go out once, with the new words, when the process dies ${moment} any one step`, async () => {
      let died = true;
      let nth = 0;
      for (; died; nth++) {
        if (nth > 0) {
          await test.close();
          await open();
        }
        await begin(3);
        await approve(newWords);
        test.clock.set('2026-11-02T18:00:00.000Z');
        test.crashes.dieAt(nth + 1, moment);
        await settle(test).catch(() => undefined);
        died = test.crashes.died();
        test.hints.length = 0;
        await restart(test);
        await runToEnd(test);
        await assertSentOnce(test, 3, `${moment} step ${nth + 1}`);
        assert.deepEqual(await bodies(), dear(3));
        assert.equal(claims(), 3);
        assert.ok([...(await timesOf(test, 'MessageQueued')).values()].every((times) => times === 2));
      }
      assert.ok(nth > 5, `${nth} steps`);
    });
  }

  it('are canceled at once when it is archived, and another campaign reaches the same people', async () => {
    await begin(3);
    await change(test, campaignId, 'ArchiveCampaign');
    await settle(test);
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { campaign_archived: 3 });
    assert.deepEqual([claims(), await workItems(test)], [0, []]);
    const other = await activeCampaign(test, { ...first, name: `${first.name} again` });
    await load(test, other, people(3, { day: today }));
    await runToEnd(test);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), {});
    assert.equal((await receivedBy(test)).size, 3);
    assert.equal(await test.house.documents.get(clockPath(campaignId)), undefined);
  });

  it('are canceled when the hint was lost with which it was archived', async () => {
    await begin(3);
    await change(test, campaignId, 'ArchiveCampaign');
    test.hints.length = 0;
    test.crashes.dieAt(1, 'after');
    await settle(test).catch(() => undefined);
    test.hints.length = 0;
    await restart(test);
    test.clock.set('2026-11-02T15:11:00.000Z');
    await settle(test);
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { campaign_archived: 3 });
  });
});
