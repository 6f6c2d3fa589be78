import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { nameCase } from '#domain/campaign/name-case.ts';

describe('a name', () => {
  const cases = [
    ['JOHN', 'John'],
    ['john smith', 'John Smith'],
    ["O'BRIEN", "O'Brien"],
    ['o’brien', 'O’Brien'],
    ["D'SOUZA", "D'Souza"],
    ["ANN'S", "Ann's"],
    ['VAN DER BERG', 'van der Berg'],
    ['ludwig van beethoven', 'Ludwig van Beethoven'],
    ['MCDONALD', 'McDonald'],
    ['mcdonald-o’hara', 'McDonald-O’Hara'],
    ['GARCÍA-LÓPEZ', 'García-López'],
    ['MARIA DA SILVA', 'Maria da Silva'],
    ['DE LA CRUZ', 'de la Cruz'],
    ['LA ROSA', 'La Rosa'],
    ['LE', 'Le'],
    ['VAN', 'Van'],
    ['JOHN SMITH III', 'John Smith III'],
    ['dr. li na', 'Dr. Li Na'],
    ['J.P. MORGAN', 'J.P. Morgan'],
    ['SIÂN', 'Siân'],
    ['ÖZGÜR', 'Özgür'],
    ['  ANA   MARIA ', 'Ana Maria'],
    ['X', 'X'],
    ['李娜', '李娜'],
    ['McDonald', 'McDonald'],
    ['deShawn', 'deShawn'],
    ['van der Berg', 'van der Berg'],
    ['', ''],
  ] as const;
  for (const [written, expected] of cases) it(`${written} is ${expected}`, () => assert.equal(nameCase(written), expected));

  it('never loses a letter, and is done after once', () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abcdezáñöOBMCV '’-.".split('')), maxLength: 20 });
    fc.assert(
      fc.property(letters, (name) => {
        const cased = nameCase(name);
        assert.equal(cased.toLowerCase(), name.toLowerCase().trim().replace(/\s+/g, ' '));
        assert.equal(nameCase(cased), cased);
      }),
    );
  });
});
