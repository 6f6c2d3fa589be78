import type { ReadRow, Understood } from '#ports/row-reader.ts';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { mergedFiller, type Area } from './merged-cells.ts';
import type { SheetRow } from './sheet-rows.ts';

export type VisibleOptions = Readonly<{
  format: 'xlsx' | 'xls' | 'ods';
  sheet: string;
  otherSheets: number;
  hiddenColumns: ReadonlySet<number>;
  merged: readonly Area[];
  /** rows up to this number are done with */
  start: number;
}>;

/** Cells of columns that can be seen, without empty ones at the end. */
const visible = (cells: readonly string[], hidden: ReadonlySet<number>, width: number): string[] => {
  const kept: string[] = [];
  let end = 0;
  for (let column = 0; column < Math.min(cells.length, width); column += 1) {
    if (hidden.has(column)) continue;
    const cell = cells[column] ?? '';
    kept.push(cell);
    if (cell !== '') end = kept.length;
  }
  kept.length = end;
  return kept;
};

const isBlank = (cells: readonly string[]): boolean => !cells.some((cell) => cell !== undefined && cell.trim() !== '');

const countBefore = (columns: ReadonlySet<number>, width: number): number => [...columns].filter((column) => column < width).length;

const understoodOf = ({ format, otherSheets, hiddenColumns }: VisibleOptions, columns: number, width: number): Understood => {
  const hidden = countBefore(hiddenColumns, width);
  return { format, columns, ...(hidden > 0 && { hiddenColumns: hidden }), ...(otherSheets > 0 && { otherSheets }) };
};

const toRead = ({ row, hasError, notes }: SheetRow, cells: string[], filled: boolean): ReadRow => {
  const all = filled ? [...notes, 'merged_cells'] : notes;
  return { cells, end: row, row, ...(hasError && { fault: 'value_error' }), ...(all.length > 0 && { notes: all }) };
};

/**
 * Records of a sheet as people see it: hidden rows and columns left out, merged cells filled. The first row with a text is the header. A place in the
 * file is the number of a row.
 */
export async function* visibleRows(rows: AsyncIterable<SheetRow>, options: VisibleOptions): AsyncGenerator<ReadRow> {
  const { hiddenColumns, merged, start, sheet } = options;
  const fill = mergedFiller(merged);
  let width: number | undefined;
  for await (const one of rows) {
    const { row, cells, isHidden } = one;
    if (width === undefined) {
      fill(row, cells, 0);
      if (isHidden || isBlank(cells)) continue;
      const header = visible(cells, hiddenColumns, Infinity);
      if (header.length === 0) continue;
      width = cells.length;
      if (row > start) yield { cells: header, end: row, row, sheet, understood: understoodOf(options, header.length, width) };
      continue;
    }
    const filled = fill(row, cells, Math.min(width, readingLimits.columns));
    if (row <= start) continue;
    if (isHidden) yield { cells: [], end: row, row, ...(isBlank(cells) ? {} : { notes: ['hidden_row'] }) };
    else yield toRead(one, visible(cells, hiddenColumns, Infinity), filled);
  }
}
