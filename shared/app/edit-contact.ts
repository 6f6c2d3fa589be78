import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { contactsStream } from '#domain/kernel/streams.ts';
import { contact, type ContactCommand, type Contacts } from '#domain/packet/contact.ts';
import type { FoundContact } from './find-contact.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import type { ListDocument } from './list-document.ts';

type Changing = Readonly<{ companyId: string; found: FoundContact }>;

/** With the list: it is another one for whoever uses it next. Throws DocumentMoved where it was kept anew or forgotten meanwhile. */
const change = async (house: House, { companyId, found }: Changing, command: ContactCommand, cause: Cause): Promise<Contacts> => {
  const { document } = found.list;
  const { data, path, version, dueAt } = document;
  const fewer = command.type === 'RemoveContact' ? 1 : 0;
  const after: ListDocument = { ...data, rows: data.rows - fewer, edits: (data.edits ?? 0) + 1 };
  const { state } = await handle(house.store, contact, {
    stream: contactsStream(data.listId, found.chunk),
    companyId,
    command,
    cause,
    documents: () => [{ path, data: after, ...(dueAt === undefined ? {} : { dueAt }), ifVersion: version }],
  });
  return state;
};

const mergedCells = (
  { list: { header }, contact: { cells } }: FoundContact,
  fields: Readonly<Record<string, string>>,
): readonly string[] => {
  const after = header.map((_, index) => cells[index] ?? '');
  for (const [column, value] of Object.entries(fields)) {
    const place = header.findIndex((name) => name.trim().toLowerCase() === column.trim().toLowerCase());
    if (place < 0) throw new Refusal('column_unknown', 'this list has no such column');
    after[place] = value;
  }
  return after;
};

/** Says some of a contact's cells anew, by the names of their columns; the others stay. Throws Refusals: column_unknown, contact_unknown, busy. */
export const editContact = async (
  house: House,
  { fields, by, ...changing }: Changing & Readonly<{ fields: Readonly<Record<string, string>>; by: string }>,
  cause: Cause,
): Promise<readonly string[]> => {
  const { found } = changing;
  const { row, cells: seen } = found.contact;
  const cells = mergedCells(found, fields);
  await change(house, changing, { type: 'CorrectContact', data: { row, cells, seen, correctedBy: by } }, cause);
  return cells;
};

/** A contact is on its list no more. What it said stays sealed in the log until its list, or its person, is forgotten. */
export const removeContact = async (
  house: House,
  { by, ...changing }: Changing & Readonly<{ by: string }>,
  cause: Cause,
): Promise<void> => {
  await change(house, changing, { type: 'RemoveContact', data: { row: changing.found.contact.row, removedBy: by } }, cause);
};
