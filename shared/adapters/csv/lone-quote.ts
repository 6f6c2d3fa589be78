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
export const goesOnAfterQuote = (record: string): boolean => {
  for (let at = 0; at < record.length; at += 1) {
    if (record[at] === '"') {
      at = endOfQuoted(record, at);
      if (at < record.length && !',\r\n'.includes(record[at] ?? '')) return true;
    } else {
      const comma = record.indexOf(',', at);
      if (comma < 0) return false;
      at = comma;
    }
  }
  return false;
};

/** Lines that are looked at, so that the answer is the same while a record is still being read. */
const fewLines = 8;
/** With fewer, lines of plain text may be alike by chance. */
const fewestCommas = 3;

const commasIn = (line: string): number => line.split(',').length - 1;

/**
 * Whether the lines of a record are alike, as rows are, and as the lines of a text are not. `whole`: the text ends where the record does;
 * else the answer is no until there are lines enough.
 */
export const isMadeOfRows = (record: string, whole: boolean): boolean => {
  const lines = record.split(lineBreak, fewLines + 1);
  if (whole && lines.at(-1) === '') lines.pop();
  if (lines.length < (whole ? 2 : fewLines + 1)) return false;
  const commas = commasIn(lines[0] ?? '');
  return commas >= fewestCommas && lines.slice(0, fewLines).every((line) => commasIn(line) === commas);
};
