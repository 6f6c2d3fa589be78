import { remember } from '../kernel/remember.ts';
import { isGsm7 } from './gsm7.ts';

/** What reads the same when it is written in GSM-7: marks that a word processor put in, spaces, and letters that are set as one. */
const same: readonly (readonly [characters: string, written: string])[] = [
  ['‘’‚‛′ʼʹ＇`´', "'"],
  ['“”„‟″«»〝〞＂', '"'],
  ['‐‑‒–—―−﹘﹣－', '-'],
  ['…', '...'],
  ['‥', '..'],
  ['\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t', ' '],
  ['\u2028\u2029\u0085\v', '\n'],
  ['\u00AD\u200B\u200C\u2060\uFEFF\u200E\u200F\u202A\u202B\u202C\u202D\u202E', ''],
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ﬅﬆ', 'st'],
  ['ĳ', 'ij'],
  ['Ĳ', 'IJ'],
  ['½', '1/2'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['⁄∕', '/'],
  ['№', 'No.'],
  ['℅', 'c/o'],
];

/** Letters without a mark to take off, and signs, as one writes them where they are not to be had. */
const near: readonly (readonly [characters: string, written: string])[] = [
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đð', 'd'],
  ['ĐÐ', 'D'],
  ['þ', 'th'],
  ['Þ', 'Th'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['Ħ', 'H'],
  ['ŋ', 'n'],
  ['ẞ', 'SS'],
  ['•·●▪◦‣', '-'],
  ['‹', '<'],
  ['›', '>'],
  ['°', ' deg.'],
  ['ª', 'a'],
  ['º', 'o'],
  ['×', 'x'],
  ['÷', ':'],
  ['©', '(c)'],
  ['®', '(R)'],
  ['™', '(TM)'],
  ['¢', 'c'],
  ['µμ', 'u'],
];

const mapOf = (pairs: typeof same): ReadonlyMap<string, string> =>
  new Map(pairs.flatMap(([characters, written]) => Array.from(characters, (character) => [character, written] as const)));

const losslessly = mapOf(same);
const nearly = mapOf(near);

const bare = (character: string): string | undefined => {
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain !== '' && isGsm7(plain) ? plain : undefined;
};

const oneLosslessly = remember(4_000, (character: string): string => losslessly.get(character) ?? character);
const oneNearly = remember(4_000, (character: string): string => {
  const folded = oneLosslessly(character);
  return isGsm7(folded) ? folded : (nearly.get(character) ?? bare(character) ?? character);
});

export type Fold = 'gsm7' | 'gsm7-with-loss';

/**
 * The text with what GSM-7 can say as well: curly quotes, dashes, ellipses, spaces that do not break, ligatures. é, ñ and ü are GSM-7 and
 * stay. What GSM-7 lacks (á, ó, ç, ł, °) is written without its mark only `with-loss`; what has no likeness there (李, emoji) always stays.
 */
export const foldToGsm7 = (text: string, fold: Fold = 'gsm7'): string => {
  if (isGsm7(text)) return text;
  const one = fold === 'gsm7' ? oneLosslessly : oneNearly;
  let folded = '';
  // a letter and its mark become one character, which GSM-7 may have
  for (const character of text.normalize('NFC')) folded += one(character);
  return folded;
};
