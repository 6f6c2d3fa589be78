import assert from 'node:assert/strict';
import { clockPath } from '#app/campaign-document.ts';
import { fireCampaign } from '#app/fire-campaign.ts';
import { loadPacket } from '#app/load-packet.ts';
import { queueRows } from '#app/queue-rows.ts';
import { tickCampaigns } from '#app/tick-campaigns.ts';
import { topics } from '#app/topics.ts';
import { waitingTouches } from '#app/waiting-touches.ts';
import { rowChunkPath, rowChunksOf } from '#domain/message/row-chunk.ts';
import type { WorkItem } from '#domain/work/work-item.ts';
import { openTestHouse, testNow, type TestHouse } from '../support/house.ts';
import { deliver, settle, takeHints } from '../support/house-run.ts';
import { accept, activeCampaign, causeAt, load, numbers, people, remind } from '../support/house-steps.ts';
import { ofType, timesOf } from '../support/house-story.ts';

/** Two days after the house's time: reminded of today, at ten in Boise. */
const today = '2026-11-04';
const tenInBoise = '2026-11-02T17:00:00.000Z';
const nextWeek = '2026-11-11';

describe('a run of a campaign', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const fire = (campaignId: string) => fireCampaign(test.house, campaignId, causeAt(test));
  const clockOf = async (campaignId: string) => (await test.house.documents.get(clockPath(campaignId)))?.dueAt;
  const items = async () => (await test.house.documents.due<WorkItem>('queue', '9999', 100)).map(({ data, dueAt }) => ({ ...data, dueAt }));
  const chunksLeft = async (campaignId: string) => (await test.house.documents.due(rowChunksOf(campaignId), '9999', 100)).length;
  const assertOnce = async (messages: number): Promise<void> => {
    const times = await timesOf(test, 'MessageQueued');
    assert.deepEqual([times.size, Math.max(0, ...times.values())], [messages, Math.min(messages, 1)]);
    const pending = (await items()).reduce((sum, item) => sum + item.pending.length, 0);
    assert.equal(pending, messages, 'every message stands in one work item');
  };

  it('makes messages and work items of every row that is due', async () => {
    const campaignId = await activeCampaign(test, remind);
    await load(test, campaignId, people(3, { day: today }));
    await fire(campaignId);
    assert.deepEqual(
      (await ofType(test, 'CampaignFired')).map(({ data: { run, version } }) => ({ run, version })),
      [{ run: 1, version: 1 }],
    );
    for (const hint of takeHints(test, topics.queueRows)) await deliver(test, hint);
    const queued = await ofType(test, 'MessageQueued');
    assert.deepEqual(
      queued.map(({ data: { row, run, version, sendAt, validUntil } }) => [row, run, version, sendAt, validUntil]),
      [2, 3, 4].map((row) => [row, 1, 1, tenInBoise, '2026-11-04T17:00:00.000Z']),
    );
    assert.deepEqual(
      (await items()).map(({ dueAt, pending, inFlight }) => ({ dueAt, pending, inFlight })),
      [{ dueAt: tenInBoise, pending: [0, 1, 2].map((n) => [n, tenInBoise]), inFlight: [] }],
    );
    assert.equal(await chunksLeft(campaignId), 0);
  });

  it('leaves no trace of a person in working documents', async () => {
    const campaignId = await activeCampaign(test, remind);
    await load(test, campaignId, people(3, { day: today }), 'Ada Lovelace.csv');
    await load(test, campaignId, people(3, { day: nextWeek, from: 3 }), 'Grace Hopper.csv');
    await settle(test);
    const documents = test.opened.db.prepare('select path, data from documents').all();
    assert.ok(documents.length > 10);
    assert.doesNotMatch(JSON.stringify(documents), /Person \d|555000|Lovelace|Hopper/);
  });

  it('leaves rows of other days waiting and comes back for them on the midnight of their day', async () => {
    const campaignId = await activeCampaign(test, remind);
    await load(test, campaignId, people(2, { day: today }), 'today.csv');
    await load(test, campaignId, people(2, { day: nextWeek, from: 2 }), 'later.csv');
    await settle(test);
    await assertOnce(2);
    assert.equal(await waitingTouches(test.house.documents, campaignId), 2);
    test.clock.set('2026-11-02T16:10:00.000Z');
    await settle(test);
    assert.equal(await clockOf(campaignId), '2026-11-09T07:00:00.000Z');
    test.clock.set('2026-11-09T07:00:00.000Z');
    await settle(test);
    assert.equal((await ofType(test, 'MessageQueued')).length, 4);
  });

  it('is none where nothing is due', async () => {
    const campaignId = await activeCampaign(test, remind);
    test.hints.length = 0;
    await fire(campaignId);
    assert.deepEqual(await ofType(test, 'CampaignFired'), []);
    assert.deepEqual(test.hints, []);
    assert.equal(await clockOf(campaignId), undefined);
  });

  it('does nothing for a campaign that nobody knows', async () => {
    await fire('cmp_nothing');
    assert.deepEqual(test.hints, []);
  });

  it('finds chunks whose hints were lost by its own check', async () => {
    const campaignId = await activeCampaign(test, remind);
    await load(test, campaignId, people(501, { day: today }));
    await fire(campaignId);
    assert.equal(takeHints(test, topics.queueRows).length, 2);
    test.hints.length = 0;
    await settle(test);
    await assertOnce(0);
    const check = await clockOf(campaignId);
    assert.equal(check, new Date(Date.parse(testNow) + 600_000).toISOString());
    test.clock.set(check ?? '');
    await settle(test);
    await assertOnce(501);
  });

  it('skips the second of two rows of one file that mean the same, and tells who came first', async () => {
    const campaignId = await activeCampaign(test);
    await load(test, campaignId, 'id,name,phone\nP1,Ada,+12085550123\nP1,ADA,(208) 555-0123\nP2,Bob,+12085550123\n');
    await settle(test);
    assert.equal((await ofType(test, 'MessageQueued')).length, 2);
    const [skipped, ...more] = await ofType(test, 'TouchSkipped');
    assert.deepEqual(more, []);
    assert.deepEqual([skipped?.data.row, skipped?.data.code, skipped?.data.owner?.endsWith('-0-2-sms-0')], [3, 'duplicate', true]);
  });

  it('rejects what cannot become a message, with code and field', async () => {
    const campaignId = await activeCampaign(test, remind);
    await load(test, campaignId, `id,name,phone,date,time\nP1,A,12,${today},10:00\nP2,B,,${today},10:00\nP3,C,+12085550123,soon,10:00\n`);
    await settle(test);
    assert.deepEqual(
      (await ofType(test, 'TouchRejected')).map(({ data: { row, code, field } }) => [row, code, field]),
      [
        [2, 'phone_invalid', 'phone'],
        [3, 'phone_missing', 'phone'],
        [4, 'date_invalid', 'appointmentDate'],
      ],
    );
    assert.equal(await chunksLeft(campaignId), 0);
  });

  it('waits with the chunks of a packet until it is loaded', async () => {
    const campaignId = await activeCampaign(test, remind);
    const packetId = await accept(test, campaignId, people(501, { day: today }));
    test.crashes.dieAt(2, 'before');
    await assert.rejects(loadPacket(test.house, packetId, causeAt(test)), { name: 'Crash' });
    test.crashes.revive();
    await queueRows(test.house, { path: rowChunkPath(campaignId, packetId, 0), run: 1 }, causeAt(test));
    await assertOnce(0);
    await loadPacket(test.house, packetId, causeAt(test));
    await settle(test);
    await assertOnce(501);
  });
});

describe('tick-campaigns', () => {
  it('wakes every campaign whose hour has come, and no other', async () => {
    const test = await openTestHouse();
    try {
      const clock = (n: number, dueAt?: string) => ({
        path: clockPath(`cmp_${n}`),
        data: { campaignId: `cmp_${n}` },
        ...(dueAt && { dueAt }),
      });
      const due = numbers(600).map((n) => clock(n, testNow));
      await test.house.documents.write(due.slice(0, 400));
      await test.house.documents.write([...due.slice(400), clock(1_001, '2026-11-02T16:00:00.001Z'), clock(1_002)]);
      await tickCampaigns(test.house, causeAt(test));
      const woken = takeHints(test, topics.campaignFire).map(({ data }) => data['campaignId']);
      assert.deepEqual(
        woken.map(String).toSorted((one, other) => one.localeCompare(other)),
        numbers(600)
          .map((n) => `cmp_${n}`)
          .toSorted((one, other) => one.localeCompare(other)),
      );
    } finally {
      await test.close();
    }
  });
});
