import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Ahead, ContactWindow, Schedule } from '#domain/campaign/schedule.ts';
import { nominalAt, queueDay, queueFrom, timeOf } from '#domain/campaign/timing.ts';
import { instantAround, zones } from '../../support/zones.ts';

const zone = 'America/Boise';
const iso = (text: string): string => new Date(text).toISOString();
const window: ContactWindow = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], from: '09:00', to: '19:00' };
const twoDays: Schedule = { offsetDays: [2], window };

type Given = Readonly<{ appointmentAt?: string; now: string; schedule?: Schedule; offsetDays?: number }>;
const plan = ({ appointmentAt, now, schedule = twoDays, offsetDays = 2 }: Given) => ({
  schedule,
  touch: { offsetDays },
  appointmentAt: appointmentAt === undefined ? undefined : iso(appointmentAt),
  now: iso(now),
  zone,
});

describe('the time of a touch', () => {
  it('is the clock time of the appointment, days before', () => {
    const timing = timeOf(plan({ appointmentAt: '2026-12-10T12:45-07:00', now: '2026-12-08T00:00-07:00' }));
    assert.deepEqual(timing, {
      kind: 'due',
      sendAt: iso('2026-12-08T12:45-07:00'),
      validUntil: iso('2026-12-10T12:45-07:00'),
      day: '2026-12-08',
      appointmentDay: '2026-12-10',
    });
  });

  it('keeps the clock time when the clocks change in between', () => {
    assert.equal(nominalAt(plan({ appointmentAt: '2026-11-02T10:00-07:00', now: '2026-10-01T00:00Z' })), iso('2026-10-31T10:00-06:00'));
    assert.equal(nominalAt(plan({ appointmentAt: '2027-03-15T10:00-06:00', now: '2027-01-01T00:00Z' })), iso('2027-03-13T10:00-07:00'));
  });

  const ahead: readonly (readonly [title: string, zone: string, appointment: string, ahead: Ahead, at: string])[] = [
    ['a day is a day of the calendar', 'America/Boise', '2026-11-01T12:00-07:00', { days: 1 }, '2026-10-31T12:00-06:00'],
    ['24 hours are 24 hours', 'America/Boise', '2026-11-01T12:00-07:00', { hours: 24 }, '2026-10-31T13:00-06:00'],
    ['days first, then hours', 'America/New_York', '2027-03-15T12:00-04:00', { days: 1, hours: 12 }, '2027-03-13T23:00-05:00'],
    ['minutes', 'America/Phoenix', '2027-03-14T12:00-07:00', { minutes: 90 }, '2027-03-14T10:30-07:00'],
    ['half an hour of clocks', 'Australia/Lord_Howe', '2026-10-04T12:00+11:00', { days: 1 }, '2026-10-03T12:00+10:30'],
    ['half an hour of clocks, in hours', 'Australia/Lord_Howe', '2026-10-04T12:00+11:00', { hours: 24 }, '2026-10-03T11:30+10:30'],
    ['a day that never was', 'Pacific/Apia', '2011-12-31T12:00+14:00', { days: 1 }, '2011-12-31T12:00+14:00'],
    ['the day before that', 'Pacific/Apia', '2011-12-31T12:00+14:00', { days: 2 }, '2011-12-29T12:00-10:00'],
    ['a leap day', 'America/Boise', '2028-03-01T12:00-07:00', { days: 1 }, '2028-02-29T12:00-07:00'],
    ['the second of two hours', 'America/Boise', '2026-11-01T01:30-07:00', { minutes: 30 }, '2026-11-01T01:00-07:00'],
  ];
  for (const [title, where, appointment, time, at] of ahead)
    it(`is so far ahead: ${title}`, () => {
      const given = {
        schedule: { offsets: [time] },
        touch: { ahead: time },
        appointmentAt: iso(appointment),
        now: iso('2011-01-01T00:00Z'),
        zone: where,
      };
      assert.equal(nominalAt(given), iso(at));
    });

  it('moves into the window but keeps its nominal day', () => {
    const timing = timeOf(plan({ appointmentAt: '2026-12-08T08:15-07:00', now: '2026-12-01T00:00-07:00' }));
    assert.deepEqual(
      [timing.kind === 'due' && timing.sendAt, timing.kind === 'due' && timing.day],
      [iso('2026-12-07T09:00-07:00'), '2026-12-06'],
    );
  });

  it('is never before now', () => {
    const timing = timeOf(plan({ appointmentAt: '2026-12-10T12:45-07:00', now: '2026-12-09T15:00-07:00' }));
    assert.deepEqual(
      [timing.kind === 'due' && timing.sendAt, timing.kind === 'due' && timing.day],
      [iso('2026-12-09T15:00-07:00'), '2026-12-08'],
    );
  });

  it('is past when the window opens at or after the appointment', () => {
    const monday = '2026-12-14T09:00-07:00';
    assert.equal(timeOf(plan({ appointmentAt: monday, now: '2026-12-12T19:30-07:00' })).kind, 'past_window');
    assert.equal(timeOf(plan({ appointmentAt: '2026-12-14T09:15-07:00', now: '2026-12-12T19:30-07:00' })).kind, 'due');
    assert.equal(timeOf(plan({ appointmentAt: '2026-12-01T09:15-07:00', now: '2026-12-12T19:30-07:00' })).kind, 'past_window');
  });

  it('is now, or as given, where the schedule says so', () => {
    const now = '2026-12-13T15:00-07:00';
    assert.deepEqual(timeOf(plan({ now, schedule: 'now' })), { kind: 'due', sendAt: iso(now), day: '2026-12-13' });
    const sendAt: Schedule = { sendAt: '2026-12-13T22:00:00-07:00', window };
    assert.deepEqual(timeOf(plan({ now, schedule: sendAt })), { kind: 'due', sendAt: iso('2026-12-14T09:00-07:00'), day: '2026-12-13' });
  });

  it('needs an appointment where it goes by one', () => assert.throws(() => timeOf(plan({ now: '2026-12-13T15:00Z' })), RangeError));
});

describe('the queue', () => {
  it('takes a touch from the midnight of its day', () => {
    assert.equal(queueDay(iso('2026-12-08T12:45-07:00'), zone), iso('2026-12-08T00:00-07:00'));
    assert.equal(queueDay(iso('2026-11-01T12:45-07:00'), zone), iso('2026-11-01T00:00-06:00'));
    assert.equal(queueFrom(plan({ appointmentAt: '2026-12-10T12:45-07:00', now: '2026-12-01T00:00Z' })), iso('2026-12-08T00:00-07:00'));
    assert.equal(queueFrom(plan({ appointmentAt: '2026-12-10T12:45-07:00', now: '2026-12-08T12:00Z' })), iso('2026-12-08T12:00Z'));
  });
});

describe('any touch', () => {
  it('has the nominal time that Temporal finds, and may be queued before it is sent', () => {
    const slow = (appointment: number, zone: string, days: number): number =>
      Temporal.Instant.fromEpochMilliseconds(appointment)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .subtract({ days })
        .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
    fc.assert(
      fc.property(fc.constantFrom(...zones), instantAround, fc.integer({ min: 0, max: 40 }), (zone, appointment, offsetDays) => {
        const now = new Date(appointment - 50 * 86_400_000).toISOString();
        const given = { schedule: twoDays, touch: { offsetDays }, appointmentAt: new Date(appointment).toISOString(), now, zone };
        assert.equal(nominalAt(given), new Date(slow(appointment, zone, offsetDays)).toISOString());
        const timing = timeOf(given);
        assert.ok(timing.kind === 'past_window' || (queueFrom(given)! <= timing.sendAt && timing.sendAt < given.appointmentAt));
      }),
      { numRuns: 500 },
    );
  });
});
