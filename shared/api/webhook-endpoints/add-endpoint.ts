import { z } from '@hono/zod-openapi';
import { addWebhookEndpoint } from '#app/add-webhook-endpoint.ts';
import { etagOf } from '../conventions/etag.ts';
import { operation } from '../operation.ts';
import { addedEndpoint, description, endpointJson, events, exampleEndpoint, exampleSecret, url } from './endpoint-schemas.ts';

export const addEndpoint = operation({
  id: 'addWebhookEndpoint',
  method: 'post',
  path: '/v1/webhook_endpoints',
  summary: 'Hear of events',
  description:
    'From now on every event of these types is posted there, at least once, signed with `secret` (Standard Webhooks). Keep the secret: nobody can show it a second time.',
  scope: 'webhook_endpoints:manage',
  body: z.strictObject({ url, events: events.default(['*']), description: description.optional() }),
  unsaved: ['secret'],
  answers: { 201: { description: 'The endpoint', schema: addedEndpoint } },
  errors: ['webhook_url_refused', 'event_type_unknown', 'webhook_endpoints_too_many', 'webhooks_unavailable'],
  example: {
    body: { url: exampleEndpoint.url, events: [...exampleEndpoint.events], description: exampleEndpoint.description },
    answer: { ...exampleEndpoint, secret: exampleSecret },
  },
  run: async ({ house, caller: { companyId, by }, body, cause }) => {
    const { endpoint, secret } = await addWebhookEndpoint(house, { companyId, by, ...body }, cause);
    const shown = endpointJson(endpoint);
    return { status: 201, body: { ...shown, secret }, headers: { etag: etagOf(shown) } };
  },
});
