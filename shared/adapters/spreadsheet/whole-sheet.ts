import { parentPort, workerData } from 'node:worker_threads';
import { read, utils, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Area } from './merged-cells.ts';
import { numberKind } from './number-text.ts';
import { numberCell, type CellText } from './sheet-cells.ts';
import type { SheetRow } from './sheet-rows.ts';

/** What the thread that reads a whole workbook answers. */
export type WholeSheet = Readonly<
  | { sheet: string; otherSheets: number; hiddenColumns: readonly number[]; merged: readonly Area[]; rows: readonly SheetRow[] }
  | { failure: 'file_locked' | 'file_damaged' | 'sheet_missing' }
>;

const textOf = ({ t, v, z }: CellObject, from1904: boolean): CellText => {
  if (t === 'e') return { text: '', isError: true };
  if (t === 'b') return { text: v === true ? 'TRUE' : 'FALSE' };
  if (t !== 'n' || typeof v !== 'number') return { text: v === undefined ? '' : String(v) };
  return numberCell(v, numberKind(0, z === undefined ? undefined : String(z)), from1904);
};

const rowOf = (sheet: WorkSheet, number: number, from1904: boolean): SheetRow => {
  const cells: string[] = [];
  const notes: string[] = [];
  let hasError = false;
  const found = (sheet['!data'] ?? [])[number] ?? [];
  for (const [column, cell] of found.entries()) {
    if (!cell) continue;
    const { text, isError, note } = textOf(cell, from1904);
    if (text !== '') cells[column] = text;
    if (isError) hasError = true;
    if (note !== undefined) notes.push(note);
  }
  return { row: number + 1, isHidden: sheet['!rows']?.[number]?.hidden === true, cells, hasError, notes };
};

const areasOf = (sheet: WorkSheet): readonly Area[] =>
  (sheet['!merges'] ?? [])
    .map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c }))
    .toSorted((one, other) => one.top - other.top);

const wholeSheet = (book: WorkBook): WholeSheet => {
  const about = book.Workbook?.Sheets ?? [];
  const chosen = book.SheetNames.findIndex((name, n) => (about[n]?.Hidden ?? 0) === 0 && book.Sheets[name] !== undefined);
  const name = book.SheetNames[chosen];
  const sheet = name === undefined ? undefined : book.Sheets[name];
  if (name === undefined || !sheet) return { failure: 'sheet_missing' };
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const last = utils.decode_range(sheet['!ref'] ?? 'A1').e.r;
  const hidden = (sheet['!cols'] ?? []).flatMap((column, n) => (column?.hidden === true ? [n] : []));
  const rows = Array.from({ length: last + 1 }, (_, n) => rowOf(sheet, n, from1904));
  return { sheet: name, otherSheets: book.SheetNames.length - 1, hiddenColumns: hidden, merged: areasOf(sheet), rows };
};

/** What a thread is given is no Buffer any more; of other bytes the library reads texts beyond the end of a damaged file, without one. */
const contentOf = ({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): Buffer => Buffer.from(buffer, byteOffset, byteLength);

const answer = (): WholeSheet => {
  try {
    return wholeSheet(
      read(contentOf(workerData as Uint8Array<ArrayBuffer>), {
        type: 'buffer',
        dense: true,
        cellStyles: true,
        cellNF: true,
        cellFormula: false,
        cellHTML: false,
      }),
    );
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    return { failure: /password|encrypt/i.test(words) ? 'file_locked' : 'file_damaged' };
  }
};

// a port of a thread, not a window: there is no other origin
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(answer());
