import assert from 'node:assert/strict';
import { readConsent } from '#domain/consent/read-consent.ts';
import { readAnswer } from '#domain/conversation/read-answer.ts';
import { sitting } from '../consent/sitting.ts';

const sureEnough = 0.7;
const answerTo = (text: string): string => {
  if (readConsent(text)?.kind === 'stop') return 'stop';
  const { meaning, confidence } = readAnswer(text);
  return meaning !== undefined && confidence >= sureEnough ? meaning : 'unclear';
};
/** By themselves these say opt out at every provider. */
const bare = new Set(['X', 'cancelar', 'annuler']);

/** A wrong answer moves or drops somebody's visit; an unclear one costs a person a look. */
describe('answers that were written before the patterns had seen them', () => {
  for (const code of ['en', 'es', 'pt', 'fr'])
    for (const round of ['answers'])
      it(`are seldom unclear and nearly never wrong: ${code}, ${round}`, () => {
        const all = [...sitting(`${round}-${code}`)].flatMap(([meaning, texts]) => texts.map((text) => ({ meaning, text })));
        const read = all.filter(({ text }) => !bare.has(text)).map((one) => ({ ...one, got: answerTo(one.text) }));
        const missed = read.filter(({ meaning, got }) => meaning !== got);
        const wrong = missed.filter(({ got }) => got !== 'unclear');
        const words = missed.map(({ text, got }) => `${text}: ${got}`).join(' | ');
        assert.ok(read.length >= 60 && missed.length <= read.length * 0.05, words);
        assert.ok(wrong.length <= read.length * 0.01, words);
      });
});
