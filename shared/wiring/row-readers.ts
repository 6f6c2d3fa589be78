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

const inWords = (row: ReadRow, container: Understood['container']): ReadRow =>
  row.understood && container ? { ...row, understood: { ...row.understood, container } } : row;

const tooWide = (columns: number): FileUnreadable =>
  new FileUnreadable(
    'file_too_wide',
    `The file has ${columns} columns; up to ${readingLimits.columns} are read. Leave out the columns that no message needs, and drop it again.`,
  );

/** Reads the first record, which is the header where reading begins at the beginning. */
const begin = async (
  outer: SourceFile,
  start: number,
): Promise<Readonly<{ rows: AsyncGenerator<ReadRow>; first: IteratorResult<ReadRow> }>> => {
  const { file, format, container } = await find(outer);
  const rows = format.read(file, start);
  const first: IteratorResult<ReadRow> = await rows.next();
  if (first.done === true || start > 0) return { rows, first };
  if (first.value.cells.length > readingLimits.columns) {
    await rows.return(undefined);
    throw tooWide(first.value.cells.length);
  }
  return { rows, first: { done: false, value: inWords(first.value, container) } };
};

/** Nothing may follow any more. */
const last = async (rows: AsyncGenerator<ReadRow>): Promise<IteratorResult<ReadRow>> => {
  const { done } = await rows.next();
  return done === true ? { done, value: undefined } : rows.throw(tooMany());
};

/** Hands on what the format reads: a generator of its own would cost every row of a large file as much as a tenth of its parsing. */
const read = (outer: SourceFile, start: number, mostRecords: number): AsyncGenerator<ReadRow> => {
  let rows: AsyncGenerator<ReadRow> | undefined;
  let records = 0;
  const next = async (): Promise<IteratorResult<ReadRow>> => {
    const begun = await begin(outer, start);
    rows = begun.rows;
    return begun.first;
  };
  const end = async (): Promise<IteratorResult<ReadRow>> => (rows ? rows.return(undefined) : { done: true, value: undefined });
  const all: AsyncGenerator<ReadRow> = {
    next: () => {
      records += 1;
      if (!rows) return next();
      return records > mostRecords ? last(rows) : rows.next();
    },
    return: end,
    throw: async (error) => {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]: () => all,
    [Symbol.asyncDispose]: async () => void (await end()),
  };
  return all;
};

const tooMany = (): FileUnreadable =>
  new FileUnreadable(
    'file_too_long',
    `The file has more than ${readingLimits.records / 1e6} million rows. Split it and drop the parts that were not read as files of their own.`,
  );

/** Reads files of every kind that is known. */
export const rowReaders = (mostRecords: number = readingLimits.records): RowReader => ({
  read: (file, start) => read(file, start, mostRecords),
});
