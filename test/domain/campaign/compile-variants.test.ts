import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { compileVariants } from '#domain/campaign/compile-variants.ts';
import type { TemplateSource } from '#domain/campaign/template-variants.ts';

const place = { zone: 'America/Boise' };
const fields = { name: `Ana <b>"O'Hara"</b> & Co`, code: '17' };
const made = (source: TemplateSource, given: object = fields): unknown => {
  const rendered = compileVariants(source, place).render(given);
  return 'ok' in rendered ? rendered.ok : rendered;
};

describe('the variants of a template', () => {
  it('are a text alone, as ever', () => assert.deepEqual(made('Hi {{ name }}'), { text: `Hi ${fields.name}` }));

  it('are all made from one row', () => {
    const source: TemplateSource = {
      text: 'Hi {{ code }}',
      subject: 'About\n {{ code }}',
      html: '<p>{{ code }}</p>',
      voice: 'Hello {{ code }}',
      whatsapp: { content: 'HX1', variables: { '1': '{{ code }}', '2': 'x{{ code }}' } },
      media: ['https://example.com/{{ code }}.png'],
    };
    assert.deepEqual(made(source), {
      text: 'Hi 17',
      subject: 'About 17',
      html: '<p>17</p>',
      voice: 'Hello 17',
      whatsapp: { content: 'HX1', variables: { '1': '17', '2': 'x17' } },
      media: ['https://example.com/17.png'],
    });
  });

  it('escape values in HTML and nowhere else', () => {
    const source = { subject: '{{ name }}', html: '<p title="{{ name }}">{{ name }}</p>', text: '{{ name }}' };
    const safe = 'Ana &lt;b&gt;&#34;O&#39;Hara&#34;&lt;/b&gt; &amp; Co';
    assert.deepEqual(made(source), { text: fields.name, subject: fields.name, html: `<p title="${safe}">${safe}</p>` });
  });

  it('escape what filters, defaults, echo and capture put out', () => {
    for (const text of [
      '{{ name | upcase }}',
      "{{ x | default: '<i>' }}",
      '{% echo name %}',
      '{% capture c %}<u>{{ name }}</u>{% endcapture %}{{ c }}',
      '{% for c in name %}{{ c }}{% endfor %}',
    ])
      assert.doesNotMatch((made({ subject: 's', html: text }) as { html: string }).html, /<[ibu]>/i, text);
    assert.throws(() => compileVariants({ subject: 's', html: '{{ name | raw }}' }, place), /no filter "raw"/);
  });

  it('give an e-mail without a plain text what its HTML says', () => {
    const { text } = made({ subject: 's', html: '<h1>Hi {{ name }}</h1><p>See you &amp; bye</p>' }) as { text: string };
    assert.equal(text, `Hi ${fields.name}\n\nSee you & bye`);
  });

  it('say which of them fails', () => {
    const fault = { fault: 'field_missing', field: 'x', variant: 'html' };
    assert.deepEqual(made({ text: 'x', subject: 's', html: '{{ x }}' }), fault);
    assert.deepEqual(made({ text: 'x', media: ['{{ code }}'] }), { fault: 'template_error', variant: 'media[0]' });
    assert.deepEqual(made({ text: 'x', media: ['http://example.com'] }), { fault: 'template_error', variant: 'media[0]' });
    assert.deepEqual(made({ text: 'x', voice: '{{ code }}' }, { code: 'y'.repeat(4_001) }), { fault: 'too_long', variant: 'voice' });
  });

  it('want the names of all of them', () => {
    const { variables, beside } = compileVariants({ text: '{{ a }}', voice: '{{ b }}{{ company.name }}' }, place);
    assert.deepEqual([variables, beside], [['a', 'b'], ['company']]);
  });

  it('never let a value of a row become markup', () => {
    const value = fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ';', '#', '{', '}', '%'), maxLength: 20 });
    const { render } = compileVariants({ subject: 's', html: '<p title="{{ v }}">{{ v }}</p>' }, place);
    fc.assert(
      fc.property(value, (v) => {
        const rendered = render({ v: `x${v}x` });
        assert.ok('ok' in rendered);
        assert.match(rendered.ok.html ?? '', /^<p title="x[^<>"']*x">x[^<>"']*x<\/p>$/);
      }),
    );
  });
});
