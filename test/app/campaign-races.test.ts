import assert from 'node:assert/strict';
import { fireCampaign } from '#app/fire-campaign.ts';
import { topics } from '#app/topics.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import type { WorkItem } from '#domain/work/work-item.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { deliver, deliverAll, settle, takeHints } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, numbers, people, remind, sendNow } from '../support/house-steps.ts';
import { codesOf, countTypes, ofType, timesOf } from '../support/house-story.ts';

/** Two days after the house's time: reminded of today, at ten in Boise. */
const today = '2026-11-04';

describe('runs of a campaign at once, and cut off', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const fire = (campaignId: string) => fireCampaign(test.house, campaignId, causeAt(test));
  const items = async () => (await test.house.documents.due<WorkItem>('queue', '9999', 100)).map(({ data, dueAt }) => ({ ...data, dueAt }));
  const assertOnce = async (messages: number): Promise<void> => {
    const times = await timesOf(test, 'MessageQueued');
    assert.deepEqual([times.size, Math.max(0, ...times.values())], [messages, Math.min(messages, 1)]);
    const pending = (await items()).reduce((sum, item) => sum + item.pending.length, 0);
    assert.equal(pending, messages, 'every message stands in one work item');
  };

  it('takes each touch once when a chunk is handed to several at once', async () => {
    const campaignId = await activeCampaign(test, remind);
    await load(test, campaignId, people(450, { day: today }));
    await fire(campaignId);
    const [hint] = takeHints(test, topics.queueRows);
    assert.ok(hint);
    await Promise.all(numbers(3).map(() => deliver(test, hint)));
    await deliver(test, hint);
    await assertOnce(450);
  });

  it('rejects each touch once when a chunk is handed to several at once', async () => {
    const campaignId = await activeCampaign(test, remind);
    await load(test, campaignId, people(450, { day: today }).replaceAll('+1208555', '12'));
    await fire(campaignId);
    const [hint] = takeHints(test, topics.queueRows);
    assert.ok(hint);
    await Promise.all(numbers(3).map(() => deliver(test, hint)));
    assert.deepEqual(await codesOf(test, 'TouchRejected'), { phone_invalid: 450 });
  });

  it('takes each touch once when it fires several times at once', async () => {
    const campaignId = await activeCampaign(test, remind);
    await load(test, campaignId, people(3, { day: today }));
    await Promise.all(numbers(4).map(() => fire(campaignId)));
    await deliverAll(test);
    await assertOnce(3);
    const runs = (await ofType(test, 'CampaignFired')).map(({ data }) => data.run);
    assert.deepEqual(
      runs,
      numbers(runs.length).map((n) => n + 1),
    );
  });

  it('gives the same rows in two packets to the one that was first, whoever is faster', async () => {
    const campaignId = await activeCampaign(test, remind);
    const content = people(300, { day: today });
    await load(test, campaignId, content, 'one.csv');
    await load(test, campaignId, content, 'two.csv');
    await fire(campaignId);
    const hints = takeHints(test, topics.queueRows);
    assert.equal(hints.length, 2);
    await Promise.all(hints.map((hint) => deliver(test, hint)));
    await assertOnce(300);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { duplicate: 300 });
    const queued = new Set((await ofType(test, 'MessageQueued')).map(({ stream, data }) => messageIdIn(stream, data)));
    for (const { data } of await ofType(test, 'TouchSkipped')) assert.ok(queued.has(data.owner ?? ''), 'the owner is a message');
    const places = [...(await ofType(test, 'MessageQueued')), ...(await ofType(test, 'TouchSkipped'))];
    assert.equal(new Set(places.map(({ stream, data }) => `${stream} ${data.row}`)).size, 600);
  });

  it('counts the messages of a person and a day over packets that are queued at once', async () => {
    const campaignId = await activeCampaign(test, { ...sendNow, name: 'Capped', dedupe: ['contactPoint'], limits: { perPersonPerDay: 2 } });
    const line = (n: number): string => `P1,Ada,+1208555020${n}\n`;
    for (const n of [0, 2, 4]) await load(test, campaignId, `id,name,phone\n${line(n)}${line(n + 1)}`, `${n}.csv`);
    await fire(campaignId);
    await Promise.all(takeHints(test, topics.queueRows).map((hint) => deliver(test, hint)));
    await assertOnce(2);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { person_limit: 4 });
  });

  it('queues everything once, whatever step it crashes at', async () => {
    const campaignId = await activeCampaign(test, remind);
    let messages = 0;
    for (const moment of ['before', 'after'] as const) {
      for (let nth = 1, died = true; died; nth++) {
        // sent late in the day, long after the last crash
        const content = people(250, { day: today, from: messages }).replaceAll('10:00', '18:30');
        await load(test, campaignId, content, `${moment}-${nth}.csv`);
        messages += 250;
        test.crashes.dieAt(nth, moment);
        await settle(test).catch(() => undefined);
        died = test.crashes.died();
        test.crashes.revive();
        // hints are lost with the process: the clock's own check comes ten minutes later
        test.hints.length = 0;
        await settle(test);
        if (died) test.clock.set(new Date(Date.parse(test.clock.now()) + 600_000).toISOString());
        await settle(test);
        const times = await timesOf(test, 'MessageQueued');
        assert.deepEqual([times.size, Math.max(...times.values())], [messages, 1], `${moment} step ${nth}`);
      }
    }
    const { MessageQueued, TouchSkipped } = await countTypes(test);
    assert.deepEqual([MessageQueued, TouchSkipped], [messages, undefined]);
  });
});
