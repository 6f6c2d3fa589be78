import assert from 'node:assert/strict';
import { listedCampaigns } from '#app/listed-campaigns.ts';
import { listedPath } from '#app/listed-campaign.ts';
import { sweep } from '#app/sweep.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { activeCampaign, causeAt, remind, sendNow, testCompany } from '../support/house-steps.ts';

describe('campaigns that are older than the list of campaigns', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  /** As a house was left that knew no list. */
  const unlisted = async (): Promise<readonly string[]> => {
    const ids = [await activeCampaign(test)];
    test.clock.set(new Date(Date.parse(test.clock.now()) + 60_000).toISOString());
    ids.push(await activeCampaign(test, { ...remind, name: 'Another' }));
    await test.house.documents.write(ids.map((id) => ({ path: listedPath(testCompany, id), delete: true as const })));
    return ids;
  };
  const ids = async () => (await listedCampaigns({ ...test.house }, testCompany)).map(({ campaignId }) => campaignId);

  it('come into it when somebody lists them, with the times of the log', async () => {
    const drafted = test.clock.now();
    const [first, second] = await unlisted();
    test.clock.set('2027-01-01T00:00:00.000Z');
    const found = await listedCampaigns(test.house, testCompany);
    assert.deepEqual(
      found.map(({ campaignId }) => campaignId),
      [second, first],
    );
    const { name, status, createdAt, changedAt } = found[1]!;
    assert.deepEqual([name, status, createdAt, changedAt], [sendNow.name, 'active', drafted, drafted]);
  });

  it('come into it by the sweep, once for the house', async () => {
    const [first, second] = await unlisted();
    await sweep(test.house, causeAt(test));
    assert.deepEqual(await ids(), [second, first]);
    await test.house.documents.write([{ path: listedPath(testCompany, first!), delete: true }]);
    assert.deepEqual(await ids(), [second], 'a house whose lists are whole is not looked through again');
  });

  it('stay as they are listed where they are', async () => {
    const id = await activeCampaign(test);
    const before = await listedCampaigns(test.house, testCompany);
    await sweep(test.house, causeAt(test));
    assert.deepEqual([await ids(), await listedCampaigns(test.house, testCompany)], [[id], before]);
  });
});
