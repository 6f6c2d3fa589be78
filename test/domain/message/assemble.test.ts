import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Definition } from '#domain/campaign/definition.ts';
import { touchesOf } from '#domain/campaign/touches.ts';
import { assemble, dueOf, type Assembled, type Row } from '#domain/message/assemble.ts';
import { bindColumns } from '#domain/message/columns.ts';
import { compileDefinition } from '#domain/message/compile-definition.ts';
import { header, reminder } from '../../support/campaigns.ts';

const now = '2026-12-06T07:00:00.000Z';

const campaign = (definition: Definition, names: readonly string[] = header) => {
  const compiled = compileDefinition(definition);
  const bound = bindColumns(definition, names);
  assert.ok(bound.kind === 'bound');
  const { binding } = bound;
  return {
    touches: (row: Row, at = now): readonly Assembled[] =>
      compiled.touches.map((touch) => assemble({ compiled, binding, row, touch, now: at })),
    due: (row: Row, at = now): readonly (string | undefined)[] => dueOf({ compiled, binding, row, now: at }),
  };
};

const cells = {
  patient_id: 'P-17',
  first_name: 'SANDRA',
  last_name: 'Gomes',
  phone: '(208) 555-0100',
  doctor: 'Dr. Helena Prado',
  appointment_date: '2026-12-08',
  appointment_time: '12:45',
};
const rowOf = (change: Partial<Record<string, string>> = {}): Row => {
  const all: Readonly<Record<string, string | undefined>> = { ...cells, ...change };
  return { row: 2, cells: header.map((name) => all[name] ?? '') };
};
const one = (row: Row, definition = reminder, at = now): Assembled => campaign(definition).touches(row, at)[0]!;

describe('a touch', () => {
  it('becomes a message', () => {
    const { claimText, personDay, says, ...message } = one(rowOf()) as Extract<Assembled, { kind: 'message' }>;
    assert.deepEqual(message, {
      kind: 'message',
      to: '+12085550100',
      from: '+12085550199',
      body: "Hi Sandra, you see Dr. Helena Prado on Tue Dec 8 at 12:45 PM. Reply C to confirm, R to change, X if you can't come. STOP to opt out.",
      // nine in the west of Idaho: the number's area has two zones
      sendAt: '2026-12-07T17:00:00.000Z',
      reach: { zones: ['America/Boise', 'America/Los_Angeles'] },
      validUntil: '2026-12-08T19:45:00.000Z',
      segments: 1,
    });
    assert.equal(claimText, JSON.stringify(['sms', '2026-12-06 2026-12-08', 'p-17', 'dr. helena prado', '+12085550100']));
    assert.equal(personDay, JSON.stringify(['p-17', '2026-12-06']));
    const said = ['+12085550100', '2026-12-08T19:45:00.000Z', 'SANDRA', 'Dr. Helena Prado', null];
    assert.deepEqual(says, { names: ['firstName', 'practitioner', 'appointmentAt'], text: JSON.stringify(said) });
  });

  it('has no person to count where the campaign does not limit them', () => {
    const message = one(rowOf(), { ...reminder, limits: {} });
    assert.ok(message.kind === 'message' && !('personDay' in message));
  });

  const long = { ...reminder, channels: [{ channel: 'sms' as const, template: '{{ notes }}' }] };
  const faults: readonly (readonly [title: string, row: Row, rejection: object, definition?: Definition])[] = [
    ['no phone', rowOf({ phone: '' }), { code: 'phone_missing', field: 'phone', value: '' }],
    ['a bad phone', rowOf({ phone: '12345' }), { code: 'phone_invalid', field: 'phone', value: '12345' }],
    ['a landline', rowOf({ phone: '+442079460018' }), { code: 'phone_landline', field: 'phone', value: '+442079460018' }],
    ['no date', rowOf({ appointment_date: '' }), { code: 'date_missing', field: 'appointmentDate', value: '' }],
    ['a bad date', rowOf({ appointment_date: '2026-02-30' }), { code: 'date_invalid', field: 'appointmentDate', value: '2026-02-30' }],
    ['a bad time', rowOf({ appointment_time: 'noon' }), { code: 'time_invalid', field: 'appointmentTime', value: 'noon' }],
    ['a missing field', rowOf({ doctor: ' ' }), { code: 'field_missing', field: 'practitioner', value: '' }],
    [
      'several faults, the first one',
      rowOf({ phone: '1', appointment_date: '', doctor: '' }),
      { code: 'phone_invalid', field: 'phone', value: '1' },
    ],
    ['a fault of the row', { ...rowOf(), fault: 'row_too_wide' }, { code: 'row_too_wide' }],
    ['a body of 1601', rowOf({ notes: 'x'.repeat(1601) }), { code: 'too_long' }, long],
    [
      'a filter that fails',
      rowOf({ notes: 'soon' }),
      { code: 'template_error', field: 'notes', value: 'soon' },
      { ...reminder, channels: [{ channel: 'sms', template: '{{ notes | date }}' }] },
    ],
    [
      'an empty body',
      rowOf(),
      { code: 'template_error' },
      { ...reminder, channels: [{ channel: 'sms', template: '{% if notes %}x{% endif %}' }] },
    ],
  ];
  for (const [title, row, rejection, definition] of faults) {
    it(`is rejected for ${title}`, () => assert.deepEqual(one(row, definition), { kind: 'rejected', ...rejection }));
  }

  it('with a body of 1600 is a message', () => assert.equal(one(rowOf({ notes: 'x'.repeat(1600) }), long).kind, 'message'));

  it('is skipped when its window opens too late', () => {
    assert.deepEqual(one(rowOf({ appointment_date: '2026-12-07', appointment_time: '08:30' })), { kind: 'skipped', code: 'past_window' });
    assert.deepEqual(one(rowOf(), reminder, '2026-12-09T07:00:00.000Z'), { kind: 'skipped', code: 'past_window' });
  });

  it('is overtaken where a later one of the same appointment is past as well, so that nobody reads the same twice in a minute', () => {
    const often: Definition = { ...reminder, schedule: { offsetDays: [14, 7, 2, 1] } };
    const outcomes = (at: string) =>
      campaign(often)
        .touches(rowOf(), at)
        .map((touch) => ('code' in touch ? touch.code : touch.kind));
    // the appointment is on December 8 at 12:45 in Boise
    assert.deepEqual(outcomes('2026-11-20T00:00:00.000Z'), ['message', 'message', 'message', 'message']);
    assert.deepEqual(outcomes('2026-11-24T19:44:59.000Z'), ['message', 'message', 'message', 'message']);
    assert.deepEqual(outcomes('2026-12-02T00:00:00.000Z'), ['overtaken', 'message', 'message', 'message']);
    assert.deepEqual(outcomes('2026-12-06T19:45:00.000Z'), ['overtaken', 'overtaken', 'message', 'message']);
    assert.deepEqual(outcomes('2026-12-08T00:00:00.000Z'), ['overtaken', 'overtaken', 'overtaken', 'message']);
  });
  it('goes out now where the campaign says so, with or without a date', () => {
    const template = "{{ firstName }}{% if appointmentAt %} {{ appointmentAt | date: '%d' }}{% endif %}";
    const definition: Definition = { ...reminder, channels: [{ channel: 'sms', template }], schedule: 'now' };
    const bodies = [rowOf(), rowOf({ appointment_date: '' }), rowOf({ appointment_date: 'x' })].map((row) => {
      const touch = one(row, definition);
      return touch.kind === 'message' ? [touch.body, touch.sendAt, touch.validUntil] : touch.code;
    });
    assert.deepEqual(bodies, [['SANDRA 08', now, '2026-12-08T19:45:00.000Z'], ['SANDRA', now, undefined], 'date_invalid']);
  });
});

describe('the days of a row', () => {
  const three: Definition = { ...reminder, schedule: { offsetDays: [7, 2, 1] } };

  it('begin at midnight of each touch, or now for what is past', () => {
    assert.deepEqual(campaign(three).due(rowOf(), '2026-12-05T10:00:00.000Z'), [
      '2026-12-05T10:00:00.000Z',
      '2026-12-06T07:00:00.000Z',
      '2026-12-07T07:00:00.000Z',
    ]);
    assert.equal(touchesOf(three).length, 3);
  });

  it('are now for what will surely be rejected', () => {
    for (const row of [rowOf({ phone: 'x' }), rowOf({ appointment_date: '' }), { ...rowOf(), fault: 'row_unreadable' }])
      assert.deepEqual(campaign(three).due(row), [now, now, now]);
  });

  it('are now for a schedule that says so, and a given day for one at a time', () => {
    assert.deepEqual(campaign({ ...reminder, schedule: 'now' }).due(rowOf()), [now]);
    assert.deepEqual(campaign({ ...reminder, schedule: { sendAt: '2026-12-20T12:00:00-07:00' } }).due(rowOf()), [
      '2026-12-20T07:00:00.000Z',
    ]);
  });
});

const data = join(import.meta.dirname, '../../../../shared/data/appointments-3000.csv');

describe('three thousand appointments', () => {
  it('become messages but for the spoilt ones', function () {
    // the file may not be passed on with the project, so it is tried where it lies beside it
    if (!existsSync(data)) {
      process.stderr.write('    three thousand appointments: skipped, the file is not beside the project here\n');
      this.skip();
    }
    const [names = [], ...rows] = parse(readFileSync(data));
    const { touches, due } = campaign(reminder, names);
    const counts = new Map<string, number>();
    const claims = new Set<string>();
    rows.forEach((row, i) => {
      const at = '2026-11-28T07:00:00.000Z';
      for (const touch of touches({ row: i + 2, cells: row }, at)) {
        const first = touch.kind === 'message' && !claims.has(touch.claimText);
        if (touch.kind === 'message') claims.add(touch.claimText);
        const kind = touch.kind === 'message' ? (first ? 'message' : 'duplicate') : touch.code;
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        assert.ok(touch.kind !== 'message' || due({ row: i + 2, cells: row }, at)[0]! <= touch.sendAt);
      }
    });
    const expected = { message: 2888, duplicate: 67, phone_invalid: 28, phone_missing: 13, date_invalid: 3, date_missing: 1 };
    assert.deepEqual(Object.fromEntries(counts), expected);
  });
});
