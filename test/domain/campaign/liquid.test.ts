import assert from 'node:assert/strict';
import { standardFilters } from '#domain/campaign/standard-filters.ts';
import { compileTemplate, render } from '#domain/campaign/template.ts';
import { TemplateProblem } from '#domain/campaign/template-problem.ts';

/**
 * The tags and filters of Liquid that templates may use mean what they mean everywhere: cases of our own, by the semantics that the public
 * suite golden-liquid fixes. Bodies are trimmed, so each case stands between | and |.
 */
const data = {
  city: 'Boise',
  two: '2',
  ten: '10',
  zero: 0,
  one: 1,
  half: 0.5,
  yes: true,
  no: false,
  none: null,
  blankText: '  ',
  days: ['Mon', 'Tue', 'Wed'],
  empty: [],
  holes: ['a', null, 'b'],
  prices: [0.1, 0.2, '0.3'],
  costs: [{ each: 0.1 }, { each: 0.2 }],
  visits: [
    { doctor: 'Dr. Prado', at: '09:00', room: 'B' },
    { doctor: 'Dr. Ortiz', at: '10:30', room: 'A' },
    { doctor: 'Dr. Prado', at: '14:00', room: 'C' },
  ],
};

type Case = readonly [template: string, expected: string];

const suites: Readonly<Record<string, readonly Case[]>> = {
  'if and unless': [
    ['{% if city %}y{% endif %}', 'y'],
    ['{% if nowhere %}y{% else %}n{% endif %}', 'n'],
    ["{% if city == 'Boise' %}y{% endif %}", 'y'],
    ["{% if city != 'Boise' %}y{% else %}n{% endif %}", 'n'],
    ["{% if city == 'Nampa' %}a{% elsif city == 'Boise' %}b{% else %}c{% endif %}", 'b'],
    ["{% if city == 'Nampa' %}a{% elsif city == 'Star' %}b{% else %}c{% endif %}", 'c'],
    ['{% if yes and no or yes %}y{% else %}n{% endif %}', 'y'],
    ['{% if no and no or yes %}y{% else %}n{% endif %}', 'n'],
    ['{% if yes or no and no %}y{% else %}n{% endif %}', 'y'],
    ['{% if city and yes %}{% if one == 1 %}in{% endif %}{% endif %}', 'in'],
    ['{% unless city %}n{% else %}y{% endunless %}', 'y'],
    ["{% unless city == 'Nampa' %}y{% endunless %}", 'y'],
    ['{% unless city %}a{% elsif one == 1 %}b{% endunless %}', 'b'],
  ],
  'what is true': [
    ["{% if '' %}y{% else %}n{% endif %}", 'y'],
    ['{% if zero %}y{% else %}n{% endif %}', 'y'],
    ['{% if empty %}y{% else %}n{% endif %}', 'y'],
    ['{% if none %}y{% else %}n{% endif %}', 'n'],
    ['{% if nil %}y{% else %}n{% endif %}', 'n'],
    ['{% if false %}y{% else %}n{% endif %}', 'n'],
    ['{% if nowhere == nil %}y{% else %}n{% endif %}', 'y'],
    ["{% if '' == empty %}y{% else %}n{% endif %}", 'y'],
    ['{% if blankText == blank %}y{% else %}n{% endif %}', 'y'],
    ['{% if blankText == empty %}y{% else %}n{% endif %}', 'n'],
    ['{% if nowhere == blank %}y{% else %}n{% endif %}', 'y'],
    ['{% if zero == false %}y{% else %}n{% endif %}', 'n'],
  ],
  comparisons: [
    ['{% if one < 2 and one <= 1 and one > 0 and one >= 1 %}y{% endif %}', 'y'],
    ["{% if 'a' < 'b' %}y{% endif %}", 'y'],
    ['{% if one == 1.0 %}y{% endif %}', 'y'],
    ["{% if '1' == 1 %}y{% else %}n{% endif %}", 'n'],
    ['{% if ten > 9 %}y{% else %}n{% endif %}', 'y'],
    ["{% if city contains 'ois' %}y{% endif %}", 'y'],
    ["{% if days contains 'Tue' %}y{% endif %}", 'y'],
    ["{% if days contains 'Tu' %}y{% else %}n{% endif %}", 'n'],
    ["{% if nowhere contains 'x' %}y{% else %}n{% endif %}", 'n'],
    ['{% if nowhere > 1 %}y{% else %}n{% endif %}', 'n'],
  ],
  case: [
    ["{% case city %}{% when 'Nampa' %}a{% when 'Boise' %}b{% endcase %}", 'b'],
    ["{% case city %}{% when 'Nampa', 'Boise' %}a{% else %}b{% endcase %}", 'a'],
    ["{% case city %}{% when 'Nampa' or 'Boise' %}a{% else %}b{% endcase %}", 'a'],
    ["{% case city %}{% when 'Nampa' %}a{% else %}b{% endcase %}", 'b'],
    ["{% case city %} text before is left out {% when 'Boise' %}b{% endcase %}", 'b'],
    ['{% case one %}{% when 1 %}one{% when 2 %}two{% endcase %}', 'one'],
    ["{% case nowhere %}{% when 'x' %}a{% else %}b{% endcase %}", 'b'],
  ],
  for: [
    ['{% for day in days %}{{ day }} {% endfor %}', 'Mon Tue Wed '],
    ['{% for day in empty %}{{ day }}{% else %}none{% endfor %}', 'none'],
    ['{% for n in (1..3) %}{{ n }}{% endfor %}', '123'],
    ['{% for n in (one..3) reversed %}{{ n }}{% endfor %}', '321'],
    ['{% for n in (1..9) limit: 2 offset: 3 %}{{ n }}{% endfor %}', '45'],
    ['{% for day in days %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.rindex }}{% endfor %}', '103212321'],
    ['{% for day in days %}{{ day }}{% unless forloop.last %}, {% endunless %}{% endfor %}', 'Mon, Tue, Wed'],
    ['{% for day in days %}{% if forloop.first %}{{ forloop.length }}{% endif %}{% endfor %}', '3'],
    ["{% for day in days %}{% if day == 'Tue' %}{% break %}{% endif %}{{ day }}{% endfor %}", 'Mon'],
    ["{% for day in days %}{% if day == 'Tue' %}{% continue %}{% endif %}{{ day }}{% endfor %}", 'MonWed'],
    [
      '{% for visit in visits %}{{ visit.at }} {{ visit.doctor }}{% unless forloop.last %}; {% endunless %}{% endfor %}',
      '09:00 Dr. Prado; 10:30 Dr. Ortiz; 14:00 Dr. Prado',
    ],
    ['{% for a in (1..2) %}{% for b in (1..2) %}{{ a }}{{ b }} {% endfor %}{% endfor %}', '11 12 21 22 '],
    ['{% for day in days %}{% assign last = day %}{% endfor %}{{ last }}', 'Wed'],
    ["{% assign parts = 'a,b' | split: ',' %}{% for part in parts %}[{{ part }}]{% endfor %}", '[a][b]'],
    ['{% for n in (1..6) limit: 2 %}{{ n }}{% endfor %}{% for n in (1..6) offset: continue %}-{{ n }}{% endfor %}', '12-3-4-5-6'],
    ['{% for n in (3..1) %}{{ n }}{% else %}none{% endfor %}', 'none'],
  ],
  'assign and capture': [
    ['{% assign x = city %}{{ x }}', 'Boise'],
    ["{% assign x = city | upcase | append: '!' %}{{ x }}", 'BOISE!'],
    ['{% assign x = 5 %}{% assign y = x | plus: 1 %}{{ y }}', '6'],
    ["{% assign city = 'Nampa' %}{{ city }}", 'Nampa'],
    ['{% capture x %}in {{ city }}{% endcapture %}{{ x }}', 'in Boise'],
    ['{% capture x %}{% for n in (1..3) %}{{ n }}{% endfor %}{% endcapture %}{{ x | size }}', '3'],
    ['{% if yes %}{% assign x = 1 %}{% endif %}{{ x }}', '1'],
  ],
  'comment, raw, echo, liquid and #': [
    ['a{% comment %}{{ nowhere }} {% if %}{% endcomment %}b', 'ab'],
    ['a{% # a note %}b', 'ab'],
    ['{% raw %}{{ x }} {% if %}{% endraw %}', '{{ x }} {% if %}'],
    ['{% echo city | upcase %}', 'BOISE'],
    ['{% liquid\nassign x = city\nif x\necho x\nendif %}', 'Boise'],
  ],
  'white space': [
    ['a {{- city -}} b', 'aBoiseb'],
    ['a {{ city -}} b', 'a Boiseb'],
    ['a \n {%- if yes -%} \n b \n {%- endif -%} \n c', 'abc'],
    ['a{% if yes %} b {% endif %}c', 'a b c'],
    ['a\n\nb', 'a\n\nb'],
    ['{%- comment -%} x {%- endcomment -%} b', 'b'],
  ],
  values: [
    ['{{ city }}', 'Boise'],
    ["{{ 'text' }}", 'text'],
    ['{{ 12 }} {{ -1.5 }} {{ true }} {{ false }}', '12 -1.5 true false'],
    ['{{ none }}{{ nil }}', ''],
    ['{{ visits[1].doctor }} {{ visits.first.room }} {{ visits.last.room }} {{ visits.size }}', 'Dr. Ortiz B C 3'],
    ["{{ visits[0]['doctor'] }}", 'Dr. Prado'],
    ['{{ days[-1] }}', 'Wed'],
    ['{{ city.size }}', '5'],
    ['{{ days }}', 'MonTueWed'],
    ['{{ (1..3) | join: "-" }}', '1-2-3'],
    ['}} {{ city }} }}', '}} Boise }}'],
  ],
  'filters of texts': [
    ["{{ city | append: ', ID' | prepend: 'in ' }}", 'in Boise, ID'],
    ["{{ 'hELLO there' | capitalize }}", 'Hello there'],
    ['{{ city | upcase }} {{ city | downcase }}', 'BOISE boise'],
    ["{{ '  a b  ' | strip }}{{ '  a' | lstrip }}{{ 'a  ' | rstrip }}", 'a baa'],
    [
      "{{ 'a-b-a' | replace: 'a', 'x' }} {{ 'a-b-a' | replace_first: 'a', 'x' }} {{ 'a-b-a' | replace_last: 'a', 'x' }}",
      'x-b-x x-b-a a-b-x',
    ],
    ["{{ 'a-b-a' | remove: 'a' }} {{ 'a-b-a' | remove_first: 'a' }} {{ 'a-b-a' | remove_last: 'a' }}", '-b- -b-a a-b-'],
    ['{{ city | slice: 1, 2 }} {{ city | slice: -2, 2 }} {{ city | slice: 0 }}', 'oi se B'],
    ["{{ '<b>&</b>' | escape }}", '&lt;b&gt;&amp;&lt;/b&gt;'],
    ["{{ '1 &lt; 2 & 3' | escape_once }}", '1 &lt; 2 &amp; 3'],
    ["{{ '<p>x</p>' | strip_html }}", 'x'],
    ["{{ 'a b&c' | url_encode }} {{ 'a+b%26c' | url_decode }}", 'a+b%26c a b&c'],
    ["{{ 'one two three' | truncatewords: 2 }}", 'one two...'],
    ["{{ 'a,b,c' | split: ',' | join: '+' }}", 'a+b+c'],
    ["{{ ' Ana  Maria\nSilva ' | split: ' ' | join: '+' }}", 'Ana+Maria+Silva'],
    ["{{ 'a\nb' | newline_to_br }} {{ 'a\nb\r\nc' | strip_newlines }}", 'a<br />\nb abc'],
    ["{{ ' a \n b ' | squish }} {{ 'a \n b' | normalize_whitespace }} {{ 'one two three' | number_of_words }}", 'a b a b 3'],
    ["{{ 'a b' | split: '' | join: '+' }}", 'a+ +b'],
    ["{{ 'a-b-a' | replace: 'a' }} {{ 'a-b-a' | replace_first: 'a' }}", '-b- -b-a'],
    ['{{ city | size }}', '5'],
  ],
  'filters of numbers': [
    ['{{ 4 | plus: 2 }} {{ 4 | minus: 2 }} {{ 4 | times: 2 }} {{ 4 | divided_by: 2 }} {{ 5 | modulo: 3 }}', '6 2 8 2 2'],
    ['{{ two | plus: ten }}', '12'],
    ['{{ 1.7 | floor }} {{ 1.2 | ceil }} {{ 1.5 | round }} {{ 1.234 | round: 2 }} {{ -3 | abs }}', '1 2 2 1.23 3'],
    ['{{ 4 | at_least: 5 }} {{ 4 | at_most: 3 }}', '5 3'],
    ['{{ 10.1 | minus: 2.2 }} {{ 10.1 | modulo: 7.0 }} {{ 10.1 | times: 3 }} {{ 0.1 | plus: 0.2 }}', '7.9 3.1 30.3 0.3'],
    ["{{ '3.14' | plus: 1 }} {{ city | plus: 1 }} {{ 3 | plus: city }} {{ city | times: 2 }} {{ city | abs }}", '4.14 1 3 0 0'],
    ['{{ 1234567890123 | plus: 1 }} {{ 5.5 | round }} {{ -5.5 | abs | ceil }} {{ 5.2 | floor }}', '1234567890124 6 6 5'],
    ['{{ prices | sum }} {{ costs | sum: "each" }}', '0.6 0.3'],
  ],
  'filters of lists': [
    ["{{ days | join: ', ' }} {{ days | first }} {{ days | last }} {{ days | size }}", 'Mon, Tue, Wed Mon Wed 3'],
    ["{{ days | reverse | join: '' }}", 'WedTueMon'],
    ["{{ visits | map: 'doctor' | uniq | join: ' and ' }}", 'Dr. Prado and Dr. Ortiz'],
    ["{{ visits | sort: 'room' | map: 'room' | join: '' }}", 'ABC'],
    ["{{ visits | where: 'room', 'A' | map: 'at' | join: '' }}", '10:30'],
    ["{{ 'b,A,c' | split: ',' | sort_natural | join: '' }}", 'Abc'],
    ['{{ days | concat: days | size }}', '6'],
    ["{{ holes | compact | join: '-' }}", 'a-b'],
    ['{{ days | array_to_sentence_string }}', 'Mon, Tue, and Wed'],
  ],
  default: [
    ["{{ nowhere | default: 'x' }}", 'x'],
    ["{{ '' | default: 'x' }}", 'x'],
    ["{{ no | default: 'x' }} {{ no | default: 'x', allow_false: true }}", 'x false'],
    ["{{ zero | default: 'x' }}", '0'],
    ["{{ empty | default: 'x' }}", 'x'],
    ['{{ nowhere | default: city }}', 'Boise'],
  ],
};

describe('Liquid', () => {
  for (const [title, cases] of Object.entries(suites)) {
    describe(title, () => {
      for (const [template, expected] of cases) {
        it(`${JSON.stringify(template)} is ${JSON.stringify(expected)}`, () => {
          assert.deepEqual(render(compileTemplate(`|${template}|`, { zone: 'UTC' }), data), { ok: `|${expected}|` });
        });
      }
    });
  }

  it('wants what it loops over, as what it puts out: a missing field is no empty list', () => {
    const template = compileTemplate('{% for day in nowhere %}{{ day }}{% else %}none{% endfor %}', { zone: 'UTC' });
    assert.deepEqual(render(template, data), { fault: 'field_missing', field: 'nowhere' });
  });

  it('is tried in each of the filters and tags that there are', () => {
    const tried = Object.values(suites)
      .flat()
      .map(([template]) => template)
      .join('\n');
    const tags = ['assign', 'break', 'capture', 'case', 'comment', 'continue', 'echo', 'for', 'if', 'liquid', 'raw', 'unless', '#'];
    assert.deepEqual(
      standardFilters.filter((name) => !new RegExp(`\\| ${name}\\b`).test(tried)),
      [],
    );
    assert.deepEqual(
      tags.filter((name) => !new RegExp(`\\{%-? ${name}`).test(tried)),
      [],
    );
  });

  const impossible = [
    '{{ 5 | divided_by: zero }}',
    '{{ 5 | modulo: zero }}',
    '{{ visits }}',
    '{{ visits | first }}',
    "{{ visits | join: ', ' }}",
    "{{ visits | append: '!' }}",
    '{% for visit in visits %}{{ visit }}{% endfor %}',
  ];
  for (const template of impossible) {
    it(`never says NaN, Infinity or [object Object]: ${template}`, () => {
      const rendered = render(compileTemplate(template, { zone: 'UTC' }), data);
      assert.equal('fault' in rendered && rendered.fault, 'template_error');
    });
  }

  it('gives filters the options that they take, and refuses a template that does not', () => {
    const problems = [
      ['{{ city | append }}', /append wants 1 option, not 0/],
      ['{{ city | upcase: 1 }}', /upcase takes no options, not 1/],
      ['{{ one | plus: 1, 2 }}', /plus wants 1 option, not 2/],
      ["{{ city | replace_last: 'a' }}", /replace_last wants 2 options, not 1/],
      ['{{ city | slice }}', /slice wants 1 to 2 options, not 0/],
      ['{{ city | truncatewords: 1, 2, 3 }}', /truncatewords takes up to 2 options, not 3/],
      ["{{ city | default: 'x', 'y' }}", /default takes up to 1 option, not 2/],
      ["{{ city | append: text: 'x' }}", /append has no option called text/],
      ['{% assign x = city | split %}', /split wants 1 option, not 0/],
      ['{% if yes %}{% for n in (1..2) %}{{ n | minus }}{% endfor %}{% endif %}', /minus wants 1 option, not 0/],
    ] as const;
    for (const [template, words] of problems) {
      assert.throws(
        () => compileTemplate(`one\n${template}`, { zone: 'UTC' }),
        (error) => error instanceof TemplateProblem && words.test(error.message) && error.line === 2,
        template,
      );
    }
  });

  const refused = [
    '{% if city %}',
    '{% endif %}',
    '{% if city startswith "B" %}{% endif %}',
    '{% for day %}{% endfor %}',
    '{% for day in %}{% endfor %}',
    '{% case %}{% endcase %}',
    '{{ city | }',
    '{{ city | upcase downcase }}',
    '{% assign = 1 %}',
    '{% capture %}{% endcapture %}',
    '{% cycle 1, 2 %}',
    '{% decrement x %}',
    '{% unknown %}',
    "{% include 'other' %}",
  ];
  for (const template of refused) {
    it(`refuses ${template} with line and column`, () => {
      assert.throws(
        () => compileTemplate(`one\ntwo ${template}`, { zone: 'UTC' }),
        (error) => error instanceof TemplateProblem && error.line === 2 && (error.column ?? 0) >= 5,
      );
    });
  }
});
