import { Refusal } from '#domain/kernel/refusal.ts';
import { plainText } from '#domain/message/column-look.ts';
import type { Contact } from '#domain/packet/contact.ts';
import { contactIdOf, contactsIn, showList, type ShownList } from './find-contact.ts';
import type { House } from './house.ts';
import type { NamedList } from './list-document.ts';

/** `unusable`: the record could not be read as the others. */
export const contactStatuses = ['usable', 'unusable'] as const;

export type ContactsWanted = NamedList &
  Readonly<{
    limit: number;
    /** of the page before */
    cursor?: string | undefined;
    status?: (typeof contactStatuses)[number] | undefined;
    /** in any cell, whatever its case and accents */
    contains?: string | undefined;
    /** that column alone */
    column?: string | undefined;
  }>;

export type PagedContact = Readonly<{ contactId: string; contact: Contact }>;
export type ContactPage = Readonly<{ list: ShownList; contacts: readonly PagedContact[]; next?: string }>;

/** Chunks that one page looks at: up to 10,000 contacts. */
const mostChunks = 20;

type Place = Readonly<{ chunk: number; index: number }>;

const placeIn = (cursor: string | undefined): Place => {
  if (cursor === undefined) return { chunk: 0, index: 0 };
  const [, chunk, index] = /^(\d{1,6})\.(\d{1,4})$/.exec(cursor) ?? [];
  if (chunk === undefined || index === undefined) throw new Refusal('cursor_unknown', 'this is no cursor of a page of contacts');
  return { chunk: Number(chunk), index: Number(index) };
};

const columnAt = (header: readonly string[], column: string | undefined): number | undefined => {
  if (column === undefined) return undefined;
  const place = header.findIndex((name) => name.trim().toLowerCase() === column.trim().toLowerCase());
  if (place < 0) throw new Refusal('column_unknown', 'this list has no such column');
  return place;
};

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** A phone is the same however its digits stand apart. */
const cellTest = (contains: string): ((cell: string) => boolean) => {
  const text = plainText(contains.trim());
  const digits = /^[\d\s()+./-]{7,}$/.test(text) ? digitsOf(text) : '';
  return (cell) => plainText(cell).includes(text) || (digits.length >= 7 && digitsOf(cell).includes(digits));
};

const isWanted = ({ header }: ShownList, { status, contains, column }: ContactsWanted): ((contact: Contact) => boolean) => {
  const place = columnAt(header, column);
  const test = contains === undefined ? undefined : cellTest(contains);
  return ({ cells, fault, isRemoved }) => {
    if (isRemoved || !cells) return false;
    if (status !== undefined && (fault === undefined) !== (status === 'usable')) return false;
    const among = place === undefined ? cells : [cells[place] ?? ''];
    return test === undefined || among.some(test);
  };
};

/**
 * Contacts of a list in the order in which they were kept; those who were removed or forgotten are left out. A page may have fewer than asked for, and
 * go on all the same. Throws Refusals: list_unknown, cursor_unknown, column_unknown.
 */
export const pageContacts = async (house: House, asked: ContactsWanted): Promise<ContactPage> => {
  const list = await showList(house, asked);
  const wanted = isWanted(list, asked);
  const { listId, chunks } = list.document.data;
  const from = placeIn(asked.cursor);
  const found: PagedContact[] = [];
  const last = Math.min(chunks, from.chunk + mostChunks);
  for (let chunk = from.chunk; chunk < last; chunk++) {
    const { contacts } = await contactsIn(house, listId, chunk);
    for (let index = chunk === from.chunk ? from.index : 0; index < contacts.length; index++) {
      const one = contacts[index]!;
      if (!wanted(one)) continue;
      if (found.length === asked.limit) return { list, contacts: found, next: `${chunk}.${index}` };
      found.push({ contactId: contactIdOf(chunk, one.row), contact: one });
    }
  }
  return { list, contacts: found, ...(last < chunks ? { next: `${last}.0` } : {}) };
};
