import type { Cell, Report } from './report.ts';

/** Spreadsheets run what begins like this as a formula, and take a phone number for a sum. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const needsQuotes = /[",\r\n]|^\s|\s$/;

/** A cell as text that a spreadsheet shows as it is: an apostrophe keeps formulas and phone numbers texts. Numbers stay numbers. */
export const csvCell = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180: a header line, CRLF, quotes where they are needed. */
export const toCsv = ({ columns, rows }: Report): string =>
  [columns.map(csvCell), ...rows.map((row) => columns.map((column) => csvCell(row[column] ?? null)))]
    .map((cells) => `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')}\r\n`)
    .join('');
