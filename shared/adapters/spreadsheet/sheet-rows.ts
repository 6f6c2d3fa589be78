import type { Readable } from 'node:stream';
import { cellText, type CellContext } from './sheet-cells.ts';
import { columnOf } from './merged-cells.ts';
import { tooLargeSheet } from './shared-texts.ts';
import { damagedSheet, xmlBlocks, type Attributes } from './xml-events.ts';

/** A row of a sheet with all its columns, hidden ones too; `row` is its number in the spreadsheet. */
export type SheetRow = {
  readonly row: number;
  readonly isHidden: boolean;
  readonly cells: string[];
  hasError: boolean;
  readonly notes: string[];
};

export type SheetRows = Readonly<{
  rows: AsyncGenerator<SheetRow>;
  /** complete when the first row comes */ hiddenColumns: ReadonlySet<number>;
}>;

const mostColumns = 16_384;
const mostRows = 1_048_576;
/** The longest text that a cell may have is 32,767. */
const mostCellChars = 100_000;

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

type Cell = { column: number; type: string; style: number; value: string; inline: string };

const hide = (hidden: Set<number>, { min, max, hidden: isHidden }: Attributes): void => {
  if (!isOn(isHidden)) return;
  for (let column = Math.max(1, Number(min)); column <= Math.min(mostColumns, Number(max)); column += 1) hidden.add(column - 1);
};

/** Collects rows from the tags of a sheet. */
const collector = (context: CellContext, ready: SheetRow[], hiddenColumns: Set<number>) => {
  let row: SheetRow | undefined;
  let last = 0;
  let cell: Cell | undefined;
  let column = -1;
  let into: 'value' | 'inline' | undefined;
  let inPhonetic = false;

  const openRow = ({ r, hidden }: Attributes): void => {
    const number = r === undefined ? last + 1 : Number(r);
    // rows out of order would be read twice, or not at all, when reading goes on
    if (!Number.isInteger(number) || number <= last || number > mostRows) throw damagedSheet();
    last = number;
    column = -1;
    row = { row: number, isHidden: isOn(hidden), cells: [], hasError: false, notes: [] };
  };
  const openCell = ({ r, t = 'n', s = '0' }: Attributes): void => {
    column = r === undefined ? column + 1 : columnOf(r);
    if (!(column >= 0 && column < mostColumns)) throw damagedSheet();
    cell = { column, type: t, style: Number(s), value: '', inline: '' };
  };
  const closeCell = (): void => {
    if (!cell || !row) return;
    const { text, isError, note } = cellText(cell, context);
    if (text !== '') row.cells[cell.column] = text;
    if (isError) row.hasError = true;
    if (note !== undefined) row.notes.push(note);
    cell = undefined;
  };

  return {
    open: (name: string, attributes: Attributes): void => {
      if (name === 'c') openCell(attributes);
      else if (name === 'row') openRow(attributes);
      else if (name === 'v') into = 'value';
      else if (name === 't') into = inPhonetic ? undefined : 'inline';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'col') hide(hiddenColumns, attributes);
    },
    close: (name: string): void => {
      if (name === 'v' || name === 't') into = undefined;
      else if (name === 'c') closeCell();
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'row' && row) {
        ready.push(row);
        row = undefined;
      }
    },
    text: (text: string): void => {
      if (!cell || !into) return;
      if (cell[into].length + text.length > mostCellChars) throw tooLargeSheet();
      cell[into] += text;
    },
  };
};

/** The rows of a worksheet of an .xlsx, as many at a time as one block of the file has. Throws FileUnreadable. */
export const sheetRows = (source: Readable, context: CellContext): SheetRows => {
  const ready: SheetRow[] = [];
  const hiddenColumns = new Set<number>();
  const rows = async function* (): AsyncGenerator<SheetRow> {
    for await (const _ of xmlBlocks(source, collector(context, ready, hiddenColumns))) yield* ready.splice(0);
  };
  return { rows: rows(), hiddenColumns };
};
