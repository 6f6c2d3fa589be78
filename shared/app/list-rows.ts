import { fold } from '#domain/kernel/decider.ts';
import { contactsStream, listStream } from '#domain/kernel/streams.ts';
import { contact, type Contact } from '#domain/packet/contact.ts';
import { contactList } from '#domain/packet/contact-list.ts';
import type { ListEvent } from '#domain/packet/list-events.ts';
import { FileUnreadable, type ReadRow, type RowReader } from '#ports/row-reader.ts';
import type { House } from './house.ts';

/** More than a chunk of a list holds. */
const places = 1_000;
/** The place behind a row: 1 is behind the header. */
const endOf = (chunk: number, index: number): number => 1 + chunk * places + index + 1;

const rowIn = ({ row, cells, fault }: Contact, end: number): ReadRow => {
  const forgotten = cells ? fault : (fault ?? 'forgotten');
  return { cells: cells ?? [], row, end, ...(forgotten === undefined ? {} : { fault: forgotten }) };
};

/** The rows of a list that was kept, as a file's: its header first. Throws FileUnreadable where its people were forgotten. */
export const listRows = ({ store }: Pick<House, 'store'>, listId: string): RowReader => ({
  read: async function* (_, start) {
    const { events } = await store.read(listStream(listId));
    const { header, chunks = 0 } = fold(contactList, events as readonly unknown[] as readonly ListEvent[]);
    if (!header) throw new FileUnreadable('forgotten', 'The people of this list were forgotten. Keep the list anew to use it.');
    if (start === 0) yield { cells: header, row: 1, end: 1 };
    const from = Math.max(0, start - 1);
    for (let chunk = Math.floor(from / places); chunk < chunks; chunk++) {
      const { contacts } = fold(
        contact,
        (await store.read(contactsStream(listId, chunk))).events as readonly unknown[] as readonly ListEvent[],
      );
      const first = chunk === Math.floor(from / places) ? from % places : 0;
      for (let index = first; index < contacts.length; index++) {
        const kept = contacts[index]!;
        if (!kept.isRemoved) yield rowIn(kept, endOf(chunk, index));
      }
    }
  },
});
