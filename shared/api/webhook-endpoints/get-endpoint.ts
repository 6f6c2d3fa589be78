import { z } from '@hono/zod-openapi';
import { ownEndpoint } from '#app/own-endpoint.ts';
import { etagOf } from '../conventions/etag.ts';
import { operation } from '../operation.ts';
import { endpointIdText, endpointJson, exampleEndpoint, webhookEndpoint } from './endpoint-schemas.ts';

export const getEndpoint = operation({
  id: 'getWebhookEndpoint',
  method: 'get',
  path: '/v1/webhook_endpoints/{id}',
  summary: 'One endpoint',
  scope: 'webhook_endpoints:read',
  params: z.object({ id: endpointIdText }),
  answers: { 200: { description: 'The endpoint', schema: webhookEndpoint } },
  errors: ['webhook_endpoint_unknown'],
  example: { path: { id: exampleEndpoint.id }, answer: exampleEndpoint },
  run: async ({ house, caller: { companyId }, path: { id } }) => {
    const shown = endpointJson(await ownEndpoint(house, companyId, id));
    return { status: 200, body: shown, headers: { etag: etagOf(shown) } };
  },
});
