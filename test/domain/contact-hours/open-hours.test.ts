import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isFederalHoliday } from '#domain/contact-hours/federal-holidays.ts';
import { closingOf, openingOf, type Hours, type ZoneHours } from '#domain/contact-hours/open-hours.ts';
import { lawfulHours } from '#domain/contact-hours/quiet-hours.ts';
import { dayMs, localOf, minuteMs } from '#domain/kernel/local-time.ts';
import { instantAround, zones } from '../../support/zones.ts';

const hour = 60 * minuteMs;
const daily = (from: number, to: number, isShut?: Hours['isShut']): Hours => ({
  week: Array.from({ length: 7 }, () => ({ from: from * hour, to: to * hour })),
  ...(isShut ? { isShut } : {}),
});
const at = (zone: string, hours: Hours): ZoneHours => ({ zone, hours });
const everywhere = (hours: Hours, ...names: readonly string[]) => names.map((zone) => at(zone, hours));
const iso = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : new Date(ms).toISOString().replace(':00.000Z', 'Z');
const day = (text: string): number => Date.parse(`${text}T00:00Z`) / dayMs;
const law = (region: string, zone: string) => at(zone, lawfulHours(region)!);

const [boise, newYork, phoenix, lordHowe, apia] = [
  'America/Boise',
  'America/New_York',
  'America/Phoenix',
  'Australia/Lord_Howe',
  'Pacific/Apia',
] as const;
const office = daily(9, 17);
const night = daily(1, 3);

type Case = readonly [title: string, hours: readonly ZoneHours[], from: string, opens: string | undefined, shuts: string | undefined];

const cases: readonly Case[] = [
  ['Boise in winter', [at(boise, office)], '2026-12-01T00:00Z', '2026-12-01T16:00Z', '2026-12-02T00:00Z'],
  ['Boise in summer', [at(boise, office)], '2026-07-01T00:00Z', '2026-07-01T15:00Z', '2026-07-01T23:00Z'],
  ['Boise, the day on which it springs forward', [at(boise, office)], '2027-03-14T08:00Z', '2027-03-14T15:00Z', '2027-03-14T23:00Z'],
  ['Boise, the night of that day: an hour less', [at(boise, night)], '2027-03-14T07:00Z', '2027-03-14T08:00Z', '2027-03-14T09:00Z'],
  [
    'Boise, the night in which it falls back: an hour more',
    [at(boise, night)],
    '2026-11-01T06:00Z',
    '2026-11-01T07:00Z',
    '2026-11-01T10:00Z',
  ],
  ['New York, the day on which it falls back', [at(newYork, office)], '2026-11-01T05:00Z', '2026-11-01T14:00Z', '2026-11-01T22:00Z'],
  ['New York, the night in which it springs forward', [at(newYork, night)], '2027-03-14T05:00Z', '2027-03-14T06:00Z', '2027-03-14T07:00Z'],
  ['Phoenix, which keeps its clocks', [at(phoenix, office)], '2027-03-14T08:00Z', '2027-03-14T16:00Z', '2027-03-15T00:00Z'],
  ['Phoenix in summer', [at(phoenix, office)], '2026-07-01T00:00Z', '2026-07-01T16:00Z', '2026-07-02T00:00Z'],
  ['Lord Howe in winter, ten and a half hours', [at(lordHowe, office)], '2026-07-01T00:00Z', '2026-07-01T00:00Z', '2026-07-01T06:30Z'],
  ['Lord Howe in summer, eleven', [at(lordHowe, office)], '2026-12-01T08:00Z', '2026-12-01T22:00Z', '2026-12-02T06:00Z'],
  ['Lord Howe, half an hour less in the night', [at(lordHowe, night)], '2026-10-03T14:00Z', '2026-10-03T14:30Z', '2026-10-03T16:00Z'],
  ['Lord Howe, half an hour more in the night', [at(lordHowe, night)], '2027-04-03T13:30Z', '2027-04-03T14:00Z', '2027-04-03T16:30Z'],
  ['Apia, where Friday 30 December 2011 never was', [at(apia, office)], '2011-12-30T04:00Z', '2011-12-30T19:00Z', '2011-12-31T03:00Z'],
  ['the last of February in a leap year', [at(boise, office)], '2028-02-29T01:00Z', '2028-02-29T16:00Z', '2028-03-01T00:00Z'],
  [
    'two zones: opens with the later one, shuts with the earlier',
    everywhere(daily(8, 21), boise, newYork),
    '2026-12-01T05:00Z',
    '2026-12-01T15:00Z',
    '2026-12-02T02:00Z',
  ],
  [
    'an area of Idaho: nine in the west is ten in Boise',
    everywhere(daily(9, 19), boise, 'America/Los_Angeles'),
    '2026-12-01T05:00Z',
    '2026-12-01T17:00Z',
    '2026-12-02T02:00Z',
  ],
  [
    'Denver and Phoenix, one clock in winter',
    everywhere(office, 'America/Denver', phoenix),
    '2026-12-01T05:00Z',
    '2026-12-01T16:00Z',
    '2026-12-02T00:00Z',
  ],
  [
    'Denver and Phoenix, two in summer',
    everywhere(office, 'America/Denver', phoenix),
    '2026-07-01T05:00Z',
    '2026-07-01T16:00Z',
    '2026-07-01T23:00Z',
  ],
  [
    'both sides of the date line: a day apart, and the same hours',
    everywhere(daily(8, 21), 'Pacific/Pago_Pago', apia),
    '2026-12-01T00:00Z',
    '2026-12-01T00:00Z',
    '2026-12-01T08:00Z',
  ],
  ['hours that are never open at once', everywhere(daily(9, 12), newYork, 'Asia/Tokyo'), '2026-12-01T00:00Z', undefined, undefined],
  [
    'hours that never open',
    [
      at(
        boise,
        daily(9, 17, () => true),
      ),
    ],
    '2026-12-01T00:00Z',
    undefined,
    undefined,
  ],
  [
    'a day that is shut',
    [
      at(
        boise,
        daily(9, 17, (one) => one === day('2026-12-25')),
      ),
    ],
    '2026-12-25T12:00Z',
    '2026-12-26T16:00Z',
    '2026-12-27T00:00Z',
  ],
  [
    'a shut day of the zone, not of UTC',
    [
      at(
        apia,
        daily(9, 17, (one) => one === day('2026-12-25')),
      ),
    ],
    '2026-12-24T12:00Z',
    '2026-12-25T20:00Z',
    '2026-12-26T04:00Z',
  ],
  [
    'seven shut weeks',
    [
      at(
        boise,
        daily(9, 17, (one) => one >= day('2026-12-01') && one < day('2027-01-19')),
      ),
    ],
    '2026-12-01T12:00Z',
    '2027-01-19T16:00Z',
    '2027-01-20T00:00Z',
  ],
  ['the federal hours', [law('US-ID', boise)], '2026-12-01T03:59Z', '2026-12-01T03:59Z', '2026-12-01T04:00Z'],
  ['the federal hours, a minute later', [law('US-ID', boise)], '2026-12-01T04:00Z', '2026-12-01T15:00Z', '2026-12-02T04:00Z'],
  ['Florida shuts an hour earlier', [law('US-FL', newYork)], '2026-12-02T01:00Z', '2026-12-02T13:00Z', '2026-12-03T01:00Z'],
  [
    'Florida in two zones',
    [law('US-FL', newYork), law('US-FL', 'America/Chicago')],
    '2026-12-01T08:00Z',
    '2026-12-01T14:00Z',
    '2026-12-02T01:00Z',
  ],
  ['Texas on a Sunday', [law('US-TX', 'America/Chicago')], '2026-12-06T12:00Z', '2026-12-06T18:00Z', '2026-12-07T03:00Z'],
  ['Utah over a Sunday and a holiday', [law('US-UT', 'America/Denver')], '2026-09-06T12:00Z', '2026-09-08T14:00Z', '2026-09-09T03:00Z'],
  ['Rhode Island on a Saturday', [law('US-RI', newYork)], '2026-12-05T12:00Z', '2026-12-05T15:00Z', '2026-12-05T22:00Z'],
  [
    'an Idaho ZIP with a Florida number',
    [law('US-ID', boise), law('US-FL', boise)],
    '2026-12-02T02:00Z',
    '2026-12-02T02:00Z',
    '2026-12-02T03:00Z',
  ],
];

describe('hours in which a recipient is allowed', () => {
  for (const [title, hours, from, opens, shuts] of cases)
    it(title, () => {
      const opening = openingOf(hours, Date.parse(from));
      assert.deepEqual([iso(opening), opening === undefined ? undefined : iso(closingOf(hours, opening))], [opens, shuts]);
    });

  it('shuts nowhere where it is shut already, and never where there are no hours', () => {
    assert.equal(closingOf([at(boise, office)], Date.parse('2026-12-01T00:00Z')), undefined);
    assert.equal(closingOf([], 0), undefined);
    assert.equal(openingOf([], 7), 7);
  });

  it('opens at the first quarter of an hour at which all of them are open, and shuts at the first at which one is not', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 })).filter(([from, to]) => from < to);
    const one = fc.tuple(fc.constantFrom(...zones), span).map(([zone, [from, to]]) => ({ zone, hours: daily(from, to), from, to }));
    const isOpen = ({ zone, from, to }: { zone: string; from: number; to: number }, instant: number): boolean => {
      const local = localOf(zone, instant);
      const time = local - Math.floor(local / dayMs) * dayMs;
      return time >= from * hour && time < to * hour;
    };
    const property = fc.property(fc.array(one, { minLength: 1, maxLength: 3 }), instantAround, (all, instant) => {
      const opening = openingOf(all, instant);
      const quarters = Array.from({ length: 4 * 24 * 4 }, (_, n) => instant + n * 15 * minuteMs);
      const first = quarters.find((moment) => all.every((each) => isOpen(each, moment)));
      if (first === undefined) return assert.ok(opening === undefined || opening > quarters.at(-1)!);
      assert.equal(opening, first);
      const shut = quarters.find((moment) => moment > first && !all.every((each) => isOpen(each, moment)));
      const closing = closingOf(all, first);
      assert.ok(closing !== undefined && closing > first);
      if (shut !== undefined) assert.ok(closing <= shut, 'it stays open when it is shut');
      assert.ok(
        all.every((each) => isOpen(each, closing - 1)),
        'it is shut before it shuts',
      );
    });
    fc.assert(property, { numRuns: 400 });
  });
});

describe('federal holidays', () => {
  const holidays: readonly (readonly [year: number, days: readonly string[]])[] = [
    [2026, ['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '07-04', '09-07', '10-12', '11-11', '11-26', '12-25']],
    // New Year's Day of 2028 is a Saturday, kept on the Friday before
    [
      2027,
      [
        '01-01',
        '01-18',
        '02-15',
        '05-31',
        '06-18',
        '06-19',
        '07-04',
        '07-05',
        '09-06',
        '10-11',
        '11-11',
        '11-25',
        '12-24',
        '12-25',
        '12-31',
      ],
    ],
    [2028, ['01-01', '01-17', '02-21', '05-29', '06-19', '07-04', '09-04', '10-09', '11-10', '11-11', '11-23', '12-25']],
  ];
  for (const [year, days] of holidays)
    it(`of ${year}`, () => {
      const found: string[] = [];
      for (let one = day(`${year}-01-01`); one < day(`${year + 1}-01-01`); one += 1)
        if (isFederalHoliday(one)) found.push(new Date(one * dayMs).toISOString().slice(5, 10));
      assert.deepEqual(found, days);
    });
});
