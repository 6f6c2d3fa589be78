import { contactIdOf, contactsIn } from './find-contact.ts';
import type { House } from './house.ts';
import { keptLists } from './kept-lists.ts';
import { mentionsOf } from './mentions-of.ts';

/** A contact of a kept list that has the contact point in one of its cells. */
export type ListPlace = Readonly<{ list: string; contactId: string; row: number }>;
export type ListsNaming = Readonly<{ places: readonly ListPlace[]; /** there may be more */ isPartial: boolean }>;

/** Parts of lists that are looked at for one answer, 500 contacts each. */
const mostChunks = 40;

/** Which of a company's kept lists have a person, the oldest list first. */
export const listsNaming = async (
  house: House,
  { companyId, contactPoint, limit }: Readonly<{ companyId: string; contactPoint: string; limit: number }>,
): Promise<ListsNaming> => {
  const { inCell } = mentionsOf(contactPoint);
  const places: ListPlace[] = [];
  let looked = 0;
  for (const { listId, name, chunks } of await keptLists(house, companyId))
    for (let chunk = 0; chunk < chunks; chunk++) {
      if (looked === mostChunks || places.length > limit) return { places: places.slice(0, limit), isPartial: true };
      looked += 1;
      const { contacts } = await contactsIn(house, listId, chunk);
      const named = contacts.filter(({ cells, isRemoved }) => !isRemoved && cells?.some(inCell));
      places.push(...named.map(({ row }) => ({ list: name, contactId: contactIdOf(chunk, row), row })));
    }
  return { places: places.slice(0, limit), isPartial: places.length > limit };
};
