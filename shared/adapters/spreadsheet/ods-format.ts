import { readingLimits } from '#domain/packet/reading-limits.ts';
import { FileUnreadable, type OpenZip, type ReadRow, type RowFormat } from '#ports/row-reader.ts';
import { odsRows, type OdsSheet } from './ods-rows.ts';
import { visibleRows } from './visible-rows.ts';
import { isZip, zipHolds } from './xlsx-format.ts';

/** Sheets behind the one that is read are not counted: nobody has looked at them yet. */
const aboutSheet = ({ understood, ...row }: ReadRow, { name, sheets }: OdsSheet): ReadRow => {
  if (!understood) return row;
  return { ...row, sheet: name, understood: sheets > 1 ? { ...understood, otherSheets: sheets - 1 } : understood };
};

/** Spreadsheets of LibreOffice and whoever writes the same (.ods): read row by row, as large as they are. */
export const odsFormat = (openZip: OpenZip): RowFormat => ({
  isIt: async (head, file) => isZip(head) && (await zipHolds(openZip, file, (name) => name === 'content.xml')),
  read: async function* (file, start) {
    const zip = await openZip(file);
    const sheet: OdsSheet = { name: '', hiddenColumns: new Set(), sheets: 0 };
    try {
      const rows = odsRows(await zip.read('content.xml', readingLimits.sheetBytes), sheet);
      const options = { format: 'ods', otherSheets: 0, hiddenColumns: sheet.hiddenColumns, merged: [], start } as const;
      for await (const row of visibleRows(rows, { ...options, sheet: '' })) yield row.understood ? aboutSheet(row, sheet) : row;
      if (sheet.name === '' && sheet.sheets > 0) {
        throw new FileUnreadable(
          'sheet_missing',
          'The spreadsheet has no sheet that is visible. Show the one with the rows, save it and drop it again.',
        );
      }
    } finally {
      zip.close();
    }
  },
});
