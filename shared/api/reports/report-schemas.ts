import { z } from '@hono/zod-openapi';
import { reportNames, type ReportWanted } from '#app/read-report.ts';
import { reachOf } from '../conventions/brand-limits.ts';
import { campaignIdText } from '../conventions/ids.ts';
import { Problem } from '../conventions/problem.ts';
import type { Call } from '../operation.ts';

export const reportPath = z.object({
  report: z
    .string()
    .min(1)
    .max(40)
    .openapi({ description: `One of ${reportNames.join(', ')}`, example: 'campaigns' }),
});

const day = z.iso.date();

export const reportFilters = {
  campaign: campaignIdText.optional(),
  packet: z.string().min(1).max(200).optional().openapi({ description: 'of packets, outcomes and failures', example: 'pkt_h7k2m9qxw3np' }),
  from: day.optional().openapi({ description: 'From this day (UTC) on: of campaigns and days', example: '2026-11-01' }),
  to: day.optional().openapi({ description: 'Up to this day, which is left out', example: '2026-12-01' }),
  starting_after: z.string().min(1).max(200).optional().openapi({ description: '`next` of the page before' }),
};
const filters = z.object(reportFilters);

/** Throws a Problem `report_unknown`. */
export const wantedOf = async (
  { house, caller, path }: Pick<Call<z.output<typeof reportPath>>, 'house' | 'caller' | 'path'>,
  query: z.output<typeof filters>,
  limit: number,
): Promise<ReportWanted> => {
  const name = reportNames.find((one) => one === path.report);
  if (name === undefined) throw new Problem('report_unknown');
  const { campaign: campaignId, packet: packetId, from, to, starting_after: after } = query;
  return { companyId: caller.companyId, reach: await reachOf({ house, caller }), name, campaignId, packetId, from, to, after, limit };
};

export const words =
  '`campaigns`: what became of each; `days`: of each day; `packets`: of each file; `outcomes`: why touches became no message, by code; `failures`: every row that became none, in words. By campaign and dates, or by dates alone. A message counts on the day for which it was first queued.';
