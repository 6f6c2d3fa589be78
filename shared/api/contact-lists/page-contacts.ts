import { z } from '@hono/zod-openapi';
import { showList } from '#app/find-contact.ts';
import { contactStatuses, pageContacts, type ContactsWanted } from '#app/page-contacts.ts';
import { operation, type Answer, type Call } from '../operation.ts';
import { contact, contactExample, contactJson, contactList, listExample, listJson, listNameText } from './contact-schemas.ts';

const params = z.object({ name: listNameText });

const page = z
  .object({
    object: z.literal('list'),
    data: z.array(contact),
    has_more: z.boolean(),
    next_cursor: z.string().optional().meta({ description: 'send it as `cursor` to go on; a page may be empty and go on all the same' }),
    url: z.string(),
  })
  .openapi('ContactPage');

const cursor = z.string().max(40).optional().openapi({ description: 'The `next_cursor` of the page before' });
const status = z.enum(contactStatuses).optional().openapi({ description: 'Those alone that can be used, or that can not' });

const example = { object: 'list', data: [contactExample], has_more: false };

const answer = async (
  { house, caller: { companyId }, path: { name } }: Pick<Call<Readonly<{ name: string }>>, 'house' | 'caller' | 'path'>,
  wanted: Omit<ContactsWanted, 'companyId' | 'name'>,
): Promise<Answer> => {
  const { list, contacts, next } = await pageContacts(house, { companyId, name, ...wanted });
  const body = {
    object: 'list',
    data: contacts.map((one) => contactJson(list.header, one)),
    has_more: next !== undefined,
    ...(next === undefined ? {} : { next_cursor: next }),
    url: `/v1/contact_lists/${encodeURIComponent(name)}/contacts`,
  };
  return { status: 200, body };
};

export const getContactList = operation({
  id: 'getContactList',
  method: 'get',
  path: '/v1/contact_lists/{name}',
  summary: 'One list of contacts',
  scope: 'contacts:read',
  params,
  answers: { 200: { description: 'The list', schema: contactList } },
  errors: ['list_unknown'],
  example: { path: { name: 'Winter' }, answer: listExample },
  run: async ({ house, caller: { companyId }, path: { name } }) => ({
    status: 200,
    body: listJson(await showList(house, { companyId, name })),
  }),
});

export const listContacts = operation({
  id: 'listContacts',
  method: 'get',
  path: '/v1/contact_lists/{name}/contacts',
  summary: 'The contacts of a list',
  description:
    'In the order in which they were kept. Who was removed or forgotten is left out. To look for a person, `POST …/contacts/search`.',
  scope: 'contacts:read',
  looksAt: 'person',
  params,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(1_000).default(100).openapi({ type: 'integer', description: 'How many, 1 to 1,000' }),
    cursor,
    status,
  }),
  answers: { 200: { description: 'A page of contacts', schema: page } },
  errors: ['list_unknown', 'cursor_unknown'],
  example: { path: { name: 'Winter' }, query: { limit: '50' }, answer: { ...example, url: '/v1/contact_lists/Winter/contacts' } },
  run: (call) => answer(call, call.query),
});

export const searchContacts = operation({
  id: 'searchContacts',
  method: 'post',
  path: '/v1/contact_lists/{name}/contacts/search',
  summary: 'Look for contacts of a list',
  description:
    'By what stands in their cells, whatever its case and accents; a phone however it is written. In the body, so that nobody is named in an address. A page looks at up to 10,000 contacts.',
  scope: 'contacts:read',
  looksAt: 'person',
  params,
  body: z.strictObject({
    contains: z.string().trim().min(1).max(200),
    column: z.string().trim().min(1).max(200).optional().openapi({ description: 'In this column alone', example: 'phone' }),
    limit: z.int().min(1).max(1_000).default(100),
    cursor,
    status,
  }),
  answers: { 200: { description: 'A page of contacts', schema: page } },
  errors: ['list_unknown', 'cursor_unknown', 'column_unknown'],
  example: { path: { name: 'Winter' }, body: { contains: 'ana' }, answer: { ...example, url: '/v1/contact_lists/Winter/contacts' } },
  run: (call) => answer(call, call.body),
});
