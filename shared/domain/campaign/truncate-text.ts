const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What people see as one character each. */
const charactersOf = (text: string): readonly string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

/** No more of a text is looked at than could be kept: a grapheme is hardly ever longer. */
const unitsPerCharacter = 40;

/**
 * The beginning of a text, at most `length` characters with the ending, cut between words; within a word only where the first one is too
 * long by itself, and never within a character (no half emoji, no letter without its mark).
 */
export const truncateText = (text: string, length: number, ending: string): string => {
  if (text.length <= length) return text;
  const seen = charactersOf(text.slice(0, (length + 1) * unitsPerCharacter));
  if (seen.length <= length) return text;
  const room = Math.max(length - charactersOf(ending).length, 0);
  const kept = seen.slice(0, room).join('');
  const endsAtWord = room === 0 || /\s/u.test(seen[room] ?? ' ');
  const space = endsAtWord ? -1 : kept.search(/\s\S*$/u);
  const words = (space > 0 ? kept.slice(0, space) : kept).replace(/[\s,;:–—-]+$/u, '');
  return (words === '' ? kept : words) + ending;
};
