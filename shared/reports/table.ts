import type { Cell, Report } from './report.ts';

/** Control characters would move the cursor, or hide what follows. */
const control = /\p{Cc}+/gu;

const shown = (cell: Cell): string => (cell === null ? '' : String(cell).replaceAll(control, ' '));
const widthOf = (text: string): number => Array.from(text).length;

const padded = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
};

/** Aligned columns for a terminal, numbers to the right; a word where there is nothing to show. */
export const toTable = ({ columns, rows }: Report): string => {
  if (rows.length === 0) return 'nothing to report\n';
  const cells = rows.map((row) => columns.map((column) => shown(row[column] ?? null)));
  const right = columns.map((column) => rows.every((row) => typeof (row[column] ?? 0) === 'number'));
  const widths = columns.map((column, n) => Math.max(widthOf(column), ...cells.map((line) => widthOf(line[n] ?? ''))));
  const lineOf = (line: readonly string[]): string =>
    line
      .map((text, n) => padded(text, widths[n] ?? 0, right[n] ?? false))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  return `${[columns, rule, ...cells].map(lineOf).join('\n')}\n`;
};
