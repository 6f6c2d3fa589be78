import { z } from '@hono/zod-openapi';
import { readSupport } from '#app/change-support.ts';
import { supportStatus } from '#domain/access/support.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { exampleAccess, supportAccess, supportJson } from './support-schemas.ts';

const path = '/v1/support_accesses';

export const listSupportAccesses = operation({
  id: 'listSupportAccesses',
  method: 'get',
  path,
  summary: "When the platform's staff was let in, by whom and what for",
  description:
    'The newest first, with those that were asked for and wait for you. What somebody did with an access stands in the audit log: `GET /v1/audit?who=sup_…`.',
  scope: 'support:manage',
  of: 'account',
  looksAt: 'person',
  query: z.object({ ...pageQuery, status: z.enum(['asked', 'open', 'ended', 'revoked']).optional() }),
  answers: { 200: { description: 'A page of them', schema: listOf('SupportAccessList', supportAccess) } },
  example: { query: { status: 'open' }, answer: { object: 'list', data: [exampleAccess], has_more: false, url: path } },
  run: async ({ house, caller: { companyId }, query, cause, origin }) => {
    const all = Object.values(await readSupport(house, companyId)).toReversed();
    const wanted = all.filter((one) => query.status === undefined || supportStatus(one, cause.now) === query.status);
    const { items, hasMore } = pageOf(wanted, ({ supportId }) => supportId, query);
    return listAnswer({ origin, path, query, page: { items: items.map((one) => supportJson(one, cause.now)), hasMore } });
  },
});
