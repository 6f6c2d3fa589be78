import { z } from '@hono/zod-openapi';
import { changeSupport, newSupportId, readSupport } from '#app/change-support.ts';
import { operation } from '../operation.ts';
import { exampleAccess, hoursText, roleText, supportAccess, supportJson, supportPath } from './support-schemas.ts';
import { Problem } from '../conventions/problem.ts';

export const grantSupportAccess = operation({
  id: 'grantSupportAccess',
  method: 'post',
  path: '/v1/support_accesses',
  summary: "Let somebody of the platform's staff in, for some hours",
  description:
    'Nobody of the staff sees anything of yours without it. It ends by itself; `revoke` ends it before. Each of his requests stands in your audit log, with who he is and what for.',
  scope: 'support:manage',
  of: 'account',
  looksAt: 'person',
  body: z.strictObject({
    who: z.string().trim().min(1).max(100).openapi({ example: 'Kim of the support team' }),
    reason: z.string().trim().min(1).max(500).openapi({ example: 'Ticket 8841: a file that does not load' }),
    role: roleText.default('viewer'),
    hours: hoursText.default(4),
  }),
  answers: { 201: { description: 'The access', schema: supportAccess } },
  errors: ['support_accesses_too_many', 'company_unknown'],
  example: {
    body: { who: exampleAccess.who, reason: exampleAccess.reason, role: 'viewer', hours: 4 },
    answer: { ...exampleAccess, hours: null, asked_at: null },
  },
  run: async ({ house, caller: { companyId, by }, body, cause }) => {
    const data = { companyId, supportId: newSupportId(), by, at: cause.now, ...body };
    return { status: 201, body: supportJson(await changeSupport(house, { type: 'GrantSupport', data }, cause), cause.now) };
  },
});

export const grantAskedAccess = operation({
  id: 'grantAskedSupportAccess',
  method: 'post',
  path: '/v1/support_accesses/{id}/grant',
  summary: 'Grant an access that was asked for',
  description: 'From now on, for the hours that were asked for or fewer. Again: nothing changes.',
  scope: 'support:manage',
  of: 'account',
  looksAt: 'person',
  params: supportPath,
  body: z.strictObject({ role: roleText.optional(), hours: hoursText.optional() }),
  answers: { 200: { description: 'The access', schema: supportAccess } },
  errors: ['support_access_unknown', 'support_access_over'],
  example: { path: { id: exampleAccess.id }, body: { hours: 4 }, answer: exampleAccess },
  run: async ({ house, caller: { companyId, by }, path: { id }, body, cause }) => {
    if (!Object.hasOwn(await readSupport(house, companyId), id)) throw new Problem('support_access_unknown');
    const data = { companyId, supportId: id, by, at: cause.now, ...body };
    return { status: 200, body: supportJson(await changeSupport(house, { type: 'GrantSupport', data }, cause), cause.now) };
  },
});
