import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { stripHtml } from '#domain/campaign/strip-html.ts';

describe('an HTML text as plain text', () => {
  const cases = [
    ['<p>Hello <b>you</b></p>', 'Hello you'],
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<ul><li>One</li><li>Two</li></ul>', '- One\n- Two'],
    ['Fish &amp; chips &lt;3 &#8211; &#x2019;&nbsp;&eacute;&ntilde;&Uuml; &bogus;', 'Fish & chips <3 – ’ éñÜ &bogus;'],
    ['a < b and c > d', 'a < b and c > d'],
    ['<3 and x<y', '<3 and x<y'],
    ['<script>alert("x")</script>a<style>p {}</style>b', 'ab'],
    ['a<!-- note > -->b', 'ab'],
    ['<a href="x>y" title=\'a>b\'>link</a>', 'link'],
    ["<p>don't</p>", "don't"],
    ['<td>a</td><td>b</td>', 'a b'],
    ['  spaces \n and\tlines  ', 'spaces \n and\tlines'],
    ['<p>many\n  spaces</p>', 'many spaces'],
    ['plain', 'plain'],
    ['<b', '<b'],
    ['&#0;&#55296;&#x110000;x', 'x'],
    ['&lt;b&gt;', '<b>'],
    ['İ<script>x</script>y', 'İy'],
  ] as const;
  for (const [html, text] of cases)
    it(`${JSON.stringify(html)} is ${JSON.stringify(text)}`, () => assert.equal(stripHtml(html).trim(), text));

  it('never has a whole tag left', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '=',
      'a',
      ' ',
      '<b>',
      '</b>',
      '<p class="x">',
      '<!--',
      '-->',
      '&amp;',
      '<script>',
      '</script>',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = stripHtml(pieces.join(''));
        if (!pieces.includes('&amp;')) assert.doesNotMatch(text, /<(?:b|p|script)>/);
      }),
      { numRuns: 500 },
    );
  });

  it('takes time that grows with the text alone', () => {
    for (const bad of ['<a="', '<a ', '<!--', '<script>', '&', '<', '<a b="'.repeat(3), '</p']) {
      const started = performance.now();
      stripHtml(`${bad.repeat(60_000)}>`);
      stripHtml(`${bad.repeat(60_000)}="x>`);
      assert.ok(performance.now() - started < 4_000, bad);
    }
  });
});
