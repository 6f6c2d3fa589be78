import { isUtf8 } from 'node:buffer';
import { parse as parseNow } from 'csv-parse/sync';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import type { ReadRow } from '#ports/row-reader.ts';
import { badRow, noBadLine, skipLine, type BadLine } from './bad-line.ts';
import { asWindows1252, type Encoding } from './encoding.ts';
import type { Delimiter } from './delimiter.ts';
import { goesOnAfterQuote, isHopelessAfter, isMadeOfRows } from './lone-quote.ts';
import { recordParser, type Dialect, type RecordParser } from './record-parser.ts';

const maxRecordBytes = readingLimits.recordBytes;
/** The parser may leave so many bytes for later, to see what follows them. */
const lookaheadBytes = 16;
/** The parser gets so many bytes at once, so that little is parsed twice where bad rows follow one another. */
const sliceBytes = 8_192;

/** Records of a file whose bytes come block by block; the last one comes with `finish`. */
export type Records = Readonly<{ take: (block: Buffer) => readonly ReadRow[]; finish: () => Promise<readonly ReadRow[]> }>;

/** Text in UTF-16 comes here as UTF-8. */
export type TextFrom = Readonly<{
  start: number;
  encoding: Encoding;
  delimiter: Delimiter;
  /** cells of the first record of the file, where they are known */ columns?: number | undefined;
}>;

type Reading = {
  readonly dialect: Dialect;
  readonly encoding: Encoding;
  /** the byte of the file behind the last record */
  at: number;
  /** what was read from there on, of which the parser has the first `parsed` bytes */
  held: Buffer;
  parsed: number;
  parser?: RecordParser | undefined;
  badLine?: BadLine | undefined;
  /** how many cells the file's first record has, where that is known: the same wherever reading begins */
  known: readonly number[];
  rows: ReadRow[];
};

/** One character per byte. */
const text = (bytes: Buffer): string => bytes.toString('latin1');
const isOdd = (cell: string): boolean => /[\0\n\r\uFFFD]/.test(cell);

/** Whether a quote that nobody meant made one record of several rows. */
const hasLoneQuote = (cells: readonly string[], bytes: Buffer, { dialect: { delimiter }, known }: Reading): boolean => {
  const long = cells.filter((cell) => /[\n\r]/.test(cell));
  if (long.length === 0) return false;
  return (
    isMadeOfRows(text(bytes), { delimiter, cells: cells.length, known }) ||
    (long.some((cell) => cell.startsWith('"')) && goesOnAfterQuote(text(bytes), delimiter))
  );
};

const isText = (cells: readonly string[], bytes: Buffer): boolean =>
  !cells.some((cell) => cell.includes('\0')) && (!cells.some((cell) => cell.includes('\uFFFD')) || isUtf8(bytes));

/** Where nothing else tells the encoding of a file, a record that is no UTF-8 is Windows-1252. */
const inLatin = (bytes: Buffer, { delimiter }: Dialect): string[] => {
  const [cells = []] = parseNow(bytes, {
    delimiter,
    encoding: 'latin1',
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  return cells.map(asWindows1252);
};

const rowOf = ({ encoding, dialect }: Reading, cells: string[], bytes: Buffer): Omit<ReadRow, 'end'> => {
  if (isText(cells, bytes)) return { cells };
  if (encoding === 'ascii' && !bytes.includes(0)) return { cells: inLatin(bytes, dialect) };
  return { cells, fault: 'row_not_utf8' };
};

/** How many bytes of the file these are. */
const sizeInFile = ({ encoding }: Reading, bytes: Buffer): number =>
  encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 * bytes.toString().length : bytes.length;

/** The first `size` bytes of what is held are done with. */
const pass = (reading: Reading, size: number): void => {
  reading.at += sizeInFile(reading, reading.held.subarray(0, size));
  reading.held = reading.held.subarray(size);
};

/** Keeps a record of so many bytes; what it throws makes its first line a bad one. */
const keep = (reading: Reading, raw: string[], size: number): void => {
  const bytes = reading.held.subarray(0, size);
  if (size > maxRecordBytes) throw new RangeError('the record is too large');
  const odd = raw.some(isOdd);
  if (odd && hasLoneQuote(raw, bytes, reading)) throw new RangeError('a quote was never closed');
  const cells = reading.encoding === 'windows-1252' ? raw.map(asWindows1252) : raw;
  pass(reading, size);
  reading.parsed -= size;
  reading.rows.push(odd ? { ...rowOf(reading, cells, bytes), end: reading.at } : { cells, end: reading.at });
};

const parserFrom = (reading: Reading): RecordParser => {
  const { dialect } = reading;
  let done = 0;
  return recordParser({
    dialect,
    maxRecordBytes,
    take: (cells, bytes) => {
      const size = bytes - done;
      done = bytes;
      keep(reading, cells, size);
    },
  });
};

/** Nothing that follows can make a good record of what the parser has. */
const isHopeless = ({ held, parsed, dialect: { delimiter } }: Reading): boolean =>
  parsed > maxRecordBytes + lookaheadBytes || isHopelessAfter(text(held.subarray(0, parsed)), delimiter);

/** Parses what is held; false when the record at its beginning can't be used. */
const parse = (reading: Reading): boolean => {
  const parser = (reading.parser ??= parserFrom(reading));
  while (reading.parsed < reading.held.length) {
    const slice = reading.held.subarray(reading.parsed, reading.parsed + sliceBytes);
    reading.parsed += slice.length;
    if (!parser.write(slice) || isHopeless(reading)) return false;
  }
  return true;
};

/** Goes on behind a bad line; false when its end is still to come. */
const passBadLine = (reading: Reading, isLast: boolean): boolean => {
  if (!reading.badLine) return true;
  const { line, size, isEnd } = skipLine(reading.badLine, reading.held, isLast);
  pass(reading, size);
  reading.badLine = isEnd ? undefined : line;
  if (!isEnd) return false;
  reading.rows.push(badRow(line, reading.at, maxRecordBytes));
  reading.parser = undefined;
  reading.parsed = 0;
  return true;
};

const take = (reading: Reading, block: Buffer): readonly ReadRow[] => {
  reading.held = reading.held.length === 0 ? block : Buffer.concat([reading.held, block]);
  while (passBadLine(reading, false) && !parse(reading)) reading.badLine = noBadLine;
  return reading.rows.splice(0);
};

const finish = async (reading: Reading): Promise<readonly ReadRow[]> => {
  while (passBadLine(reading, true) && reading.held.length > 0) {
    if (parse(reading) && (await reading.parser?.end())) break;
    reading.badLine = noBadLine;
  }
  return reading.rows.splice(0);
};

/**
 * Records from byte `start` of a file on: 0, or the end of a record. A record that can't be parsed costs its first line alone; reading goes
 * on with the next line, from what is held in memory.
 */
export const csvRecords = ({ start, encoding, delimiter, columns }: TextFrom): Records => {
  const dialect: Dialect = { delimiter, encoding: encoding === 'windows-1252' ? 'latin1' : 'utf8' };
  const reading: Reading = {
    dialect,
    encoding,
    at: start,
    held: Buffer.alloc(0),
    parsed: 0,
    known: columns === undefined ? [] : [columns],
    rows: [],
  };
  return { take: (block) => take(reading, block), finish: () => finish(reading) };
};
