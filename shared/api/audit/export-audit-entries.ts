import { z } from '@hono/zod-openapi';
import { listAudit, type NotedAccess } from '#app/list-audit.ts';
import { toCsv } from '#reports/csv.ts';
import type { Report } from '#reports/report.ts';
import { operation } from '../operation.ts';
import { supportReasons } from './support-reasons.ts';
import { auditErrors, auditFilters, wantedAudit } from './audit-schemas.ts';

const mostRows = 20_000;

const columns = [
  'at',
  'kind',
  'by',
  'operation',
  'resources',
  'status',
  'shown',
  'request_id',
  'address',
  'user_agent',
  'code',
  'operator',
  'reason',
  'changes',
] as const;

const reportOf = (entries: readonly NotedAccess[], reasonOf: (entry: NotedAccess) => string | undefined): Report => ({
  columns: [...columns],
  rows: entries.map((one) => ({
    at: one.at,
    kind: one.kind,
    by: one.by,
    operation: one.operation,
    resources: one.subjects.join(' '),
    status: one.status,
    shown: one.shown ?? null,
    request_id: one.request,
    address: one.address ?? null,
    user_agent: one.agent ?? null,
    code: one.code ?? null,
    operator: one.operator ?? null,
    reason: reasonOf(one) ?? null,
    changes: one.changes === undefined ? null : JSON.stringify(one.changes),
  })),
});

export const exportAuditEntries = operation({
  id: 'exportAuditEntries',
  method: 'get',
  path: '/v1/audit/file',
  summary: 'The audit log as a file',
  description: `CSV, safe to open in a spreadsheet. Up to ${mostRows.toLocaleString('en')} rows: the header Link leads to the rest.`,
  scope: 'audit:read',
  of: 'account',
  looksAt: 'person',
  query: z.object(auditFilters),
  answers: {
    200: {
      description: 'The file',
      file: 'text/csv',
      headers: { 'Content-Disposition': 'the name of the file', Link: 'rel="next": the rest, where there is some' },
    },
  },
  errors: auditErrors,
  example: { query: { since: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z' } },
  run: async (call) => {
    const { house, query, origin } = call;
    const { items, hasMore } = await listAudit(house, { ...wantedAudit(call, query), limit: mostRows });
    const rest = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...query, starting_after: items.at(-1)?.cursor }))
      if (value !== undefined) rest.set(name, value);
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.csv"',
      ...(hasMore ? { link: `<${origin}/v1/audit/file?${rest.toString()}>; rel="next"` } : {}),
    };
    return { status: 200, headers, body: Buffer.from(toCsv(reportOf(items, await supportReasons(house, call.caller.companyId, items)))) };
  },
});
