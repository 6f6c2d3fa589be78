import assert from 'node:assert/strict';
import type { Definition } from '#domain/campaign/definition.ts';
import { weekdays, type ContactWindow, type Schedule } from '#domain/campaign/schedule.ts';
import type { Place } from '#domain/kernel/ids.ts';
import type { FollowUp } from '#domain/message/events.ts';
import { recheck } from '#domain/work/recheck.ts';
import * as fc from 'fast-check';
import { reminder } from '../../support/campaigns.ts';
import { instantAround, zones } from '../../support/zones.ts';

const place = (offset = 0): Place => ({ row: 2, channel: 'sms', offset });
const quarter = 15 * 60_000;
const iso = (ms: number): string => new Date(ms).toISOString();

const scheduled = (schedule: Schedule, timezone = 'America/Boise'): Definition => ({ ...reminder, timezone, schedule });
const within = (window: ContactWindow, timezone?: string): Definition => scheduled({ offsetDays: [2], window }, timezone);

/** Monday to Saturday, 9 to 19 in Boise, which is UTC-7 in winter. */
const office = reminder;
const allDay = within({ days: [...weekdays], from: '00:00', to: '24:00' });

const one = (definition: Definition, now: string, validUntil?: string, offset = 0) => {
  const { go, postpone, expired } = recheck(definition, [{ index: 7, place: place(offset), ...(validUntil ? { validUntil } : {}) }], now);
  if (go[0]) return go[0].validitySeconds;
  return postpone[0] ? postpone[0][1] : expired[0] === 7 ? 'expired' : assert.fail('it is nowhere');
};

const cases: readonly (readonly [
  title: string,
  definition: Definition,
  now: string,
  validUntil: string | undefined,
  answer: number | string,
])[] = [
  ['goes in the middle of the window, for ten hours at the most', allDay, '2026-12-07T16:00:00.000Z', undefined, 36_000],
  ['goes at the very opening, until half a minute before the end', office, '2026-12-07T16:00:00.000Z', '2026-12-08T19:45:00.000Z', 35_970],
  ['goes until the window ends', office, '2026-12-08T01:59:00.000Z', '2026-12-08T19:45:00.000Z', 30],
  ['goes until its worth ends', office, '2026-12-07T17:00:00.000Z', '2026-12-07T17:02:00.000Z', 120],
  ['goes in whole seconds, never longer', office, '2026-12-07T17:00:00.001Z', '2026-12-07T17:02:00.000Z', 119],
  ['goes for its last second', office, '2026-12-08T01:59:29.000Z', undefined, 1],
  ['waits before the window', office, '2026-12-07T15:59:59.999Z', undefined, '2026-12-07T16:00:00.000Z'],
  ['waits when the window has just ended', office, '2026-12-08T02:00:00.000Z', undefined, '2026-12-08T16:00:00.000Z'],
  ['waits in the last half a minute of the window', office, '2026-12-08T01:59:29.001Z', undefined, '2026-12-08T16:00:00.000Z'],
  ['waits over a Sunday', office, '2026-12-06T02:00:00.000Z', undefined, '2026-12-07T16:00:00.000Z'],
  ['expires when it would open too late', office, '2026-12-08T02:00:00.000Z', '2026-12-08T15:00:00.000Z', 'expired'],
  ['expires when it would open at the end of its worth', office, '2026-12-08T02:00:00.000Z', '2026-12-08T16:00:00.000Z', 'expired'],
  ['expires at exactly the end of its worth', office, '2026-12-07T17:00:00.000Z', '2026-12-07T17:00:00.000Z', 'expired'],
  ['expires after the end of its worth', office, '2026-12-07T17:00:00.000Z', '2026-12-07T16:00:00.000Z', 'expired'],
  ['expires in the last part of a second of its worth', office, '2026-12-07T17:00:00.001Z', '2026-12-07T17:00:01.000Z', 'expired'],
  ['expires where neither window nor worth leave a second', office, '2026-12-08T01:59:59.500Z', '2026-12-08T02:00:00.000Z', 'expired'],
  ['goes over midnight where the window has no night', allDay, '2026-12-08T06:59:00.000Z', undefined, 36_000],
  ['goes in the last moment of a day without a night', allDay, '2026-12-08T06:59:59.999Z', undefined, 36_000],
  [
    'goes until the hours of the next day end',
    within({ days: ['mon', 'tue'], from: '00:00', to: '24:00' }),
    '2026-12-08T06:59:00.000Z',
    '2026-12-09T00:00:00.000Z',
    36_000,
  ],
  [
    'goes until midnight before a shut day',
    within({ days: ['mon'], from: '00:00', to: '24:00' }),
    '2026-12-08T06:59:00.000Z',
    undefined,
    30,
  ],
  ['goes at any hour without a window', scheduled({ offsetDays: [1] }), '2026-12-06T10:00:00.000Z', undefined, 36_000],
  ['goes at any hour now', scheduled('now'), '2026-12-06T10:00:00.000Z', '2026-12-06T10:00:05.900Z', 5],
  [
    'goes in the hour that a clock shows twice, both times',
    within({ days: ['sun'], from: '01:00', to: '02:00' }, 'America/Boise'),
    '2026-11-01T07:30:00.000Z',
    undefined,
    5_370,
  ],
  [
    'waits a week for an hour that the clock jumps over',
    within({ days: ['sun'], from: '02:00', to: '03:00' }, 'America/Boise'),
    '2027-03-14T08:00:00.000Z',
    undefined,
    '2027-03-21T08:00:00.000Z',
  ],
];

describe('a message in the moment of sending', () => {
  for (const [title, definition, now, validUntil, answer] of cases) it(title, () => assert.equal(one(definition, now, validUntil), answer));

  it('keeps to the hours of its own channel', () => {
    const sms = reminder.channels[0]!;
    const night = { days: [...weekdays], from: '20:00', to: '22:00' };
    const channels = [sms, { ...sms, schedule: { offsetDays: [1], window: night } }, { ...sms, schedule: 'now' as const }];
    const three = { ...reminder, channels };
    const now = '2026-12-08T04:00:00.000Z';
    assert.equal(one(three, now, undefined, 0), '2026-12-08T16:00:00.000Z');
    assert.equal(one(three, now, undefined, 1), 3_570);
    assert.equal(one(three, now, undefined, 2), 36_000);
    assert.equal(one(three, now, undefined, 3), '2026-12-08T16:00:00.000Z', 'what is no longer named keeps to the hours of the campaign');
  });

  it('keeps to the hours of the touch that it is told for, when it is sent again or goes another way', () => {
    const sms = reminder.channels[0]!;
    const night = { days: [...weekdays], from: '20:00', to: '22:00' };
    const definition: Definition = {
      ...reminder,
      schedule: 'now',
      channels: [sms, { ...sms, schedule: { offsetDays: [1], window: night } }],
    };
    const noon = '2026-12-08T19:00:00.000Z';
    const postponed = (at: Place, followUp: FollowUp) => recheck(definition, [{ index: 7, place: at, followUp }], noon).postpone;
    const evening = [[7, '2026-12-09T03:00:00.000Z']];
    const touch = { channel: 'sms', offset: 1 } as const;
    assert.deepEqual(postponed(place(30_000), { kind: 'resend', of: 'msg_a-0-2-sms-1', touch }), evening);
    assert.deepEqual(postponed(place(30_001), { kind: 'resend', of: 'msg_a-0-2-sms-30000', touch }), evening, 'once more');
    assert.deepEqual(postponed(place(30_000), { kind: 'resend', of: 'msg_a-0-2-sms-1' }), evening, 'of before this was noted');
    assert.deepEqual(postponed({ row: 2, channel: 'voice', offset: 30_000 }, { kind: 'fallback', of: 'msg_a-0-2-sms-1', touch }), evening);
    assert.deepEqual(postponed(place(1), { kind: 'correction', of: 'msg_b-0-9-sms-0' }), evening, 'a correction has a place of its own');
    assert.deepEqual(postponed(place(30_000), { kind: 'resend', of: 'msg_a-0-2-sms-0', touch: { channel: 'sms', offset: 0 } }), []);
  });

  it('is told apart from its neighbours', () => {
    const messages = [
      { index: 4, place: place(), validUntil: '2026-12-07T16:00:00.000Z' },
      { index: 2, place: place() },
      { index: 9, place: place(), validUntil: '2026-12-07T16:30:00.000Z' },
    ];
    assert.deepEqual(recheck(office, messages, '2026-12-07T16:00:00.000Z'), {
      go: [
        { index: 2, validitySeconds: 35_970 },
        { index: 9, validitySeconds: 1_800 },
      ],
      postpone: [],
      expired: [4],
    });
  });

  /** What the zone's clock shows, told by somebody else. */
  const clockOf = (zone: string, at: number) => {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return { day: parts['weekday']!.toLowerCase(), time: `${parts['hour']}:${parts['minute']}` };
  };
  const isOpen = ({ days, from, to }: ContactWindow, zone: string, at: number): boolean => {
    const { day, time } = clockOf(zone, at);
    return days.some((one) => one === day) && time >= from && time < to;
  };

  it('never arrives outside of its window or after its worth, and never waits for a time at which it may not go', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((n) => `${String(n).padStart(2, '0')}:00`);
    const window = fc
      .record({ days: fc.subarray([...weekdays], { minLength: 1 }), from: hour, to: fc.oneof(hour, fc.constant('24:00')) })
      .filter(({ from, to }) => from < to);
    const moment = fc.tuple(instantAround, fc.integer({ min: -2_500, max: 2_500 })).map(([at, ms]) => at + ms);
    const worth = fc.option(fc.oneof(fc.integer({ min: -5_000, max: 5_000 }), fc.integer({ min: 0, max: 90 * 3_600_000 })), {
      nil: undefined,
    });
    const property = fc.property(fc.constantFrom(...zones), window, moment, worth, (zone, hours, at, left) => {
      const validUntil = left === undefined ? undefined : at + left;
      const answer = one(within(hours, zone), iso(at), validUntil === undefined ? undefined : iso(validUntil));
      if (typeof answer === 'number') {
        assert.ok(answer >= 1 && answer <= 36_000 && Number.isInteger(answer));
        assert.ok(isOpen(hours, zone, at), 'it goes while the window is shut');
        const last = at + answer * 1000 - 1;
        assert.ok(validUntil === undefined || last < validUntil, 'it may arrive too late');
        if (answer < 36_000 && (validUntil === undefined || last + 1000 < validUntil - 1000))
          assert.ok(isOpen(hours, zone, last + 29_000), 'it may arrive in the last half a minute');
        for (const moment of [last, at + Math.floor(answer / 2) * 1000])
          assert.ok(isOpen(hours, zone, moment), 'it may arrive while the window is shut');
      } else if (answer === 'expired') {
        assert.ok(validUntil !== undefined);
        const chances = Array.from({ length: 400 }, (_, n) => (Math.floor(at / quarter) + 1 + n) * quarter);
        if (validUntil - at >= 1000 && isOpen(hours, zone, at)) assert.ok(!isOpen(hours, zone, at + 31_000), 'it might have gone');
        assert.ok(!chances.some((chance) => chance + 1000 <= validUntil && isOpen(hours, zone, chance)), 'it had a chance');
      } else {
        assert.ok(answer > iso(at) && (validUntil === undefined || answer < iso(validUntil)));
        assert.ok(isOpen(hours, zone, Date.parse(answer)), 'it waits for a shut window');
        assert.ok(!isOpen(hours, zone, at) || !isOpen(hours, zone, at + 31_000), 'it waits though the window is open');
      }
    });
    fc.assert(property, { numRuns: 1000 });
  });
});
