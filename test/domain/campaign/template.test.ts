import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { compileTemplate, render } from '#domain/campaign/template.ts';
import { TemplateProblem } from '#domain/campaign/template-problem.ts';

const place = { zone: 'America/Boise' };
const beside = { company: { name: 'Foothills Dental' }, campaign: { name: 'Reminder' } };
const fields = {
  firstName: 'SANDRA',
  phone: '+12085550100',
  appointmentAt: '2026-12-08T19:45:00.000Z',
  appointmentTime: '12:45',
  birthday: '2001-02-03',
  clinic: 'Tabuazeiro',
  'Clinic Name': 'North',
};
const rendered = (text: string, given: object = fields): unknown => {
  const result = render(compileTemplate(text, place), given, beside);
  return 'ok' in result ? result.ok : result;
};

describe('a template', () => {
  const cases = [
    ['Hi {{ firstName | name }}!', 'Hi Sandra!'],
    ["{{ appointmentAt | date: '%a %b %-d at %-I:%M %p' }}", 'Tue Dec 8 at 12:45 PM'],
    [
      "{{ appointmentAt | date: '%A %B %d %m %Y %y %I %H %-H %M %p %P %j %e %%' }}",
      'Tuesday December 08 12 2026 26 12 12 12 45 PM pm 342  8 %',
    ],
    ['{{ appointmentAt | date }}', 'Tuesday, December 8, 2026'],
    ['{{ appointmentAt | time }}', '12:45 PM'],
    ["{{ '2026-12-08T19:45:00Z' | time: '%H:%M' }}", '12:45'],
    ['{{ appointmentTime | time }}', '12:45 PM'],
    ["{{ '00:05' | time }}", '12:05 AM'],
    ["{{ birthday | date: '%-d %b' }}", '3 Feb'],
    ["{{ '2/3/2001' | date: '%-d %b' }}", '3 Feb'],
    ["{{ '2001-02-03 14:30' | date: '%b %-d %H:%M' }}", 'Feb 3 14:30'],
    ['{{ phone | phone }}', '(208) 555-0100'],
    ["{{ '+442079460018' | phone }}", '+44 20 7946 0018'],
    ["{{ 'n/a' | phone }}", 'n/a'],
    ["{{ ['Clinic Name'] }}", 'North'],
    ['{{ clinic | upcase | truncate: 6 }}', 'TAB...'],
    ['{% if clinic %}at {{ clinic }}{% endif %}', 'at Tabuazeiro'],
    ['{% assign who = firstName | name %}{{ who }}', 'Sandra'],
    ['  a{{ clinic }}  ', 'aTabuazeiro'],
    ['{% raw %}{{ x }}{% endraw %}', '{{ x }}'],
  ] as const;
  for (const [text, expected] of cases) it(`${text} → ${expected}`, () => assert.equal(rendered(text), expected));

  it('takes the default for an empty text, too', () => {
    for (const text of ["{{ clinic | default: 'x' }}", "{% if true %}{{ clinic | default: 'x' }}{% endif %}"])
      assert.equal(rendered(text, { clinic: '' }), 'x');
  });

  it('never reads what stands in a field as a template', () => {
    assert.equal(rendered('{{ clinic }}', { clinic: "{{ firstName }}{% include 'x' %}" }), "{{ firstName }}{% include 'x' %}");
  });

  const missing = [
    ['{{ doctor }}', 'doctor'],
    ['{{ doctor | name }}', 'doctor'],
    ["{{ doctor | date: '%a' }}", 'doctor'],
    ["Hi {{ clinic }} {{ ['Other Name'] }}", 'Other Name'],
    ['{{ doctor | default: nurse }}', 'nurse'],
    ['{{ clinic.constructor }}', 'clinic.constructor'],
    ['{% assign d = doctor %}{{ d }}', 'doctor'],
  ] as const;
  for (const [text, field] of missing) {
    it(`${text} without that field is field_missing`, () => assert.deepEqual(rendered(text), { fault: 'field_missing', field }));
  }

  const lenient = [
    ["{{ doctor | default: 'your doctor' }}", 'your doctor'],
    ["{{ doctor | name | default: 'your doctor' }}", 'your doctor'],
    ["{{ doctor | date: '%a' | default: 'soon' }}", 'soon'],
    ["{{ doctor | upcase | default: 'your doctor' }}", 'your doctor'],
    ["{{ firstName | name | default: 'you' }}", 'Sandra'],
    ['a{% if doctor %} {{ doctor }}{% endif %}', 'a'],
    ["a{% if clinic %}{{ doctor | name | default: 'b' }}{% endif %}", 'ab'],
    ['{% unless doctor %}none{% endunless %}', 'none'],
    ["{% if doctor == 'x' %}x{% else %}y{% endif %}", 'y'],
  ] as const;
  for (const [text, expected] of lenient) it(`${text} does without it`, () => assert.equal(rendered(text), expected));

  const faults = [
    ["{{ clinic | date: '%a' }}", 'clinic'],
    ["{{ '2026-02-30' | date: '%a' }}", '2026-02-30'],
    ['{{ clinic | time }}', 'clinic'],
    ["{{ clinic | split: 'z' | name }}", 'clinic'],
  ] as const;
  for (const [text, field] of faults) {
    it(`${text} is template_error`, () => assert.deepEqual(rendered(text), { fault: 'template_error', field }));
  }

  it('ends before it fills memory', () => {
    const doubling = `{% assign x = 'abcdefghij' %}${'{% assign x = x | append: x %}'.repeat(15)}{{ x }}`;
    assert.deepEqual(rendered(doubling), { fault: 'template_error' });
  });

  const endless = [
    '{% for i in (1..1001) %}{% endfor %}',
    '{% for i in (1..40) %}{% for j in (1..40) %}{% endfor %}{% endfor %}',
    '{% for i in (1..99999999999) %}{% endfor %}',
    `{% capture x %}abcdefghij{% endcapture %}${'{% capture x %}{{ x }}{{ x }}{% endcapture %}'.repeat(60)}{{ x }}`,
    `{% capture x %}abcdefghij{% endcapture %}${'{% capture x %}{{ x }}{{ x }}{% endcapture %}'.repeat(16)}unused`,
    "{% assign x = 'abcdefghij' %}{% for i in (1..100) %}{% assign x = x | append: x %}{% endfor %}",
    `{% assign x = '${'x'.repeat(900)}' %}{% for i in (1..900) %}{{ x }}{% endfor %}`,
    `{% assign x = '${'x'.repeat(900)}' %}{% capture y %}{% for i in (1..900) %}{{ x }}{% endfor %}{% endcapture %}`,
  ];
  for (const text of endless) {
    it(`${text.slice(0, 60)}… ends`, () => {
      const started = performance.now();
      assert.equal((rendered(text) as { fault?: string }).fault, 'template_error');
      assert.ok(performance.now() - started < 5_000);
    });
  }

  const wrong = [
    ['Hi {{ a', 1, 4],
    ['Hi\n  {{ a | nme }}', 2, 3],
    ['{% if a %}x', 1, 1],
    ["{% include 'x' %}", 1, 1],
    ["{% render 'x' %}", 1, 1],
    ["{% layout 'x' %}", 1, 1],
    ['{% tablerow i in (1..9) %}{% endtablerow %}', 1, 1],
    ['{% increment a %}', 1, 1],
    ["{{ a | where_exp: 'x', 'y' }}", 1, 1],
    ['{{ a | raw }}', 1, 1],
    ['{% for i in a %}x', 1, 1],
    ['{{ first name }}', 1, 4],
    ["{% if a %}\n{{ b | date: '%Q' }}{% endif %}", 2, 14],
    ['{{ a | sample }}', 1, 1],
    ["{{ 'now' | date_to_string }}", 1, 1],
  ] as const;
  for (const [text, line, column] of wrong) {
    it(`${JSON.stringify(text)} is refused at line ${line}, column ${column}`, () => {
      assert.throws(
        () => compileTemplate(text, place),
        (error) => error instanceof TemplateProblem && error.line === line && error.column === column && !/undefined/.test(error.message),
      );
    });
  }

  it('of texts and fields alone reads as if Liquid interpreted it', () => {
    const filter = fc.constantFrom(
      '',
      ' | name',
      ' | date',
      " | date: '%a %-d'",
      " | date: 'short', locale: 'es', zone: 'UTC'",
      ' | time',
      ' | phone',
      " | name | date: '%Y'",
      " | default: 'you'",
      " | name | default: '' | truncate: 3, '-'",
      ' | truncate: 4',
      " | phone: 'international'",
      ' | money',
      " | plural: 'a', 'b'",
      ' | sentence | name',
    );
    const field = fc.constantFrom(
      'firstName',
      'phone',
      'appointmentAt',
      'clinic',
      'doctor',
      'size',
      "['Clinic Name']",
      'constructor',
      '__proto__',
      'company.name',
      'campaign.name',
    );
    const piece = fc.oneof(
      fc.constantFrom('Hi ', '\n', ' - ', '%a'),
      fc.tuple(field, filter).map(([name, by]) => `{{ ${name}${by} }}`),
      fc.constant('{{- phone -}}'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        assert.deepEqual(rendered(text), rendered(`{% comment %}{% endcomment %}${text}`));
      }),
      { numRuns: 500 },
    );
  });

  it('names the fields that it wants', () => {
    const { variables } = compileTemplate("{% assign z = a %}{{ z }}{% if b %}{{ c | default: d }}{% endif %}{{ ['e f'] }}", place);
    assert.deepEqual(variables.toSorted(), ['a', 'b', 'c', 'd', 'e f']);
  });

  it('writes times of the zone that it is compiled for', () => {
    const text = "{{ appointmentAt | date: '%H:%M' }}";
    const at = (zone: string): unknown => render(compileTemplate(text, { zone }), fields);
    assert.deepEqual([at('America/Boise'), at('Europe/Berlin')], [{ ok: '12:45' }, { ok: '20:45' }]);
    const day = (region: string): unknown => render(compileTemplate("{{ '2/3/2001' | date: '%b' }}", { zone: 'UTC', region }), {});
    assert.deepEqual([day('US'), day('GB')], [{ ok: 'Feb' }, { ok: 'Mar' }]);
  });
});
