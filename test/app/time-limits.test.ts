import assert from 'node:assert/strict';
import { fireCampaign } from '#app/fire-campaign.ts';
import { queueRows } from '#app/queue-rows.ts';
import { sweep } from '#app/sweep.ts';
import { tickSends } from '#app/tick-sends.ts';
import { topics } from '#app/topics.ts';
import doors from '#functions/doors.json' with { type: 'json' };
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { takeHints } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, numbers, people, place } from '../support/house-steps.ts';
import { ofType, timesOf } from '../support/house-story.ts';

/** Pub/Sub waits 600 s for an answer, and whoever works longer than its door is killed in the middle of it. */
describe('the time of a door', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const hinted = (topic: string) => takeHints(test, topic).map(({ data }) => data);
  const passingAt = (step: number, seconds: number): void => test.crashes.interrupt(step, async () => test.clock.passReal(seconds * 1_000));

  it('is 300 seconds at most', () => {
    for (const { name, timeoutSeconds } of doors) assert.ok(timeoutSeconds <= 300, name);
  });

  it('ends queue-rows between two commits, and the next one takes what is left', async () => {
    const campaignId = await activeCampaign(test);
    await load(test, campaignId, people(500));
    await fireCampaign(test.house, campaignId, causeAt(test));
    const [due] = hinted(topics.queueRows) as { path: string; run: number }[];
    assert.ok(due);
    passingAt(1, 81);
    await queueRows(test.house, due, causeAt(test));
    assert.equal((await ofType(test, 'MessageQueued')).length, 200);
    assert.deepEqual(hinted(topics.queueRows), [due]);
    await queueRows(test.house, due, causeAt(test));
    assert.deepEqual(hinted(topics.queueRows), []);
    const times = await timesOf(test, 'MessageQueued');
    assert.deepEqual([times.size, Math.max(...times.values())], [500, 1]);
  });

  it('ends a sweep between two listings, and the next one goes on behind it', async () => {
    const campaignId = await activeCampaign(test);
    for (const n of numbers(405)) await place(test, campaignId, { content: people(1), name: `${n}.csv` });
    passingAt(200, 151);
    await sweep(test.house, causeAt(test));
    const first = hinted(topics.dropFinalized);
    const [{ after } = {}, ...others] = hinted(topics.sweep) as { after?: string }[];
    assert.deepEqual([first.length, others.length, typeof after], [200, 0, 'string']);
    await sweep(test.house, causeAt(test), after);
    const rest = hinted(topics.dropFinalized);
    assert.equal(new Set([...first, ...rest].map(({ path }) => path)).size, 405);
    assert.deepEqual([rest.length, hinted(topics.sweep)], [205, []]);
  });

  it('ends a tick between two pages, and the next one goes on behind it', async () => {
    const dueAt = test.clock.now();
    const items = numbers(405).map((n) => ({
      path: `companies/co_test/queue/w${n}`,
      data: { companyId: 'co_test', campaignId: `cmp_${n}`, priority: 'bulk' },
      dueAt,
    }));
    await test.house.documents.write(items);
    const hints = test.house.store.partitions().length;
    // the hints of the partitions
    passingAt(1, 81);
    await tickSends(test.house, causeAt(test));
    assert.equal(hinted(topics.logAppended).length, hints);
    const first = hinted(topics.sendBulk);
    const [{ after } = {}] = hinted(topics.tickSends) as { after?: { path: string; dueAt: string } }[];
    assert.ok(first.length < 405 && after);
    await tickSends(test.house, causeAt(test), after);
    const rest = hinted(topics.sendBulk);
    assert.equal(first.length + rest.length, 405);
    assert.equal(new Set([...first, ...rest].map(({ path }) => path)).size, 405);
    assert.deepEqual(hinted(topics.tickSends), []);
  });
});
