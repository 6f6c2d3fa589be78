import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { dayText } from '#domain/kernel/local-time.ts';
import { dayOrderOf, readClock, readDay } from '#domain/kernel/written-time.ts';

const clock = (text: string): string | undefined => {
  const found = readClock(text);
  return found === undefined ? undefined : new Date(found).toISOString().slice(11, 19);
};
const day = (text: string, region?: string): string | undefined => {
  const found = readDay(text, dayOrderOf(region));
  return found === undefined ? undefined : dayText(found);
};

describe('a time of day', () => {
  const good = [
    ['14:30', '14:30:00'],
    ['9:05', '09:05:00'],
    ['14:30:15', '14:30:15'],
    ['00:00', '00:00:00'],
    ['23:59', '23:59:00'],
    ['2:30 PM', '14:30:00'],
    ['2:30pm', '14:30:00'],
    ['2pm', '14:00:00'],
    ['2 p.m.', '14:00:00'],
    ['12 AM', '00:00:00'],
    ['12:15 am', '00:15:00'],
    ['12 PM', '12:00:00'],
    ['02:30:10 PM', '14:30:10'],
  ] as const;
  for (const [text, expected] of good) it(`reads ${text}`, () => assert.equal(clock(text), expected));
  for (const text of ['', '24:00', '14:60', '25:00', '13 PM', '0 AM', '14', 'noon', '1430', '2:3', '14:30 PM', '-1:00', '14:30:61'])
    it(`does not read "${text}"`, () => assert.equal(clock(text), undefined));
});

describe('a day', () => {
  const good = [
    ['2026-12-08', undefined, '2026-12-08'],
    ['2024-02-29', 'US', '2024-02-29'],
    ['12/8/2026', undefined, '2026-12-08'],
    ['12/08/2026', 'US', '2026-12-08'],
    ['8/12/2026', 'GB', '2026-12-08'],
    ['31/12/2026', 'BR', '2026-12-31'],
  ] as const;
  for (const [text, region, expected] of good)
    it(`reads ${text} in ${region ?? 'no region'}`, () => assert.equal(day(text, region), expected));
  for (const text of [
    '',
    '2026-02-30',
    '2026-02-29',
    '2026-13-01',
    'tomorrow',
    '31/12/2026',
    '12/8/26',
    '2026/12/08',
    '20261208',
    '12-8-2026',
    '46364',
    '2026-12-08T10:00',
  ])
    it(`does not read "${text}" in the US`, () => assert.equal(day(text), undefined));

  it('reads back every day that it is given, and nothing at random', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 80_000 }), (number) => {
        const text = dayText(number * 86_400_000);
        assert.equal(day(text), text);
        const [year, month, date] = text.split('-').map(Number);
        assert.equal(day(`${month}/${date}/${year}`), text);
        assert.equal(day(`${date}/${month}/${year}`, 'DE'), text);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => day(text) === undefined || /^[\d/-]+$/.test(text)));
  });
});
