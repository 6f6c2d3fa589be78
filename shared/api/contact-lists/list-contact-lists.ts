import { z } from '@hono/zod-openapi';
import { keptLists } from '#app/kept-lists.ts';
import { operation } from '../operation.ts';

const contactList = z
  .object({ object: z.literal('contact_list'), id: z.string(), name: z.string(), rows: z.int(), kept_at: z.iso.datetime() })
  .openapi('ContactList');

export const listContactLists = operation({
  id: 'listContactLists',
  method: 'get',
  path: '/v1/contact_lists',
  summary: 'Lists of contacts that are kept',
  description: 'All of them, the oldest first.',
  scope: 'contacts:read',
  answers: {
    200: {
      description: 'The lists',
      schema: z.object({ object: z.literal('list'), data: z.array(contactList), url: z.string() }).openapi('ContactListList'),
    },
  },
  errors: [],
  example: {
    answer: {
      object: 'list',
      data: [{ object: 'contact_list', id: 'lst_h7k2m9qxw3np', name: 'Winter', rows: 412, kept_at: '2026-11-20T16:00:00.000Z' }],
      url: '/v1/contact_lists',
    },
  },
  run: async ({ house, caller: { companyId } }) => {
    const data = (await keptLists(house, companyId)).map(({ listId, name, rows, keptAt }) => ({
      object: 'contact_list',
      id: listId,
      name,
      rows,
      kept_at: keptAt,
    }));
    return { status: 200, body: { object: 'list', data, url: '/v1/contact_lists' } };
  },
});
