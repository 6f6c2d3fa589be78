import { listStream } from '#domain/kernel/streams.ts';
import type { House } from './house.ts';
import { listsOf, type ListDocument } from './list-document.ts';

/** What a company calls a list, and since when it keeps it: for the terminal of its staff, never for a log. */
export type KeptContacts = Readonly<{
  listId: string;
  name: string;
  rows: number;
  /** parts that its contacts stand in */ chunks: number;
  keptAt: string;
}>;

const mostLists = 500;
const afterAll = '9999-12-31T23:59:59.999Z';

const nameOf = async ({ store }: House, listId: string): Promise<string> => {
  const { events } = await store.read(listStream(listId));
  for (const { type, private: told } of events) if (type === 'ContactListKept') return told?.name ?? '';
  return '';
};

/** The lists that a company keeps, the oldest first, up to 500 of them. */
export const keptLists = async (house: House, companyId: string): Promise<readonly KeptContacts[]> => {
  const lists: KeptContacts[] = [];
  for (const { data } of await house.documents.due<ListDocument>(listsOf(companyId), afterAll, mostLists)) {
    const { listId, rows, chunks, keptAt = '' } = data;
    if (listId !== undefined) lists.push({ listId, name: await nameOf(house, listId), rows, chunks, keptAt });
  }
  return lists;
};
