import { z } from '@hono/zod-openapi';
import type { ShownList } from '#app/find-contact.ts';
import type { PagedContact } from '#app/page-contacts.ts';
import { wordsFor } from '#domain/message/code-words.ts';

export const listNameText = z.string().min(1).max(200).openapi({ description: "the list's name", example: 'Winter' });
/** Any short text: what can be no id is answered like one that nobody knows. */
export const contactIdText = z.string().min(1).max(200).openapi({ description: "a contact's id in its list", example: 'con_0_2' });

export const contact = z
  .object({
    object: z.literal('contact'),
    id: contactIdText,
    row: z.int().min(1).meta({ description: 'the number that a spreadsheet showed beside it: the header is 1' }),
    fields: z.record(z.string(), z.string()).meta({ description: "by the list's columns, as they came or were corrected; empty ones too" }),
    fault: z
      .object({ code: z.string(), detail: z.string() })
      .optional()
      .meta({ description: 'why it can not be used as it stands: correct it, or remove it' }),
  })
  .openapi('Contact');

export const contactJson = (header: readonly string[], { contactId, contact: { row, cells = [], fault } }: PagedContact) => ({
  object: 'contact' as const,
  id: contactId,
  row,
  fields: Object.fromEntries(header.map((name, index) => [name.trim(), cells[index] ?? ''])),
  ...(fault === undefined ? {} : { fault: { code: fault, detail: wordsFor(fault) } }),
});

export const contactExample = {
  object: 'contact',
  id: 'con_0_2',
  row: 2,
  fields: { patient_id: '29871', first_name: 'Ana', phone: '+12085550123' },
} as const;

export const contactList = z
  .object({
    object: z.literal('contact_list'),
    id: z.string(),
    name: z.string(),
    rows: z.int().min(0).meta({ description: 'how many contacts it has' }),
    edits: z.int().min(0).meta({ description: 'how many times one was corrected or removed since it was kept' }),
    columns: z.array(z.string()),
    kept_at: z.iso.datetime(),
  })
  .openapi('KeptContactList');

export const listJson = ({ document: { data }, name, header }: ShownList) => ({
  object: 'contact_list' as const,
  id: data.listId,
  name,
  rows: data.rows,
  edits: data.edits ?? 0,
  columns: header.map((column) => column.trim()),
  kept_at: data.keptAt,
});

export const listExample = {
  object: 'contact_list',
  id: 'lst_h7k2m9qxw3np',
  name: 'Winter',
  rows: 412,
  edits: 0,
  columns: ['patient_id', 'first_name', 'phone'],
  kept_at: '2026-11-20T16:00:00.000Z',
} as const;
