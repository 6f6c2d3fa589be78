import { fold } from '#domain/kernel/decider.ts';
import { contactsStream, listStream } from '#domain/kernel/streams.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { contactList } from '#domain/packet/contact-list.ts';
import { contact, type Contact, type Contacts } from '#domain/packet/contact.ts';
import type { ListEvent } from '#domain/packet/list-events.ts';
import type { House } from './house.ts';
import { listNamed, type KeptDocument, type NamedList } from './list-document.ts';

/** A list as it is now. What it is called, and its columns, may name people. */
export type ShownList = Readonly<{ document: KeptDocument; name: string; header: readonly string[] }>;

/** Throws a Refusal `list_unknown`, also where its people were forgotten. */
export const showList = async (house: House, named: NamedList): Promise<ShownList> => {
  const document = await listNamed(house, named);
  const { events } = await house.store.read(listStream(document.data.listId));
  const { header } = fold(contactList, events as readonly unknown[] as readonly ListEvent[]);
  const kept = events.find((event) => event.type === 'ContactListKept');
  if (header && kept?.private) return { document, name: kept.private.name, header };
  throw new Refusal('list_unknown', `the people of this list of ${named.companyId} were forgotten`);
};

export const contactsIn = async ({ store }: Pick<House, 'store'>, listId: string, chunk: number): Promise<Contacts> => {
  const { events } = await store.read(contactsStream(listId, chunk));
  return fold(contact, events as readonly unknown[] as readonly ListEvent[]);
};

/** `con_3_1502`: the row 1502, in the chunk 3 of the list. */
export const contactIdOf = (chunk: number, row: number): string => `con_${chunk}_${row}`;
const parseContactId = (id: string): Readonly<{ chunk: number; row: number }> | undefined => {
  const [, chunk, row] = /^con_(\d{1,6})_(\d{1,9})$/.exec(id) ?? [];
  return chunk === undefined || row === undefined ? undefined : { chunk: Number(chunk), row: Number(row) };
};

export type FoundContact = Readonly<{
  list: ShownList;
  chunk: number;
  contactId: string;
  contact: Contact & Readonly<{ cells: readonly string[] }>;
}>;
export type NamedContact = NamedList & Readonly<{ contactId: string }>;

/** Throws Refusals: list_unknown, contact_unknown. */
export const findContact = async (house: House, { contactId, ...named }: NamedContact): Promise<FoundContact> => {
  const list = await showList(house, named);
  const { listId, chunks } = list.document.data;
  const place = parseContactId(contactId);
  const all = place && place.chunk < chunks ? (await contactsIn(house, listId, place.chunk)).contacts : [];
  const found = all.find(({ row, isRemoved }) => row === place?.row && !isRemoved);
  if (!place || !found?.cells) throw new Refusal('contact_unknown', 'this list has no such contact');
  return { list, chunk: place.chunk, contactId, contact: { ...found, cells: found.cells } };
};
