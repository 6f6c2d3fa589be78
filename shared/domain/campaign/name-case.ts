import { remember } from '../kernel/remember.ts';

/** Written small inside a name, and in front of it too. */
const particles = new Set('van von der den de del della di da dos das du af zu bin ibn'.split(' '));
/** Written small inside a name only: in front they are as often a name of their own (Le, Do, La Rosa). */
const innerParticles = new Set('la le los las el al do y e ten ter'.split(' '));
const numerals = /^(?:ii|iii|iv|vi|vii|viii)$/;

const capital = (word: string): string => {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
};

/** One part of a word between hyphens, apostrophes and dots, in lower case. */
const part = (text: string): string => {
  const scottish = /^mc(\p{L}{3,})$/u.exec(text);
  return scottish ? `Mc${capital(scottish[1]!)}` : capital(text);
};

/** After an apostrophe a capital follows only a short beginning: O'Brien, D'Souza, Dell'Acqua, but Ann's. */
const afterApostrophe = (before: string): boolean => /(?:^|[^\p{L}])(?:o|d|l|dell|dall|m|n)['’]$/iu.test(before);

const caseWord = (word: string): string => {
  if (numerals.test(word)) return word.toUpperCase();
  let cased = '';
  for (const piece of word.split(/([-'’.(]+)/)) {
    const begins = !/['’]$/.test(cased) || afterApostrophe(cased);
    cased += begins ? part(piece) : piece;
  }
  return cased;
};

const caseName = (name: string): string => {
  const words = name.toLowerCase().split(' ');
  return words
    .map((word, i) => {
      const last = i === words.length - 1;
      const small = particles.has(word) || (i > 0 && innerParticles.has(word));
      return small && !last ? word : caseWord(word);
    })
    .join(' ');
};

/** Both kinds of letters: somebody has taken care. */
const isMixed = (name: string): boolean => /\p{Lu}/u.test(name) && /\p{Ll}/u.test(name);

/** A name as one writes it, from one in capitals or small letters: O'Brien, van der Berg, McDonald, García-López. Mixed case stays. */
export const nameCase = remember(10_000, (name: string): string => {
  const spaced = name.trim().replace(/\s+/g, ' ');
  return isMixed(spaced) ? spaced : caseName(spaced);
});
