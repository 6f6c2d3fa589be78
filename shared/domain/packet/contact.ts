import type { Command, Decider } from '../kernel/decider.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { ListEvent } from './list-events.ts';

// Commands

/** Its cells, all of them, as they are from now on, and as they were seen. */
export type CorrectContact = Command<
  'CorrectContact',
  { row: number; cells: readonly string[]; seen: readonly string[]; correctedBy: string }
>;
export type RemoveContact = Command<'RemoveContact', { row: number; removedBy: string }>;
export type ContactCommand = CorrectContact | RemoveContact;

// State

/** One contact of a list; without cells its person was forgotten. */
export type Contact = Readonly<{ row: number; cells?: readonly string[]; fault?: string; isRemoved?: true }>;
/** Up to 500 of them, in the order in which they were kept. */
export type Contacts = Readonly<{ contacts: readonly Contact[] }>;

// Decide

const there = ({ contacts }: Contacts, row: number): Contact => {
  const found = contacts.find((one) => one.row === row);
  if (found?.cells && !found.isRemoved) return found;
  throw new Refusal('contact_unknown', 'this list has no such contact: it was removed, or its person was forgotten');
};

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((cell, n) => cell === other[n]);

const decide = (command: ContactCommand, state: Contacts): readonly ListEvent[] => {
  const known = there(state, command.data.row);
  if (command.type === 'RemoveContact') return [{ type: 'ContactRemoved', data: command.data }];
  const { cells, seen, ...data } = command.data;
  if (!isSame(seen, known.cells ?? [])) throw new Refusal('busy', 'somebody has changed this contact in the same moment: look again');
  return known.fault === undefined && isSame(cells, known.cells ?? [])
    ? []
    : [{ type: 'ContactCorrected', data, private: { cells: [...cells] } }];
};

// Evolve

const changed = ({ contacts }: Contacts, row: number, change: (known: Contact) => Contact): Contacts => ({
  contacts: contacts.map((one) => (one.row === row ? change(one) : one)),
});

const evolve = (state: Contacts, event: ListEvent): Contacts => {
  switch (event.type) {
    case 'ContactKept': {
      const { row, fault } = event.data;
      const cells = event.private?.cells;
      const kept: Contact = { row, ...(cells ? { cells } : {}), ...(fault === undefined ? {} : { fault }) };
      return { contacts: [...state.contacts, kept] };
    }
    case 'ContactCorrected': {
      const { row } = event.data;
      const cells = event.private?.cells;
      // what was said before is not to come back where this was forgotten
      return changed(state, row, () => (cells ? { row, cells } : { row }));
    }
    case 'ContactRemoved':
      return changed(state, event.data.row, ({ row }) => ({ row, isRemoved: true }));
    default:
      return state;
  }
};

export const contact: Decider<Contacts, ContactCommand, ListEvent> = { initial: { contacts: [] }, decide, evolve };
