import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { weekdays, type ContactWindow } from '#domain/campaign/schedule.ts';
import { closingAfter, nextOpening } from '#domain/campaign/window.ts';
import { instantAround, zones } from '../../support/zones.ts';

const quarter = 15 * 60_000;
const utc = (at: number | undefined): string | undefined => (at === undefined ? undefined : new Date(at).toISOString());
const iso = (text: string): string => new Date(text).toISOString();

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** The slow truth: the local day (as a number) whose window is open at an instant. */
const openDay = (window: ContactWindow, zone: string, at: number): number | undefined => {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const time = here.hour * 60 + here.minute;
  const open = window.days.includes(weekdays[here.dayOfWeek - 1]!) && time >= minutes(window.from) && time < minutes(window.to);
  return open ? here.year * 10_000 + here.month * 100 + here.day : undefined;
};

const slowOpening = (window: ContactWindow, zone: string, at: number): number => {
  let found = at;
  while (openDay(window, zone, found) === undefined) found += quarter;
  return found;
};

const slowClosing = (window: ContactWindow, zone: string, at: number): number | undefined => {
  const day = openDay(window, zone, at);
  if (day === undefined) return undefined;
  let found = at;
  while (openDay(window, zone, found) === day) found += quarter;
  return found;
};

const clockText = (quarters: number): string =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;

const anyWindow = fc
  .record({
    days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
    hours: fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 2 }),
  })
  .map(({ days, hours }): ContactWindow => {
    const [from, to] = hours.toSorted((one, other) => one - other);
    return { days, from: clockText(from!), to: clockText(to!) };
  });

describe('a contact window', () => {
  it('opens and closes as the clock on the wall says, in any zone and across any change of clocks', () => {
    fc.assert(
      fc.property(anyWindow, fc.constantFrom(...zones), instantAround, (window, zone, at) => {
        assert.equal(nextOpening(window, zone, utc(at)!), utc(slowOpening(window, zone, at)));
        assert.equal(closingAfter(window, zone, utc(at)!), utc(slowClosing(window, zone, at)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays open through an hour that clocks at midnight give twice', () => {
    // in Santiago Saturday, April 3, 2027 has 25 hours: at its end the clocks go back to 23:00
    const weekend: ContactWindow = { days: ['sat', 'mon'], from: '00:00', to: '24:00' };
    assert.equal(closingAfter(weekend, 'America/Santiago', '2027-04-04T02:05:00.000Z'), '2027-04-04T04:00:00.000Z');
    assert.equal(closingAfter(weekend, 'America/Santiago', '2027-04-04T03:30:00.000Z'), '2027-04-04T04:00:00.000Z');
  });

  it('ends with its day where clocks at midnight leave an hour out', () => {
    // in Cairo Friday, April 30, 2027 begins at 01:00
    const weekdays: ContactWindow = { days: ['thu', 'fri', 'mon'], from: '00:00', to: '24:00' };
    assert.equal(closingAfter(weekdays, 'Africa/Cairo', '2027-04-29T20:05:00.000Z'), '2027-04-29T22:00:00.000Z');
    assert.equal(closingAfter(weekdays, 'Africa/Cairo', '2027-04-29T22:00:00.000Z'), '2027-04-30T21:00:00.000Z');
  });

  it('is always open where there is none', () => {
    assert.equal(nextOpening(undefined, 'America/Boise', '2026-12-08T03:00:00.000Z'), '2026-12-08T03:00:00.000Z');
    assert.equal(closingAfter(undefined, 'America/Boise', '2026-12-08T03:00:00.000Z'), undefined);
  });

  const work: ContactWindow = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], from: '09:00', to: '19:00' };
  const night: ContactWindow = { days: ['sun'], from: '02:00', to: '03:00' };
  const day: ContactWindow = { days: [...weekdays], from: '00:00', to: '24:00' };
  const leap: ContactWindow = { days: ['thu'], from: '09:00', to: '10:00' };
  type Case = readonly [title: string, window: ContactWindow, at: string, opening: string, closing: string | undefined];
  const cases: readonly Case[] = [
    ['inside: stays', work, '2026-12-08T10:00:30-07:00', '2026-12-08T10:00:30-07:00', '2026-12-08T19:00-07:00'],
    ['the first moment is inside', work, '2026-12-08T09:00-07:00', '2026-12-08T09:00-07:00', '2026-12-08T19:00-07:00'],
    ['the last moment is not', work, '2026-12-08T19:00-07:00', '2026-12-09T09:00-07:00', undefined],
    ['before it opens', work, '2026-12-08T08:59:59-07:00', '2026-12-08T09:00-07:00', undefined],
    ['Saturday night waits for Monday', work, '2026-12-12T19:30-07:00', '2026-12-14T09:00-07:00', undefined],
    ['over the night clocks go back', work, '2026-10-31T20:00-06:00', '2026-11-02T09:00-07:00', undefined],
    ['over the night clocks go forward', work, '2027-03-13T20:00-07:00', '2027-03-15T09:00-06:00', undefined],
    ['an hour that is jumped over waits a week', night, '2027-03-13T20:00-07:00', '2027-03-21T02:00-06:00', undefined],
    ['24:00 ends the day', day, '2026-12-08T23:59:59-07:00', '2026-12-08T23:59:59-07:00', '2026-12-09T00:00-07:00'],
    ['a day of 25 hours is open for 25', day, '2026-11-01T00:00-06:00', '2026-11-01T00:00-06:00', '2026-11-02T00:00-07:00'],
    ['a leap day', leap, '2024-02-28T12:00-07:00', '2024-02-29T09:00-07:00', undefined],
  ];
  for (const [title, window, at, opening, closing] of cases) {
    it(title, () => {
      assert.equal(nextOpening(window, 'America/Boise', iso(at)), iso(opening));
      assert.equal(closingAfter(window, 'America/Boise', iso(at)), closing === undefined ? undefined : iso(closing));
    });
  }
});
