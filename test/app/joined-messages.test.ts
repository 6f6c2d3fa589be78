import assert from 'node:assert/strict';
import { tallyLog } from '#app/tally-log.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { sumOf, totalsOf } from '#domain/delivery/tally.ts';
import type { CrashMoment } from '../support/crashes.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { restart, runToEnd, settle } from '../support/house-run.ts';
import { activeCampaign, change, load, phoneOf, put, remind, testCompany } from '../support/house-steps.ts';
import { bodiesTaken, ofType } from '../support/house-story.ts';

/** Eight in Boise: messages wait until nine o'clock. */
const eight = '2026-11-02T15:00:00.000Z';
const together =
  '{{ firstName }}: {% for one in appointments %}{{ one.time }} {{ one.practitioner }}{% unless forloop.last %}, {% endunless %}{% endfor %}';
const joining: Definition = {
  ...remind,
  fields: { ...remind.fields, practitioner: 'doctor' },
  channels: [{ channel: 'sms', template: together }],
  join: 'personDay',
};
type Visit = Readonly<{ n?: number; doctor?: string; day?: string; time?: string; phone?: string }>;
const file = (...visits: readonly Visit[]): string =>
  [
    'id,name,phone,doctor,date,time',
    ...visits.map(
      ({ n = 0, doctor = 'A', day = '2026-11-04', time = '10:00', phone = phoneOf(n) }) =>
        `P${n},Person ${n},${phone},${doctor},${day},${time}`,
    ),
    '',
  ].join('\n');
let campaigns = 0;

describe('several appointments of one person on one day', () => {
  let test: TestHouse;
  let campaignId: string;
  let definition: Definition;
  const open = async (): Promise<void> => {
    test = await openTestHouse({ callTimeoutMs: 200, at: eight });
    definition = { ...joining, name: `Joining ${(campaigns += 1)}` };
    campaignId = await activeCampaign(test, definition);
  };
  beforeEach(open);
  afterEach(() => test.close());

  const bodies = () => bodiesTaken(test);
  const totals = async () => {
    const { tally } = await tallyLog(test.opened.store, testCompany);
    const { messages, accepted, canceled } = totalsOf(tally);
    assert.equal(tally.rows, messages + tally.joined + sumOf(tally.skipped) + sumOf(tally.rejected), 'every touch is in one place');
    return { messages, joined: tally.joined, accepted, canceled, skipped: tally.skipped, rejected: tally.rejected };
  };
  const none = { canceled: 0, skipped: {}, rejected: {} };

  it('are told in one message, the earliest first, whoever they are with', async () => {
    await load(test, campaignId, file({ time: '14:00', doctor: 'B' }, { n: 1 }, { time: '10:00' }, { day: '2026-11-05', time: '11:00' }));
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: 10:00 A, 14:00 B', 'Person 0: 11:00 A', 'Person 1: 10:00 A']);
    assert.deepEqual(await totals(), { ...none, messages: 3, joined: 1, accepted: 3 });
    const [joined] = await ofType(test, 'TouchJoined');
    const told = (await ofType(test, 'MessageQueued')).find(({ data }) => data.row === 4);
    assert.equal(joined?.data.owner, `msg_${told!.stream.slice(10)}-4-sms-0`);
  });

  it('are told together wherever they stand in the file', async () => {
    const others = Array.from({ length: 950 }, (_, n) => ({ n: n + 1 }));
    await load(test, campaignId, file({ time: '15:00', doctor: 'B' }, ...others, { time: '09:30' }));
    await runToEnd(test);
    assert.deepEqual(
      (await bodies()).filter((body) => body.startsWith('Person 0:')),
      ['Person 0: 09:30 A, 15:00 B'],
    );
    assert.deepEqual(await totals(), { ...none, messages: 951, joined: 1, accepted: 951 });
  });

  it('are told in one message up to twenty, and the others are duplicates', async () => {
    const visits = Array.from({ length: 22 }, (_, n) => ({
      time: `${String(20 - Math.floor(n / 4)).padStart(2, '0')}:${(n % 4) * 15 || '00'}`,
    }));
    await load(test, campaignId, file(...visits));
    await runToEnd(test);
    const [body = ''] = await bodies();
    assert.equal(body.split(',').length, 20);
    assert.deepEqual(await totals(), { ...none, messages: 1, joined: 19, accepted: 1, skipped: { duplicate: 2 } });
  });

  it('are told one by one where they were loaded before the campaign joined them', async () => {
    const { join: _, ...apart } = definition;
    await put(test, { ...apart, channels: [{ channel: 'sms', template: '{{ firstName }}: {{ date }}' }] });
    await change(test, campaignId, 'ApproveCampaign');
    await load(test, campaignId, file({}, { n: 1, time: '14:00' }));
    await put(test, definition);
    await change(test, campaignId, 'ApproveCampaign');
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: 10:00 A', 'Person 1: 14:00 A']);
  });

  it('are duplicates when the file comes again', async () => {
    for (const name of ['monday.csv', 'tuesday.csv']) {
      await load(test, campaignId, file({ time: '14:00', doctor: 'B' }, {}), name);
      await settle(test);
    }
    await runToEnd(test);
    assert.deepEqual(await totals(), { ...none, messages: 1, joined: 1, accepted: 1, skipped: { duplicate: 2 } });
  });

  it('are told anew when a newer file adds one, and the message before gives way', async () => {
    await load(test, campaignId, file({}), 'monday.csv');
    await settle(test);
    await load(test, campaignId, file({}, { time: '14:00', doctor: 'B' }), 'tuesday.csv');
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: 10:00 A, 14:00 B']);
    assert.deepEqual(await totals(), { ...none, messages: 2, joined: 1, accepted: 1, canceled: 1 });
  });

  it('are told with the new words of a campaign that changes while they wait', async () => {
    await load(test, campaignId, file({ time: '14:00', doctor: 'B' }, {}));
    await settle(test);
    await put(test, { ...definition, channels: [{ channel: 'sms', template: `Dear ${together}` }] });
    await change(test, campaignId, 'ApproveCampaign');
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Dear Person 0: 10:00 A, 14:00 B']);
    assert.deepEqual(await totals(), { ...none, messages: 1, joined: 1, accepted: 1 });
  });

  it('are told without those that can not be', async () => {
    await load(test, campaignId, file({ time: '14:00' }, { time: 'noon' }, { phone: '12345' }, {}));
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: 10:00 A, 14:00 A']);
    assert.deepEqual(await totals(), { ...none, messages: 1, joined: 1, accepted: 1, rejected: { time_invalid: 1, phone_invalid: 1 } });
  });

  it('are rejected together where their message can not be put together', async () => {
    await put(test, { ...definition, channels: [{ channel: 'sms', template: `${together} {{ room }}` }] });
    await change(test, campaignId, 'ApproveCampaign');
    await load(test, campaignId, file({ time: '14:00' }, {}));
    await runToEnd(test);
    assert.deepEqual(await totals(), { ...none, messages: 0, joined: 0, accepted: 0, rejected: { field_missing: 2 } });
  });

  it('are told once for a person who may have one message a day', async () => {
    await put(test, { ...definition, limits: { perPersonPerDay: 1 } });
    await change(test, campaignId, 'ApproveCampaign');
    await load(test, campaignId, file({ time: '14:00', doctor: 'B' }, { time: '16:00' }, {}));
    await runToEnd(test);
    assert.deepEqual(await totals(), { ...none, messages: 1, joined: 2, accepted: 1 });
  });

  for (const moment of ['before', 'after'] as const satisfies readonly CrashMoment[]) {
    it(`are told once when the process dies ${moment} any one step`, async () => {
      for (let nth = 1, died = true; died; nth++) {
        await test.close();
        await open();
        test.crashes.dieAt(nth, moment);
        const content = file({ time: '14:00', doctor: 'B' }, { n: 1 }, {});
        await load(test, campaignId, content)
          .then(() => settle(test))
          .catch(() => undefined);
        died = test.crashes.died();
        test.hints.length = 0;
        await restart(test);
        test.clock.set(new Date(Date.parse(test.clock.now()) + 11 * 60_000).toISOString());
        await load(test, campaignId, content);
        await runToEnd(test);
        assert.deepEqual(await bodies(), ['Person 0: 10:00 A, 14:00 B', 'Person 1: 10:00 A'], `step ${nth}`);
        assert.deepEqual(await totals(), { ...none, messages: 2, joined: 1, accepted: 2 }, `step ${nth}`);
      }
    });
  }
});
