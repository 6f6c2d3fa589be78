/** One thing that a form lacks or has wrong, and what to do about it. */
export type Missing = Readonly<{
  /** the field, like `samples[1]` */
  at: string;
  code: string;
  words: string;
  /** it would be refused; advice otherwise */
  blocks: boolean;
}>;

export const missing = (at: string, code: string, words: string): Missing => ({ at, code, words, blocks: true });
export const advice = (at: string, code: string, words: string): Missing => ({ at, code, words, blocks: false });

export const blocking = (list: readonly Missing[]): readonly Missing[] => list.filter(({ blocks }) => blocks);

/** One line for each, for whoever has to write it. */
export const missingWords = (list: readonly Missing[]): string => list.map(({ at, words }) => `${at}: ${words}`).join('; ');

/** What a text's length should have been; nothing where it is right. `label` begins the sentence. */
export const lengthProblem = (
  at: string,
  given: string | undefined,
  { least, most, label }: Readonly<{ least: number; most: number; label: string }>,
): readonly Missing[] => {
  if (given === undefined || given === '') return [missing(at, 'missing', `${label} is missing`)];
  const { length } = given;
  if (length < least) return [missing(at, 'too_short', `${label} has ${length} characters; it needs ${least} at least`)];
  if (length > most) return [missing(at, 'too_long', `${label} has ${length} characters; it may have ${most}`)];
  return [];
};
