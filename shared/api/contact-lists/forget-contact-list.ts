import { z } from '@hono/zod-openapi';
import { forgetList } from '#app/forget-list.ts';
import { operation } from '../operation.ts';

export const forgetContactList = operation({
  id: 'forgetContactList',
  method: 'delete',
  path: '/v1/contact_lists/{name}',
  summary: 'Forget a list and its people',
  description: 'With all lists that stood under its name before. Packets that were made of it have rows of their own, and stay.',
  scope: 'contacts:write',
  params: z.object({ name: z.string().min(1).max(200).openapi({ description: "the list's name", example: 'Winter' }) }),
  answers: {
    200: { description: 'It is forgotten', schema: z.object({ id: z.string(), rows: z.int() }).openapi('ForgottenContactList') },
  },
  errors: ['list_unknown', 'busy'],
  example: { path: { name: 'Winter' }, answer: { id: 'lst_h7k2m9qxw3np', rows: 412 } },
  run: async ({ house, caller: { companyId, by }, path: { name }, cause }) => {
    const { listId, rows } = await forgetList(house, { companyId, name, by }, cause);
    return { status: 200, body: { id: listId, rows } };
  },
});
