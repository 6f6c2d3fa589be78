import assert from 'node:assert/strict';
import { resolveReply } from '#app/resolve-reply.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { settle } from '../support/house-run.ts';
import { activeCampaign, causeAt, load, numbers, phoneOf, remind } from '../support/house-steps.ts';
import { bodiesTaken, codesOf, ofType } from '../support/house-story.ts';

const called = { channel: 'voice' as const, template: 'Call: {{ firstName }}', schedule: { offsetDays: [1] } };
const texted = {
  channel: 'sms' as const,
  template: '{{ firstName }} {{ appointmentAt | date: "%-d" }} {{ answerUrl }}',
  schedule: { offsetDays: [2, 1] },
};
const known: Definition = { ...remind, fields: { ...remind.fields, appointment: 'booking' }, channels: [texted] };

type Booking = Readonly<{ id: string; name?: string; day?: string; time?: string; phone?: string }>;
const file = (...bookings: readonly Booking[]): string =>
  [
    'booking,id,name,phone,date,time',
    ...bookings.map(
      ({ id, name = 'Ana', day = '2026-11-04', time = '10:00', phone = phoneOf(1) }) => `${id},P1,${name},${phone},${day},${time}`,
    ),
    '',
  ].join('\n');

describe('an answer', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse({ listening: true, at: '2026-11-02T20:00:00.000Z' });
  });
  afterEach(() => test.close());

  const press = async (body: string, what: string): Promise<void> => {
    const [url = ''] = /http:\S+/.exec(body) ?? [];
    const answer = await fetch(url, {
      method: 'POST',
      body: `do=${what}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(answer.status, 200);
    await settle(test);
  };
  const firstBody = async (): Promise<string> => (await bodiesTaken(test))[0] ?? '';
  const later = async (at: string): Promise<void> => {
    test.clock.set(at);
    await settle(test);
  };
  /** names and days alone: links differ */
  const told = async () =>
    (await bodiesTaken(test)).map((body) => body.replace(/ http.*/, '')).toSorted((one, other) => (one < other ? -1 : 1));

  it('counts for the same appointment in every file, until the appointment is moved', async () => {
    const campaignId = await activeCampaign(test, known);
    const arrive = (name: string, ...bookings: readonly Booking[]) => load(test, campaignId, file(...bookings), name);
    await arrive('monday.csv', { id: 'A1' }, { id: 'A2', phone: phoneOf(2), name: 'Bo' });
    await settle(test);
    await press((await bodiesTaken(test)).find((body) => body.startsWith('Ana')) ?? '', 'cancel');
    // the office has changed a name since, which makes new messages of the same appointments
    test.clock.set('2026-11-02T21:00:00.000Z');
    await arrive('changed.csv', { id: 'A1', name: 'Anna' }, { id: 'A2', phone: phoneOf(2), name: 'Bob' });
    await later('2026-11-03T20:00:00.000Z');
    assert.deepEqual(await told(), ['Ana 4', 'Bo 4', 'Bob 4'], 'nothing more of what was cancelled');
    assert.ok(((await codesOf(test, 'MessageCanceled'))['answered'] ?? 0) >= 1);
    // booked anew: another day, and so another question
    await arrive('moved.csv', { id: 'A1', name: 'Anna', day: '2026-11-05' });
    await later('2026-11-03T21:00:00.000Z');
    assert.deepEqual(await told(), ['Ana 4', 'Anna 5', 'Bo 4', 'Bob 4']);
  });

  it('counts for all that its message told of, on every channel', async () => {
    const template = '{% for one in appointments %}{{ one.firstName }} {{ one.time }} {% endfor %}{{ answerUrl }}';
    const joining: Definition = { ...remind, join: 'personDay', channels: [{ ...texted, template }, called] };
    await load(
      test,
      await activeCampaign(test, joining),
      `id,name,phone,date,time\nP1,Ana,${phoneOf(1)},2026-11-04,10:00\nP1,Ana,${phoneOf(1)},2026-11-04,14:00\n`,
    );
    await settle(test);
    assert.match(await firstBody(), /^Ana 10:00 Ana 14:00 http/);
    await press(await firstBody(), 'cancel');
    await later('2026-11-03T20:00:00.000Z');
    const queued = await ofType(test, 'MessageQueued');
    assert.ok(queued.some(({ data }) => data.channel === 'voice'));
    assert.deepEqual(await codesOf(test, 'MessageCanceled'), { answered: queued.length - 1 });
    const rows = await test.opened.documents.getMany([2, 3].map((row) => `answeredRows/${queued[0]?.stream.split('-')[1] ?? ''}-${row}`));
    assert.deepEqual(
      rows.map((row) => (row?.data as { meaning?: string } | undefined)?.meaning),
      ['cancel', 'cancel'],
    );
  });

  it('names the appointment when staff gives it, and counts for its other files too', async () => {
    const campaignId = await activeCampaign(test, { ...known, replies: { confirm: ['C'] } });
    await load(test, campaignId, file({ id: 'A1' }), 'monday.csv');
    await settle(test);
    await test.simulator.control.write({ from: phoneOf(1), to: known.from, body: 'hmm, who knows' });
    await settle(test);
    const [unclear] = await ofType(test, 'ReplyUnclear');
    await resolveReply(test.house, { reply: unclear?.data.reply ?? '', by: 'Ana', as: 'reschedule' }, causeAt(test));
    const [asked] = await ofType(test, 'RescheduleRequested');
    const [queued] = await ofType(test, 'MessageQueued');
    assert.deepEqual(
      [asked?.data.messageId, asked?.data.appointment],
      [queued && messageIdIn(queued.stream, queued.data), queued?.data.appointment?.key],
    );
    await load(test, campaignId, file({ id: 'A1', name: 'Anna' }), 'changed.csv');
    await later('2026-11-03T20:00:00.000Z');
    assert.deepEqual(await told(), ['Ana 4']);
  });

  it('is not taken for an appointment that has moved or is gone since: its page says so', async () => {
    const campaignId = await activeCampaign(test, { ...known, packets: 'full' });
    const others = numbers(20).map((n) => ({ id: `B${n}`, phone: phoneOf(n + 10), name: 'Other' }));
    await load(test, campaignId, file({ id: 'A1' }, { id: 'A2', phone: phoneOf(2), name: 'Bo' }, ...others), 'monday.csv');
    await settle(test);
    const bodies = await bodiesTaken(test);
    test.clock.set('2026-11-02T21:00:00.000Z');
    await load(test, campaignId, file({ id: 'A1', day: '2026-11-06' }, ...others), 'tuesday.csv');
    await settle(test);
    const pages = await Promise.all(
      ['Ana', 'Bo'].map(async (name) => {
        const [url = ''] = /http:\S+/.exec(bodies.find((body) => body.startsWith(name)) ?? '') ?? [];
        const page = await fetch(url, {
          method: 'POST',
          body: 'do=confirm',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        });
        return [page.status, /<h1>(.*)<\/h1>/.exec(await page.text())?.[1]];
      }),
    );
    assert.deepEqual(pages, [
      [410, 'This appointment has been moved since this message was sent.'],
      [410, 'This appointment is no longer in the calendar.'],
    ]);
    assert.deepEqual(await ofType(test, 'MessageReceived'), []);
  });
});
