import assert from 'node:assert/strict';
import { fireCampaign } from '#app/fire-campaign.ts';
import { loadPacket } from '#app/load-packet.ts';
import { readPacketDocument } from '#app/packet-document.ts';
import { tickCampaigns } from '#app/tick-campaigns.ts';
import { topics } from '#app/topics.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages, send } from '../support/house-queue.ts';
import { deliver, deliverAll, runToEnd, settle, takeHints } from '../support/house-run.ts';
import { accept, activeCampaign, causeAt, change, load, people, phoneOf, put, remind, sendNow } from '../support/house-steps.ts';
import { ofType, receivedBy } from '../support/house-story.ts';

const nineDays: Definition = { ...remind, schedule: { ...(remind.schedule as object), offsetDays: [9] } };

/** Somebody reads, somebody else changes what was read, and the first one goes on as if nothing had happened. */
describe('a handler that is late', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse({ callTimeoutMs: 1_000 });
  });
  afterEach(() => test.close());

  const approve = async (definition: Definition, campaignId: string): Promise<void> => {
    assert.equal(await put(test, definition), campaignId);
    await change(test, campaignId, 'ApproveCampaign');
  };

  it('does not fail a packet whose file was dropped again while it was opened', async () => {
    const campaignId = await activeCampaign(test, sendNow);
    const packetId = await accept(test, campaignId, people(5));
    const { files } = test.house;
    let raced = false;
    const read: typeof files.read = async (path, how) => {
      if (!raced) assert.equal(await accept(test, campaignId, people(5)), packetId);
      raced = true;
      return files.read(path, how);
    };
    await loadPacket({ ...test.house, files: { ...files, read } }, packetId, causeAt(test));
    await deliverAll(test);
    await runToEnd(test);
    assert.equal((await readPacketDocument(test.house.documents, packetId))?.status, 'loaded');
    assert.equal((await receivedBy(test)).size, 5);
  });

  it('leaves rows to be planned anew to the check of the run, while hints about them wait', async () => {
    const campaignId = await activeCampaign(test, remind);
    await load(test, campaignId, people(2, { day: '2026-11-20' }));
    await settle(test);
    await approve(nineDays, campaignId);
    await tickCampaigns(test.house, causeAt(test));
    for (const hint of takeHints(test, topics.campaignFire)) await deliver(test, hint);
    const late = takeHints(test, topics.queueRows);
    assert.equal(late.length, 1);
    test.clock.set('2026-11-02T16:11:00.000Z');
    await tickCampaigns(test.house, causeAt(test));
    for (const hint of takeHints(test, topics.campaignFire)) await deliver(test, hint);
    for (const hint of late) await deliver(test, hint);
    await runToEnd(test);
    const days = (await ofType(test, 'MessageQueued')).map(({ data }) => data.sendAt.slice(0, 10));
    assert.deepEqual(days, ['2026-11-11', '2026-11-11']);
  });

  it('does not put a clock to rest that was woken while it looked', async () => {
    const campaignId = await activeCampaign(test, sendNow);
    await change(test, campaignId, 'PauseCampaign');
    await load(test, campaignId, people(3));
    const { documents } = test.house;
    let raced = false;
    const get: typeof documents.get = async (path) => {
      const found = await documents.get(path);
      if (!raced && path.startsWith('campaign')) await change(test, campaignId, 'ResumeCampaign');
      raced = true;
      return found as never;
    };
    test.hints.length = 0;
    await fireCampaign({ ...test.house, documents: { ...documents, get } }, campaignId, causeAt(test));
    await runToEnd(test);
    assert.equal((await receivedBy(test)).size, 3);
  });

  it('does not plan a chunk back to the version before', async () => {
    const campaignId = await activeCampaign(test, remind);
    await load(test, campaignId, 'id,name,phone,date,time\nP1,A,+12085550001,2026-11-04,10:00\nP2,B,+12085550002,2026-11-20,10:00\n');
    await tickCampaigns(test.house, causeAt(test));
    for (const hint of takeHints(test, topics.campaignFire)) await deliver(test, hint);
    const [hint] = takeHints(test, topics.queueRows);
    assert.ok(hint);
    const { path, run } = hint.data as { path: string; run: number };
    test.crashes.interrupt(1, async () => {
      await approve(nineDays, campaignId);
      await deliver(test, { ...hint, data: { path, run: run + 1 } });
    });
    await deliver(test, hint);
    assert.equal((await test.house.documents.get<{ version: number }>(path))?.data.version, 2);
  });

  it('finds what the provider has by the provider\u2019s clock, however wrong its own is', async () => {
    test.clock.passReal(20 * 60_000);
    const { path } = await queueMessages(test, { count: 1 });
    await test.simulator.control.fault({ kind: 'cut_after_accept', count: 1 });
    await send(test, path);
    test.clock.passReal(2_100);
    await send(test, path);
    assert.equal((await receivedBy(test)).get(phoneOf(0)), 1);
    assert.equal((await ofType(test, 'MessageSent')).length, 1);
  });
});
