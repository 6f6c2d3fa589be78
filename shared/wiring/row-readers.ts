import { Readable } from 'node:stream';
import { gzipWrapping } from '#adapters/archive/gunzip.ts';
import { zipWrapping } from '#adapters/archive/zip-of-one.ts';
import { openZip } from '#adapters/archive/open-zip.ts';
import { odsFormat } from '#adapters/spreadsheet/ods-format.ts';
import { wholeFormat } from '#adapters/spreadsheet/whole-format.ts';
import { xlsxFormat } from '#adapters/spreadsheet/xlsx-format.ts';
import { delimitedFormat } from '#adapters/csv/row-reader.ts';
import { jsonFormat } from '#adapters/json-rows/json-format.ts';
import { jsonLinesFormat } from '#adapters/json-rows/json-lines-format.ts';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { readHead } from '#ports/file-head.ts';
import {
  FileUnreadable,
  type ReadRow,
  type RowFormat,
  type RowReader,
  type SourceFile,
  type Understood,
  type Wrapping,
} from '#ports/row-reader.ts';

/** In the order in which they are asked: what nobody else takes is text. */
const formats: readonly RowFormat[] = [
  xlsxFormat(openZip),
  odsFormat(openZip),
  wholeFormat(openZip),
  jsonLinesFormat,
  jsonFormat,
  delimitedFormat,
];
const wrappings: readonly Wrapping[] = [gzipWrapping, zipWrapping];

/** The first bytes of a zip, and of workbooks of the old kind. */
const spreadsheetMarks: readonly string[] = ['504b0304', 'd0cf11e0'];

type Found = Readonly<{ file: SourceFile; format: RowFormat; container: Understood['container'] }>;

const tooLarge = (): FileUnreadable =>
  new FileUnreadable('file_too_large', `The file is larger than ${readingLimits.fileBytes / 1e9} GB. Split it and drop the parts.`);

const tooLargePacked = (): FileUnreadable =>
  new FileUnreadable('sheet_too_large', 'A spreadsheet that is packed once more may not be so large. Unpack it and drop what is in it.');

/** A spreadsheet is read from several places at once, which a packed file does not give: it is held in memory, up to a size. */
const held = async (file: SourceFile): Promise<SourceFile> => {
  const { head } = await readHead(file, 8);
  if (!spreadsheetMarks.includes(head.toString('hex', 0, 4))) return file;
  const source = await file.open(0);
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const block of source as AsyncIterable<Buffer>) {
      bytes += block.length;
      if (bytes > readingLimits.packedSheetBytes) throw tooLargePacked();
      parts.push(block);
    }
  } finally {
    source.destroy();
  }
  const content = Buffer.concat(parts);
  return { name: file.name, bytes, open: async (start) => Readable.from([content.subarray(start)], { objectMode: false }) };
};

/** What a file is by its content, and by its name where the content leaves it open. */
const find = async (outer: SourceFile): Promise<Found> => {
  if ((outer.bytes ?? 0) > readingLimits.fileBytes) throw tooLarge();
  let file = outer;
  let container: Understood['container'];
  for (;;) {
    const { head } = await readHead(file, readingLimits.sniffBytes);
    for (const format of formats.slice(0, -1)) if (await format.isIt(head, file)) return { file, format, container };
    const wrapping = wrappings.find((one) => one.isIt(head));
    if (!wrapping) return { file, format: delimitedFormat, container };
    if (container) throw new FileUnreadable('file_packed_twice', 'The file is packed more than once. Unpack it and drop what is in it.');
    file = await held(await wrapping.unwrap(file));
    container = wrapping.container;
  }
};

const inWords = ({ understood, ...row }: ReadRow, container: Understood['container']): ReadRow =>
  understood ? { ...row, understood: container ? { ...understood, container } : understood } : row;

/** Throws FileUnreadable for a header wider than what is read. */
const checkWidth = ({ cells }: ReadRow): void => {
  if (cells.length <= readingLimits.columns) return;
  throw new FileUnreadable(
    'file_too_wide',
    `The file has ${cells.length} columns; up to ${readingLimits.columns} are read. Leave out the columns that no message needs, and drop it again.`,
  );
};

async function* read(outer: SourceFile, start: number): AsyncGenerator<ReadRow> {
  const { file, format, container } = await find(outer);
  let records = 0;
  for await (const row of format.read(file, start)) {
    if (start === 0 && records === 0) checkWidth(row);
    records += 1;
    if (records > readingLimits.records) throw tooMany();
    yield row.understood && container ? inWords(row, container) : row;
  }
}

const tooMany = (): FileUnreadable =>
  new FileUnreadable(
    'file_too_long',
    `The file has more than ${readingLimits.records / 1e6} million rows. Split it and drop the parts that were not read as files of their own.`,
  );

/** Reads files of every kind that is known. */
export const rowReaders = (): RowReader => ({ read });
