import assert from 'node:assert/strict';
import { firingFrom, firingNumber, firingUntil, numberedFiring, recurrenceFault, type Recurrence } from '#domain/campaign/recurrence.ts';

const rule = (every: string, start = '2026-12-01T09:00', zone = 'America/Boise'): Recurrence => ({
  every,
  start,
  zone,
});
const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString().replace(':00.000Z', 'Z');

const firings = (given: Recurrence, from: string, count: number): readonly (string | undefined)[] => {
  const found: (string | undefined)[] = [];
  for (let at = firingFrom(given, Date.parse(from)); found.length < count; at = at === undefined ? at : firingFrom(given, at + 1))
    found.push(iso(at));
  return found;
};

const followed: readonly (readonly [title: string, given: Recurrence, from: string, firings: readonly (string | undefined)[]])[] = [
  ['a day of the week', rule('FREQ=WEEKLY;BYDAY=TU'), '2026-11-20T00:00Z', ['2026-12-01T16:00Z', '2026-12-08T16:00Z']],
  ['its first time, not before', rule('FREQ=DAILY'), '2020-01-01T00:00Z', ['2026-12-01T16:00Z']],
  [
    'a rule that is written whole',
    { every: 'DTSTART;TZID=America/Boise:20261201T090000\nRRULE:FREQ=DAILY;COUNT=2', zone: 'America/Boise' },
    '2026-11-20T00:00Z',
    ['2026-12-01T16:00Z', '2026-12-02T16:00Z', undefined],
  ],
  ['small letters', rule('freq=daily;count=1'), '2026-11-20T00:00Z', ['2026-12-01T16:00Z', undefined]],
  ['the last Friday of the month', rule('FREQ=MONTHLY;BYDAY=-1FR'), '2026-12-02T00:00Z', ['2026-12-25T16:00Z', '2027-01-29T16:00Z']],
  [
    '29 February, in leap years alone',
    rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'),
    '2026-12-02T00:00Z',
    ['2028-02-29T16:00Z', '2032-02-29T16:00Z'],
  ],
  [
    'an end on a day, that day counted',
    rule('FREQ=DAILY;UNTIL=20261202'),
    '2026-11-20T00:00Z',
    ['2026-12-01T16:00Z', '2026-12-02T16:00Z', undefined],
  ],
  ['an end at an instant of UTC', rule('FREQ=DAILY;UNTIL=20261202T155959Z'), '2026-11-20T00:00Z', ['2026-12-01T16:00Z', undefined]],
  [
    'nine o’clock over the change to summer',
    rule('FREQ=DAILY', '2027-03-13T09:00'),
    '2027-03-13T00:00Z',
    ['2027-03-13T16:00Z', '2027-03-14T15:00Z'],
  ],
  [
    'a time that the clock jumps over: as much later',
    rule('FREQ=DAILY', '2027-03-13T02:30'),
    '2027-03-13T00:00Z',
    ['2027-03-13T09:30Z', '2027-03-14T09:30Z', '2027-03-15T08:30Z'],
  ],
  [
    'an hour that the clock jumps over: once',
    rule('FREQ=HOURLY', '2027-03-14T00:00'),
    '2027-03-14T07:00Z',
    ['2027-03-14T07:00Z', '2027-03-14T08:00Z', '2027-03-14T09:00Z', '2027-03-14T10:00Z'],
  ],
  [
    'an hour that it shows twice: the first',
    rule('FREQ=HOURLY', '2026-11-01T00:00'),
    '2026-11-01T06:00Z',
    ['2026-11-01T06:00Z', '2026-11-01T07:00Z', '2026-11-01T09:00Z'],
  ],
  [
    'New York over the change to winter',
    rule('FREQ=DAILY', '2026-10-31T09:00', 'America/New_York'),
    '2026-10-31T00:00Z',
    ['2026-10-31T13:00Z', '2026-11-01T14:00Z'],
  ],
  [
    'Phoenix, which keeps its clock',
    rule('FREQ=WEEKLY', '2027-03-07T09:00', 'America/Phoenix'),
    '2027-03-07T00:00Z',
    ['2027-03-07T16:00Z', '2027-03-14T16:00Z'],
  ],
  [
    'Lord Howe, by half an hour',
    rule('FREQ=DAILY', '2026-10-03T09:00', 'Australia/Lord_Howe'),
    '2026-10-02T00:00Z',
    ['2026-10-02T22:30Z', '2026-10-03T22:00Z'],
  ],
  [
    'a day that Apia never had: on the next one, once',
    rule('FREQ=DAILY', '2011-12-29T09:00', 'Pacific/Apia'),
    '2011-12-29T00:00Z',
    ['2011-12-29T19:00Z', '2011-12-30T19:00Z', '2011-12-31T19:00Z'],
  ],
];

const refused: readonly (readonly [every: string, start: string | undefined, at: 'every' | 'start', fault: RegExp])[] = [
  ['FREQ=SECONDLY', '2026-12-01T09:00', 'every', /at least 5 minutes apart/],
  ['FREQ=MINUTELY', '2026-12-01T09:00', 'every', /at least 5 minutes apart/],
  ['FREQ=HOURLY;BYMINUTE=0,4', '2026-12-01T09:00', 'every', /at least 5 minutes apart/],
  ['FREQ=MINUTELY;INTERVAL=5', '2026-12-01T09:00', 'every', /never ends; add COUNT or UNTIL/],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-12-01T09:00', 'every', /never fires/],
  ['FREQ=MINUTELY;INTERVAL=5;BYMONTH=2;BYMONTHDAY=30;COUNT=4', '2026-12-01T09:00', 'every', /never fires/],
  ['FREQ=DAILY;UNTIL=20200101', '2026-12-01T09:00', 'every', /never fires/],
  ['FREQ=DAILY;COUNT=999999', '2026-12-01T09:00', 'every', /COUNT=999999; it may be 1 to 5000/],
  ['FREQ=DAILY;COUNT=3;UNTIL=20270101', '2026-12-01T09:00', 'every', /COUNT and UNTIL/],
  ['FREQ=DAILY;UNTIL=soon', '2026-12-01T09:00', 'every', /UNTIL that is no time/],
  ['FREQ=DAILY;BYHOUR=25', '2026-12-01T09:00', 'every', /0 to 23/],
  ['FREQ=DAILY;BYSECOND=30', '2026-12-01T09:00', 'every', /"BYSECOND", which is not known/],
  ['FREQ=WEEKLY;BYDAY=XX', '2026-12-01T09:00', 'every', /no rule of RFC 5545/],
  ['every Tuesday', '2026-12-01T09:00', 'every', /is not known here/],
  ['BYDAY=TU', '2026-12-01T09:00', 'every', /must begin with how often/],
  ['FREQ=DAILY\nFREQ=WEEKLY', '2026-12-01T09:00', 'every', /one rule/],
  ['FREQ=DAILY', undefined, 'start', /is missing/],
  ['FREQ=DAILY', '2026-02-30T09:00', 'start', /a time on the clock/],
  ['DTSTART:20261201T090000\nFREQ=DAILY', '2026-12-01T09:00', 'start', /DTSTART too/],
  ['DTSTART:20261201T090000Z\nFREQ=DAILY', undefined, 'every', /no time on the clock/],
  ['DTSTART;TZID=America/New_York:20261201T090000\nFREQ=DAILY', undefined, 'every', /another zone/],
];

describe('a recurrence', () => {
  for (const [title, given, from, expected] of followed)
    it(`has ${title}`, () => {
      assert.equal(recurrenceFault(given), undefined);
      assert.deepEqual(firings(given, from, expected.length), expected);
    });

  for (const [every, start, at, words] of refused)
    it(`is refused: ${every.replace('\n', ' ')} from ${start ?? 'nowhere'}`, () => {
      const found = recurrenceFault({ every, start, zone: 'America/Boise' });
      assert.equal(found?.at, at);
      assert.match(found.fault, words);
    });

  it('is refused soon, whatever it is', () => {
    const began = performance.now();
    for (const [every, start] of refused) recurrenceFault({ every, start, zone: 'America/Boise' });
    assert.ok(performance.now() - began < 10_000);
  });

  it('tells the last firing until an instant', () => {
    const daily = rule('FREQ=DAILY;COUNT=3');
    assert.equal(iso(firingUntil(daily, Date.parse('2026-12-01T15:59Z'))), undefined);
    assert.equal(iso(firingUntil(daily, Date.parse('2026-12-01T16:00Z'))), '2026-12-01T16:00Z');
    assert.equal(iso(firingUntil(daily, Date.parse('2027-12-01T16:00Z'))), '2026-12-03T16:00Z');
  });

  it('finds firings near the hours at which clocks change', () => {
    const jumped = rule('FREQ=DAILY', '2027-03-13T02:30');
    assert.equal(
      iso(firingFrom(jumped, Date.parse('2027-03-14T09:15Z'))),
      '2027-03-14T09:30Z',
      'when the clock shows a later hour already',
    );
    assert.equal(iso(firingUntil(jumped, Date.parse('2027-03-14T09:15Z'))), '2027-03-13T09:30Z');
    const twice = rule('FREQ=DAILY', '2026-10-31T01:30');
    assert.equal(
      iso(firingUntil(twice, Date.parse('2026-11-01T08:15Z'))),
      '2026-11-01T07:30Z',
      'when the clock shows an earlier hour again',
    );
    assert.equal(iso(firingFrom(twice, Date.parse('2026-11-01T08:15Z'))), '2026-11-02T08:30Z');
  });

  it('numbers its firings so that each can be found again', () => {
    for (const [, given, from, expected] of followed)
      for (const one of firings(given, from, expected.length)) {
        if (one === undefined) continue;
        const at = Date.parse(one);
        assert.equal(numberedFiring(given.zone, firingNumber(given.zone, at)), at);
      }
  });
});
