import { z } from '@hono/zod-openapi';
import { removeWebhookEndpoint } from '#app/revise-webhook-endpoint.ts';
import { operation } from '../operation.ts';
import { endpointIdText, exampleEndpoint } from './endpoint-schemas.ts';

export const removeEndpoint = operation({
  id: 'removeWebhookEndpoint',
  method: 'delete',
  path: '/v1/webhook_endpoints/{id}',
  summary: 'Remove an endpoint',
  description: 'Nothing is told there any more, its secrets and what it has answered are destroyed.',
  scope: 'webhook_endpoints:manage',
  params: z.object({ id: endpointIdText }),
  answers: { 204: { description: 'It is gone' } },
  errors: ['webhook_endpoint_unknown'],
  example: { path: { id: exampleEndpoint.id } },
  run: async ({ house, caller: { companyId, by }, path: { id }, cause }) => {
    await removeWebhookEndpoint(house, { companyId, endpointId: id, by }, cause);
    return { status: 204 };
  },
});
