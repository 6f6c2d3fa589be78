import { z } from '@hono/zod-openapi';
import { changeUser } from '#app/change-user.ts';
import { removeTotp } from '#app/begin-totp.ts';
import { forgetSessions } from '#app/find-session.ts';
import { forgetUser, removeUser as remove } from '#app/remove-user.ts';
import { checkMatch, etagOf } from '../conventions/etag.ts';
import { operation } from '../operation.ts';
import { checkRole } from './check-role.ts';
import { brandIds, deciding, exampleUser, ownUser, roleName, userJson, userPath, userSchema } from './user-schemas.ts';

export const editUser = operation({
  id: 'editUser',
  method: 'patch',
  path: '/v1/users/{id}',
  summary: 'Give somebody another role, or other brands',
  description: 'It holds for sessions that are there already, within five seconds.',
  scope: 'users:manage',
  of: 'account',
  looksAt: 'person',
  params: userPath,
  body: z.strictObject({ role: roleName.optional(), brands: brandIds.nullable().optional().openapi({ description: 'null: all of them' }) }),
  needsIfMatch: true,
  answers: { 200: { description: 'The user', schema: userSchema, headers: { ETag: 'the new state' } } },
  errors: ['user_unknown', 'owner_needed', 'last_owner', 'scope_beyond'],
  example: { path: { id: 'usr_h7k2m9qxw3np' }, body: { role: 'manager' }, answer: exampleUser },
  run: async ({ house, caller, path, body, headers, cause }) => {
    checkRole(caller, body.role);
    const before = await ownUser(house, caller, path.id);
    checkMatch(headers, etagOf(await userJson(house, before)));
    const about = { companyId: before.companyId, userId: before.userId, ...deciding(caller) };
    let user = before;
    if (body.role !== undefined) user = await changeUser(house, { type: 'GiveRole', data: { ...about, role: body.role } }, { cause });
    const brands = { ...cause, id: `${cause.id}.brands` };
    if (body.brands !== undefined)
      user = await changeUser(house, { type: 'GiveBrands', data: { ...about, brands: body.brands ?? undefined } }, { cause: brands });
    forgetSessions(house);
    const after = await userJson(house, user);
    return { status: 200, body: after, headers: { etag: etagOf(after) } };
  },
});

export const removeUser = operation({
  id: 'removeUser',
  method: 'delete',
  path: '/v1/users/{id}',
  summary: 'Somebody signs in no more',
  description: 'All sessions end. With `forget=true` also name and address are gone, in the log, the documents and the tables, for good.',
  scope: 'users:manage',
  of: 'account',
  params: userPath,
  query: z.object({
    forget: z.enum(['true', 'false']).default('false').openapi({ description: 'whether the name and address are erased' }),
  }),
  answers: { 204: { description: 'It is done' } },
  errors: ['user_unknown', 'owner_needed', 'last_owner'],
  example: { path: { id: 'usr_h7k2m9qxw3np' } },
  run: async ({ house, caller, path, query, cause }) => {
    const { companyId, userId } = await ownUser(house, caller, path.id);
    const removal = { companyId, userId, ...deciding(caller) };
    await remove(house, removal, cause);
    if (query.forget === 'true') await forgetUser(house, removal, { ...cause, id: `${cause.id}.forget` });
    return { status: 204 };
  },
});

export const removeAuthenticator = operation({
  id: 'removeUserAuthenticator',
  method: 'delete',
  path: '/v1/users/{id}/authenticator',
  summary: 'Let in somebody who has lost the authenticator',
  description: 'The password alone is asked for from then on. All sessions of the user end.',
  scope: 'users:manage',
  of: 'account',
  params: userPath,
  answers: { 204: { description: 'It is done' } },
  errors: ['user_unknown', 'user_not_active', 'owner_needed'],
  example: { path: { id: 'usr_h7k2m9qxw3np' } },
  run: async ({ house, caller, path, cause }) => {
    const { companyId, userId } = await ownUser(house, caller, path.id);
    await removeTotp(house, { companyId, userId, ...deciding(caller) }, cause);
    forgetSessions(house);
    return { status: 204 };
  },
});
