import assert from 'node:assert/strict';
import { clockPath, readCampaign } from '#app/campaign-document.ts';
import { ownerOf } from '#app/change-campaign.ts';
import { registerCompany } from '#app/register-company.ts';
import { waitingTouches } from '#app/waiting-touches.ts';
import { houseStatus } from '#app/house-status.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages } from '../support/house-queue.ts';
import {
  activeCampaign,
  causeAt,
  change,
  load,
  numbers,
  people,
  put,
  register,
  remind,
  sendNow,
  testCompany,
} from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';

describe('commands about companies and campaigns', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const known = async (campaignId: string) => {
    const { status, version, approved } = (await readCampaign(test.house.documents, campaignId))?.campaign ?? {};
    return [status, version, approved?.version];
  };
  const clock = (campaignId: string) => test.house.documents.get<{ replan?: boolean }>(clockPath(campaignId));

  it('register a company once, and refuse it another account', async () => {
    await register(test);
    await register(test);
    assert.equal((await ofType(test, 'CompanyRegistered')).length, 1);
    const other = { companyId: testCompany, name: 'Test', account: { provider: 'twilio', accountId: 'AC1' } };
    await assert.rejects(registerCompany(test.house, other, causeAt(test)), { name: 'Refusal', code: 'company_known' });
  });

  it('register a company once when it is asked for several times at once', async () => {
    await Promise.all(numbers(4).map(() => register(test)));
    assert.equal((await ofType(test, 'CompanyRegistered')).length, 1);
  });

  it('keep a document of a campaign in step with its history, and wake its clock where rows may move', async () => {
    await register(test);
    const campaignId = await put(test, sendNow);
    assert.deepEqual([await known(campaignId), await clock(campaignId)], [['draft', 1, undefined], undefined]);
    await change(test, campaignId, 'ApproveCampaign');
    assert.deepEqual([await known(campaignId), (await clock(campaignId))?.dueAt], [['ready', 1, 1], test.clock.now()]);
    await change(test, campaignId, 'ActivateCampaign');
    await put(test, { ...sendNow, from: '+12085550198' });
    assert.deepEqual(await known(campaignId), ['active', 2, 1]);
    await change(test, campaignId, 'ApproveCampaign', 'PauseCampaign');
    assert.deepEqual([await known(campaignId), (await clock(campaignId))?.data.replan], [['paused', 2, 2], true]);
    await change(test, campaignId, 'ResumeCampaign', 'ArchiveCampaign');
    assert.deepEqual(await known(campaignId), ['archived', 2, 2]);
  });

  it('are refused for a campaign that nobody knows', async () => {
    await assert.rejects(change(test, 'cmp_nothing', 'ApproveCampaign'), { name: 'Refusal', code: 'campaign_unknown' });
    await assert.rejects(ownerOf(test.house, 'cmp_nothing'), { name: 'Refusal', code: 'campaign_unknown' });
    const campaignId = await activeCampaign(test);
    assert.equal(await ownerOf(test.house, campaignId), testCompany);
  });

  it('change a campaign one after the other when several come at once', async () => {
    const campaignId = await activeCampaign(test);
    await Promise.all(numbers(3).map((n) => put(test, { ...sendNow, from: `+1208555010${n}` })));
    assert.deepEqual(await known(campaignId), ['active', 4, 1]);
    const revisions = (await ofType(test, 'CampaignRevised')).map(({ data }) => data.version);
    assert.deepEqual(revisions, [2, 3, 4]);
  });
});

describe('the status of a house', () => {
  it('counts what waits, what is queued, and says that reports are away', async () => {
    const test = await openTestHouse();
    try {
      const { campaignId } = await queueMessages(test, { count: 250 });
      const reminder = await activeCampaign(test, remind);
      await load(test, reminder, people(510, { day: '2026-11-20' }));
      assert.equal(await waitingTouches(test.house.documents, reminder), 510);
      const status = await houseStatus(test.house, test.bus);
      const names = status.campaigns.map(({ campaignId: id, status: is, waitingTouches: waiting }) => [id, is, waiting]);
      assert.deepEqual(
        new Map(names.map(([id, ...rest]) => [id, rest])),
        new Map([
          [campaignId, ['active', 0]],
          [reminder, ['active', 510]],
        ]),
      );
      const { workItems, messages, inFlight, nextDueAt } = status.queue;
      assert.deepEqual([workItems, messages, inFlight, nextDueAt], [2, 250, 0, test.clock.now()]);
      assert.deepEqual([status.reporting.state, status.bus.deadLetters], ['away', []]);
    } finally {
      await test.close();
    }
  });
});
