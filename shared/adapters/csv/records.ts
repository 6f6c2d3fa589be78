import { isUtf8 } from 'node:buffer';
import type { ReadRow } from '#ports/row-reader.ts';
import { badRow, noBadLine, skipLine, type BadLine } from './bad-line.ts';
import { checkText, signatureBytes } from './check-text.ts';
import { goesOnAfterQuote, isMadeOfRows } from './lone-quote.ts';
import { recordParser, type RecordParser } from './record-parser.ts';

/** A record larger than this is no appointment, and a quote that is never closed must not swallow the rest of the file. */
const maxRecordBytes = 200_000;
/** The parser may leave so many bytes for later, to see what follows them. */
const lookaheadBytes = 16;
/** The parser gets so many bytes at once, so that little is parsed twice where bad rows follow one another. */
const sliceBytes = 8_192;

/** Records of a file whose bytes come block by block; the last one comes with `finish`. Both throw FileUnreadable. */
export type Records = Readonly<{ take: (block: Buffer) => readonly ReadRow[]; finish: () => Promise<readonly ReadRow[]> }>;

type Reading = {
  /** the byte of the file behind the last record */
  at: number;
  /** what was read from there on, of which the parser has the first `parsed` bytes */
  held: Buffer;
  parsed: number;
  parser?: RecordParser | undefined;
  badLine?: BadLine | undefined;
  isChecked: boolean;
  rows: ReadRow[];
};

/** One character per byte, without a byte order mark. */
const text = (bytes: Buffer): string => bytes.toString('latin1').replace(/^\xef\xbb\xbf/, '');
const isOdd = (cell: string): boolean => /[\0\n\r\uFFFD]/.test(cell);

/** Whether a quote that nobody meant made one record of several rows. */
const hasLoneQuote = (cells: readonly string[], bytes: Buffer): boolean => {
  const long = cells.filter((cell) => /[\n\r]/.test(cell));
  if (long.length === 0) return false;
  return isMadeOfRows(text(bytes), true) || (long.some((cell) => cell.startsWith('"')) && goesOnAfterQuote(text(bytes)));
};

const isText = (cells: readonly string[], bytes: Buffer): boolean =>
  !cells.some((cell) => cell.includes('\0')) && (!cells.some((cell) => cell.includes('\uFFFD')) || isUtf8(bytes));

/** Keeps a record that ends at a byte of the file; what it throws makes its first line a bad one. */
const keep = (reading: Reading, cells: string[], end: number): void => {
  const size = end - reading.at;
  const bytes = reading.held.subarray(0, size);
  if (size > maxRecordBytes) throw new RangeError('the record is too large');
  const odd = cells.some(isOdd);
  if (odd && hasLoneQuote(cells, bytes)) throw new RangeError('a quote was never closed');
  reading.rows.push(odd && !isText(cells, bytes) ? { cells, end, fault: 'row_not_utf8' } : { cells, end });
  reading.held = reading.held.subarray(size);
  reading.parsed -= size;
  reading.at = end;
};

const parserFrom = (reading: Reading): RecordParser => {
  const { at } = reading;
  return recordParser({ bom: at === 0, maxRecordBytes, take: (cells, bytes) => keep(reading, cells, at + bytes) });
};

/** Nothing that follows can make a good record of what the parser has. */
const isHopeless = ({ held, parsed }: Reading): boolean =>
  parsed > maxRecordBytes + lookaheadBytes || isMadeOfRows(text(held.subarray(0, parsed)), false);

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
  reading.at += size;
  reading.held = reading.held.subarray(size);
  reading.badLine = isEnd ? undefined : line;
  if (!isEnd) return false;
  reading.rows.push(badRow(line, reading.at, maxRecordBytes));
  reading.parser = undefined;
  reading.parsed = 0;
  return true;
};

const take = (reading: Reading, block: Buffer): readonly ReadRow[] => {
  reading.held = reading.held.length === 0 ? block : Buffer.concat([reading.held, block]);
  if (!reading.isChecked) {
    if (reading.held.length < signatureBytes) return [];
    checkText(reading.held);
    reading.isChecked = true;
  }
  while (passBadLine(reading, false) && !parse(reading)) reading.badLine = noBadLine;
  return reading.rows.splice(0);
};

const finish = async (reading: Reading): Promise<readonly ReadRow[]> => {
  if (!reading.isChecked) checkText(reading.held);
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
export const csvRecords = (start: number): Records => {
  const reading: Reading = { at: start, held: Buffer.alloc(0), parsed: 0, isChecked: start > 0, rows: [] };
  return { take: (block) => take(reading, block), finish: () => finish(reading) };
};
