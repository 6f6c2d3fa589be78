import type { Row } from '#domain/message/assemble.ts';
import { FileUnreadable, type ReadRow, type RowReader, type SourceFile, type Understood } from '#ports/row-reader.ts';
import { isBlank, toRow } from './load-chunks.ts';

/** A file under way: its header, and the rows behind it as loading would store them, each asked for when it is needed. */
export type FileTable = Readonly<{
  header: readonly string[];
  understood: Understood | undefined;
  /** what was left out and mended up to the row that was asked for last, as counts by code */
  notes: Readonly<Record<string, number>>;
  rows: AsyncGenerator<Row, void>;
}>;

type Notes = Record<string, number>;

const count = (notes: Notes, { notes: told = [] }: ReadRow): void => {
  for (const note of told) notes[note] = (notes[note] ?? 0) + 1;
};

type Behind = Readonly<{ records: AsyncGenerator<ReadRow>; header: ReadRow; notes: Notes }>;

const rowsBehind = async function* ({ records, header, notes }: Behind): AsyncGenerator<Row, void> {
  let next = (header.row ?? 1) + 1;
  for await (const read of records) {
    const row = read.row ?? next;
    next = row + 1;
    count(notes, read);
    if (read.fault === undefined && isBlank(read.cells)) continue;
    yield toRow({ header: header.cells }, read, row);
  }
};

/** Reads a file without storing anything. Whoever stops before its end returns the rows. Throws FileUnreadable. */
export const fileTable = async (reader: RowReader, file: SourceFile): Promise<FileTable> => {
  const records = reader.read(file, 0);
  const first = await records.next();
  if (first.done === true) throw new FileUnreadable('file_empty', 'The file is empty. Export it again.');
  const header = first.value;
  if (header.fault !== undefined) {
    await records.return(undefined);
    throw new FileUnreadable(
      'header_unreadable',
      "The first line of the file, which names the columns, can't be read: it has a quote that is never closed, or is far too long.",
    );
  }
  const notes: Notes = {};
  count(notes, header);
  return { header: header.cells, understood: header.understood, notes, rows: rowsBehind({ records, header, notes }) };
};
