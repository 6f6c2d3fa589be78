import assert from 'node:assert/strict';
import { campaignProgress } from '#app/campaign-progress.ts';
import { haltCompany } from '#app/halt-company.ts';
import { project } from '#app/project.ts';
import { paceOf, type Sample } from '#domain/delivery/pace.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { deliverAll, settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, change, load, people, remind, sendNow, testCompany } from '../support/house-steps.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';

describe('how far a campaign is', () => {
  let reporting: Reporting;
  let test: TestHouse;
  beforeEach(async () => {
    reporting = await openReporting();
    test = await openTestHouse({ readModel: reporting.readModel });
  });
  afterEach(async () => {
    await test.close();
    await reporting.close();
  });
  const progressOf = async (campaignId: string, packetId?: string) => {
    for (const partition of test.house.store.partitions()) await project(test.house, partition);
    return campaignProgress(test.house, { campaignId, packetId });
  };

  it('says of each packet what was sent and what arrived, and why some did not, in words', async () => {
    const campaignId = await activeCampaign(test);
    const content = 'id,name,phone\nA,Ada,+15005550002\nB,Ben,+15005550004\nC,Cleo,+12085550177\n';
    const packetId = await load(test, campaignId, content);
    await settle(test);
    const { packets = [], waits, sample } = await progressOf(campaignId, packetId);
    const [{ sent, failed, failures, stage }] = packets as [(typeof packets)[number]];
    assert.deepEqual([packets.length, sent, failed, stage, waits, sample.sent, sample.left], [1, 1, 2, 'queued', [], 1, 0]);
    assert.deepEqual(
      failures.map(({ status, code, messages }) => [status, code, messages]),
      [
        ['failed', 'opted_out', 1],
        ['failed', 'route_missing', 1],
      ],
    );
    assert.match(failures[0]!.words, /asked for no more messages/);
  });

  it('says what waits until when and why: a day, an hour, a turn, a halt, a pause', async () => {
    const campaignId = await activeCampaign(test, remind);
    // two days before these it is not yet, and today is past its hours
    await load(test, campaignId, people(3, { day: '2026-12-24' }));
    await deliverAll(test);
    const days = await progressOf(campaignId);
    assert.deepEqual(
      days.waits.map(({ why, messages }) => [why, messages]),
      [['day', 3]],
    );
    assert.ok((days.waits[0]?.until ?? '') > test.clock.now());
    const now = await activeCampaign(test, sendNow);
    await load(test, now, people(4), 'now.csv');
    await deliverUntilQueued();
    assert.deepEqual((await progressOf(now)).waits, [{ why: 'turn', messages: 4 }]);
    assert.equal((await progressOf(now)).sample.left, 4);
    await change(test, now, 'PauseCampaign');
    assert.deepEqual((await progressOf(now)).waits, [{ why: 'paused', messages: 4 }]);
    await haltCompany(test.house, { companyId: testCompany, by: 'Ana' }, causeAt(test));
    const { waits, halted, sample } = await progressOf(now);
    assert.deepEqual([waits, halted?.by, sample.left], [[{ why: 'halted', messages: 4 }], 'Ana', 0]);
  });

  it('counts what waits for another day neither as under way nor into the time left, and names no time that has passed', async () => {
    const daily = await activeCampaign(test, { ...sendNow, limits: { perDay: 2 } });
    await load(test, daily, people(5));
    await settle(test);
    const { waits, sample } = await progressOf(daily);
    assert.deepEqual([waits, sample.left], [[{ why: 'campaign_day', messages: 3, until: '2026-11-03T07:00:00.000Z' }], 0]);
    test.clock.set('2026-11-03T07:00:01.000Z');
    assert.deepEqual((await progressOf(daily)).waits, [{ why: 'campaign_day', messages: 3 }]);
  });

  it('refuses a campaign that nobody knows', () =>
    assert.rejects(campaignProgress(test.house, { campaignId: 'cmp_none' }), { code: 'campaign_unknown' }));

  const deliverUntilQueued = async (): Promise<void> => {
    for (let hint = test.hints.shift(); hint; hint = test.hints.shift()) {
      const { deliver } = await import('../support/house-run.ts');
      if (!hint.topic.startsWith('send')) await deliver(test, hint);
    }
  };
});

describe('how far a campaign is, while the reporting database is away', () => {
  it('still says what waits', async () => {
    const test = await openTestHouse();
    const campaignId = await activeCampaign(test);
    await load(test, campaignId, people(2));
    const { waits, packets } = await campaignProgress(test.house, { campaignId });
    assert.deepEqual([waits.map(({ why, messages }) => [why, messages]), packets], [[['day', 2]], undefined]);
    await test.close();
  });
});

describe('the speed of a campaign', () => {
  const at = (atMs: number, sent: number, left: number): Sample => ({ atMs, sent, left });
  const cases: readonly (readonly [Sample, Sample, ReturnType<typeof paceOf>])[] = [
    [at(0, 0, 600), at(10_000, 100, 500), { perMinute: 600, secondsLeft: 50 }],
    [at(0, 50, 10), at(60_000, 60, 0), { perMinute: 10, secondsLeft: 0 }],
    [at(0, 50, 10), at(60_000, 50, 10), { perMinute: 0 }],
    [at(5, 50, 10), at(5, 60, 0), undefined],
    [at(0, 60, 5), at(60_000, 40, 5), { perMinute: 0 }],
  ];
  for (const [earlier, later, pace] of cases)
    it(`is ${JSON.stringify(pace)} from ${earlier.sent} to ${later.sent} in ${later.atMs - earlier.atMs} ms`, () =>
      assert.deepEqual(paceOf(earlier, later), pace));
});
