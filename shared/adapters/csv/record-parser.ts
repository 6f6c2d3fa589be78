import { Parser } from 'csv-parse';
import type { Delimiter } from './delimiter.ts';

/** How the bytes are written that the parser gets. */
export type Dialect = Readonly<{ delimiter: Delimiter; encoding: 'utf8' | 'latin1' }>;

export type RecordParser = Readonly<{
  /** Hands over every record that is complete before it returns; false when the bytes can't be parsed, or `take` threw. */
  write: (bytes: Buffer) => boolean;
  /** The same for a last record that no line break ends. */
  end: () => Promise<boolean>;
}>;

/** `take` gets the cells of a record and the bytes from the beginning of the parsing to behind it. */
type Options = Readonly<{ dialect: Dialect; maxRecordBytes: number; take: (cells: string[], bytes: number) => void }>;

/** csv-parse, told to read what programs write: any line break, quotes within cells, rows of any width. */
export const recordParser = ({ dialect, maxRecordBytes, take }: Options): RecordParser => {
  const parser = new Parser({
    ...dialect,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: maxRecordBytes,
    on_record: (cells: string[], { bytes }): null => {
      take(cells, bytes);
      return null;
    },
  });
  // `write` and `end` tell of it
  parser.on('error', () => {});
  parser.resume();
  return {
    write: (bytes) => {
      // Nothing is pushed downstream, so a write has handled its bytes when it returns.
      parser.write(bytes);
      return !parser.errored;
    },
    end: () =>
      new Promise((resolve) => {
        parser.once('close', () => resolve(!parser.errored));
        parser.end();
      }),
  };
};
