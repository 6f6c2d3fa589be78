import assert from 'node:assert/strict';
import type { Definition } from '#domain/campaign/definition.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import { tickCampaigns } from '#app/tick-campaigns.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { accept, activeCampaign, causeAt, change, people, put, sendNow, testCompany } from '../support/house-steps.ts';

/** Monday to Friday before half past seven in Boise: 14:30 UTC. */
const expecting: Definition = { ...sendNow, expects: { before: '07:30' } };

describe('a campaign that expects a file', () => {
  let test: TestHouse;
  beforeEach(async () => {
    // a Sunday
    test = await openTestHouse({ at: '2026-11-01T18:00:00.000Z' });
  });
  afterEach(() => test.close());

  const at = async (instant: string): Promise<void> => {
    test.clock.set(instant);
    await tickCampaigns(test.house, causeAt(test));
  };
  const warned = (): readonly unknown[] =>
    test.lines.filter(({ message }) => message === 'an expected file has not come').map(({ level, fields }) => [level, fields]);

  it('is missed once for each day on which none came, and not before its time', async () => {
    const campaignId = await activeCampaign(test, expecting);
    await at('2026-11-02T14:29:00.000Z');
    assert.deepEqual(warned(), []);
    await at('2026-11-02T14:31:00.000Z');
    await at('2026-11-02T14:36:00.000Z');
    const told = ['warn', { companyId: testCompany, campaignId, by: '07:30' }];
    assert.deepEqual(warned(), [told]);
    await at('2026-11-03T14:31:00.000Z');
    assert.deepEqual(warned(), [told, told]);
  });

  it('has it from midnight on, also when it can not be used', async () => {
    const campaignId = await activeCampaign(test, expecting);
    test.clock.set('2026-11-02T07:00:00.000Z');
    await accept(test, campaignId, people(1), 'monday.csv');
    await at('2026-11-02T14:31:00.000Z');
    test.clock.set('2026-11-03T14:00:00.000Z');
    await accept(test, campaignId, '', 'tuesday.csv');
    await at('2026-11-03T14:31:00.000Z');
    assert.deepEqual(warned(), []);
    test.clock.set('2026-11-04T06:59:00.000Z');
    await accept(test, campaignId, people(2), 'late on tuesday.csv');
    await at('2026-11-04T14:31:00.000Z');
    assert.equal(warned().length, 1, "yesterday's file is not today's");
  });

  it('is not missed while it does not send, nor after it expects none any more', async () => {
    const campaignId = await activeCampaign(test, expecting);
    await change(test, campaignId, 'PauseCampaign');
    await at('2026-11-02T14:31:00.000Z');
    await change(test, campaignId, 'ResumeCampaign');
    await put(test, sendNow);
    await change(test, campaignId, 'ApproveCampaign');
    await at('2026-11-03T14:31:00.000Z');
    assert.deepEqual(warned(), []);
    assert.deepEqual(await test.house.documents.due('expectations', '9999', 10), []);
  });

  it('is looked after again when it goes on, and when a new version expects another time', async () => {
    const campaignId = await activeCampaign(test, expecting);
    await change(test, campaignId, 'PauseCampaign');
    await at('2026-11-02T14:31:00.000Z');
    await change(test, campaignId, 'ResumeCampaign');
    await put(test, { ...expecting, expects: { before: '12:00', days: ['tue'] } });
    await change(test, campaignId, 'ApproveCampaign');
    await at('2026-11-03T14:31:00.000Z');
    assert.deepEqual(warned(), []);
    await at('2026-11-03T19:01:00.000Z');
    assert.deepEqual(warned(), [['warn', { companyId: testCompany, campaignId, by: '12:00' }]]);
  });

  it('does not lose the file that came when its campaign is changed', async () => {
    const campaignId = await activeCampaign(test, expecting);
    test.clock.set('2026-11-02T12:00:00.000Z');
    await accept(test, campaignId, people(1));
    await put(test, { ...expecting, channels: [{ channel: 'sms', template: 'Hi, your glasses are here.' }] });
    await change(test, campaignId, 'ApproveCampaign');
    await at('2026-11-02T14:31:00.000Z');
    assert.deepEqual(warned(), []);
  });

  it('is told what it may expect', () => {
    for (const expects of [
      { before: '24:00' },
      { before: '00:00' },
      { before: 'noon' },
      { before: '07:30', days: [] },
      { by: '07:30' },
      '07:30',
    ])
      assert.throws(() => readDefinition({ ...sendNow, expects }), { code: 'campaign_invalid', message: /expects/ });
    assert.deepEqual(readDefinition({ ...sendNow, expects: { before: '07:30', days: ['sat'] } }).expects, {
      before: '07:30',
      days: ['sat'],
    });
  });
});
