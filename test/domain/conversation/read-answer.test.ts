import assert from 'node:assert/strict';
import { readConsent } from '#domain/consent/read-consent.ts';
import { readAnswer } from '#domain/conversation/read-answer.ts';
import { english } from './answers.ts';
import { romance } from './romance-answers.ts';

const answers = { English: english, ...romance };

/** As the house acts: below that a person reads it. */
const sureEnough = 0.7;
const meaningOf = (text: string): string => {
  const { meaning, confidence } = readAnswer(text);
  return meaning !== undefined && confidence >= sureEnough ? meaning : 'unclear';
};

describe('what a reply says of its appointment', () => {
  for (const [language, byMeaning] of Object.entries(answers))
    for (const [meaning, texts] of Object.entries(byMeaning))
      it(`is ${meaning} in ${language}`, () => {
        const wrong = texts.filter((text) => meaningOf(text) !== meaning);
        assert.ok(wrong.length <= texts.length * 0.03, wrong.map((text) => `${text}: ${meaningOf(text)}`).join(' | '));
      });

  it('is no opt-out, except by the bare words that are one', () => {
    const texts = Object.values(answers).flatMap((byMeaning) => Object.values(byMeaning).flat());
    assert.ok(texts.length >= 280);
    assert.deepEqual(
      texts.filter((text) => readConsent(text)?.kind === 'stop'),
      [],
    );
  });

  it("is by the campaign's own words first, whatever they mean elsewhere", () => {
    const words = { confirm: ['1', 'ja klar'], cancel: ['C', '9'], reschedule: ['yes'] };
    for (const [text, meaning] of [
      ['1', 'confirm'],
      ['1.', 'confirm'],
      [' Ja, klar! ', 'confirm'],
      ['c', 'cancel'],
      ['YES', 'reschedule'],
    ] as const)
      assert.deepEqual(readAnswer(text, words), { meaning, confidence: 1 }, text);
    assert.deepEqual(readAnswer('9 please', words), { meaning: 'cancel', confidence: 0.95 });
    assert.equal(readAnswer('1').confidence, 0, 'a number means nothing without the campaign');
  });

  it('is the stronger where two things are said, and unclear where they contradict', () => {
    assert.equal(meaningOf('I have to cancel. Can we do another day?'), 'reschedule');
    assert.equal(meaningOf('yes, cancel it'), 'cancel');
    assert.equal(meaningOf('I will be there but cancel the other one'), 'unclear');
    assert.equal(meaningOf('no problem'), 'confirm');
    assert.equal(meaningOf("I won't cancel"), 'confirm');
  });

  it('says that there is a question in it', () => {
    assert.deepEqual(readAnswer("I'll be there. Do I need to fast?"), { meaning: 'confirm', confidence: 0.75, asks: true });
    assert.equal(readAnswer('see you then').asks, undefined);
  });

  it('is what its sender wrote, not what he quotes', () => {
    assert.equal(meaningOf('Liked “Reply X to cancel”'), 'confirm');
    assert.equal(meaningOf('Yes\n\nOn Mon, Nov 2, 2026 Clinic wrote:\n> Reply X to cancel'), 'confirm');
    assert.equal(meaningOf('Questioned “See you at 9”'), 'unclear');
    for (const text of ['', '   ', '…', '\u200b']) assert.deepEqual(readAnswer(text), { confidence: 0 });
  });

  it('takes no longer for a text that is long or repeats itself', () => {
    const began = performance.now();
    for (const piece of ['can we ', 'no quiero ', 'not able to be ', 'change my the this our ', 'ok ', 'a '])
      readAnswer(piece.repeat(50_000));
    assert.ok(performance.now() - began < 2_000);
  });
});
