/**
 * A cell that begins with a quote goes on over line breaks until a quote ends it, so a quote that nobody meant swallows the rows after it.
 * These two tell such a record from a cell that really has several lines.
 */

const lineBreak = /\r\n|\n|\r/;

/** Behind the quote that ends the cell which begins at `start`; the end of the text where none does. */
const endOfQuoted = (text: string, start: number): number => {
  let quote = text.indexOf('"', start + 1);
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  return quote < 0 ? text.length : quote + 1;
};

/** Whether a quoted cell goes on behind the quote that ends it: then that quote was the beginning of another row's cell. */
export const goesOnAfterQuote = (record: string, delimiter: string): boolean => {
  for (let at = 0; at < record.length; at += 1) {
    if (record[at] === '"') {
      at = endOfQuoted(record, at);
      if (at < record.length && !`${delimiter}\r\n`.includes(record[at] ?? '')) return true;
    } else {
      const next = record.indexOf(delimiter, at);
      if (next < 0) return false;
      at = next;
    }
  }
  return false;
};

/** Lines that are looked at, so that the answer is the same while a record is still being read. */
const fewLines = 8;
/** With fewer, lines of plain text may be alike by chance. */
const fewestDelimiters = 3;

const countIn = (line: string, delimiter: string): number => line.split(delimiter).length - 1;

export type Written = Readonly<{ delimiter: string; /** the text ends where the record does */ whole: boolean }>;

/**
 * How many cells each line of a record has, where they are alike, as rows are, and as the lines of a text are not; undefined where they are not. Where
 * the record is not whole there is no answer until there are lines enough.
 */
const widthOfLines = (record: string, { delimiter, whole }: Written): number | undefined => {
  const lines = record.split(lineBreak, fewLines + 1);
  if (whole && lines.at(-1) === '') lines.pop();
  if (lines.length < (whole ? 2 : fewLines + 1)) return undefined;
  const count = countIn(lines[0] ?? '', delimiter);
  const isAlike = count >= fewestDelimiters && lines.slice(0, fewLines).every((line) => countIn(line, delimiter) === count);
  return isAlike ? count + 1 : undefined;
};

/** Whether the lines of what was read so far are rows, whatever follows. */
export const isHopelessAfter = (read: string, delimiter: string): boolean => widthOfLines(read, { delimiter, whole: false }) !== undefined;

/** `cells`: how many it has as one record; `known`: how many records of the same file have. */
export type Measured = Readonly<{ delimiter: string; cells: number; known: readonly number[] }>;

/**
 * Whether a whole record is rows that a quote has run together. Where its lines are as wide as the file's records they are rows; where the record is, and
 * where its quoted lines hold no delimiter, it is one record whose lines happen to be alike.
 */
export const isMadeOfRows = (record: string, { delimiter, cells, known }: Measured): boolean => {
  const width = widthOfLines(record, { delimiter, whole: true });
  if (width === undefined) return false;
  if (known.includes(width)) return true;
  return !known.includes(cells) && countIn(record, delimiter) > cells - 1;
};
