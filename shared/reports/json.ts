import type { Report } from './report.ts';

/** A list of objects in the order of the columns, one a line. */
export const toJson = ({ columns, rows }: Report): string => {
  const lines = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))));
  return lines.length === 0 ? '[]\n' : `[\n${lines.map((line) => `  ${line}`).join(',\n')}\n]\n`;
};
