import type { Row } from '#domain/message/assemble.ts';
import { FileUnreadable, type ReadRow, type RowReader, type SourceFile } from '#ports/row-reader.ts';
import { isBlank, toRow } from './load-chunks.ts';

/** A file under way: its header, and the rows behind it as loading would store them, each asked for when it is needed. */
export type FileTable = Readonly<{ header: readonly string[]; about: ReadRow; rows: AsyncGenerator<Row, void> }>;

const rowsBehind = async function* (records: AsyncGenerator<ReadRow>, header: ReadRow): AsyncGenerator<Row, void> {
  let next = (header.row ?? 1) + 1;
  for await (const read of records) {
    const row = read.row ?? next;
    next = row + 1;
    if (read.fault === undefined && isBlank(read.cells)) continue;
    yield toRow({ header: header.cells }, read, row);
  }
};

/** Reads a file without storing anything. Whoever stops before its end returns the rows. Throws FileUnreadable. */
export const fileTable = async (reader: RowReader, file: SourceFile): Promise<FileTable> => {
  const records = reader.read(file, 0);
  const first = await records.next();
  if (first.done === true) throw new FileUnreadable('file_empty', 'The file is empty. Export it again.');
  const about = first.value;
  if (about.fault !== undefined) {
    await records.return(undefined);
    throw new FileUnreadable(
      'header_unreadable',
      "The first line of the file, which names the columns, can't be read: it has a quote that is never closed, or is far too long.",
    );
  }
  return { header: about.cells, about, rows: rowsBehind(records, about) };
};
