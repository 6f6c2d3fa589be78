import type { Readable } from 'node:stream';

/** Opens the file from a byte on. */
export type OpenFile = (start: number) => Promise<Readable>;

/** A file to be read: its name is the second hint of its format, behind its content. `bytes` is unknown of what stands packed in another file. */
export type SourceFile = Readonly<{ open: OpenFile; name: string; bytes?: number }>;

/** What was understood of a file: formats and counts, nothing that names a person. */
export type Understood = Readonly<{
  format: 'delimited' | 'json' | 'json_lines' | 'xlsx' | 'xls' | 'ods';
  container?: 'gzip' | 'zip';
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  delimiter?: 'comma' | 'tab' | 'semicolon' | 'pipe';
  columns: number;
  hiddenColumns?: number;
  /** sheets before the first visible one, and all others behind it */
  otherSheets?: number;
}>;

/**
 * One record of a file. `end` is the place behind it, a number that only the reader understands: reading goes on there after a kill. `row`
 * is its number where counting the records would not give it. A record with a `fault` can't be used; `notes` are codes of what was left out or mended, to be counted.
 * The first record of a file is its header, which also says what was understood and, by its name, which sheet.
 */
export type ReadRow = Readonly<{
  cells: readonly string[];
  end: number;
  row?: number;
  fault?: string;
  notes?: readonly string[];
  understood?: Understood;
  sheet?: string;
}>;

export type RowReader = Readonly<{
  /**
   * Records from a place on: 0, or the `end` of a record; empty ones included, so that counting them gives the numbers a spreadsheet
   * shows. One bad record never ends the reading. Throws FileUnreadable for a file that can't be read as records at all.
   */
  read: (file: SourceFile, start: number) => AsyncGenerator<ReadRow>;
}>;

/** One kind of file. `isIt` gets the first bytes of the file, `sniffBytes` or all that there are. */
export type RowFormat = RowReader & Readonly<{ isIt: (head: Buffer, file: SourceFile) => boolean | Promise<boolean> }>;

/** A file that holds one other file. */
export type Wrapping = Readonly<{
  container: 'gzip' | 'zip';
  isIt: (head: Buffer) => boolean;
  /** Throws FileUnreadable where it holds none, or several. */
  unwrap: (file: SourceFile) => Promise<SourceFile>;
}>;

/** The files in a zip. `read` gives the content of one, and throws FileUnreadable where that would be more than `mostBytes`. */
export type ZipFiles = Readonly<{
  names: readonly string[];
  read: (name: string, mostBytes: number) => Promise<Readable>;
  close: () => void;
}>;
/** Throws FileUnreadable where the file is no zip, or a damaged one. */
export type OpenZip = (file: SourceFile) => Promise<ZipFiles>;

/** The whole file can't be used; the message says what to do, and names no content. */
export class FileUnreadable extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'FileUnreadable';
    this.code = code;
  }
}
