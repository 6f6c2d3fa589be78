import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readEmail } from '#domain/message/email.ts';

const good = [
  ['ann@example.com', 'ann@example.com'],
  ['  Ann.Lee@Example.COM ', 'Ann.Lee@example.com'],
  ['ann+recall@mail.example.co.uk', 'ann+recall@mail.example.co.uk'],
  ["o'brien@example.org", "o'brien@example.org"],
  ['Ann Lee <ann@example.com>', 'ann@example.com'],
  ['mailto:ann@example.com', 'ann@example.com'],
  ['josé@ejemplo.es', 'josé@ejemplo.es'],
  ['ann@xn--bcher-kva.example', 'ann@xn--bcher-kva.example'],
  ['ann@bücher.example', 'ann@bücher.example'],
  ['1@2.example', '1@2.example'],
  [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
] as const;

const bad = [
  'n/a',
  'ann',
  'ann@',
  '@example.com',
  'ann@example',
  'ann@@example.com',
  'ann@example..com',
  '.ann@example.com',
  'ann.@example.com',
  'an..n@example.com',
  'ann lee@example.com',
  'ann@exa mple.com',
  'ann@-example.com',
  'ann@example-.com',
  'ann@example.c',
  'ann@example.123',
  'ann@127.0.0.1',
  'ann@[127.0.0.1]',
  '"ann lee"@example.com',
  'ann@example.com, bob@example.com',
  'ann@example.com;',
  'ann@example.com.',
  'ann(work)@example.com',
  'ann@exam_ple.com',
  `${'a'.repeat(65)}@example.com`,
  `ann@${'a'.repeat(64)}.com`,
  `ann@${'abcdefghi.'.repeat(26)}com`,
  'ann\u0000@example.com',
];

describe('an e-mail address', () => {
  for (const [text, address] of good) it(`${text.slice(0, 40)} is good`, () => assert.deepEqual(readEmail(text), { address }));
  for (const text of bad)
    it(`${JSON.stringify(text.slice(0, 40))} is not`, () => assert.deepEqual(readEmail(text), { fault: 'email_invalid' }));
  for (const text of ['', '  ']) it(`"${text}" is missing`, () => assert.deepEqual(readEmail(text), { fault: 'email_missing' }));

  it('that is good stays what it is, read again', () =>
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (text) => {
        const read = readEmail(text);
        if ('address' in read) assert.deepEqual(readEmail(read.address), read);
      }),
    ));

  // patterns that go back and forth would not come to an end here
  for (const text of ['a.'.repeat(199), `${'a'.repeat(200)}@${'a-'.repeat(90)}`, `a@${'a.'.repeat(150)}`, 'a@'.repeat(1_000_000)]) {
    it(`of ${text.length} letters is not`, () => assert.deepEqual(readEmail(text), { fault: 'email_invalid' }));
  }
});
