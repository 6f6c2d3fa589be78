import assert from 'node:assert/strict';
import { readConsent } from '#domain/consent/read-consent.ts';
import { optOutWords } from '#domain/kernel/opt-out-words.ts';
import { laterEnglish } from './later-replies.ts';
import { laterRomance } from './later-romance.ts';
import { providerWords } from './provider-words.ts';
import * as english from './replies-en.ts';
import * as spanish from './replies-es.ts';
import * as french from './replies-fr.ts';
import * as portuguese from './replies-pt.ts';
import type { Replies } from './replies.ts';

const tables = { English: english, Spanish: spanish, Portuguese: portuguese, French: french };
const later = { English: laterEnglish, ...laterRomance };
const isStop = (text: string): boolean => readConsent(text)?.kind === 'stop';
const textsOf = (groups: readonly Replies[]): readonly string[] => groups.flatMap(({ texts }) => texts);

describe('what a reply says about consent', () => {
  for (const language of ['English', 'Spanish', 'Portuguese', 'French'] as const) {
    const optOuts = [...tables[language].optOuts, ...later[language].optOuts];
    const others = [...tables[language].others, ...later[language].others];
    it(`finds 99 % of the opt-outs in ${language}`, () => {
      const texts = textsOf(optOuts);
      const missed = texts.filter((text) => !isStop(text));
      assert.ok(
        texts.length >= 50 && missed.length <= texts.length * 0.01,
        `missed ${missed.length} of ${texts.length}: ${missed.join(' | ')}`,
      );
    });

    it(`takes at most 1 % of other replies for one in ${language}`, () => {
      const texts = textsOf(others);
      const wrong = texts.filter(isStop);
      assert.ok(texts.length >= 70 && wrong.length <= texts.length * 0.01, `took ${wrong.length} of ${texts.length}: ${wrong.join(' | ')}`);
    });
  }

  for (const [source, words] of Object.entries(providerWords))
    it(`takes every word of ${source}`, () => {
      for (const word of words) assert.ok(isStop(word) && isStop(word.toLowerCase()) && isStop(` ${word}. `), word);
    });

  it('takes its words however they are typed, and says which one', () => {
    for (const { word, language, ambiguous } of optOutWords)
      for (const text of [word, word.toUpperCase(), ` ${word}. `, `"${word}"`, `${word}!!!`]) {
        const flags = { ...(ambiguous ? { ambiguous } : {}), ...(word === 'stopall' ? { wide: true } : {}) };
        assert.deepEqual(readConsent(text), { kind: 'stop', by: 'word', language, word, ...flags }, text);
      }
  });

  it('says that a bare CANCEL could be about the appointment, and leaves it alone in a sentence', () => {
    assert.deepEqual(readConsent('Cancel'), { kind: 'stop', by: 'word', language: 'en', word: 'cancel', ambiguous: true });
    for (const text of ['please cancel', 'cancel it', 'Cancelar la cita', 'annuler le rendez-vous'])
      assert.equal(readConsent(text), undefined, text);
  });

  it('tells who got messages that were meant for somebody else', () => {
    for (const text of ['wrong number', 'número equivocado', 'número errado', 'mauvais numéro']) {
      const found = readConsent(text);
      assert.ok(found?.kind === 'stop' && found.misdirected, text);
    }
  });

  it('tells who wants nothing at all', () => {
    const isWide = (text: string): boolean => {
      const found = readConsent(text);
      return found?.kind === 'stop' && found.wide === true;
    };
    for (const text of ['STOP ALL', 'stopall', 'stop contacting me', 'do not contact me', 'stop all calls and texts'])
      assert.ok(isWide(text), text);
    for (const text of ['STOP', 'stop texting me', 'remove me']) assert.ok(!isWide(text), text);
  });

  it('knows START and HELP in four languages, and takes no YES for START', () => {
    for (const text of ['START', 'unstop', 'Subscribe please', 'opt me back in', 'alta', 'INICIAR', 'reprendre'])
      assert.equal(readConsent(text)?.kind, 'start', text);
    for (const text of ['HELP', 'help!', 'INFO', 'Ayuda', 'ajuda', 'aide svp']) assert.equal(readConsent(text)?.kind, 'help', text);
    for (const text of ['yes', 'I need help with parking', 'start time?', '', '   ', '👍', '.'])
      assert.equal(readConsent(text), undefined, text);
  });

  it('reads what its sender wrote, not what he quotes', () => {
    const quoted = 'Sounds good!\n\nOn Mon, Nov 2, 2026 at 9:00 AM Clinic wrote:\n> See you. Reply STOP to opt out.\n> STOP';
    assert.equal(readConsent(quoted), undefined);
    assert.equal(readConsent('Liked “See you at 9. Reply STOP to opt out.”'), undefined);
    assert.equal(readConsent('👍 to “Reply STOP to stop”'), undefined);
    assert.equal(readConsent('STOP\n\nOn Mon, Nov 2, 2026 Clinic wrote:\n> See you')?.kind, 'stop');
  });

  it('takes no longer for a text that is long or repeats itself', () => {
    const pieces = ['no quiero de la los ', 'stop ', 'a', 'please remove me my ', '> ', 'liked "', 'did not want to '];
    const began = performance.now();
    for (const piece of pieces) readConsent(piece.repeat(100_000 / piece.length));
    assert.ok(performance.now() - began < 2_000);
    assert.equal(readConsent('stop '.repeat(20_000))?.kind, 'stop');
  });
});
