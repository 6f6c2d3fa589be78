import type { Readable } from 'node:stream';

/** One record of a file. `end` is the byte behind it: reading goes on there after a kill. A record with a `fault` can't be used. */
export type ReadRow = Readonly<{ cells: readonly string[]; end: number; fault?: string }>;

/** Opens the file from a byte on. */
export type OpenFile = (start: number) => Promise<Readable>;

export type RowReader = Readonly<{
  /**
   * Records from byte `start` (0, or the end of a record) on, empty ones included, so that counting them gives the numbers a spreadsheet
   * shows. One bad record never ends the reading. Throws FileUnreadable for a file that is no text of records at all.
   */
  read: (open: OpenFile, start: number) => AsyncGenerator<ReadRow>;
}>;

/** The whole file can't be used; the message says what to do, and names no content. */
export class FileUnreadable extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'FileUnreadable';
    this.code = code;
  }
}
