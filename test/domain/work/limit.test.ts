import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { brandZone, tierNames, tiers } from '#domain/work/carrier-tiers.ts';
import { localDayOf, quotaPath, windowAt } from '#domain/work/limit.ts';
import { campaignLimits, companyLimits, numberLimits, ratedNumber } from '#domain/work/limits-of.ts';
import { instantAround, zones } from '../../support/zones.ts';

const zone = 'America/Boise';
const now = '2026-12-07T16:00:30.250Z';
const iso = (ms: number): string => new Date(ms).toISOString();

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
});

describe('the window of a limit', () => {
  const windows: readonly (readonly [title: string, every: Parameters<typeof windowAt>[0], at: string, from: string, to: string])[] = [
    ['a second', { ms: 1_000 }, now, '2026-12-07T16:00:30.000Z', '2026-12-07T16:00:31.000Z'],
    ['four seconds', { ms: 4_000 }, now, '2026-12-07T16:00:28.000Z', '2026-12-07T16:00:32.000Z'],
    ['a minute', { ms: 60_000 }, now, '2026-12-07T16:00:00.000Z', '2026-12-07T16:01:00.000Z'],
    [
      'a day of T-Mobile',
      { calendar: 'day', zone: brandZone },
      '2026-12-07T07:59:59.999Z',
      '2026-12-06T08:00:00.000Z',
      '2026-12-07T08:00:00.000Z',
    ],
    [
      'its day when the clocks go back',
      { calendar: 'day', zone: brandZone },
      '2026-11-01T12:00:00.000Z',
      '2026-11-01T07:00:00.000Z',
      '2026-11-02T08:00:00.000Z',
    ],
    ['a month', { calendar: 'month', zone }, now, '2026-12-01T07:00:00.000Z', '2027-01-01T07:00:00.000Z'],
    [
      'a month with a leap day',
      { calendar: 'month', zone: 'UTC' },
      '2028-02-29T23:00:00.000Z',
      '2028-02-01T00:00:00.000Z',
      '2028-03-01T00:00:00.000Z',
    ],
    [
      'the month that it is there',
      { calendar: 'month', zone },
      '2027-01-01T06:59:59.999Z',
      '2026-12-01T07:00:00.000Z',
      '2027-01-01T07:00:00.000Z',
    ],
  ];
  for (const [title, every, at, from, to] of windows) it(`is ${title}`, () => assert.deepEqual(windowAt(every, at), { from, to }));

  it('holds the instant, and the next one begins where it ends', () => {
    const every = fc.oneof(
      fc.record({ ms: fc.constantFrom(1_000, 4_000, 60_000) }),
      fc.record({ calendar: fc.constantFrom('day' as const, 'month' as const), zone: fc.constantFrom(...zones) }),
    );
    const property = fc.property(every, instantAround, (one, at) => {
      const { from, to } = windowAt(one, iso(at));
      assert.ok(from <= iso(at) && iso(at) < to);
      assert.equal(windowAt(one, to).from, to);
      assert.equal(windowAt(one, iso(Date.parse(to) - 1)).from, from);
    });
    fc.assert(property, { numRuns: 1_000 });
  });
});

describe('the limits', () => {
  const said = (limits: readonly { kind: string; key: string; most: number; counts: string }[]) =>
    limits.map(({ kind, key, most, counts }) => [kind, key, most, counts]);

  it('of a campaign count its messages', () =>
    assert.deepEqual(said(campaignLimits('cmp_a', { limits: { perMinute: 600, perDay: 5_000, perMonth: 90_000 }, timezone: zone })), [
      ['campaign_minute', 'cmp_a.minute', 600, 'messages'],
      ['campaign_day', 'cmp_a.day', 5_000, 'messages'],
      ['campaign_month', 'cmp_a.month', 90_000, 'messages'],
    ]));
  it('of a registered number count on the day of its registration’s brand, whatever people have said', () => {
    const known = { companyId: 'co_a', brandId: 'brd_other', registrationId: 'reg_a' };
    assert.equal(ratedNumber(known, { companyId: 'co_a', brandId: 'brd_a' }).brandId, 'brd_a');
    assert.equal(ratedNumber(known, { companyId: 'co_b', brandId: 'brd_a' }).brandId, 'brd_other', 'another company’s registration');
  });
  it('of a number and its brand count segments, as carriers do', () =>
    assert.deepEqual(said(numberLimits('+12085550199', { companyId: 'co_a', brandId: 'brd_a' }, { companyId: 'co_a', tier: 'medium' })), [
      ['number_second', 'number.+12085550199', 120, 'segments'],
      ['brand_day', 'brand.brd_a', 40_000, 'segments'],
    ]));
  it('are none where nobody has said any', () =>
    assert.deepEqual(
      [campaignLimits('cmp_a', { timezone: zone }), numberLimits('+12085550199', undefined, undefined), companyLimits('co_a', undefined)],
      [[], [], []],
    ));
  it('are what was said of the number and the brand themselves, before the tier', () =>
    assert.deepEqual(
      said(
        numberLimits('+12085550199', { companyId: 'co_a', brandId: 'brd_a', perSecond: 3 }, { companyId: 'co_a', tier: 'low', perDay: 7 }),
      ),
      [
        ['number_second', 'number.+12085550199', 3, 'segments'],
        ['brand_day', 'brand.brd_a', 7, 'segments'],
      ],
    ));
  const paces: readonly (readonly [perSecond: number, most: number, ms: number])[] = [
    [1, 1, 1_000],
    [0.25, 1, 4_000],
    [3.75, 15, 4_000],
    [225, 225, 1_000],
  ];
  for (const [perSecond, most, ms] of paces)
    it(`let ${perSecond} a second be ${most} in ${ms} ms`, () => {
      const [limit] = numberLimits('+12085550199', { companyId: 'co_a', perSecond }, undefined);
      assert.deepEqual([limit?.most, limit?.every], [most, { ms }]);
    });
  it('of a company count its messages by its own day', () =>
    assert.deepEqual(companyLimits('co_a', { perDay: 9, timezone: zone }), [
      { kind: 'company_day', key: 'co_a.day', most: 9, counts: 'messages', every: { calendar: 'day', zone } },
    ]));
  it('have a tier for each kind of brand, and a document of their own each', () => {
    for (const name of tierNames) assert.ok(tiers[name].pace.segments > 0 && tiers[name].segmentsPerDay > 0, name);
    assert.equal(quotaPath({ key: 'brand.brd_a' }), 'quota/brand.brd_a');
  });
});
