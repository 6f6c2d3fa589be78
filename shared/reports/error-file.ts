import { csvCell } from './csv.ts';

/** A file of the sender's own with what is wrong with its rows in a first column: to be mended in a spreadsheet, and dropped again. */

type FailedRow = Readonly<{ cells: readonly string[]; errors: readonly string[] }>;

const errorColumn = 'Error';

/** A spreadsheet takes these for numbers: it would drop their zeros and write long ones as 2.08556E+09. */
const isNumberToLose = /^(?:\d{7,}|0\d+)$/;

/** A cell as a spreadsheet must leave it; what is guarded by an apostrophe is read without it when the file comes back. */
export const guarded = (cell: string): string => (isNumberToLose.test(cell) ? `'${cell}` : csvCell(cell));

/** Spreadsheets take a file for UTF-8 only when it begins like this. */
const byteOrderMark = '\uFEFF';

/** Where a file that was handed out once comes in again, its column of errors is replaced. */
const ownCells = (header: readonly string[], cells: readonly string[]): readonly string[] =>
  header[0] === errorColumn ? cells.slice(1) : cells;

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

export const errorFileHeader = (header: readonly string[]): string =>
  byteOrderMark + line([errorColumn, ...ownCells(header, header).map(guarded)]);

export const errorFileRows = (header: readonly string[], rows: readonly FailedRow[]): string =>
  rows.map(({ cells, errors }) => line([csvCell(errors.join(' ')), ...ownCells(header, cells).map(guarded)])).join('');
