import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dayNumber, dayText, instantOf, isZone, localOf } from '#domain/kernel/local-time.ts';
import { instantAround, zones } from '../../support/zones.ts';

const local = (text: string): number => Date.parse(`${text}Z`);
const instant = (text: string): number => Date.parse(text);

describe('local time', () => {
  it('shows what the clock of the zone shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instantAround, (zone, at) => {
        const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
        assert.equal(localOf(zone, at), shown.toZonedDateTime('UTC').epochMilliseconds);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds the instant as Temporal does, also where the clock is set', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instantAround, (zone, at) => {
        const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDateTime();
        assert.equal(instantOf(zone, at), shown.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
      }),
      { numRuns: 1000 },
    );
  });

  const cases = [
    ['in winter', 'America/Boise', '2026-12-08T12:45', '2026-12-08T19:45:00Z'],
    ['in summer', 'America/Boise', '2026-07-08T12:45', '2026-07-08T18:45:00Z'],
    ['that a clock set forward jumps over, later', 'America/Boise', '2027-03-14T02:30', '2027-03-14T09:30:00Z'],
    ['that a clock set back shows twice, the first time', 'America/Boise', '2026-11-01T01:30', '2026-11-01T07:30:00Z'],
    ['in a zone of 45 minutes', 'Asia/Kathmandu', '2026-12-08T12:45', '2026-12-08T07:00:00Z'],
  ] as const;
  for (const [title, zone, written, expected] of cases) {
    it(`reads a time ${title}`, () => assert.equal(instantOf(zone, local(written)), instant(expected)));
  }

  it('knows the hour before a change of clocks, also when it was asked for the change itself first', () => {
    assert.equal(localOf('America/Denver', instant('2026-11-01T08:00:00Z')), local('2026-11-01T01:00'));
    assert.equal(localOf('America/Denver', instant('2026-11-01T07:59:00Z')), local('2026-11-01T01:59'));
    assert.equal(localOf('America/Denver', instant('2026-11-01T08:01:00Z')), local('2026-11-01T01:01'));
  });

  it('knows the days of the calendar', () => {
    assert.equal(dayNumber(2024, 2, 29), Date.UTC(2024, 1, 29) / 86_400_000);
    for (const [year, month, day] of [
      [2026, 2, 29],
      [2026, 2, 30],
      [2026, 13, 1],
      [2026, 4, 31],
      [2026, 0, 1],
      [2026, 1, 0],
    ] as const) {
      assert.equal(dayNumber(year, month, day), undefined);
    }
    assert.equal(dayText(local('2026-12-08T23:59')), '2026-12-08');
  });

  it('tells zones from other words', () => {
    for (const zone of ['America/Boise', 'UTC', 'Europe/Berlin']) assert.ok(isZone(zone), zone);
    for (const zone of ['Mars/Base', '+02:00', '', 'Boise', 'America']) assert.ok(!isZone(zone), zone);
  });
});
