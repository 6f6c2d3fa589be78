import { z } from '@hono/zod-openapi';
import { readReport } from '#app/read-report.ts';
import { toCsv } from '#reports/csv.ts';
import { operation } from '../operation.ts';
import { reportFilters, reportPath, wantedOf, words } from './report-schemas.ts';

const mostRows = 20_000;

export const downloadReport = operation({
  id: 'downloadReport',
  method: 'get',
  path: '/v1/reports/{report}/file',
  summary: 'A report as a file',
  description: `CSV, safe to open in a spreadsheet. Up to ${mostRows.toLocaleString('en')} rows: the header Link leads to the rest. ${words}`,
  looksAt: 'person',
  scope: 'reports:read',
  params: reportPath,
  query: z.object(reportFilters),
  answers: {
    200: {
      description: 'The file',
      file: 'text/csv',
      headers: { 'Content-Disposition': 'the name of the file', Link: 'rel="next": the rest, where there is some' },
    },
  },
  errors: ['report_unknown', 'campaign_unknown', 'packet_unknown', 'dates_invalid', 'reports_away'],
  example: { path: { report: 'campaigns' }, query: { from: '2026-11-01', to: '2026-12-01' } },
  run: async (call) => {
    const { house, query, path, origin } = call;
    const { columns, rows, next } = await readReport(house, await wantedOf(call, query, mostRows));
    const rest = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...query, starting_after: next })) if (value !== undefined) rest.set(name, value);
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${path.report}.csv"`,
      ...(next === undefined ? {} : { link: `<${origin}/v1/reports/${path.report}/file?${rest.toString()}>; rel="next"` }),
    };
    return { status: 200, headers, body: Buffer.from(toCsv({ columns, rows })) };
  },
});
