import { z } from '@hono/zod-openapi';
import { listOptOuts, type ListedOptOut } from '#app/list-opt-outs.ts';
import type { Report } from '#reports/report.ts';
import { toCsv } from '#reports/csv.ts';
import { reachOf } from '../conventions/brand-limits.ts';
import { operation } from '../operation.ts';
import { optOutFilters } from './list-opt-outs.ts';

const perRead = 5_000;
const mostRows = 50_000;

const columns = ['to', 'family', 'brand', 'status', 'scope', 'source', 'word', 'from', 'opted_out_at', 'until', 'ended_at'] as const;

const reportOf = (all: readonly ListedOptOut[]): Report => ({
  columns: [...columns],
  rows: all.map((one) => ({
    to: one.contactPoint ?? null,
    family: one.family,
    brand: one.brandId ?? null,
    status: one.status,
    scope: one.scope,
    source: one.source,
    word: one.word ?? null,
    from: one.from ?? null,
    opted_out_at: one.optedOutAt,
    until: one.until ?? null,
    ended_at: one.endedAt ?? null,
  })),
});

export const exportOptOuts = operation({
  id: 'exportOptOuts',
  method: 'get',
  path: '/v1/opt_outs/file',
  summary: 'Opt-outs as a file',
  description: `CSV, safe to open in a spreadsheet; \`POST /v1/opt_outs/imports\` reads it. Up to ${mostRows.toLocaleString('en')} of them: the header Link leads to the rest.`,
  scope: 'consent:read',
  looksAt: 'person',
  query: z.object(optOutFilters),
  answers: {
    200: {
      description: 'The file',
      file: 'text/csv',
      headers: { 'Content-Disposition': 'the name of the file', Link: 'rel="next": the rest, where there is some' },
    },
  },
  errors: ['reports_away'],
  example: { query: { status: 'out' } },
  run: async ({ house, caller, query, origin }) => {
    const { companyId } = caller;
    const reach = await reachOf({ house, caller });
    const { status, family, opted_out_since: from, opted_out_until: to, starting_after: start } = query;
    const all: ListedOptOut[] = [];
    let hasMore = true;
    for (let after = start; hasMore && all.length < mostRows; after = all.at(-1)?.cursor) {
      const page = await listOptOuts(house, { companyId, limit: perRead, status, family, from, to, after, reach });
      all.push(...page.items);
      hasMore = page.hasMore;
    }
    const rest = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...query, starting_after: all.at(-1)?.cursor }))
      if (value !== undefined) rest.set(name, value);
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="opt-outs.csv"',
      ...(hasMore ? { link: `<${origin}/v1/opt_outs/file?${rest.toString()}>; rel="next"` } : {}),
    };
    return { status: 200, headers, body: Buffer.from(toCsv(reportOf(all))) };
  },
});
