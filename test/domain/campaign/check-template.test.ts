import assert from 'node:assert/strict';
import { checkHtml } from '#domain/campaign/check-html.ts';
import { readDefinition } from '#domain/campaign/read-definition.ts';
import { likelyField, unknownNames } from '#domain/campaign/likely-field.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { reminder } from '../../support/campaigns.ts';

const refusal = (change: object): string => {
  try {
    readDefinition({ ...reminder, ...change });
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return '';
};
const template = (given: unknown): object => ({ channels: [{ channel: 'sms', template: given }] });
const html = (text: string): object => template({ text: 'x', subject: 's', html: text });

describe('a template that is saved', () => {
  const cases: readonly (readonly [title: string, change: object, words: RegExp])[] = [
    ['a field that is misspelt', template('Hi {{ fristName }}'), /no field "fristName"; write firstName, or, if a column/],
    ['a field in another case', template('Hi {{ firstname | name }}'), /no field "firstname"; write firstName/],
    ['a misspelt field inside a condition', template('{% if practitoner %}x{% endif %}y'), /no field "practitoner"; write practitioner/],
    ['something of the company that is not there', template('{{ company.phone }}'), /there is company\.name/],
    [
      'a filter in a variant',
      template({ text: 'x {{ a | nme }}' }),
      /channels\[0\]\.template\.text: line 1, column 3: there is no filter "nme"/,
    ],
    [
      'a reserved word in a voice',
      template({ text: 'x', voice: 'Reply CANCEL to cancel' }),
      /template\.voice: asks people to answer CANCEL/,
    ],
    ['no text for an sms', template({ subject: 's', html: '<p>x</p>' }), /template\.text: is missing; it is what an sms says/],
    ['pictures with an sms', template({ text: 'x', media: ['https://example.com/a.png'] }), /template\.media: can not go with an sms/],
    ['an e-mail without a subject', template({ text: 'x', html: '<p>x</p>' }), /template\.subject: is missing/],
    ['a variant that is not there', template({ text: 'x', htlm: '<p>' }), /"htlm" is not known here/],
    ['a template that is a number', template(7), /template: must be a text in quotes, or an object in \{ \} with text, subject/],
    ['a place that is no number', template({ text: 'x', whatsapp: { variables: { name: 'x' } } }), /must be a number from 1 to 99/],
    [
      'a field in a script',
      html('<script>var a = "{{ firstName }}"</script>'),
      /template\.html: line 1, column 18: no field can stand in a script/,
    ],
    ['a field in a style', html('<style>.{{ firstName }} {}</style>'), /no field can stand in a script, a style/],
    ['a field without quotes', html('<p title={{ firstName }}>x</p>'), /must stand in quotes/],
    ['a field that is an attribute', html('<p {{ firstName }}>x</p>'), /must stand in quotes/],
    ['a field that is an address', html('<a href="{{ firstName }}">x</a>'), /an address must begin in the template/],
    ['a field that is an address behind spaces', html('<a href =  "  {{ firstName }}">x</a>'), /an address must begin in the template/],
    ['a field in a tag within a tag', html('<p title="<b {{ firstName }}">x</p>'), /must stand in quotes/],
    ['a handler behind another attribute', html('<p title="x" onclick="x()">y</p>'), /no scripts, frames or forms/],
    ['a script', html('<script src="x.js"></script>'), /no scripts, frames or forms/],
    ['a handler', html('<p onclick="x()">y</p>'), /no scripts, frames or forms/],
    ['a reserved word in HTML', html('<p>Reply <b>CANCEL</b> to cancel</p>'), /template\.html: asks people to answer CANCEL/],
    ['a filter that says nothing', { filters: [{ field: 'clinic' }] }, /filters\[0\]: must say one of chop, replace, stripHtml, fold/],
    ['a filter that says two things', { filters: [{ chop: 'a', fold: 'gsm7' }] }, /must say one of .*, not chop and fold/],
    ['a replacement by nothing said', { filters: [{ replace: 'a' }] }, /filters\[0\]\.with: is missing/],
    ['a "with" alone', { filters: [{ chop: 'a', with: 'b' }] }, /filters\[0\]\.with: means nothing/],
    ['a locale that is none', { locale: 'de' }, /locale: must be en, es, pt or fr, or one of them with a country like es-MX/],
    ['a locale of small letters', { locale: 'es-mx' }, /locale: must be/],
  ];
  for (const [title, change, words] of cases) it(`is refused for ${title}`, () => assert.match(refusal(change), words));

  it('takes no longer for HTML that is made to take long', () => {
    for (const piece of ['<', '<a ', '</a "', '<a href="', '<p title="{{ a }}" ', '<!--', ' onx', '<a x=\'"'])
      checkHtml(piece.repeat(30_000));
  });

  const good: readonly (readonly [title: string, change: object])[] = [
    ['other columns of the file', template('Hi {{ nickname }}, {{ clinic }} {{ appointment_id }} {{ phone2 }} {{ emails }}')],
    ['the name of a column that a field has', template('Hi {{ first_name }}')],
    ['a field that is known but not mapped', template('{{ practitioner }}')],
    ['company and campaign', template('{{ company.name }} {{ campaign.name }}')],
    [
      'all variants',
      template({
        text: 'Hi {{ firstName }}',
        subject: 'See you {{ appointmentAt | date }}',
        html: '<p class="a {{ clinic }}">Hi {{ firstName }}</p><a href="https://example.com/c/{{ person }}">Confirm</a>{% if a > b %}x{% endif %}',
        voice: 'Hello {{ firstName }}',
        whatsapp: { content: 'HX1', variables: { '1': '{{ firstName }}' } },
      }),
    ],
    ['a locale', { locale: 'pt-BR' }],
    [
      'every filter',
      {
        filters: [
          { field: 'clinic', chop: 'Bill' },
          { field: 'clinic', replace: 'St.', with: 'Street' },
          { field: 'clinic', stripHtml: true },
          { fold: 'gsm7-with-loss' },
          { replace: '  ', with: ' ' },
        ],
      },
    ],
  ];
  for (const [title, change] of good) it(`may have ${title}`, () => assert.equal(refusal(change), ''));
});

describe('a name in a template', () => {
  const fields = { firstName: 'first_name', appointmentDate: 'Date', doctor: 'Provider Name' };
  const cases = [
    ['firstName', undefined],
    ['FirstName', 'firstName'],
    ['first_name', undefined],
    ['firstNam', 'firstName'],
    ['firstNames', undefined],
    ['firstname2', undefined],
    ['doktor', 'doctor'],
    ['dcotor', 'doctor'],
    ['doctors', undefined],
    ['provider_name', undefined],
    ['appointmentat', 'appointmentAt'],
    ['clinic', undefined],
    ['doc', undefined],
    ['constructor', undefined],
  ] as const;
  for (const [name, meant] of cases) it(`${name} means ${meant ?? 'itself'}`, () => assert.equal(likelyField(name, fields), meant));

  it('is unknown where neither the campaign nor the file has it', () => {
    assert.deepEqual(unknownNames(['firstName', 'clinic', 'room', 'appointmentAt'], fields, ['clinic']), ['room']);
    assert.deepEqual(unknownNames(['appointmentAt'], { phone: 'phone' }), ['appointmentAt']);
  });
});
