import { z } from '@hono/zod-openapi';
import { roles, roleWords, scopesOf } from '#domain/access/roles.ts';
import { operation } from '../operation.ts';
import { roleName } from './user-schemas.ts';

const shown = z.object({ id: roleName, description: z.string(), scopes: z.array(z.string()) }).openapi('RoleDescription');

const data = roles.map((id) => ({ id, description: roleWords[id], scopes: [...scopesOf(id)] }));

export const listRoles = operation({
  id: 'listRoles',
  method: 'get',
  path: '/v1/roles',
  summary: 'What each role may do',
  scope: 'users:read',
  of: 'account',
  answers: { 200: { description: 'Roles, from the widest on', schema: z.object({ object: z.literal('list'), data: z.array(shown) }) } },
  example: { answer: { object: 'list', data } },
  run: async () => ({ status: 200, body: { object: 'list', data } }),
});
