import assert from 'node:assert/strict';
import { mostDefinitionBytes, readDefinition } from '#domain/campaign/read-definition.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { reminder } from '../../support/campaigns.ts';

const refusal = (json: unknown): string => {
  try {
    readDefinition(json);
  } catch (error) {
    assert.ok(error instanceof Refusal);
    assert.equal(error.code, 'campaign_invalid');
    return error.message;
  }
  return assert.fail('it was taken');
};

const sms = (template: string, rest: object = {}): object => ({ channel: 'sms', template, ...rest });
const window = { days: ['mon'], from: '09:00', to: '19:00' };

describe('a campaign file', () => {
  it('is refused where two versions of it fit into no document', () => {
    const long = { ...reminder, fields: { ...reminder.fields, firstName: 'é'.repeat(mostDefinitionBytes / 2) } };
    assert.throws(() => readDefinition(long), /bytes of JSON; a campaign may have 400000/);
  });
  it('is taken as the documentation writes it', () => assert.deepEqual(readDefinition(structuredClone(reminder)), reminder));

  it('may be as small as this', () => {
    const small = {
      name: 'Hello',
      from: '+12085550199',
      timezone: 'UTC',
      fields: { phone: 'phone' },
      channels: [sms('Hello')],
      schedule: 'now',
    };
    assert.deepEqual(readDefinition(small), small);
  });

  it('may recur, go hours ahead, and keep quiet hours and holidays', () => {
    const timed = {
      ...reminder,
      schedule: { offsetDays: [2], offsets: [{ hours: 3 }, { days: 1, minutes: 30 }] },
      purpose: 'marketing',
      quietHours: true,
      clock: 'campaign',
      holidays: { Nampa: ['US', '12-24'], '*': ['2026-12-24', '02-29'] },
    };
    assert.deepEqual(readDefinition(timed), timed);
    assert.ok(readDefinition({ ...reminder, schedule: { every: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-12-01T09:00', window } }));
    assert.ok(readDefinition({ ...reminder, schedule: { offsetDays: [2], window: { ...window, to: '09:10' } } }));
    assert.ok(readDefinition({ ...reminder, schedule: { every: 'DTSTART;TZID=America/Boise:20261201T090000\nRRULE:FREQ=DAILY' } }));
  });

  it('may name a channel twice with different schedules', () => {
    const channels = [sms('Soon'), sms('Now', { schedule: 'now' }), sms('Day', { schedule: { offsetDays: [1] } })];
    assert.equal(readDefinition({ ...reminder, channels }).channels.length, 3);
  });

  const without = (name: string): object => Object.fromEntries(Object.entries(reminder.fields).filter(([field]) => field !== name));
  const cases: readonly (readonly [title: string, change: object, ...told: RegExp[]])[] = [
    ['a zone that is not there', { timezone: 'Mars/Base' }, /timezone: .*"Mars\/Base".*America\/Boise/],
    [
      'joining without a date',
      { join: 'personDay', schedule: 'now', fields: without('appointmentDate') },
      /fields\.appointmentDate: is missing; "join"/,
    ],
    [
      'joining what is followed one by one',
      { join: 'personDay', fields: { ...reminder.fields, appointment: 'id' } },
      /fields\.appointment: can't go with "join"/,
    ],
    ['a country that is not there', { region: 'XX' }, /region: there is no country "XX"; write two capital letters/],
    [
      'a window that ends before it begins',
      { schedule: { offsetDays: [2], window: { ...window, from: '20:00' } } },
      /schedule\.window\.from: must be before "to" \(19:00\)/,
    ],
    [
      'a window that a clock may miss that looks every five minutes',
      { schedule: { offsetDays: [2], window: { ...window, to: '09:09' } } },
      /schedule\.window\.to: is less than 10 minutes after "from" \(09:00\); open it longer/,
    ],
    ['a window of no length', { schedule: { offsetDays: [2], window: { ...window, from: '19:00' } } }, /schedule\.window\.from/],
    [
      'a time that is none',
      { schedule: { offsetDays: [2], window: { ...window, from: '9' } } },
      /schedule\.window\.from: must be a time of day like 09:00/,
    ],
    [
      'a window of a channel',
      { channels: [sms('x', { schedule: { offsetDays: [1], window: { ...window, to: '08:00' } } })] },
      /channels\[0\]\.schedule\.window\.from/,
    ],
    ['a template that is not closed', { channels: [sms('Hi\n {{ firstName')] }, /channels\[0\]\.template: line 2, column 2: .*}}/],
    ['an unknown filter', { channels: [sms('{{ a | nme }}')] }, /channels\[0\]\.template: line 1, column 1: there is no filter "nme"/],
    ['a reserved word', { channels: [sms('Reply CANCEL to cancel')] }, /channels\[0\]\.template: .*CANCEL.*unsubscribed/],
    ['a reserved word as an answer', { replies: { cancel: ['X', 'Cancel'] } }, /replies\.cancel: can't use CANCEL/],
    [
      'a reserved word in a follow-up',
      { replies: { followUps: { confirm: 'Reply END to end the call' } } },
      /replies\.followUps\.confirm: .*END/,
    ],
    [
      'fields in a follow-up',
      { replies: { followUps: { confirm: 'Thank you {{ firstName }}' } } },
      /replies\.followUps\.confirm: goes as it stands/,
    ],
    ['no phone', { fields: without('phone') }, /fields\.phone: is missing/],
    [
      'offsets without an appointment',
      { fields: without('appointmentDate') },
      /fields\.appointmentDate: is missing; offsetDays/,
      /appointmentAt/,
    ],
    ['a field that Carillon makes', { fields: { ...reminder.fields, appointmentAt: 'x' } }, /fields\.appointmentAt: is made from/],
    ['a field that is a word of the language', { fields: { ...reminder.fields, empty: 'x' } }, /fields\.empty: is a word/],
    ['a field name with a space', { fields: { ...reminder.fields, 'my field': 'x' } }, /fields\.my field: must be a name of letters/],
    ['the same channel again', { channels: [sms('a'), sms('b')] }, /channels\[1\]: repeats sms/],
    ['a day named twice', { schedule: { offsetDays: [2, 2] } }, /schedule\.offsetDays: names a day twice/],
    [
      'a day that is the appointment itself',
      { schedule: { offsetDays: [2, 0] }, channels: [sms('x', { schedule: { offsetDays: [0] } })] },
      /schedule\.offsetDays: can't be 0, .*write 1 for the day before, or "now"/,
      /channels\[0\]\.schedule\.offsetDays: can't be 0/,
    ],
    ['an offset in hours that is the hour of the appointment', { schedule: { offsets: [{ hours: 0 }] } }, /schedule\.offsets: can't be 0/],
    [
      'an offset named twice in different words',
      { schedule: { offsetDays: [1], offsets: [{ hours: 24 }] } },
      /schedule\.offsets: names a time twice/,
    ],
    [
      'a rule that fires every second',
      { schedule: { every: 'FREQ=SECONDLY', start: '2026-12-01T09:00' } },
      /schedule\.every: .*at least 5 minutes apart/,
    ],
    ['a rule without its first time', { schedule: { every: 'FREQ=DAILY' } }, /schedule\.start: is missing/],
    ['a rule that is no text', { schedule: { every: 5 } }, /schedule\.every: must be a text in quotes/],
    ['a holiday that no calendar has', { holidays: ['02-30'] }, /holidays: has 02-30/],
    ['a holiday of a location that is none', { holidays: { Nampa: ['2026-13-01'] } }, /holidays\.Nampa: has 2026-13-01/],
    ['marketing without quiet hours', { purpose: 'marketing', quietHours: false }, /quietHours: can't be off for marketing/],
    ['no such schedule', { schedule: 'later' }, /schedule: must be "now", or have "offsetDays"/],
    ['half a schedule', { schedule: { window } }, /schedule\.offsetDays: is missing/],
    ['an instant that is none', { schedule: { sendAt: 'noon' } }, /schedule\.sendAt: must be an instant like/],
    ['an unknown name', { shedule: 'now' }, /"shedule" is not known here/],
    ['an unknown channel', { channels: [{ channel: 'fax', template: 'x' }] }, /channels\[0\]\.channel: must be one of "sms"/],
    ['a limit of nothing', { limits: { perDay: 0 } }, /limits\.perDay: must be 1 or more/],
    ['a number that is none', { from: '5550199' }, /from: must be a number like/],
  ];
  for (const [title, change, ...told] of cases) {
    it(`is refused for ${title}`, () => {
      const message = refusal({ ...reminder, ...change });
      for (const words of told) assert.match(message, words);
    });
  }

  it('is told everything at once', () => {
    const message = refusal({
      ...reminder,
      from: 'x',
      timezone: 'y',
      channels: [{ channel: 'fax' }, sms('{{ a | b }} {{')],
      replies: { cancel: ['STOP'] },
    });
    for (const path of ['from', 'timezone', 'channels[0].channel', 'channels[0].template', 'channels[1].template', 'replies.cancel'])
      assert.ok(message.includes(`${path}: `), `${path} in ${message}`);
  });

  for (const json of [null, undefined, 7, 'x', [], {}])
    it(`is refused when it is ${JSON.stringify(json)}`, () => assert.match(refusal(json), /^This campaign can't be used\. /));
});
