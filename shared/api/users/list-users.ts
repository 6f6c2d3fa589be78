import { z } from '@hono/zod-openapi';
import { usersOf } from '#app/user-document.ts';
import { etagOf } from '../conventions/etag.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { exampleUser, ownUser, roleName, userJson, userPath, userSchema } from './user-schemas.ts';

export const listUsers = operation({
  id: 'listUsers',
  method: 'get',
  path: '/v1/users',
  summary: 'Who may sign in',
  scope: 'users:read',
  of: 'account',
  looksAt: 'person',
  query: z.object({
    ...pageQuery,
    status: z.enum(['invited', 'active', 'removed']).optional().openapi({ description: 'Left out: all of them' }),
    role: roleName.optional(),
  }),
  answers: { 200: { description: 'Users', schema: listOf('UserList', userSchema) } },
  example: { query: { status: 'active' }, answer: { object: 'list', data: [exampleUser], has_more: false, url: '/v1/users' } },
  run: async ({ house, caller: { companyId }, query, origin }) => {
    const all = (await usersOf(house, companyId)).filter(
      ({ status, role }) => (query.status ?? status) === status && (query.role ?? role) === role,
    );
    const { items, hasMore } = pageOf(all, ({ userId }) => userId, query);
    const page = { items: await Promise.all(items.map((one) => userJson(house, one))), hasMore };
    return listAnswer({ origin, path: '/v1/users', query, page });
  },
});

export const getUser = operation({
  id: 'getUser',
  method: 'get',
  path: '/v1/users/{id}',
  summary: 'One user',
  scope: 'users:read',
  of: 'account',
  looksAt: 'person',
  keptFields: ['role', 'brands', 'status', 'has_authenticator'],
  params: userPath,
  answers: { 200: { description: 'The user', schema: userSchema, headers: { ETag: 'the state that was read' } } },
  errors: ['user_unknown'],
  example: { path: { id: 'usr_h7k2m9qxw3np' }, answer: exampleUser },
  run: async ({ house, caller, path }) => {
    const body = await userJson(house, await ownUser(house, caller, path.id));
    return { status: 200, body, headers: { etag: etagOf(body) } };
  },
});
