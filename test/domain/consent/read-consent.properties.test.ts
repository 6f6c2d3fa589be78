import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readConsent } from '#domain/consent/read-consent.ts';
import { readAnswer } from '#domain/conversation/read-answer.ts';
import { foldedText } from '#domain/kernel/folded-text.ts';
import { optOutWords } from '#domain/kernel/opt-out-words.ts';

const invisible = fc.constantFrom('', '\u200b', '\u200d', '\u2060', '\ufeff', '\u200e', '\ufe0f', '\u0301');
const around = fc
  .array(fc.constantFrom(' ', '\n', '\t', '\u00a0', '.', '!', '…', ',', '"', '*', '(', ')', '-', '¡', '\u200b', '\r\n'), { maxLength: 6 })
  .map((signs) => signs.join(''));
const cased = (word: string) =>
  fc
    .array(fc.tuple(fc.boolean(), invisible), { minLength: word.length, maxLength: word.length })
    .map((letters) => letters.map(([isUpper, sign], n) => (isUpper ? word[n]!.toUpperCase() : word[n]!) + sign).join(''));
const optOut = fc
  .constantFrom(...optOutWords)
  .chain(({ word }) => fc.tuple(around, cased(word), around).map((parts) => ({ word, text: parts.join('') })));

/** Pieces of real replies, put together at random: what regular expressions go astray on. */
const piece = fc.constantFrom(
  ...'stop please no not dont text me my number off list take remove the these messages want to get receive no quiero que me mas mensajes de la los ne veux plus pas recevoir vos sms nao mande mais para parar pedi que i am im was if you again wrong is it 123 > " “ liked 🛑 é ́'.split(
    ' ',
  ),
  ' ',
  '\n',
  'a',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')),
);

describe('whatever is written', () => {
  it('an opt-out word alone always is one, in any case, with any signs around it and invisible ones inside', () => {
    fc.assert(
      fc.property(optOut, ({ word, text }) => {
        const read = readConsent(text);
        assert.ok(read?.kind === 'stop' && read.by === 'word', JSON.stringify([word, text, read]));
      }),
      { numRuns: 1_500 },
    );
  });

  it('is read without an error, and the same whether or not it was folded before', () => {
    fc.assert(
      fc.property(texts, (text) => {
        readConsent(text);
        readAnswer(text);
        assert.equal(foldedText(foldedText(text)), foldedText(text));
      }),
      { numRuns: 1_500 },
    );
  });

  it('is read in bounded time, also where 10,000 characters repeat what the patterns look for', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const repeated = `${pieces.join(' ')} `;
        const text = repeated.repeat(Math.ceil(10_000 / repeated.length));
        const began = performance.now();
        readConsent(text);
        readAnswer(text);
        assert.ok(performance.now() - began < 1_000, JSON.stringify(repeated));
      }),
      { numRuns: 150 },
    );
  });
});
