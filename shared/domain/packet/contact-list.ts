import type { Command, Decider } from '../kernel/decider.ts';
import type { ListEvent } from './list-events.ts';

// Commands

/** Up to 500 rows of a list, in a stream of their own. */
export type KeepContacts = Command<'KeepContacts', { rows: readonly { row: number; cells: readonly string[]; fault?: string }[] }>;
/** The list is whole. */
export type KeepList = Command<'KeepList', { listId: string; rows: number; chunks: number; name: string; header: readonly string[] }>;
/** Its people are forgotten. */
export type ForgetList = Command<'ForgetList', { listId: string; forgottenBy: string }>;
export type ListCommand = KeepContacts | KeepList | ForgetList;

// State

export type ContactList = Readonly<{ kept: boolean; forgotten?: boolean; header?: readonly string[]; rows?: number; chunks?: number }>;

// Decide

const contacts = ({ data }: KeepContacts): readonly ListEvent[] =>
  data.rows.map(({ row, cells, fault }) => ({
    type: 'ContactKept',
    data: fault === undefined ? { row } : { row, fault },
    private: { cells: [...cells] },
  }));

/** What was kept once is kept. */
const decide = (command: ListCommand, state: ContactList): readonly ListEvent[] => {
  if (command.type === 'ForgetList') return state.forgotten ? [] : [{ type: 'ContactListForgotten', data: command.data }];
  if (state.kept) return [];
  if (command.type === 'KeepContacts') return contacts(command);
  const { name, header, ...data } = command.data;
  return [{ type: 'ContactListKept', data, private: { name, header: [...header] } }];
};

// Evolve

const evolve = (state: ContactList, event: ListEvent): ContactList => {
  if (event.type === 'ContactKept' || event.type === 'ContactCorrected' || event.type === 'ContactRemoved') return { ...state, kept: true };
  if (event.type === 'ContactListForgotten') return { ...state, forgotten: true };
  const { rows, chunks } = event.data;
  const header = event.private?.header;
  return header === undefined ? { kept: true, rows, chunks } : { kept: true, rows, chunks, header };
};

export const contactList: Decider<ContactList, ListCommand, ListEvent> = { initial: { kept: false }, decide, evolve };
