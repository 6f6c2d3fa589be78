import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { foldToGsm7 } from '#domain/message/fold-to-gsm7.ts';
import { isGsm7 } from '#domain/message/gsm7.ts';

describe('a text folded to GSM-7', () => {
  const cases = [
    ['It’s “on” – see…', `It's "on" - see...`],
    ['10\u00A0h\u202F30', '10 h 30'],
    ['oﬃce ﬁle', 'office file'],
    ['zero\u200Bwidth\uFEFF', 'zerowidth'],
    ['½ hour', '1/2 hour'],
    ['José Muñoz Müller è à', 'José Muñoz Müller è à'],
    ['Jose\u0301', 'José'],
    ['Bogotá', 'Bogotá'],
    ['Ação', 'Ação'],
    ['李 😀', '李 😀'],
    ['plain', 'plain'],
    ['', ''],
  ] as const;
  for (const [text, expected] of cases) it(`${text} is ${expected}`, () => assert.equal(foldToGsm7(text), expected));

  const lossy = [
    ['Bogotá, São Paulo, Ação', 'Bogota, Sao Paulo, Acao'],
    ['Nguyễn Łukasz Þór Đặng', 'Nguyen Lukasz Thor Dang'],
    ['mañana é ü ß', 'mañana é ü ß'],
    ['cœur', 'coeur'],
    ['20 °C', '20  deg.C'],
    ['Ｆｕｌｌ', 'Full'],
    ['李 😀 â', '李 😀 a'],
  ] as const;
  for (const [text, expected] of lossy)
    it(`${text} is ${expected} with loss`, () => assert.equal(foldToGsm7(text, 'gsm7-with-loss'), expected));

  const text = fc.string({ unit: 'binary', maxLength: 60 });
  it('is done after once, and leaves a text of GSM-7 as it is', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('gsm7' as const, 'gsm7-with-loss' as const), (written, fold) => {
        const folded = foldToGsm7(written, fold);
        assert.equal(foldToGsm7(folded, fold), folded);
        assert.ok(isGsm7(written) ? folded === written : true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('without loss leaves every letter what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcáéíóúñçãõâêôüößłœþ李'.split('')), maxLength: 30 }), (written) => {
        assert.equal(foldToGsm7(written), written);
      }),
    );
  });
});
