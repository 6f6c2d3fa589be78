import assert from 'node:assert/strict';
import { project } from '#app/project.ts';
import { openTestHouse, type TestHouse } from '../../support/house.ts';
import { settle } from '../../support/house-run.ts';
import { activeCampaign, load, people, phoneOf, sendNow } from '../../support/house-steps.ts';
import { openReporting, type Reporting } from '../../support/reporting.ts';

describe('texts about consent in the tables', () => {
  let reporting: Reporting;
  let test: TestHouse;
  before(async () => {
    reporting = await openReporting();
    test = await openTestHouse({ listening: true, at: '2026-11-02T20:00:00.000Z', readModel: reporting.readModel });
  });
  after(async () => {
    await test.close();
    await reporting.close();
  });

  it('are follow-ups of their campaign, and no orphans', async () => {
    const campaignId = await activeCampaign(test);
    await load(test, campaignId, people(1));
    await settle(test);
    await test.simulator.control.write({ from: phoneOf(0), to: sendNow.from, body: 'Stop. Thank you' });
    await settle(test);
    for (const partition of test.house.store.partitions()) await project(test.house, partition);
    const rows = await reporting.ask('SELECT campaign_id, follow_up, status <> "queued" AS went FROM messages ORDER BY touch_offset');
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [
        { campaign_id: campaignId, follow_up: null, went: 1 },
        { campaign_id: campaignId, follow_up: 'consent', went: 1 },
      ],
    );
    assert.deepEqual(
      (await reporting.ask('SELECT meaning FROM replies')).map(({ meaning }) => meaning as string),
      ['stop'],
    );
    for (const name of ['check-orphans', 'check-message-counters', 'check-touch-counters'])
      assert.deepEqual((await reporting.readModel.report(name, {})).rows, [], name);
  });
});
