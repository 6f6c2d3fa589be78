import assert from 'node:assert/strict';
import type { Definition } from '#domain/campaign/definition.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { runToEnd, settle } from '../support/house-run.ts';
import { activeCampaign, change, load, phoneOf, put, remind } from '../support/house-steps.ts';
import { codesOf, ofType, receivedBy } from '../support/house-story.ts';

let campaigns = 0;
const header = 'id,name,phone,date,time,timezone,zip,location';
const appointment = '2026-11-24,10:00';
const newYork = (n: number): string => `+1212555${String(n).padStart(4, '0')}`;

/** Clocks of the tests begin on Monday, 2 November 2026, at nine in Boise, which is UTC-7. */
describe('the hours of a recipient', () => {
  let test: TestHouse;
  let campaign: Definition;
  let campaignId: string;
  const window = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const, from: '09:00', to: '19:00' };
  const start = async (parts: Partial<Definition>): Promise<void> => {
    campaign = { ...remind, name: `Hours ${(campaigns += 1)}`, ...parts };
    campaignId = await activeCampaign(test, campaign);
  };
  const at = async (instant: string, ...rows: readonly string[]): Promise<void> => {
    test.clock.set(instant);
    await load(test, campaignId, `${header}\n${rows.join('\n')}\n`);
    await settle(test);
  };
  const queued = async () => (await ofType(test, 'MessageQueued')).map(({ data }) => [data.sendAt, data.reach] as const);
  const sendings = async () => (await ofType(test, 'MessageSending')).map(({ occurredAt }) => occurredAt).toSorted();
  beforeEach(async () => {
    test = await openTestHouse();
  });
  afterEach(() => test.close());

  const everyDay = { days: [...window.days], from: window.from, to: window.to };

  it('are those of the zone in the row, of the ZIP code, of the phone, or of the campaign', async () => {
    await start({ schedule: { sendAt: '2026-11-03T03:00:00-07:00', window: everyDay } });
    await at(
      '2026-11-02T16:00:00.000Z',
      `P1,Ana,${phoneOf(1)},${appointment},Europe/Berlin,85004,`,
      `P2,Ben,${phoneOf(2)},${appointment},,85004,`,
      `P3,Cid,${newYork(3)},${appointment},somewhere,,`,
      `P4,Dot,${phoneOf(4)},${appointment},,,`,
      `P5,Eve,${phoneOf(5)},${appointment},America/Boise,,`,
    );
    assert.deepEqual(await queued(), []);
    await at('2026-11-03T07:00:00.000Z');
    assert.deepEqual(await queued(), [
      ['2026-11-03T10:00:00.000Z', { zones: ['Europe/Berlin'] }],
      ['2026-11-03T16:00:00.000Z', { zones: ['America/Phoenix'] }],
      ['2026-11-03T14:00:00.000Z', { zones: ['America/New_York'] }],
      ['2026-11-03T17:00:00.000Z', { zones: ['America/Boise', 'America/Los_Angeles'] }],
      ['2026-11-03T16:00:00.000Z', undefined],
    ]);
    await runToEnd(test);
    assert.equal((await receivedBy(test)).size, 5);
    const sent = await sendings();
    assert.deepEqual(sent, (await queued()).map(([sendAt]) => sendAt).toSorted(), 'looked at again in the moment of sending');
  });

  it('are looked at again when a message comes late, in its own zone', async () => {
    await start({ schedule: { sendAt: '2026-11-03T03:00:00-07:00', window: everyDay } });
    await at('2026-11-03T07:00:00.000Z', `P1,Ana,${newYork(1)},${appointment},,,`, `P2,Ben,${phoneOf(2)},${appointment},America/Boise,,`);
    // seven in the evening in New York, five in the afternoon in Boise
    test.clock.set('2026-11-04T00:00:00.000Z');
    await runToEnd(test);
    assert.deepEqual(await sendings(), ['2026-11-04T00:00:00.000Z', '2026-11-04T14:00:00.000Z']);
  });

  it('expire what would come after the appointment', async () => {
    await start({ schedule: { offsets: [{ hours: 2 }], window: everyDay } });
    await at('2026-11-24T07:00:00.000Z', `P1,Ana,${phoneOf(1)},2026-11-24,18:00,America/Boise,,`);
    assert.deepEqual(
      (await queued()).map(([sendAt]) => sendAt),
      ['2026-11-24T23:00:00.000Z'],
    );
    test.clock.set('2026-11-25T03:00:00.000Z');
    await runToEnd(test);
    assert.deepEqual(await codesOf(test, 'MessageExpired'), { window_past: 1 });
    assert.equal((await receivedBy(test)).size, 0);
  });

  it('are those of the law for marketing, by the state of ZIP code and phone', async () => {
    await start({ purpose: 'marketing', schedule: { sendAt: '2026-11-03T00:00:00-07:00' } });
    await at(
      '2026-11-03T07:00:00.000Z',
      `P1,Ana,+13055550101,${appointment},,,`,
      `P2,Ben,${newYork(2)},${appointment},,,`,
      `P3,Cid,+15125550103,${appointment},,,`,
    );
    assert.deepEqual(await queued(), [
      ['2026-11-03T13:00:00.000Z', { zones: ['America/New_York'], regions: ['US-FL'] }],
      ['2026-11-03T13:00:00.000Z', { zones: ['America/New_York'], regions: ['US-NY'] }],
      ['2026-11-03T15:00:00.000Z', { zones: ['America/Chicago'], regions: ['US-TX'] }],
    ]);
    // half past eight in the evening in New York: over in Florida
    test.clock.set('2026-11-04T01:30:00.000Z');
    await runToEnd(test);
    assert.deepEqual(await sendings(), ['2026-11-04T01:30:00.000Z', '2026-11-04T01:30:00.000Z', '2026-11-04T13:00:00.000Z']);
  });

  it('leave out the holidays of a location', async () => {
    const holidays = { Nampa: ['2026-11-03'], '*': ['2026-11-04'] };
    await start({ holidays, schedule: { sendAt: '2026-11-03T10:00:00-07:00', window: everyDay } });
    const here = 'America/Boise,';
    await at(
      '2026-11-03T07:00:00.000Z',
      `P1,Ana,${phoneOf(1)},${appointment},${here},nampa`,
      `P2,Ben,${phoneOf(2)},${appointment},${here},Boise`,
    );
    assert.deepEqual(await queued(), [
      ['2026-11-04T16:00:00.000Z', { location: 'Nampa' }],
      ['2026-11-03T17:00:00.000Z', undefined],
    ]);
  });

  it('skip what sells something where no hour is allowed in all zones; what does not goes by the clock of the campaign', async () => {
    const schedule = { sendAt: '2026-11-03T10:00:00-07:00', window: { ...everyDay, to: '13:00' } };
    const russia = '+79031234567';
    await start({ purpose: 'marketing', schedule });
    await at('2026-11-03T07:00:00.000Z', `P1,Ana,${russia},${appointment},,,`);
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), { no_common_hour: 1 });
    await start({ schedule });
    await at('2026-11-03T07:00:00.000Z', `P2,Ben,${russia},${appointment},,,`);
    assert.deepEqual(await queued(), [['2026-11-03T17:00:00.000Z', undefined]]);
  });

  it('stay with a message that is queued again', async () => {
    await start({ schedule: { sendAt: '2026-11-03T03:00:00-07:00', window: everyDay } });
    await at('2026-11-03T07:00:00.000Z', `P1,Ana,${newYork(1)},${appointment},,,`);
    await put(test, { ...campaign, schedule: { sendAt: '2026-11-03T03:00:00-07:00', window: { ...everyDay, from: '11:00' } } });
    await change(test, campaignId, 'ApproveCampaign');
    await settle(test);
    assert.deepEqual((await queued()).at(-1), ['2026-11-03T16:00:00.000Z', { zones: ['America/New_York'] }]);
  });

  it('let several messages of one day go before an appointment, hours and minutes ahead', async () => {
    await start({ schedule: { offsetDays: [1], offsets: [{ hours: 3 }, { minutes: 30 }] } });
    await at('2026-11-02T16:00:00.000Z', `P1,Ana,${phoneOf(1)},2026-11-24,18:00,,,`);
    await runToEnd(test);
    assert.deepEqual(await sendings(), ['2026-11-24T01:00:00.000Z', '2026-11-24T22:00:00.000Z', '2026-11-25T00:30:00.000Z']);
    await load(test, campaignId, `${header}\nP1,Ana,${phoneOf(1)},2026-11-24,18:00,,,\n`, 'again.csv');
    assert.deepEqual(await codesOf(test, 'TouchSkipped'), {});
  });
});
