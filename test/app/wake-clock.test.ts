import assert from 'node:assert/strict';
import { campaignPath, clockPath } from '#app/campaign-document.ts';
import { fireCampaign } from '#app/fire-campaign.ts';
import { replanWrite, wakeClock, type ClockDocument } from '#app/wake-clock.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, change, load, numbers, people, put, remind } from '../support/house-steps.ts';
import { countTypes, ofType } from '../support/house-story.ts';

const farAway = '2027-03-01';

describe('a campaign with many packets', () => {
  let test: TestHouse;
  beforeEach(async () => (test = await openTestHouse()));
  afterEach(() => test.close());

  const clock = (campaignId: string) => test.house.documents.get<ClockDocument>(clockPath(campaignId));
  const packet = (campaignId: string, n: number) => load(test, campaignId, people(2, { day: farAway, from: n * 2 }), `${n}.csv`);
  const fire = (campaignId: string) => fireCampaign(test.house, campaignId, causeAt(test));

  it('is told by each of them to look for what is due, not at everything', async () => {
    const campaignId = await activeCampaign(test, remind);
    await settle(test);
    await packet(campaignId, 0);
    assert.deepEqual([(await clock(campaignId))?.data, (await clock(campaignId))?.dueAt], [{ campaignId }, test.clock.now()]);
  });

  it('still looks at everything where it was told to before the packet came', async () => {
    const campaignId = await activeCampaign(test, remind);
    await packet(campaignId, 0);
    assert.equal((await clock(campaignId))?.data.replan, true);
  });

  it('looks at everything after a packet that another version was read by', async () => {
    const campaignId = await activeCampaign(test, remind);
    await settle(test);
    // accepted, told of, and its chunk is about to be stored: nobody else knows of it yet
    test.crashes.interrupt(3, async () => {
      await put(test, { ...remind, schedule: { offsetDays: [3] } });
      await change(test, campaignId, 'ApproveCampaign');
      await fire(campaignId);
      assert.equal((await clock(campaignId))?.data.replan, undefined);
    });
    await packet(campaignId, 0);
    assert.equal((await clock(campaignId))?.data.replan, true);
    await settle(test);
    const dueAt = (await test.house.documents.due('rowChunks', '9999', 10)).map((chunk) => chunk.dueAt?.slice(0, 10));
    assert.deepEqual(dueAt, ['2027-02-26'], 'by the version that sends');
  });

  it('is woken though others wake it in the same moment, however often', async () => {
    const campaignId = await activeCampaign(test, remind);
    await settle(test);
    for (const times of [1, 3, 10]) {
      let left = times;
      let woken = false;
      const cause = causeAt(test);
      await wakeClock(test.house, campaignId, cause, async (wake) => {
        if (left-- > 0) await test.house.documents.write([replanWrite(campaignId, cause)]);
        await test.house.documents.write([wake]);
        woken = true;
      });
      assert.ok(woken);
      assert.deepEqual((await clock(campaignId))?.data, { campaignId, replan: true }, `${times} times`);
    }
  });

  it('reads none of its earlier runs for the next one, unless somebody changed it meanwhile', async () => {
    const campaignId = await activeCampaign(test, remind);
    const reads: string[] = [];
    const { store } = test.house;
    const house = { ...test.house, store: { ...store, read: (stream: string) => (reads.push(stream), store.read(stream)) } };
    for (const n of numbers(3)) {
      await load(test, campaignId, people(2, { day: '2026-11-04', from: n * 2 }), `${n}.csv`);
      await fireCampaign(house, campaignId, causeAt(test));
    }
    assert.deepEqual(reads, []);
    assert.deepEqual(
      (await ofType(test, 'CampaignFired')).map(({ data }) => data.run),
      [1, 2, 3],
    );
    const document = await house.documents.get<{ at: number }>(campaignPath(campaignId));
    await house.documents.write([{ path: campaignPath(campaignId), data: { ...document?.data, at: 1 } }]);
    await load(test, campaignId, people(2, { day: '2026-11-04', from: 8 }), 'last.csv');
    await fireCampaign(house, campaignId, causeAt(test));
    assert.deepEqual(reads, [`campaign-${campaignId}`]);
    assert.equal((await countTypes(test))['CampaignFired'], 4);
  });
});
