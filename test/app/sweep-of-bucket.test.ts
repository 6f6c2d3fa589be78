import assert from 'node:assert/strict';
import { acceptDrop } from '#app/accept-drop.ts';
import { sweep } from '#app/sweep.ts';
import { topics } from '#app/topics.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle, takeHints } from '../support/house-run.ts';
import { activeCampaign, causeAt, people, testCompany } from '../support/house-steps.ts';
import { receivedBy } from '../support/house-story.ts';
import { openTestStorage, type GcsFiles, type TestStorage } from '../support/storage.ts';

describe('the sweep of a bucket', () => {
  let storage: TestStorage;
  let files: GcsFiles;
  let test: TestHouse;
  before(async () => {
    storage = await openTestStorage();
    files = storage.files();
    test = await openTestHouse({ files });
  });
  after(async () => {
    await test.close();
    await files.close();
    await storage.server.close();
  });

  it('finds files whose finalize event was lost, and brings them to the end of the line', async () => {
    const campaignId = await activeCampaign(test);
    const folder = `drops/${testCompany}/${campaignId}`;
    await files.write(`${folder}/known.csv`, people(1));
    await acceptDrop(test.house, `${folder}/known.csv`, causeAt(test));
    await files.write(`${folder}/lost.csv`, people(3, { from: 1 }));
    await files.write(`elsewhere/lost.csv`, people(1));
    await settle(test);
    await sweep(test.house, causeAt(test));
    assert.deepEqual(
      takeHints(test, topics.dropFinalized).map(({ data }) => data),
      [{ path: `${folder}/lost.csv` }],
    );
    await sweep(test.house, causeAt(test));
    await settle(test);
    assert.equal((await receivedBy(test)).size, 4);
    await sweep(test.house, causeAt(test));
    assert.deepEqual(takeHints(test, topics.dropFinalized), []);
  });
});
