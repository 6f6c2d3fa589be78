import { foldToGsm7 } from './fold-to-gsm7.ts';
import { isGsm7, septets } from './gsm7.ts';
import { segmentsOf, type Segments } from './segments.ts';

/** A character that GSM-7 lacks, so that the whole text goes out in UCS-2, at 70 instead of 160 in a segment. */
export type CostlyCharacter = Readonly<{
  character: string;
  /** U+2019 */
  code: string;
  count: number;
  /** what says the same in GSM-7 */
  same?: string;
  /** what comes near it in GSM-7, where nothing says the same */
  near?: string;
  /** segments of the text if this character alone were folded, or left out where it has no likeness */
  segmentsWithout: number;
}>;

export type SegmentCost = Segments &
  Readonly<{
    /** the first twenty kinds, the most frequent first */
    costly: readonly CostlyCharacter[];
    /** characters of GSM-7 that take the place of two: { } [ ] ~ ^ | \ and the euro sign */
    double: Readonly<Record<string, number>>;
    /** segments if the text were folded to GSM-7 without loss, and with it */
    segmentsFolded: number;
    segmentsFoldedWithLoss: number;
    /** how many characters less would save a segment; undefined for a text of one segment */
    charactersTooMany?: number;
  }>;

const shownKinds = 20;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const countsOf = (characters: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
};

const codeOf = (character: string): string =>
  Array.from(character, (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');

const costlyOf = (text: string, [character, count]: readonly [string, number]): CostlyCharacter => {
  const same = foldToGsm7(character);
  const near = foldToGsm7(character, 'gsm7-with-loss');
  const written = isGsm7(same) ? same : isGsm7(near) ? near : '';
  const segmentsWithout = segmentsOf(text.replaceAll(character, written)).segments;
  const likeness = isGsm7(same) ? { same } : isGsm7(near) ? { near } : {};
  return { character, code: codeOf(character), count, ...likeness, segmentsWithout };
};

/** The fewest characters at the end without which a segment less is enough: more text never takes fewer segments. */
const tooMany = (characters: readonly string[], segments: number): number => {
  let [enough, over] = [0, characters.length];
  while (over - enough > 1) {
    const middle = (enough + over) >> 1;
    if (segmentsOf(characters.slice(0, middle).join('')).segments < segments) enough = middle;
    else over = middle;
  }
  return characters.length - enough;
};

/** Which characters make a text dear, and what would make it cheaper. For a preview: it counts the text many times. */
export const segmentCost = (text: string): SegmentCost => {
  const counted = segmentsOf(text);
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  const foreign = [...countsOf(characters.filter((character) => !isGsm7(character)))].sort(([, one], [, other]) => other - one);
  const double = countsOf(Array.from(text).filter((character) => septets[character.charCodeAt(0)] === 2));
  return {
    ...counted,
    costly: foreign.slice(0, shownKinds).map((kind) => costlyOf(text, kind)),
    double: Object.fromEntries(double),
    segmentsFolded: segmentsOf(foldToGsm7(text)).segments,
    segmentsFoldedWithLoss: segmentsOf(foldToGsm7(text, 'gsm7-with-loss')).segments,
    ...(counted.segments === 1 ? {} : { charactersTooMany: tooMany(characters, counted.segments) }),
  };
};
