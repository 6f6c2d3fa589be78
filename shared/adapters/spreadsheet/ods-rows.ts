import type { Readable } from 'node:stream';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { odsCell } from './ods-cells.ts';
import { tooLargeSheet } from './shared-texts.ts';
import type { SheetRow } from './sheet-rows.ts';
import { damagedSheet, xmlBlocks, type Attributes } from './xml-events.ts';

const mostColumns = 16_384;
const mostRows = 1_048_576;
const mostCellChars = 100_000;

export type OdsSheet = { name: string; readonly hiddenColumns: Set<number>; sheets: number };

type Span = { column: number; width: number; rowsLeft: number; value: string };
type Cell = { attributes: Attributes; text: string; paragraphs: number };

const countIn = (attributes: Attributes, name: string): number => {
  const count = Number(attributes[name] ?? 1);
  if (!Number.isInteger(count) || count < 1) throw damagedSheet();
  return count;
};

/** The cells of the sheet that is read, one row at a time. */
const sheetReader = (sheet: OdsSheet, ready: { row: SheetRow; times: number }[]) => {
  let columns = 0;
  let last = 0;
  let row: SheetRow | undefined;
  let times = 1;
  let column = 0;
  let spans: Span[] = [];

  const addColumns = (attributes: Attributes): void => {
    const count = countIn(attributes, 'table:number-columns-repeated');
    const isHidden = (attributes['table:visibility'] ?? 'visible') !== 'visible';
    const end = Math.min(columns + count, mostColumns);
    if (isHidden) for (let n = columns; n < end; n += 1) sheet.hiddenColumns.add(n);
    columns = end;
  };
  const openRow = (attributes: Attributes): void => {
    times = countIn(attributes, 'table:number-rows-repeated');
    const isHidden = (attributes['table:visibility'] ?? 'visible') !== 'visible';
    row = { row: last + 1, isHidden, cells: [], hasError: false, notes: [] };
    column = 0;
  };
  const closeRow = (): void => {
    if (!row) return;
    last += times;
    if (row.cells.length > 0 || row.hasError) {
      if (last > mostRows) throw tooLargeSheet();
      ready.push({ row, times });
    }
    for (const span of spans) span.rowsLeft -= times;
    spans = spans.filter(({ rowsLeft }) => rowsLeft > 0);
    row = undefined;
  };
  /** Cells that another one covers take its value. */
  const coveredBy = (at: number): string => spans.find(({ column: from, width }) => at >= from && at < from + width)?.value ?? '';
  const fill = ({ cells, notes }: SheetRow, own: string, end: number): void => {
    for (let at = column; at < end; at += 1) {
      const value = own === '' ? coveredBy(at) : own;
      if (value === '') continue;
      cells[at] = value;
      if (own === '' && !notes.includes('merged_cells')) notes.push('merged_cells');
    }
  };
  const closeCell = ({ attributes, text }: Cell, isCovered: boolean): void => {
    if (!row) return;
    const count = countIn(attributes, 'table:number-columns-repeated');
    const { text: own, isError } = odsCell(attributes, text);
    if (isError) row.hasError = true;
    const [width, height] = [countIn(attributes, 'table:number-columns-spanned'), countIn(attributes, 'table:number-rows-spanned')];
    if (own !== '' && (width > 1 || height > 1)) spans.push({ column, width, rowsLeft: height, value: own });
    if (spans.length > readingLimits.mergedCells) throw tooLargeSheet();
    const end = Math.min(column + count, mostColumns);
    if (own !== '' || isCovered) fill(row, own, end);
    column = end;
  };
  return { addColumns, openRow, closeRow, closeCell };
};

/** Finds the first visible sheet in content.xml and its rows. */
const collector = (sheet: OdsSheet, ready: { row: SheetRow; times: number }[]) => {
  const hiddenStyles = new Set<string>();
  const reader = sheetReader(sheet, ready);
  let style = '';
  let state: 'before' | 'in' | 'behind' = 'before';
  let tables = 0;
  let cell: Cell | undefined;
  let asides = 0;

  const openTable = (attributes: Attributes): void => {
    tables += 1;
    if (tables > 1) return;
    sheet.sheets += 1;
    if (state !== 'before' || hiddenStyles.has(attributes['table:style-name'] ?? '')) return;
    state = 'in';
    sheet.name = attributes['table:name'] ?? '';
  };
  const add = (text: string): void => {
    if (!cell || asides > 0) return;
    if (cell.text.length + text.length > mostCellChars) throw tooLargeSheet();
    cell.text += text;
  };
  const openInSheet = (name: string, attributes: Attributes): void => {
    if (name === 'table-column') reader.addColumns(attributes);
    else if (name === 'table-row') reader.openRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') cell = { attributes, text: '', paragraphs: 0 };
    else if (name === 'annotation') asides += 1;
    else if (name === 's') add(' '.repeat(Math.min(1_000, countIn(attributes, 'text:c'))));
    else if (name === 'tab') add('\t');
    else if (name === 'line-break') add('\n');
    else if (name === 'p' && cell && asides === 0 && cell.paragraphs++ > 0) add('\n');
  };
  const closeInSheet = (name: string): void => {
    if (name === 'annotation') asides -= 1;
    else if (name === 'table-row') reader.closeRow();
    else if ((name === 'table-cell' || name === 'covered-table-cell') && cell) {
      reader.closeCell(cell, name.startsWith('covered'));
      cell = undefined;
    }
  };
  return {
    open: (name: string, attributes: Attributes): void => {
      if (name === 'style') style = attributes['style:name'] ?? '';
      else if (name === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style);
      else if (name === 'table') openTable(attributes);
      else if (state === 'in' && tables === 1) openInSheet(name, attributes);
    },
    close: (name: string): void => {
      if (name === 'table') {
        tables -= 1;
        if (tables === 0 && state === 'in') state = 'behind';
      } else if (state === 'in' && tables === 1) closeInSheet(name);
    },
    text: add,
  };
};

/** The rows of the first visible sheet of an .ods, as many at a time as one block of the file has. `sheet` is filled as it is read. */
export async function* odsRows(source: Readable, sheet: OdsSheet): AsyncGenerator<SheetRow> {
  const ready: { row: SheetRow; times: number }[] = [];
  for await (const _ of xmlBlocks(source, collector(sheet, ready))) {
    for (const { row, times } of ready.splice(0)) {
      for (let n = 0; n < times; n += 1) yield { ...row, row: row.row + n, cells: [...row.cells] };
    }
  }
}
