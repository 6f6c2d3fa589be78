import assert from 'node:assert/strict';
import type { Definition } from '#domain/campaign/definition.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, change, load, people, put, remind } from '../support/house-steps.ts';
import { ofType } from '../support/house-story.ts';

const saying = (template: string): Definition => ({ ...remind, name: 'Sender', channels: [{ channel: 'sms', template }] });

describe('a message that names who sends it', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const bodies = async (): Promise<readonly string[]> =>
    (await ofType(test, 'MessageQueued')).map(({ data, private: sealed }) => `${data.version}: ${sealed?.body}`);

  it('knows the company, when it is queued and when it is queued again', async () => {
    const campaignId = await activeCampaign(test, saying('{{ company.name }}, {{ campaign.name }}: hi {{ firstName }}.'));
    test.clock.set('2026-11-02T15:00:00.000Z');
    await load(test, campaignId, people(1, { day: '2026-11-04' }));
    await settle(test);
    assert.deepEqual(await bodies(), ['1: Test, Sender: hi Person 0.']);
    await put(test, saying('{{ firstName }}, {{ company.name }} expects you.'));
    await change(test, campaignId, 'ApproveCampaign');
    await settle(test);
    assert.deepEqual((await bodies()).slice(1), ['2: Person 0, Test expects you.']);
  });
});
