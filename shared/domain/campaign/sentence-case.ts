/** Both kinds of letters, apart from single ones: somebody has taken care. */
const isShouted = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/**
 * Text in capitals becomes sentences in small letters; in any other text only the first letter of each sentence becomes a capital.
 * A sentence begins at the start, after . ! or ? with a space, and on a new line.
 */
export const sentenceCase = (text: string): string => {
  const spaced = text.trim();
  const lower = isShouted(spaced) ? spaced.toLowerCase() : spaced;
  return lower.replace(/(^|[.!?…]["'”’)]*\s+|\n\s*)([¿¡"'“‘(]*)(\p{Ll})/gu, (_, before: string, open: string, letter: string) => {
    const capital = letter.toUpperCase();
    return before + open + (capital.length === letter.length ? capital : letter);
  });
};
