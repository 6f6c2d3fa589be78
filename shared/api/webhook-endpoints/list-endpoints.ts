import { z } from '@hono/zod-openapi';
import { readWebhookEndpoints } from '#app/change-webhook-endpoints.ts';
import { listAnswer, listOf, pageOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { endpointJson, exampleEndpoint, webhookEndpoint } from './endpoint-schemas.ts';

const path = '/v1/webhook_endpoints';

export const listEndpoints = operation({
  id: 'listWebhookEndpoints',
  method: 'get',
  path,
  summary: 'All endpoints',
  description: 'Newest first. None shows its secret.',
  scope: 'webhook_endpoints:read',
  query: z.object({ ...pageQuery, status: z.enum(['enabled', 'disabled']).optional() }),
  answers: { 200: { description: 'The endpoints', schema: listOf('WebhookEndpointList', webhookEndpoint) } },
  example: { query: { status: 'enabled' }, answer: { object: 'list', data: [exampleEndpoint], has_more: false, url: path } },
  run: async ({ house, caller: { companyId }, query, origin }) => {
    const all = Object.values(await readWebhookEndpoints(house, companyId)).toReversed();
    const asked = all.filter(({ status }) => query.status === undefined || status === query.status);
    const { items, hasMore } = pageOf(asked, ({ endpointId }) => endpointId, query);
    return listAnswer({ origin, path, query, page: { items: items.map(endpointJson), hasMore } });
  },
});
