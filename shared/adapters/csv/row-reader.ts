import type { Readable } from 'node:stream';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { openHead, readHead } from '#ports/file-head.ts';
import type { ReadRow, RowFormat, SourceFile, Understood } from '#ports/row-reader.ts';
import { checkText } from './check-text.ts';
import { delimiterOf, type Delimiter } from './delimiter.ts';
import { encodingOf, type Encoding } from './encoding.ts';
import { csvRecords } from './records.ts';

type Dialect = Readonly<{
  encoding: Encoding;
  delimiter: Delimiter;
  /** the byte at which the first record begins */ from: number;
  /** cells of the first record, where it can be read */ columns?: number | undefined;
}>;
type Head = Readonly<{ head: Buffer; isWhole: boolean }>;

const { sniffBytes } = readingLimits;
const isWide = (encoding: Encoding): encoding is 'utf-16le' | 'utf-16be' => encoding === 'utf-16le' || encoding === 'utf-16be';

/** By the head alone, so that whoever goes on in the middle of a file judges its records as whoever began with it. */
const columnsIn = (body: Buffer, { encoding, delimiter, from }: Dialect): number | undefined => {
  const text = isWide(encoding) ? Buffer.from(new TextDecoder(encoding, { ignoreBOM: true }).decode(body)) : body;
  const [first] = csvRecords({ start: from, encoding, delimiter }).take(text);
  return first?.fault === undefined ? first?.cells.length : undefined;
};

const dialectOf = ({ head, isWhole }: Head, name: string): Dialect => {
  const { encoding, markBytes } = encodingOf(head, isWhole);
  checkText(head, isWide(encoding));
  const body = head.subarray(markBytes);
  const text = isWide(encoding) ? new TextDecoder(encoding, { ignoreBOM: true }).decode(body) : body.toString('latin1');
  const { delimiter, skip } = delimiterOf(text, { isWhole, name });
  const from = markBytes + skip * (isWide(encoding) ? 2 : 1);
  return { encoding, delimiter, from, columns: columnsIn(head.subarray(from), { encoding, delimiter, from }) };
};

/** Records are cut out of UTF-8. */
async function* inUtf8(encoding: 'utf-16le' | 'utf-16be', blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const block of blocks) yield Buffer.from(decoder.decode(block, { stream: true }));
  yield Buffer.from(decoder.decode());
}

async function* headFirst(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* rest;
}

const words = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

const understoodOf = ({ encoding, delimiter }: Dialect, { cells }: ReadRow): Understood => ({
  format: 'delimited',
  encoding: encoding === 'ascii' ? 'utf-8' : encoding,
  delimiter: words[delimiter],
  columns: cells.length,
});

type Begun = Readonly<{ dialect: Dialect; start: number; source: Readable; blocks: AsyncIterable<Buffer> }>;

const beginWhole = async (file: SourceFile): Promise<Begun> => {
  const { head, isWhole, source, rest } = await openHead(file, sniffBytes);
  try {
    const dialect = dialectOf({ head: head.subarray(0, sniffBytes), isWhole: isWhole && head.length <= sniffBytes }, file.name);
    return { dialect, start: dialect.from, source, blocks: headFirst(head.subarray(dialect.from), rest) };
  } catch (error) {
    source.destroy();
    throw error;
  }
};

const beginAt = async (file: SourceFile, start: number): Promise<Begun> => {
  const dialect = dialectOf(await readHead(file, sniffBytes), file.name);
  const source = await file.open(start);
  return { dialect, start, source, blocks: source as AsyncIterable<Buffer> };
};

/** One generator and plain loops: every row passes here, and each further layer would cost as much as a tenth of the parsing. */
async function* read(file: SourceFile, from: number): AsyncGenerator<ReadRow> {
  const { dialect, start, source, blocks } = await (from === 0 ? beginWhole(file) : beginAt(file, from));
  const { encoding, delimiter, columns } = dialect;
  const records = csvRecords({ start, encoding, delimiter, columns });
  let isHeader = from === 0;
  const inWords = (row: ReadRow): ReadRow => {
    if (!isHeader) return row;
    isHeader = false;
    return { ...row, understood: understoodOf(dialect, row) };
  };
  try {
    for await (const block of isWide(encoding) ? inUtf8(encoding, blocks) : blocks) {
      for (const row of records.take(block)) yield isHeader ? inWords(row) : row;
    }
    for (const row of await records.finish()) yield inWords(row);
  } finally {
    source.destroy();
  }
}

/**
 * Text of records as programs write it, after RFC 4180 or not: commas, semicolons, tabs or pipes; UTF-8, UTF-16 or Windows-1252. A place in
 * it is a byte.
 */
export const delimitedFormat: RowFormat = {
  isIt: () => true,
  read,
};
