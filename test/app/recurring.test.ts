import assert from 'node:assert/strict';
import { waitingTouches } from '#app/waiting-touches.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { messageIdIn, parseMessageId } from '#domain/kernel/ids.ts';
import { tallyLog } from '#app/tally-log.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { testCompany } from '../support/house-steps.ts';
import { runToEnd, settle, tick } from '../support/house-run.ts';
import { activeCampaign, change, load, phoneOf, put, remind } from '../support/house-steps.ts';
import { codesOf, ofType, receivedBy } from '../support/house-story.ts';

let campaigns = 0;
const content = (rows: number): string =>
  ['id,name,phone', ...Array.from({ length: rows }, (_, n) => `P${n + 1},Ana,${phoneOf(n + 1)}`)].join('\n') + '\n';

/** Clocks of the tests begin on Monday, 2 November 2026, at nine in Boise, which is UTC-7. */
describe('a recurring campaign', () => {
  let test: TestHouse;
  let weekly: Definition;
  let campaignId: string;

  const start = async (schedule: Definition['schedule'], change: Partial<Definition> = {}): Promise<void> => {
    const { appointmentDate: _, appointmentTime: __, ...fields } = remind.fields;
    const channels = [{ channel: 'sms' as const, template: 'Hi {{ firstName }}, new hours.' }];
    weekly = { ...remind, fields, channels, schedule, name: `Weekly ${(campaigns += 1)}`, ...change };
    campaignId = await activeCampaign(test, weekly);
  };
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const times = async () => (await ofType(test, 'MessageQueued')).map(({ data }) => data.sendAt);
  const at = async (instant: string): Promise<void> => {
    test.clock.set(instant);
    await tick(test);
    await settle(test);
  };

  it('makes a run of each firing, with touches of its own', async () => {
    await start({ every: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3', start: '2026-11-03T11:00' });
    await load(test, campaignId, content(3));
    await settle(test);
    assert.deepEqual(await times(), []);
    assert.equal(await waitingTouches(test.house.documents, campaignId), 0, 'no firing yet');
    await runToEnd(test);
    const week = ['2026-11-03T18:00:00.000Z', '2026-11-10T18:00:00.000Z', '2026-11-17T18:00:00.000Z'];
    assert.deepEqual(
      await times(),
      week.flatMap((one) => [one, one, one]),
    );
    assert.deepEqual(new Set((await receivedBy(test)).values()), new Set([3]));
    const queued = await ofType(test, 'MessageQueued');
    assert.equal(new Set(queued.map(({ data }) => data.run)).size, 3);
    for (const { stream, data } of queued) assert.deepEqual(parseMessageId(messageIdIn(stream, data))?.place.offset, data.offset);
    const { tally } = await tallyLog(test.house.store, testCompany);
    assert.deepEqual([tally.fired, totalsOf(tally).messages], [9, 9]);
    assert.equal(await test.house.documents.nextDue('rowChunks'), undefined, 'the rule has come to its end');
  });

  it('is queued on the day of a firing, and worth something until the next one', async () => {
    await start({ every: 'FREQ=DAILY', start: '2026-11-01T11:00' });
    await load(test, campaignId, content(1));
    await settle(test);
    await at('2026-11-03T07:00:00.000Z');
    assert.deepEqual(await times(), ['2026-11-02T18:00:00.000Z', '2026-11-03T18:00:00.000Z']);
    const [first] = await ofType(test, 'MessageQueued');
    assert.equal(first?.data.validUntil, '2026-11-03T18:00:00.000Z');
    assert.equal(await test.house.documents.nextDue('rowChunks'), '2026-11-04T07:00:00.000Z');
  });

  it('makes up for no firing that was missed but the last', async () => {
    await start({ every: 'FREQ=DAILY', start: '2026-11-01T11:00' });
    await load(test, campaignId, content(1));
    await settle(test);
    await at('2026-11-09T20:00:00.000Z');
    assert.deepEqual(await times(), ['2026-11-02T18:00:00.000Z', '2026-11-09T20:00:00.000Z']);
  });

  it('fires several times a day, each for itself', async () => {
    await start({ every: 'FREQ=DAILY;BYHOUR=11,15;COUNT=4', start: '2026-11-03T11:00' });
    await load(test, campaignId, content(2));
    await runToEnd(test);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), {});
    assert.deepEqual(
      [...new Set(await times())],
      ['03T18', '03T22', '04T18', '04T22'].map((hour) => `2026-11-${hour}:00:00.000Z`),
    );
  });

  it('queues a firing while the one before it still waits for its hours', async () => {
    const window = { days: ['tue' as const], from: '12:00', to: '19:00' };
    await start({ every: 'FREQ=DAILY;BYHOUR=11,15;COUNT=2', start: '2026-11-03T11:00', window });
    await load(test, campaignId, content(1));
    await settle(test);
    await at('2026-11-03T18:30:00.000Z');
    assert.deepEqual(await times(), ['2026-11-03T20:00:00.000Z', '2026-11-03T22:00:00.000Z']);
    await runToEnd(test);
    assert.deepEqual([...(await receivedBy(test)).values()], [2]);
  });

  it('goes on after a firing that no hour was left for, and ends with the appointment', async () => {
    const window = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '10:00', to: '12:00' } as const;
    const every = 'FREQ=DAILY;BYHOUR=11,13,15;COUNT=6';
    await start({ every, start: '2026-11-03T11:00', window: { ...window, days: [...window.days] } }, { fields: remind.fields });
    await load(test, campaignId, `id,name,phone,date,time\nP1,Ana,${phoneOf(1)},2026-12-24,10:00\nP2,Ben,${phoneOf(2)},2026-11-03,12:30\n`);
    await runToEnd(test);
    assert.deepEqual(await times(), [
      '2026-11-03T18:00:00.000Z',
      '2026-11-03T18:00:00.000Z',
      '2026-11-04T18:00:00.000Z',
      '2026-11-05T18:00:00.000Z',
    ]);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { past_window: 4 });
  });

  it('takes nothing twice and loses nothing when its rule changes', async () => {
    await start({ every: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-11-02T11:00' });
    await load(test, campaignId, content(2));
    await settle(test);
    assert.deepEqual(
      await times(),
      Array.from({ length: 2 }, () => '2026-11-02T18:00:00.000Z'),
    );
    await put(test, { ...weekly, schedule: { every: 'FREQ=DAILY;COUNT=3', start: '2026-11-02T11:00' } });
    await change(test, campaignId, 'ApproveCampaign');
    await settle(test);
    await runToEnd(test);
    const sent = await receivedBy(test);
    assert.deepEqual([...sent.values()], [3, 3], 'Monday as it waited, then Tuesday and Wednesday');
  });

  it('cancels what waits of a firing that its new rule does not have', async () => {
    await start({ every: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-11-02T11:00' });
    await load(test, campaignId, content(2));
    await settle(test);
    await put(test, { ...weekly, schedule: { every: 'FREQ=WEEKLY;BYDAY=TU;COUNT=1', start: '2026-11-02T12:00' } });
    await change(test, campaignId, 'ApproveCampaign');
    await settle(test);
    await runToEnd(test);
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { touch_dropped: 2 });
    assert.deepEqual([...(await receivedBy(test)).values()], [1, 1]);
  });

  it('stops with its campaign, and has no touches of firings that never were', async () => {
    await start({ every: 'FREQ=DAILY', start: '2026-11-03T11:00' });
    await load(test, campaignId, content(2));
    await settle(test);
    await change(test, campaignId, 'ArchiveCampaign');
    await settle(test);
    await runToEnd(test);
    assert.equal(await test.house.documents.nextDue('rowChunks'), undefined);
    assert.deepEqual([await times(), await codesOf(test, 'TouchSkipped')], [[], {}]);
  });

  it('rejects a bad row in each firing', async () => {
    await start({ every: 'FREQ=DAILY;COUNT=2', start: '2026-11-03T11:00' });
    await load(test, campaignId, `${content(1)}P9,Ben,123\n`);
    await runToEnd(test);
    assert.deepEqual(await codesOf(test, 'TouchRejected'), { phone_invalid: 2 });
    assert.equal((await times()).length, 2);
  });
});
