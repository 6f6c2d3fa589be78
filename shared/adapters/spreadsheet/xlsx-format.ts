import { readingLimits } from '#domain/packet/reading-limits.ts';
import type { OpenZip, ReadRow, RowFormat, SourceFile, ZipFiles } from '#ports/row-reader.ts';
import { readMergedCells } from './merged-cells.ts';
import { readSharedTexts } from './shared-texts.ts';
import { sheetRows } from './sheet-rows.ts';
import { visibleRows } from './visible-rows.ts';
import { readWorkbook } from './workbook.ts';

const { sheetBytes } = readingLimits;

export const isZip = (head: Buffer): boolean => head.toString('hex', 0, 4) === '504b0304';

/** Whether a file is a zip with a file of this name in it. */
export const zipHolds = async (openZip: OpenZip, file: SourceFile, isWanted: (name: string) => boolean): Promise<boolean> => {
  const zip = await openZip(file);
  zip.close();
  return zip.names.some(isWanted);
};

const pathIn = (zip: ZipFiles, path: string | undefined): string | undefined =>
  path !== undefined && zip.names.includes(path) ? path : undefined;

async function* readSheet(zip: ZipFiles, start: number): AsyncGenerator<ReadRow> {
  const { sheet, sheetPath, sharedTextsPath, otherSheets, ...context } = await readWorkbook(zip);
  const textsPath = pathIn(zip, sharedTextsPath);
  const { textOf } = await readSharedTexts(textsPath === undefined ? undefined : await zip.read(textsPath, sheetBytes));
  const merged = await readMergedCells(await zip.read(sheetPath, sheetBytes));
  const { rows, hiddenColumns } = sheetRows(await zip.read(sheetPath, sheetBytes), { ...context, textOf });
  yield* visibleRows(rows, { format: 'xlsx', sheet, otherSheets, hiddenColumns, merged, start });
}

/** Workbooks of Excel and whoever writes the same (.xlsx, .xlsm): read row by row, as large as they are. */
export const xlsxFormat = (openZip: OpenZip): RowFormat => ({
  isIt: async (head, file) => isZip(head) && (await zipHolds(openZip, file, (name) => /(^|\/)workbook\.xml$/.test(name))),
  read: async function* (file, start) {
    const zip = await openZip(file);
    try {
      yield* readSheet(zip, start);
    } finally {
      zip.close();
    }
  },
});
