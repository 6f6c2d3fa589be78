import { z } from 'zod';
import { stripHtml } from './strip-html.ts';

const words = z.string().min(1).max(500);

/** One thing that is done to a field, or, where no field is named, to the whole message. It says one of chop, replace, stripHtml and fold. */
export const textFilter = z.strictObject({
  field: z.string().min(1).optional(),
  /** these words and whatever follows them go */
  chop: words.optional(),
  /** these words, wherever they stand, become `with` */
  replace: words.optional(),
  with: z.string().max(500).optional(),
  stripHtml: z.literal(true).optional(),
  /** what GSM-7 can say as well; with-loss: á without its mark too */
  fold: z.enum(['gsm7', 'gsm7-with-loss']).optional(),
});
export type TextFilter = z.infer<typeof textFilter>;

export const actions = ['chop', 'replace', 'stripHtml', 'fold'] as const;

/** UTF-16 units that a text may grow to by replacing: longer than any message. */
const longest = 200_000;

const chopped = (text: string, words: string): string => {
  const at = text.indexOf(words);
  return at < 0 ? text : text.slice(0, at).trimEnd();
};

const replaced = (text: string, words: string, by: string): string => {
  const pieces = text.split(words);
  const length = text.length + (pieces.length - 1) * (by.length - words.length);
  return length > longest ? text : pieces.join(by).trim();
};

type Fold = NonNullable<TextFilter['fold']>;

/** The filter as a function; `foldTo` knows how GSM-7 is written. A text that would grow beyond any message stays as it is. */
export const applyFilter = (
  { chop, replace, with: by, fold, stripHtml: strip }: TextFilter,
  foldTo: (text: string, fold: Fold) => string,
) => {
  if (chop !== undefined) return (text: string): string => chopped(text, chop);
  if (replace !== undefined) return (text: string): string => replaced(text, replace, by ?? '');
  if (fold !== undefined) return (text: string): string => foldTo(text, fold).trim();
  return strip ? stripHtml : (text: string): string => text;
};
