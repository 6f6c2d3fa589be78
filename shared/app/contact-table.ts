import { Readable } from 'node:stream';
import type { RowReader, SourceFile } from '#ports/row-reader.ts';
import { tableReader } from './table-reader.ts';

/** Contacts that came as objects, as a file's rows: a column for every name, in the order in which they first come. */
export const contactTable = (contacts: readonly Readonly<Record<string, string>>[]): Readonly<{ file: SourceFile; reader: RowReader }> => {
  const header = [...new Set(contacts.flatMap((one) => Object.keys(one)))];
  const rows = contacts.map((one) => header.map((name) => one[name] ?? ''));
  const text = Buffer.from(JSON.stringify([header, ...rows]));
  return {
    file: { open: async (start) => Readable.from([text.subarray(start)]), name: 'contacts' },
    reader: tableReader({ header, rows }).rows,
  };
};
