import assert from 'node:assert/strict';
import { healthOf, type Health } from '#app/health.ts';
import { project } from '#app/project.ts';
import { tickCampaigns } from '#app/tick-campaigns.ts';
import { tickSends } from '#app/tick-sends.ts';
import { TookTooLong, within } from '#app/within.ts';
import { openReporting, type Reporting } from '../support/reporting.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages } from '../support/house-queue.ts';
import { accept, activeCampaign, causeAt, change, people, testCompany } from '../support/house-steps.ts';

const minuteMs = 60_000;

describe('the health of a house', () => {
  let test: TestHouse;
  let reporting: Reporting;
  before(async () => {
    reporting = await openReporting();
  });
  after(() => reporting.close());
  beforeEach(async () => {
    await reporting.reset();
    test = await openTestHouse({ readModel: reporting.readModel });
  });
  afterEach(() => test.close());

  /** An answer is kept for two seconds. */
  const health = (): Promise<Health> => {
    test.clock.passReal(2_001);
    return healthOf(test.house);
  };
  const codes = ({ problems }: Health): readonly string[] => problems.map(({ code }) => code);
  const tick = async (): Promise<void> => {
    await tickCampaigns(test.house, causeAt(test));
    await tickSends(test.house, causeAt(test));
  };
  const later = (ms: number): void => test.clock.set(new Date(Date.parse(test.clock.now()) + ms).toISOString());
  const projectAll = async (): Promise<void> => {
    for (const partition of test.house.store.partitions()) await project(test.house, partition);
  };

  it('is well when it ticks, and nothing waits or lags', async () => {
    await tick();
    assert.deepEqual(await health(), {
      version: 'unknown',
      status: 'ready',
      reporting: 'ready',
      behindCommits: 0,
      behindSeconds: 0,
      problems: [],
    });
  });

  it('says what runs, and what its bus can tell of tasks', async () => {
    const house = { ...test.house, tasks: test.bus, about: { version: '1.2.3', revision: 'health-00007-abc' } };
    const { version, revision, pending, deadLetters } = await healthOf(house);
    assert.deepEqual([version, revision, pending, deadLetters], ['1.2.3', 'health-00007-abc', 0, false]);
  });

  it('counts how far reports are behind, and calls five minutes a problem', async () => {
    await tick();
    await activeCampaign(test);
    later(299_000);
    const soon = await health();
    assert.ok((soon.behindCommits ?? 0) > 0);
    assert.deepEqual([soon.behindSeconds, codes(soon)], [299, []]);
    later(2_000);
    const late = await health();
    assert.deepEqual([late.behindSeconds, codes(late), late.status], [301, ['projection_lags'], 'ready']);
    await projectAll();
    assert.deepEqual([(await health()).behindSeconds, codes(await health())], [0, []]);
  });

  it('misses ticks that do not come, each by its name', async () => {
    const first = await health();
    assert.deepEqual(codes(first), ['ticks_missed', 'ticks_missed']);
    assert.match(first.problems[0]?.says ?? '', /campaigns has not come yet/);
    await tick();
    test.clock.passReal(14 * minuteMs);
    assert.deepEqual(codes(await health()), []);
    await tickCampaigns(test.house, causeAt(test));
    test.clock.passReal(2 * minuteMs);
    const { problems, status } = await health();
    assert.deepEqual(
      problems.map(({ says }) => says.slice(0, 46)),
      ['the tick of sends came 16 minutes ago, it is t'],
    );
    assert.equal(status, 'ready');
  });

  it('writes a tick down once a minute at most', async () => {
    const noted = async () => (await test.house.documents.get<{ realMs: number }>('ticks/sends'))?.version;
    await tick();
    const first = await noted();
    for (let n = 0; n < 5; n++) await tick();
    assert.equal(await noted(), first);
    test.clock.passReal(minuteMs);
    await tick();
    assert.notEqual(await noted(), first);
  });

  it('says that work waits only when nobody has it, and nobody wants it to wait', async () => {
    const { campaignId, path } = await queueMessages(test);
    await projectAll();
    await tick();
    later(16 * minuteMs);
    const waits = await health();
    assert.deepEqual(codes(waits), ['work_waits']);
    assert.match(waits.problems[0]?.says ?? '', /due for 16 minutes/);
    await change(test, campaignId, 'PauseCampaign');
    assert.deepEqual(codes(await health()), []);
    await change(test, campaignId, 'ResumeCampaign');
    const item = await test.house.documents.get<object>(path);
    const lease = { owner: 'somebody', until: test.clock.realMs() + minuteMs };
    await test.house.documents.write([{ path, data: { ...item?.data, lease }, dueAt: item?.dueAt ?? '' }]);
    assert.deepEqual(codes(await health()), []);
  });

  it('notices a file that has not been loaded any further', async () => {
    const campaignId = await activeCampaign(test);
    await accept(test, campaignId, people(1));
    await projectAll();
    await tick();
    later(14 * minuteMs);
    assert.deepEqual(codes(await health()), []);
    later(2 * minuteMs);
    assert.deepEqual(codes(await health()), ['packets_stalled']);
  });

  it('is ready while reports are away', async () => {
    await tick();
    const away = { ...test.house, readModel: { ...reporting.readModel, checkpoint: () => Promise.reject(new Error('gone')) } };
    const { status, reporting: state, behindCommits, problems } = await healthOf(away);
    assert.deepEqual([status, state, behindCommits, problems.map(({ code }) => code)], ['ready', 'away', undefined, ['reporting_away']]);
  });

  it('is not ready when its store fails', async () => {
    const broken = { ...test.house, store: { ...test.house.store, tail: () => Promise.reject(new Error('gone')) } };
    const answer = await healthOf(broken);
    assert.deepEqual([answer.status, codes(answer)], ['unready', ['store_silent']]);
    assert.equal(test.lines.find(({ level }) => level === 'error')?.message, 'the store does not answer');
  });

  it('is worked out once for all who ask at a time, and said in one line of the log', async () => {
    let asked = 0;
    const { store } = test.house;
    const counting = { ...test.house, store: { ...store, tail: (partition: string) => ((asked += 1), store.tail(partition)) } };
    await Promise.all(Array.from({ length: 50 }, () => healthOf(counting)));
    assert.equal(asked, store.partitions().length);
    const said = test.lines.filter(({ message }) => message === 'health checked');
    assert.deepEqual(
      said.map(({ fields }) => fields['problems']),
      [['ticks_missed', 'ticks_missed']],
    );
  });

  it('tells of no company', async () => {
    const { campaignId, path } = await queueMessages(test);
    await accept(test, campaignId, people(2), 'second.csv');
    later(30 * minuteMs);
    const answer = JSON.stringify(await health());
    assert.match(answer, /work_waits/);
    for (const theirs of [testCompany, campaignId, path, 'pkt_', 'second', '555']) assert.ok(!answer.includes(theirs), theirs);
  });
});

describe('within', () => {
  it('gives what came in time, and stops waiting for what did not', async () => {
    assert.equal(await within(1_000, Promise.resolve('here')), 'here');
    await assert.rejects(within(5, new Promise(() => undefined)), TookTooLong);
    await assert.rejects(within(1_000, Promise.reject(new Error('broken'))), /broken/);
  });
});
