import assert from 'node:assert/strict';
import { giveBack, grant, localDayOf, quotaPath, type Limits, type Quota } from '#domain/work/quota.ts';
import * as fc from 'fast-check';
import { instantAround, zones } from '../../support/zones.ts';

const zone = 'America/Boise';
const now = '2026-12-07T16:00:30.000Z';
const iso = (ms: number): string => new Date(ms).toISOString();

const ask = (limits: Limits, quota: Quota | undefined, wanted: number, at = now) =>
  grant(quota, limits, { wanted, now: at, ...localDayOf(at, zone) });
const used = (minuteUsed: number, dayUsed: number, at = now): Quota => ({
  minute: at.slice(0, 16),
  minuteUsed,
  day: localDayOf(at, zone).today,
  dayUsed,
});

describe('the local day of a campaign', () => {
  const days: readonly (readonly [title: string, zone: string, now: string, today: string, tomorrowAt: string])[] = [
    ['in winter', zone, now, '2026-12-07T07:00:00.000Z', '2026-12-08T07:00:00.000Z'],
    ['in its last millisecond', zone, '2026-12-08T06:59:59.999Z', '2026-12-07T07:00:00.000Z', '2026-12-08T07:00:00.000Z'],
    ['in its first millisecond', zone, '2026-12-08T07:00:00.000Z', '2026-12-08T07:00:00.000Z', '2026-12-09T07:00:00.000Z'],
    ['of 25 hours', zone, '2026-11-01T20:00:00.000Z', '2026-11-01T06:00:00.000Z', '2026-11-02T07:00:00.000Z'],
    ['of 23 hours', zone, '2027-03-14T20:00:00.000Z', '2027-03-14T07:00:00.000Z', '2027-03-15T06:00:00.000Z'],
    ['that has no midnight', 'America/Santiago', '2026-09-06T12:00:00.000Z', '2026-09-06T04:00:00.000Z', '2026-09-07T03:00:00.000Z'],
    ['before one that never was', 'Pacific/Apia', '2011-12-30T05:00:00.000Z', '2011-12-29T10:00:00.000Z', '2011-12-30T10:00:00.000Z'],
  ];
  for (const [title, where, at, today, tomorrowAt] of days) it(title, () => assert.deepEqual(localDayOf(at, where), { today, tomorrowAt }));

  it('holds the instant, ends after it, and is followed by the next one', () => {
    const property = fc.property(fc.constantFrom(...zones), instantAround, (where, at) => {
      const day = localDayOf(iso(at), where);
      assert.ok(day.today <= iso(at) && iso(at) < day.tomorrowAt);
      assert.equal(localDayOf(day.tomorrowAt, where).today, day.tomorrowAt);
      assert.equal(localDayOf(iso(Date.parse(day.tomorrowAt) - 1), where).today, day.today);
    });
    fc.assert(property, { numRuns: 1000 });
  });
});

describe('a quota', () => {
  it('stands under its campaign', () => assert.equal(quotaPath('cmp_a'), 'quota/cmp_a'));

  const nextMinute = '2026-12-07T16:01:00.000Z';
  const tomorrow = '2026-12-08T07:00:00.000Z';
  const grants: readonly (readonly [
    title: string,
    limits: Limits,
    before: Quota | undefined,
    wanted: number,
    granted: number,
    nextAt: string,
  ])[] = [
    ['is whole at first', { perMinute: 10, perDay: 100 }, undefined, 4, 4, nextMinute],
    ['gives what is left of the minute', { perMinute: 10, perDay: 100 }, used(7, 7), 5, 3, nextMinute],
    ['gives the last one of the minute', { perMinute: 10 }, used(9, 9), 5, 1, nextMinute],
    ['has nothing left in the minute', { perMinute: 10 }, used(10, 10), 5, 0, nextMinute],
    ['gives the last one of the day', { perMinute: 10, perDay: 100 }, used(0, 99), 5, 1, tomorrow],
    ['has nothing left in the day', { perMinute: 10, perDay: 100 }, used(0, 100), 5, 0, tomorrow],
    ['ends minute and day at once', { perMinute: 10, perDay: 100 }, used(5, 95), 5, 5, tomorrow],
    ['ends the day where both have the same left', { perMinute: 10, perDay: 100 }, used(5, 95), 50, 5, tomorrow],
    ['waits for the minute where the day has more left', { perMinute: 10, perDay: 100 }, used(5, 94), 50, 5, nextMinute],
    ['gives nothing where the limit was lowered below what went', { perMinute: 10, perDay: 100 }, used(50, 500), 5, 0, tomorrow],
    ['gives nothing to nobody', { perMinute: 10 }, used(3, 3), 0, 0, nextMinute],
    ['knows a day alone', { perDay: 10 }, used(9, 9), 5, 1, tomorrow],
    ['knows no limit', {}, used(9, 9), 5, 5, nextMinute],
  ];
  for (const [title, limits, before, wanted, granted, nextAt] of grants)
    it(title, () => {
      const told = ask(limits, before, wanted);
      assert.deepEqual([told.granted, told.nextAt], [granted, nextAt]);
      assert.deepEqual(told.quota, used((before?.minuteUsed ?? 0) + granted, (before?.dayUsed ?? 0) + granted));
    });

  it('is whole again in the next minute, but for the day', () => {
    const { granted, quota } = ask({ perMinute: 10, perDay: 100 }, used(10, 98), 5, nextMinute);
    assert.deepEqual([granted, quota], [2, used(2, 100, nextMinute)]);
  });
  it('is whole again on the next local day', () => {
    const before = used(10, 100, '2026-12-08T06:59:59.999Z');
    assert.equal(ask({ perMinute: 10, perDay: 100 }, before, 5, '2026-12-08T06:59:59.999Z').granted, 0);
    assert.equal(ask({ perMinute: 10, perDay: 100 }, before, 5, tomorrow).granted, 5);
  });
  it('goes on in the minute that somebody else has begun, for whoever asks by a clock that is behind', () => {
    const [before, after] = ['2026-12-07T16:00:59.990Z', '2026-12-07T16:01:00.010Z'];
    const { quota } = ask({ perMinute: 10 }, used(10, 10, before), 10, after);
    assert.deepEqual([quota.minute, quota.minuteUsed], ['2026-12-07T16:01', 10]);
    const late = ask({ perMinute: 10 }, quota, 5, before);
    assert.deepEqual([late.granted, late.nextAt, late.quota], [0, '2026-12-07T16:02:00.000Z', quota]);
  });
  it('goes on in the day that somebody else has begun', () => {
    const { quota } = ask({ perDay: 100 }, used(0, 100, '2026-12-08T06:59:59.999Z'), 60, tomorrow);
    const late = ask({ perDay: 100 }, quota, 60, '2026-12-08T06:59:59.999Z');
    assert.deepEqual([late.granted, late.quota.day, late.quota.dayUsed], [40, tomorrow, 100]);
  });
  it('is not held up by a clock that once was wrong', () => {
    assert.equal(ask({ perMinute: 10, perDay: 100 }, used(10, 100, '2030-01-01T00:00:00.000Z'), 5).granted, 5);
  });
  it('holds for all 25 hours of a day', () => {
    const before = used(10, 100, '2026-11-01T06:00:00.000Z');
    assert.equal(ask({ perDay: 100 }, before, 5, '2026-11-02T06:59:59.999Z').granted, 0);
    assert.equal(ask({ perDay: 100 }, before, 5, '2026-11-02T07:00:00.000Z').granted, 5);
  });

  it('is never overdrawn in any minute or any local day, and what waits for nextAt gets something', () => {
    const limit = fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined });
    const asks = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 * 3_600_000 }), fc.integer({ min: 0, max: 9 })), { maxLength: 40 });
    const limits = fc.record({ perMinute: limit, perDay: limit });
    const property = fc.property(fc.constantFrom(...zones), instantAround, limits, asks, (where, start, { perMinute, perDay }, each) => {
      const minutes = new Map<string, number>();
      const days = new Map<string, number>();
      let quota: Quota | undefined;
      let at = start;
      for (const [pause, wanted] of each) {
        at += pause % 7 === 0 ? pause : pause % 90_000;
        const day = localDayOf(iso(at), where);
        const told = grant(quota, { perMinute, perDay }, { wanted, now: iso(at), ...day });
        quota = told.quota;
        const minute = iso(at).slice(0, 16);
        minutes.set(minute, (minutes.get(minute) ?? 0) + told.granted);
        days.set(day.today, (days.get(day.today) ?? 0) + told.granted);
        assert.ok(told.granted >= 0 && told.granted <= wanted);
        assert.ok(told.nextAt > iso(at), 'nextAt is not in the future');
        if (told.granted === wanted) continue;
        const next = grant(quota, { perMinute, perDay }, { wanted: 1, now: told.nextAt, ...localDayOf(told.nextAt, where) });
        assert.equal(next.granted, 1, 'it waited in vain');
      }
      for (const count of minutes.values()) assert.ok(count <= (perMinute ?? Infinity));
      for (const count of days.values()) assert.ok(count <= (perDay ?? Infinity));
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('what was granted and did not go', () => {
  const { today } = localDayOf(now, zone);
  it('is there again, in its minute and its day', () => assert.deepEqual(giveBack(used(5, 50), { unused: 3, now, today }), used(2, 47)));
  it('is there again in its day alone when its minute is over', () =>
    assert.deepEqual(giveBack({ ...used(5, 50), minute: '2026-12-07T16:01' }, { unused: 3, now, today }), {
      ...used(5, 47),
      minute: '2026-12-07T16:01',
    }));
  it('is gone when both are over', () =>
    assert.equal(giveBack(used(5, 50, '2026-12-09T16:00:00.000Z'), { unused: 3, now, today }), undefined));
  it('never makes less than nothing used', () => assert.deepEqual(giveBack(used(1, 2), { unused: 3, now, today }), used(0, 0)));
});

describe('what did not go', () => {
  const day = localDayOf(now, zone);
  const back = (unused: number, quota: Quota, at = now) => giveBack(quota, { unused, now: at, today: localDayOf(at, zone).today });

  it('counts no longer in its minute and its day', () => assert.deepEqual(back(3, used(5, 50)), used(2, 47)));
  it('counts no longer in its day alone once the minute is over', () => {
    const next = { ...used(4, 50), minute: '2026-12-07T16:01' };
    assert.deepEqual(back(3, next), { ...next, dayUsed: 47 });
  });
  it('is forgotten once its day is over', () =>
    assert.equal(back(3, { minute: '2026-12-08T07:00', minuteUsed: 2, day: day.tomorrowAt, dayUsed: 2 }), undefined));
  it('never makes more room than there is', () => assert.deepEqual(back(9, used(5, 6)), used(0, 0)));

  it('leaves the quota as if it had never been granted', () => {
    const some = fc.integer({ min: 0, max: 20 });
    const property = fc.property(some, some, fc.integer({ min: 0, max: 10 }), (minuteUsed, more, wanted) => {
      const before = used(minuteUsed, minuteUsed + more);
      const { granted, quota } = ask({ perMinute: 20, perDay: 30 }, before, wanted);
      for (let unused = 0; unused <= granted; unused++) {
        assert.deepEqual(back(unused, quota), used(minuteUsed + granted - unused, minuteUsed + more + granted - unused));
      }
    });
    fc.assert(property);
  });
});
