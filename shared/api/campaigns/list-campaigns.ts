import { z } from '@hono/zod-openapi';
import { listedCampaigns } from '#app/listed-campaigns.ts';
import { ofOwnBrands } from '../conventions/brand-limits.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { sorted, sortOf } from '../conventions/sort.ts';
import { operation } from '../operation.ts';
import { campaignStatus, listedCampaign, listedJson } from './campaign-json.ts';

export const listCampaigns = operation({
  id: 'listCampaigns',
  method: 'get',
  path: '/v1/campaigns',
  summary: 'Campaigns of the company',
  description: 'Without their definitions. Archived ones are shown where `status` asks for them.',
  scope: 'campaigns:read',
  query: z.object({
    ...pageQuery,
    status: campaignStatus.optional(),
    sort: sortOf(['created_at', 'changed_at', 'name'], '-created_at'),
    name: z.string().min(1).max(200).optional().openapi({ description: 'What stands in its name', example: 'reminder' }),
  }),
  answers: { 200: { description: 'A page of them', schema: listOf('CampaignList', listedCampaign) } },
  example: {
    query: { status: 'active' },
    answer: {
      object: 'list',
      data: [
        {
          object: 'campaign_summary',
          id: 'cmp_h7k2m9qxw3',
          name: 'Appointment reminder',
          status: 'active',
          version: 3,
          approved_version: 3,
          created_at: '2026-11-20T17:00:00.000Z',
          changed_at: '2026-11-20T18:00:00.000Z',
        },
      ],
      has_more: false,
      url: '/v1/campaigns',
    },
  },
  run: async ({ house, caller, query, origin }) => {
    const { status, name = '', sort } = query;
    const named = name.toLowerCase();
    const all = (await listedCampaigns(house, caller.companyId)).map(listedJson);
    const wanted = all.filter(
      (one) => (status === undefined ? one.status !== 'archived' : one.status === status) && one.name.toLowerCase().includes(named),
    );
    const seen = await ofOwnBrands({ house, caller }, wanted, ({ id }) => ({ kind: 'campaign', id }));
    return listAnswer({ origin, path: '/v1/campaigns', query, page: pageOf(sorted(seen, sort), ({ id }) => id, query) });
  },
});
