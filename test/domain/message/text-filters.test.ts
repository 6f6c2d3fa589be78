import assert from 'node:assert/strict';
import type { Definition } from '#domain/campaign/definition.ts';
import { assemble, type Assembled } from '#domain/message/assemble.ts';
import { bindColumns, fieldsOf } from '#domain/message/columns.ts';
import { compileDefinition, namesCompany } from '#domain/message/compile-definition.ts';
import { header, reminder } from '../../support/campaigns.ts';

const now = '2026-12-06T07:00:00.000Z';
const cells: Readonly<Record<string, string>> = {
  patient_id: 'P-17',
  first_name: 'SANDRA',
  phone: '(208) 555-0100',
  doctor: 'Dr. Helena Prado',
  clinic: '<b>Tabuazeiro</b> Bill amt: 45',
  appointment_date: '2026-12-08',
  appointment_time: '12:45',
  notes: '“Bring your card” – Bogotá',
};

const messageOf = (change: Partial<Definition>, row: Readonly<Record<string, string>> = {}): Assembled => {
  const definition = { ...reminder, ...change };
  const compiled = compileDefinition(definition);
  const bound = bindColumns(definition, header);
  assert.ok(bound.kind === 'bound');
  const all: Readonly<Record<string, string | undefined>> = { ...cells, ...row };
  const beside = { ...compiled.beside, company: { name: 'Foothills Dental' } };
  return assemble({
    compiled: { ...compiled, beside },
    binding: bound.binding,
    row: { row: 2, cells: header.map((name) => all[name] ?? '') },
    touch: compiled.touches[0]!,
    now,
  });
};
const bodyOf = (...given: Parameters<typeof messageOf>): string => {
  const made = messageOf(...given);
  return made.kind === 'message' ? made.body : `${made.kind}.${made.code}`;
};
const sms = (template: Definition['channels'][number]['template']): Pick<Definition, 'channels'> => ({
  channels: [{ channel: 'sms', template }],
});

describe('the filters of a campaign', () => {
  const cases: readonly (readonly [title: string, filters: Definition['filters'], template: string, body: string])[] = [
    ['chop what follows', [{ field: 'clinic', chop: 'Bill amt:' }], '{{ clinic }}', '<b>Tabuazeiro</b>'],
    ['strip HTML', [{ field: 'clinic', stripHtml: true }], '{{ clinic }}', 'Tabuazeiro Bill amt: 45'],
    [
      'follow one another',
      [
        { field: 'clinic', stripHtml: true },
        { field: 'clinic', chop: 'Bill' },
      ],
      '{{ clinic }}',
      'Tabuazeiro',
    ],
    ['find a field by its name', [{ field: 'practitioner', replace: 'Dr.', with: 'Doctor' }], '{{ practitioner }}', 'Doctor Helena Prado'],
    ['replace every time', [{ field: 'notes', replace: 'o', with: '0' }], '{{ notes }}', '“Bring y0ur card” – B0g0tá'],
    ['take words out', [{ field: 'practitioner', replace: 'Dr.', with: '' }], '{{ practitioner }}', 'Helena Prado'],
    ['fold a field', [{ field: 'notes', fold: 'gsm7' }], '{{ notes }} “x”', '"Bring your card" - Bogotá “x”'],
    ['fold the whole message', [{ fold: 'gsm7-with-loss' }], '{{ notes }} “x”', '"Bring your card" - Bogota "x"'],
    ['replace in the whole message', [{ replace: 'card', with: 'id' }], '{{ notes }} card', '“Bring your id” – Bogotá id'],
    ['chop the whole message', [{ chop: '–' }], '{{ notes }}', '“Bring your card”'],
  ];
  for (const [title, filters, template, body] of cases) it(title, () => assert.equal(bodyOf({ filters, ...sms(template) }), body));

  it('leave nothing of a field: then it is missing', () => {
    assert.equal(bodyOf({ filters: [{ field: 'notes', chop: '“' }], ...sms('{{ notes }}') }), 'rejected.field_missing');
    assert.equal(bodyOf({ filters: [{ field: 'notes', chop: '“' }], ...sms("{{ notes | default: 'none' }}") }), 'none');
  });

  it('never make a text grow beyond any message', () => {
    const definition: Definition = { ...reminder, filters: [{ field: 'notes', replace: 'x', with: 'y'.repeat(500) }] };
    const bound = bindColumns(definition, header);
    assert.ok(bound.kind === 'bound');
    const long = 'x'.repeat(100_000);
    assert.equal(
      fieldsOf(
        bound.binding,
        header.map((name) => (name === 'notes' ? long : '')),
      )['notes'],
      long,
    );
  });

  it('say what is empty afterwards', () => assert.equal(bodyOf({ filters: [{ chop: 'Hi' }] }), 'rejected.template_error'));
});

describe('the text of a message', () => {
  const date = sms("{{ appointmentAt | date: 'short' }}");
  it('is in the language of the campaign', () => {
    assert.equal(bodyOf(date), 'Tue, Dec 8');
    assert.equal(bodyOf({ ...date, locale: 'es' }), 'mar 8 dic');
  });

  it('is in the language of the row where the campaign maps one that is ours', () => {
    const fields = { ...reminder.fields, locale: 'gender' };
    const inRow = (gender: string): string => bodyOf({ ...date, fields, locale: 'fr' }, { gender });
    assert.deepEqual(['es', 'Spanish', 'pt-BR', 'English', 'Klingon', ''].map(inRow), [
      'mar 8 dic',
      'mar 8 dic',
      'ter 8 dez',
      'Tue, Dec 8',
      'mar. 8 déc.',
      'mar. 8 déc.',
    ]);
    assert.equal(bodyOf({ ...date, locale: 'fr' }, { gender: 'es' }), 'mar. 8 déc.');
  });

  it('goes by the language, where the campaign maps one', () => {
    const names = (fields: Definition['fields']) => compileDefinition({ ...reminder, ...date, fields }).touches[0]!.template.variables;
    assert.deepEqual(
      [names(reminder.fields), names({ ...reminder.fields, locale: 'gender' })],
      [['appointmentAt'], ['appointmentAt', 'locale']],
    );
  });

  it('is not changed by a column that is called locale but is not mapped', () => {
    const { template } = compileDefinition({ ...reminder, ...date }).touches[0]!;
    assert.deepEqual(template.render({ appointmentAt: now, locale: 'es' }), { ok: { body: 'Sun, Dec 6' } });
  });

  it('may name who sends it', () => {
    assert.equal(bodyOf(sms('{{ company.name }}: {{ campaign.name }}')), 'Foothills Dental: Appointment reminder');
    assert.equal(namesCompany(compileDefinition({ ...reminder, ...sms('{{ company.name }}') })), true);
    assert.equal(namesCompany(compileDefinition(reminder)), false);
  });

  it('is the plain one of several variants, and the same as alone', () => {
    const { template } = reminder.channels[0]!;
    const text = template as string;
    assert.deepEqual(messageOf(sms({ text, subject: 's', html: '<p>x</p>' })), messageOf({}));
  });

  it('is too long past as many segments as the campaign allows', () => {
    const long = { ...sms('{{ notes }}'), limits: { segmentsPerMessage: 2 } };
    assert.equal(bodyOf(long, { notes: 'x'.repeat(306) }).length, 306);
    assert.equal(bodyOf(long, { notes: 'x'.repeat(307) }), 'rejected.too_long');
    assert.equal(bodyOf(long, { notes: 'á'.repeat(135) }), 'rejected.too_long');
    assert.equal(bodyOf({ ...long, filters: [{ fold: 'gsm7-with-loss' }] }, { notes: 'á'.repeat(135) }), 'a'.repeat(135));
  });
});
