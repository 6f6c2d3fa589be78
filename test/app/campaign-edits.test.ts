import assert from 'node:assert/strict';
import { clockPath } from '#app/campaign-document.ts';
import { fireCampaign } from '#app/fire-campaign.ts';
import { loadPacket } from '#app/load-packet.ts';
import { tickSends } from '#app/tick-sends.ts';
import { topics } from '#app/topics.ts';
import { waitingTouches } from '#app/waiting-touches.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { rowChunksOf } from '#domain/message/row-chunk.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { runToEnd, settle, takeHints, tick } from '../support/house-run.ts';
import { accept, activeCampaign, causeAt, change, load, people, put, remind } from '../support/house-steps.ts';
import { codesOf, countTypes, ofType, receivedBy, timesOf } from '../support/house-story.ts';

const today = '2026-11-04';
const nextWeek = '2026-11-11';
let campaigns = 0;

describe('a campaign that is changed while rows wait', () => {
  let test: TestHouse;
  /** each of a name of its own */
  let first: Definition;
  let campaignId: string;
  beforeEach(async () => {
    test = await openTestHouse();
    first = { ...remind, name: `Reminder ${(campaigns += 1)}` };
    campaignId = await activeCampaign(test, first);
  });
  afterEach(() => test.close());

  const approve = async (definition: Partial<Definition>): Promise<void> => {
    await put(test, { ...first, ...definition });
    await change(test, campaignId, 'ApproveCampaign');
    await settle(test);
  };
  const withOffsets = (...offsetDays: number[]): Partial<Definition> => ({ schedule: { ...(first.schedule as object), offsetDays } });
  const nextDue = () => test.house.documents.nextDue('rowChunks');
  const waiting = () => waitingTouches(test.house.documents, campaignId);
  const sendTimes = async () => (await ofType(test, 'MessageQueued')).map(({ data }) => data.sendAt);
  const claims = () => test.opened.db.prepare("select count(*) as n from documents where path like 'claims/%'").get()?.['n'];

  it('goes on as it was until somebody approves the new version', async () => {
    await load(test, campaignId, people(2, { day: nextWeek }));
    await put(test, { ...first, ...withOffsets(3) });
    await settle(test);
    assert.equal(await nextDue(), '2026-11-09T07:00:00.000Z');
    await runToEnd(test);
    assert.deepEqual([...new Set(await sendTimes())], ['2026-11-09T17:00:00.000Z']);
  });

  it('plans what waits anew when its offsets change', async () => {
    await load(test, campaignId, people(2, { day: nextWeek }));
    await approve(withOffsets(3));
    assert.equal(await nextDue(), '2026-11-08T07:00:00.000Z');
    await runToEnd(test);
    assert.deepEqual([...new Set(await sendTimes())], ['2026-11-08T17:00:00.000Z']);
    assert.equal((await receivedBy(test)).size, 2);
  });

  it('queues at once what a new offset makes due', async () => {
    await load(test, campaignId, people(2, { day: nextWeek }));
    await approve(withOffsets(9));
    assert.deepEqual(await sendTimes(), ['2026-11-02T17:00:00.000Z', '2026-11-02T17:00:00.000Z']);
    assert.equal(await waiting(), 0);
  });

  it('adds the touches of a new offset and takes back those of one that is gone', async () => {
    await load(test, campaignId, people(2, { day: nextWeek }));
    await approve(withOffsets(2, 1));
    assert.equal(await waiting(), 4);
    await approve(withOffsets(1));
    assert.equal(await waiting(), 2);
    await runToEnd(test);
    assert.deepEqual([...new Set(await sendTimes())], ['2026-11-10T17:00:00.000Z']);
  });

  it('never takes a touch twice, also when its offset went and came back', async () => {
    await approve(withOffsets(2, 9));
    await load(test, campaignId, people(2, { day: nextWeek }));
    await settle(test);
    assert.equal((await ofType(test, 'MessageQueued')).length, 2, 'the one nine days before is queued');
    await approve(withOffsets(2));
    await approve(withOffsets(2, 9));
    await runToEnd(test);
    const times = await timesOf(test, 'MessageQueued');
    assert.deepEqual([times.size, Math.max(...times.values())], [4, 1]);
    assert.equal(await waiting(), 0);
  });

  it('sends in its new window', async () => {
    await load(test, campaignId, people(2, { day: nextWeek }));
    await approve({ schedule: { offsetDays: [2], window: { days: ['mon'], from: '12:00', to: '13:00' } } });
    await runToEnd(test);
    assert.deepEqual([...new Set(await sendTimes())], ['2026-11-09T19:00:00.000Z']);
  });

  it('writes what waits with its new words', async () => {
    await load(test, campaignId, people(1, { day: nextWeek }));
    await approve({ channels: [{ channel: 'sms', template: 'Dear {{ firstName }}.' }] });
    await runToEnd(test);
    assert.deepEqual(
      (await ofType(test, 'MessageQueued')).map(({ data, private: person }) => [data.version, person?.body]),
      [[2, 'Dear Person 0.']],
    );
  });

  it('rejects, when their day comes, rows of a file that lacks a column of the new version', async () => {
    await load(test, campaignId, people(2, { day: nextWeek }));
    await approve({ fields: { ...first.fields, practitioner: 'doctor' } });
    assert.equal(await waiting(), 2);
    await runToEnd(test);
    assert.deepEqual(await codesOf(test, 'TouchRejected'), { column_missing: 2 });
    assert.equal(await waiting(), 0);
  });

  it('keeps rows waiting while it is paused, and goes on when it is resumed', async () => {
    await load(test, campaignId, people(2, { day: today }));
    await change(test, campaignId, 'PauseCampaign');
    await settle(test);
    assert.deepEqual(await ofType(test, 'MessageQueued'), []);
    assert.equal(await waiting(), 2);
    assert.equal(await test.house.documents.nextDue('campaignClock'), undefined, 'a paused campaign wakes nobody');
    await change(test, campaignId, 'ResumeCampaign');
    await runToEnd(test);
    assert.equal((await receivedBy(test)).size, 2);
  });

  it('keeps messages queued while it is paused, and sends them when it is resumed', async () => {
    await load(test, campaignId, people(2, { day: today }));
    await settle(test);
    await change(test, campaignId, 'PauseCampaign');
    test.clock.set('2026-11-02T18:00:00.000Z');
    await tick(test);
    assert.equal((await receivedBy(test)).size, 0);
    await change(test, campaignId, 'ResumeCampaign');
    await runToEnd(test);
    assert.equal((await receivedBy(test)).size, 2);
  });

  it('sends nothing before it was approved and activated, and everything after', async () => {
    const draft = await put(test, { ...first, name: `${first.name} of tomorrow` });
    await load(test, draft, people(2, { day: today }));
    await settle(test);
    await change(test, draft, 'ApproveCampaign');
    await settle(test);
    assert.equal((await countTypes(test))['MessageQueued'], undefined);
    await change(test, draft, 'ActivateCampaign');
    await runToEnd(test);
    assert.equal((await receivedBy(test)).size, 2);
  });

  it('lets everything go when it is archived, and nothing of it stays', async () => {
    await load(test, campaignId, people(3, { day: today }), 'queued.csv');
    await settle(test);
    await load(test, campaignId, people(2, { day: nextWeek, from: 3 }), 'waiting.csv');
    assert.equal(claims(), 3);
    const { CampaignFired: fired } = await countTypes(test);
    await change(test, campaignId, 'ArchiveCampaign');
    await runToEnd(test);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { campaign_archived: 2 });
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { campaign_archived: 3 });
    assert.equal((await receivedBy(test)).size, 0);
    assert.equal(claims(), 0);
    const { documents } = test.house;
    assert.deepEqual(await documents.due(rowChunksOf(campaignId), '9999', 10), []);
    assert.deepEqual(await documents.due('queue', '9999', 10), []);
    assert.equal(await documents.get(clockPath(campaignId)), undefined);
    assert.equal((await countTypes(test))['CampaignFired'], fired);
  });

  it('lets chunks go whose hints were lost when it was archived', async () => {
    await load(test, campaignId, people(501, { day: nextWeek }));
    await settle(test);
    await change(test, campaignId, 'ArchiveCampaign');
    await fireCampaign(test.house, campaignId, causeAt(test));
    test.hints.length = 0;
    await settle(test);
    await runToEnd(test);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { campaign_archived: 501 });
    assert.equal(await test.house.documents.get(clockPath(campaignId)), undefined);
  });

  it('lets rows go that are loaded after it was archived', async () => {
    const packetId = await accept(test, campaignId, people(3, { day: nextWeek }));
    await change(test, campaignId, 'ArchiveCampaign');
    await runToEnd(test);
    await loadPacket(test.house, packetId, causeAt(test));
    await runToEnd(test);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { campaign_archived: 3 });
    assert.equal(await waiting(), 0);
  });

  it('gives claims back when it is archived, so that the same rows may go out by another campaign', async () => {
    await load(test, campaignId, people(3, { day: today }));
    await settle(test);
    await change(test, campaignId, 'ArchiveCampaign');
    await runToEnd(test);
    const other = await activeCampaign(test, { ...first, name: `${first.name} again` });
    await load(test, other, people(3, { day: today }));
    await runToEnd(test);
    assert.equal((await receivedBy(test)).size, 3);
  });

  it('wakes nobody for work of a paused campaign', async () => {
    await load(test, campaignId, people(2, { day: today }));
    await settle(test);
    test.clock.set('2026-11-02T18:00:00.000Z');
    const hinted = async (): Promise<number> => {
      await tickSends(test.house, causeAt(test));
      return takeHints(test, topics.sendBulk).length;
    };
    await change(test, campaignId, 'PauseCampaign');
    assert.equal(await hinted(), 0);
    await change(test, campaignId, 'ResumeCampaign');
    assert.equal(await hinted(), 1);
  });
});
