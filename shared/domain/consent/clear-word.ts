import { aloneOnly, furtherWords } from '../kernel/further-opt-out-words.ts';
import { optOutWords, type Language, type OptOutWord } from '../kernel/opt-out-words.ts';
import { squeezedLetters } from './core-words.ts';
import { misspelt } from './courtesy.ts';

type Named = Readonly<{ word: string; language: Language }>;

const known = new Map(optOutWords.flatMap((entry) => [[squeezedLetters(entry.word), entry] as const, [entry.word, entry] as const]));
/** A word of the law's or the providers', also with a letter twice. */
export const knownAs = (word: string): OptOutWord | undefined => known.get(word) ?? known.get(squeezedLetters(word));

/** A word that is nothing else where nothing else is said. */
export const alone = (word: string): Named | undefined => {
  const language = aloneOnly.get(word);
  return language && { word, language };
};

/** Signs that say it without a word. */
const signs: ReadonlySet<string> = new Set(['🛑', '⛔', '🖕']);
export const isSign = (word: string): boolean => signs.has(word);

/** Words that may stand in a sentence that asks for an end and says little else; END or CANCEL could ask for another one. */
export const clearWord = (word: string): Named | undefined => {
  const entry = knownAs(word);
  if (entry) return entry.ambiguous ? undefined : entry;
  const meant = misspelt.get(word);
  if (meant !== undefined) return { word: meant, language: 'en' };
  const language = furtherWords.get(word);
  return language && { word, language };
};
