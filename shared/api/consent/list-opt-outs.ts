import { z } from '@hono/zod-openapi';
import { listOptOuts as optOutsOf } from '#app/list-opt-outs.ts';
import { reachOf } from '../conventions/brand-limits.ts';
import { listAnswer, listOf } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { family, optOut, optOutJson } from './consent-schemas.ts';

export const optOutFilters = {
  status: z.enum(['out', 'ended']).optional().openapi({ description: '`out`: those that stand' }),
  family: family.optional(),
  opted_out_since: z.iso.datetime().optional().openapi({ description: 'from this moment on' }),
  opted_out_until: z.iso.datetime().optional().openapi({ description: 'up to this moment, which is left out' }),
  starting_after: z.string().min(1).max(400).optional().openapi({ description: 'The last id of the page before this one' }),
};

export const listOptOuts = operation({
  id: 'listOptOuts',
  method: 'get',
  path: '/v1/opt_outs',
  summary: 'Who wants no messages',
  description: 'Also those that have ended. What one contact point has said is in `POST /v1/consents/search`.',
  scope: 'consent:read',
  looksAt: 'person',
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(50).openapi({ type: 'integer', description: 'How many, 1 to 100' }),
    ...optOutFilters,
  }),
  answers: { 200: { description: 'Opt-outs', schema: listOf('OptOutList', optOut) } },
  errors: ['reports_away'],
  example: {
    query: { status: 'out' },
    answer: {
      object: 'list',
      data: [
        {
          object: 'opt_out',
          id: 'oo_WyIyMDI2LTExLTI5IDE3OjA0OjAwLjAwMCJd',
          family: 'sms',
          to: '+12085550123',
          status: 'out',
          scope: 'channel',
          source: 'reply',
          word: 'STOP',
          is_ambiguous: false,
          from: '+12085550199',
          opted_out_at: '2026-11-29T17:04:00.000Z',
        },
      ],
      has_more: false,
      url: '/v1/opt_outs',
    },
  },
  run: async ({ house, caller, query, origin }) => {
    const { companyId } = caller;
    const reach = await reachOf({ house, caller });
    const { limit, status, family: of, opted_out_since: from, opted_out_until: until, starting_after: after } = query;
    const { items, hasMore } = await optOutsOf(house, { companyId, limit, status, family: of, from, to: until, after, reach });
    const page = { items: items.map(optOutJson), hasMore };
    return listAnswer({ origin, path: '/v1/opt_outs', query: { ...query, starting_after: undefined }, page });
  },
});
