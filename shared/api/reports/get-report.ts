import { z } from '@hono/zod-openapi';
import { readReport } from '#app/read-report.ts';
import { operation } from '../operation.ts';
import { reportFilters, reportPath, wantedOf, words } from './report-schemas.ts';

export const getReport = operation({
  id: 'getReport',
  method: 'get',
  path: '/v1/reports/{report}',
  summary: 'A report, a page at a time',
  description: words,
  looksAt: 'person',
  scope: 'reports:read',
  params: reportPath,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(1_000).default(100).openapi({ type: 'integer', description: 'How many rows, 1 to 1,000' }),
    ...reportFilters,
  }),
  answers: {
    200: {
      description: 'Rows of the report',
      schema: z
        .object({
          object: z.literal('report'),
          report: z.string(),
          columns: z.array(z.string()).meta({ description: 'in the order in which they are read' }),
          data: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
          has_more: z.boolean(),
          next: z.string().optional().meta({ description: 'starting_after of the next page' }),
        })
        .openapi('Report'),
    },
  },
  errors: ['report_unknown', 'campaign_unknown', 'packet_unknown', 'dates_invalid', 'reports_away'],
  example: {
    path: { report: 'days' },
    query: { campaign: 'cmp_reminder', from: '2026-11-01', to: '2026-12-01' },
    answer: {
      object: 'report',
      report: 'days',
      columns: ['day', 'messages', 'sent', 'delivered'],
      data: [{ day: '2026-11-29', messages: 120, sent: 118, delivered: 117 }],
      has_more: false,
    },
  },
  run: async (call) => {
    const { house, query, path } = call;
    const { columns, rows, next } = await readReport(house, await wantedOf(call, query, query.limit));
    const body = { object: 'report', report: path.report, columns, data: rows, has_more: next !== undefined };
    return { status: 200, body: { ...body, ...(next === undefined ? {} : { next }) } };
  },
});
