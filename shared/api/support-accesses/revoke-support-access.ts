import { readSupport, revokeSupport } from '#app/change-support.ts';
import { Problem } from '../conventions/problem.ts';
import { operation } from '../operation.ts';
import { exampleAccess, supportAccess, supportJson, supportPath } from './support-schemas.ts';

export const revokeSupportAccess = operation({
  id: 'revokeSupportAccess',
  method: 'post',
  path: '/v1/support_accesses/{id}/revoke',
  summary: "End an access of the platform's staff, or say no to one",
  description: 'It is over at once, with every key that was made for it. Again: nothing changes.',
  scope: 'support:manage',
  of: 'account',
  looksAt: 'person',
  params: supportPath,
  answers: { 200: { description: 'The access', schema: supportAccess } },
  errors: ['support_access_unknown'],
  example: {
    path: { id: exampleAccess.id },
    answer: { ...exampleAccess, status: 'revoked', revoked_at: '2026-11-20T11:00:00.000Z', revoked_by: 'usr_h7k2m9qxw3np' },
  },
  run: async ({ house, caller: { companyId, by }, path: { id }, cause }) => {
    if (!Object.hasOwn(await readSupport(house, companyId), id)) throw new Problem('support_access_unknown');
    return { status: 200, body: supportJson(await revokeSupport(house, { companyId, supportId: id, by }, cause), cause.now) };
  },
});
