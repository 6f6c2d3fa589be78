import assert from 'node:assert/strict';
import { loadPacket } from '#app/load-packet.ts';
import { sendWork } from '#app/send-work.ts';
import { tallyLog } from '#app/tally-log.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { workItems } from '../support/house-queue.ts';
import { runToEnd, settle } from '../support/house-run.ts';
import { accept, activeCampaign, causeAt, load, phoneOf, remind, testCompany } from '../support/house-steps.ts';
import { bodiesTaken, codesOf } from '../support/house-story.ts';

/** Eight in Boise: messages wait until nine o'clock. */
const eight = '2026-11-02T15:00:00.000Z';
const known: Definition = {
  ...remind,
  fields: { ...remind.fields, practitioner: 'doctor', appointment: 'booking' },
  channels: [{ channel: 'sms', template: '{{ firstName }}: {{ practitioner }} {{ appointmentAt | date: "%-d %H:%M" }}' }],
};
type Booking = Readonly<{ id: string; n?: number; doctor?: string; day?: string; time?: string; phone?: string }>;
const file = (...bookings: readonly Booking[]): string =>
  [
    'booking,id,name,phone,doctor,date,time',
    ...bookings.map(
      ({ id, n = 0, doctor = 'Dr. A', day = '2026-11-04', time = '10:00', phone = phoneOf(n) }) =>
        `${id},P${n},Person ${n},${phone},${doctor},${day},${time}`,
    ),
    '',
  ].join('\n');
let campaigns = 0;

describe('an appointment that the campaign knows by its id', () => {
  let test: TestHouse;
  let campaignId: string;
  const open = async (at = eight): Promise<void> => {
    test = await openTestHouse({ callTimeoutMs: 200, at });
    campaignId = await activeCampaign(test, { ...known, name: `Known ${(campaigns += 1)}` });
  };
  beforeEach(() => open());
  afterEach(() => test.close());

  const arrive = async (name: string, ...bookings: readonly Booking[]): Promise<void> => {
    await load(test, campaignId, file(...bookings), name);
    await settle(test);
  };
  const bodies = () => bodiesTaken(test);
  const totals = async () => {
    const { tally } = await tallyLog(test.opened.store, testCompany);
    const { messages, followUps, accepted, canceled } = totalsOf(tally);
    return { messages, followUps, accepted, canceled, skipped: tally.skipped };
  };

  it('and that moves to another day is told of on that day alone', async () => {
    await arrive('monday.csv', { id: 'A1' }, { id: 'A2', n: 1 });
    await arrive('tuesday.csv', { id: 'A1', day: '2026-11-06' });
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: Dr. A 6 10:00', 'Person 1: Dr. A 4 10:00']);
    assert.deepEqual(await totals(), { messages: 3, followUps: 0, accepted: 2, canceled: 1, skipped: {} });
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { replaced: 1 });
  });

  it('and that moves before its day is told of once', async () => {
    await arrive('monday.csv', { id: 'A1', day: '2026-11-09' });
    await arrive('tuesday.csv', { id: 'A1', day: '2026-11-11' });
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: Dr. A 11 10:00']);
    assert.deepEqual(await totals(), { messages: 1, followUps: 0, accepted: 1, canceled: 0, skipped: { replaced: 1 } });
  });

  it('and that goes to another practitioner is told of once', async () => {
    await arrive('monday.csv', { id: 'A1' });
    await arrive('tuesday.csv', { id: 'A1', doctor: 'Dr. B' });
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: Dr. B 4 10:00']);
  });

  it('and that goes to another phone or practitioner is told of once where a person may have one message a day', async () => {
    const capped = { ...known, name: `Capped ${(campaigns += 1)}`, limits: { perPersonPerDay: 1 } };
    campaignId = await activeCampaign(test, capped);
    await arrive('monday.csv', { id: 'A1', phone: phoneOf(99) }, { id: 'A2', n: 1 }, { id: 'A3', n: 2 });
    await arrive('tuesday.csv', { id: 'A1' }, { id: 'A2', n: 1, doctor: 'Dr. B' }, { id: 'A4', n: 2, doctor: 'Dr. C' });
    await arrive('wednesday.csv', { id: 'A1', doctor: 'Dr. C' });
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: Dr. C 4 10:00', 'Person 1: Dr. B 4 10:00', 'Person 2: Dr. A 4 10:00']);
    assert.deepEqual((await totals()).skipped, { person_limit: 1 });
  });

  it('and that moves away leaves another one of its day that the newer file has to be told of', async () => {
    await arrive('monday.csv', { id: 'A1' }, { id: 'A2', time: '14:00' });
    await arrive('tuesday.csv', { id: 'A1', day: '2026-11-06' }, { id: 'A2', time: '14:00' });
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: Dr. A 4 14:00', 'Person 0: Dr. A 6 10:00']);
  });

  it('and that comes back to its day is told of on it', async () => {
    for (const [n, day] of ['2026-11-09', '2026-11-11', '2026-11-09'].entries()) await arrive(`${n}.csv`, { id: 'A1', day });
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: Dr. A 9 10:00']);
  });

  it('stays with the first packet that says so, when others say the same', async () => {
    for (const name of ['monday.csv', 'tuesday.csv', 'wednesday.csv']) await arrive(name, { id: 'A1' });
    await runToEnd(test);
    assert.deepEqual(await totals(), { messages: 1, followUps: 0, accepted: 1, canceled: 0, skipped: { duplicate: 2 } });
  });

  it('is not changed by a row that can become no message', async () => {
    await arrive('monday.csv', { id: 'A1' });
    await arrive('tuesday.csv', { id: 'A1', day: '2026-11-06', phone: '12345' });
    await arrive('wednesday.csv', { id: 'A1', day: '2026-02-30' });
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: Dr. A 4 10:00']);
  });

  it('is not another one of the same day', async () => {
    await arrive('monday.csv', { id: 'A1' }, { id: 'A2', time: '14:00' });
    await arrive('tuesday.csv', { id: 'A2', time: '15:00' });
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: Dr. A 4 10:00']);
  });

  it('and that moves after it was told of is told of again on its new day', async () => {
    await arrive('monday.csv', { id: 'A1' });
    await runToEnd(test);
    await arrive('tuesday.csv', { id: 'A1', day: '2026-11-06' });
    await runToEnd(test);
    assert.deepEqual(await bodies(), ['Person 0: Dr. A 4 10:00', 'Person 0: Dr. A 6 10:00']);
  });

  it('is known by nothing that names it', async () => {
    await arrive('monday.csv', { id: 'A1-SECRET' });
    const rows = test.opened.db.prepare("select * from documents where path like '%/appointments/%'").all();
    assert.equal(rows.length, 1);
    assert.ok(!JSON.stringify(rows).includes('SECRET'));
  });

  it('is loaded by two packets at once, and the newer one counts', async () => {
    for (let nth = 1, met = true; met; nth++) {
      await test.close();
      await open();
      await accept(test, campaignId, file({ id: 'A1', day: '2026-11-09' }, { id: 'A2', n: 1 }), 'monday.csv');
      await accept(test, campaignId, file({ id: 'A1', day: '2026-11-11' }, { id: 'A2', n: 1 }), 'tuesday.csv');
      const [first, second] = (await test.opened.documents.due<{ order: number }>('packets', '9999', 9))
        .toSorted((one, other) => one.data.order - other.data.order)
        .map(({ path }) => path.slice('packets/'.length));
      met = false;
      const [outer, inner] = nth % 2 === 0 ? [first, second] : [second, first];
      test.crashes.interrupt(Math.ceil(nth / 2), async () => {
        met = true;
        await loadPacket(test.house, inner!, causeAt(test));
      });
      await loadPacket(test.house, outer!, causeAt(test));
      if (!met) break;
      await runToEnd(test);
      assert.deepEqual(await bodies(), ['Person 0: Dr. A 11 10:00', 'Person 1: Dr. A 4 10:00'], `step ${nth}`);
    }
  });

  it('that moves while its message is sent is told of, or moved, and never told of wrongly after it moved', async () => {
    const outcomes = new Set<string>();
    for (let nth = 1, met = true; met; nth++) {
      await test.close();
      await open('2026-11-02T19:30:00.000Z');
      await arrive('monday.csv', { id: 'A1', time: '18:00' }, { id: 'A2', n: 1, time: '18:00' });
      test.clock.set('2026-11-03T01:30:00.000Z');
      const [item] = await workItems(test);
      met = false;
      let intended = 0;
      let told = 0;
      test.crashes.interrupt(nth, async () => {
        met = true;
        await load(test, campaignId, file({ id: 'A1', day: '2026-11-06', time: '18:00' }), 'tuesday.csv');
        intended = (await workItems(test)).reduce((sum, { data }) => sum + data.inFlight.length, 0);
        told = (await bodies()).length;
      });
      await sendWork(test.house, item!.path, causeAt(test));
      if (!met) break;
      const early = (await bodies()).filter((body) => body.startsWith('Person 0'));
      if (intended + told === 0) assert.deepEqual(early, [], `step ${nth}: it had moved before anybody meant to send it`);
      outcomes.add(early.join());
      if (intended === 0) await runToEnd(test);
      else await settle(test);
    }
    assert.deepEqual([...outcomes].sort(), ['', 'Person 0: Dr. A 4 18:00']);
  });
});
