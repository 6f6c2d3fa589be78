import { Parser } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { FileUnreadable, type OpenFile, type ReadRow, type RowReader } from '#ports/row-reader.ts';
import { checkText } from './check-text.ts';

/** A record larger than this is no appointment, and a quote that is never closed must not swallow the rest of the file. */
const maxRecordBytes = 200_000;
/** What is kept of a record that can't be used: enough to find it again in the file. */
const keptChars = 200;

type Piece = { records: ReadRow[]; error?: Error };

const isNotUtf8 = (cells: readonly string[]): boolean => cells.some((cell) => cell.includes('\uFFFD'));

/** Strict about quotes: a lone one would join its row with rows of other people, up to the next quote of the file. */
const startParser = (base: number, piece: Piece): Parser => {
  const parser = new Parser({
    bom: base === 0,
    relax_column_count: true,
    max_record_size: maxRecordBytes,
    on_record: (cells: string[], { bytes }): null => {
      const row = { cells, end: base + bytes };
      piece.records.push(isNotUtf8(cells) ? { ...row, fault: 'row_not_utf8' } : row);
      return null;
    },
  });
  parser.on('error', (error) => (piece.error = error));
  parser.resume();
  return parser;
};

/** Resolves when the block is handled: nothing is pushed downstream, so its records are there, or the error that ended them. */
const written = (parser: Parser, block: Buffer, piece: Piece): Promise<void> =>
  new Promise((resolve) => {
    parser.write(block, (error) => {
      if (error) piece.error = error;
      resolve();
    });
  });

const ended = (parser: Parser): Promise<void> =>
  new Promise((resolve) => {
    parser.once('close', resolve);
    parser.end();
  });

/** Records up to the end of the file or to one that can't be parsed; returns whether the file came to its end. */
async function* readUntilError(open: OpenFile, start: number): AsyncGenerator<ReadRow, boolean> {
  const piece: Piece = { records: [] };
  const parser = startParser(start, piece);
  const source = await open(start);
  let first = start === 0;
  try {
    for await (const block of source as AsyncIterable<Buffer>) {
      if (first) checkText(block);
      first = false;
      await written(parser, block, piece);
      yield* piece.records.splice(0);
      if (piece.error) return false;
    }
    if (first) checkText(Buffer.alloc(0));
    await ended(parser);
    yield* piece.records.splice(0);
    return !piece.error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** The bytes of the physical line at `start`, cut off where no record can be that long, and where the line ends. */
const readLine = async (open: OpenFile, start: number): Promise<Readonly<{ line: Buffer; end: number }>> => {
  const source = await open(start);
  const kept: Buffer[] = [];
  let bytes = 0;
  let end = start;
  try {
    for await (const block of source as AsyncIterable<Buffer>) {
      const newline = block.indexOf(0x0a);
      const part = newline < 0 ? block : block.subarray(0, newline);
      if (bytes <= maxRecordBytes) kept.push(part);
      bytes += part.length;
      end += newline < 0 ? block.length : newline + 1;
      if (newline >= 0) break;
    }
  } finally {
    source.destroy();
  }
  return { line: Buffer.concat(kept), end };
};

/** A line with a quote in the middle of a cell (5" tall), which is good as long as the row ends where the line does. */
const cellsOf = (line: Buffer, first: boolean): readonly string[] | undefined => {
  try {
    const records: string[][] = parse(line, { bom: first, relax_quotes: true, relax_column_count: true });
    return records.length === 1 ? records[0] : undefined;
  } catch {
    return undefined;
  }
};

/** The physical line at `start`, at which strict reading stopped: as its cells, or as a record that can't be used. */
const readOddLine = async (open: OpenFile, start: number): Promise<ReadRow> => {
  const { line, end } = await readLine(open, start);
  const cells = end - start > maxRecordBytes ? undefined : cellsOf(line, start === 0);
  if (cells !== undefined) return isNotUtf8(cells) ? { cells, end, fault: 'row_not_utf8' } : { cells, end };
  const fault = end - start > maxRecordBytes ? 'row_too_large' : 'row_unreadable';
  return { cells: [line.toString('utf8', 0, keptChars * 4).slice(0, keptChars)], end, fault };
};

/** Comma-separated text in UTF-8, as RFC 4180 and as programs write it. */
export const csvRowReader = (): RowReader => ({
  read: async function* (open, start) {
    for (let at = start; ;) {
      const records = readUntilError(open, at);
      let complete: boolean | undefined;
      try {
        while (complete === undefined) {
          const { value, done } = await records.next();
          if (done) complete = value;
          else {
            at = value.end;
            yield value;
          }
        }
      } finally {
        // whoever stops reading early closes the file with it
        await records.return(false);
      }
      if (complete) return;
      const odd = await readOddLine(open, at);
      if (odd.end === at)
        throw new FileUnreadable('file_unreadable', 'the file ends in the middle of a row: export it again and drop it again');
      at = odd.end;
      yield odd;
    }
  },
});
