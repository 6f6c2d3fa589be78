import { z } from '@hono/zod-openapi';
import { testWebhook } from '#app/test-webhook.ts';
import { operation } from '../operation.ts';
import { endpointIdText, exampleEndpoint } from './endpoint-schemas.ts';

const sampleSent = z
  .object({ object: z.literal('webhook_sample'), event: z.string(), type: z.string(), webhook_endpoint: endpointIdText })
  .openapi('WebhookSample');

export const testEndpoint = operation({
  id: 'testWebhookEndpoint',
  method: 'post',
  path: '/v1/webhook_endpoints/{id}/test',
  summary: 'Send a sample there',
  description:
    'An event of the type that you name, marked with `"sample": true`: it goes through the log like all others, is signed and tried like them, whatever the endpoint hears. Its attempts tell what came back.',
  scope: 'webhook_endpoints:manage',
  params: z.object({ id: endpointIdText }),
  body: z.strictObject({ type: z.string().min(1).max(60).default('message.delivered') }),
  answers: { 202: { description: 'It is on its way', schema: sampleSent } },
  errors: ['webhook_endpoint_unknown', 'webhook_endpoint_disabled', 'event_type_unknown'],
  example: {
    path: { id: exampleEndpoint.id },
    body: { type: 'message.delivered' },
    answer: {
      object: 'webhook_sample',
      event: 'evt_a2b3c4d5e6f7a2b3c4d5e6f7',
      type: 'message.delivered',
      webhook_endpoint: exampleEndpoint.id,
    },
  },
  run: async ({ house, caller: { companyId, by }, path: { id }, body: { type }, cause }) => {
    const { sent } = await testWebhook(house, { companyId, endpointId: id, type, by }, cause);
    return { status: 202, body: { object: 'webhook_sample', event: sent[0]?.event, type, webhook_endpoint: id } };
  },
});
