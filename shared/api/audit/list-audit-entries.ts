import { z } from '@hono/zod-openapi';
import { listAudit } from '#app/list-audit.ts';
import { listAnswer, listOf } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { supportReasons } from './support-reasons.ts';
import { auditEntry, auditErrors, auditFilters, auditJson, wantedAudit } from './audit-schemas.ts';

export const listAuditEntries = operation({
  id: 'listAuditEntries',
  method: 'get',
  path: '/v1/audit',
  summary: 'Who changed what, and who looked at people',
  description: 'What a change did stands in the events of the same request. Entries show here when the reports have them, seconds later.',
  scope: 'audit:read',
  of: 'account',
  looksAt: 'person',
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(50).openapi({ type: 'integer', description: 'How many, 1 to 100' }),
    ...auditFilters,
  }),
  answers: { 200: { description: 'A page of them', schema: listOf('AuditEntryList', auditEntry) } },
  errors: auditErrors,
  example: {
    query: { kind: 'look', since: '2026-11-01T00:00:00.000Z' },
    answer: {
      object: 'list',
      data: [
        {
          object: 'audit_entry',
          id: 'aud_WyIyMDI2LTExLTI5IDE3OjA0OjAwLjAwMCIsInJlcV9hLm5vdGVkLjAiXQ',
          at: '2026-11-29T17:04:00.000Z',
          kind: 'look',
          by: 'usr_h7k2m9qxw3',
          operation: 'getMessage',
          resources: ['msg_h7k2m9qxw3np-0-1-sms-0'],
          status: 200,
          request_id: 'req_h7k2m9qxw3np',
          address: '192.0.2.9',
        },
      ],
      has_more: false,
      url: '/v1/audit',
    },
  },
  run: async (call) => {
    const { house, query, origin } = call;
    const { items, hasMore } = await listAudit(house, { ...wantedAudit(call, query), limit: query.limit });
    const reasonOf = await supportReasons(house, call.caller.companyId, items);
    const page = { items: items.map((one) => auditJson(one, reasonOf(one))), hasMore };
    return listAnswer({ origin, path: '/v1/audit', query: { ...query, starting_after: undefined }, page });
  },
});
