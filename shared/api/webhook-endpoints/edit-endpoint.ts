import { z } from '@hono/zod-openapi';
import { ownEndpoint } from '#app/own-endpoint.ts';
import { reviseWebhookEndpoint } from '#app/revise-webhook-endpoint.ts';
import { checkMatch, etagOf } from '../conventions/etag.ts';
import { operation } from '../operation.ts';
import { description, endpointIdText, endpointJson, events, exampleEndpoint, url, webhookEndpoint } from './endpoint-schemas.ts';

export const editEndpoint = operation({
  id: 'editWebhookEndpoint',
  method: 'patch',
  path: '/v1/webhook_endpoints/{id}',
  summary: 'Change an endpoint, disable or enable it',
  description:
    'What is left out stays. While it is disabled nothing is kept for it, and what waited is let go: enable it, then replay what it has missed.',
  scope: 'webhook_endpoints:manage',
  params: z.object({ id: endpointIdText }),
  body: z.strictObject({
    url: url.optional(),
    events: events.optional(),
    description: description.optional(),
    status: z.enum(['enabled', 'disabled']).optional(),
  }),
  needsIfMatch: true,
  answers: { 200: { description: 'The endpoint as it is now', schema: webhookEndpoint } },
  errors: ['webhook_endpoint_unknown', 'webhook_url_refused', 'event_type_unknown', 'webhooks_unavailable'],
  example: { path: { id: exampleEndpoint.id }, body: { events: ['message.*', 'contact.opted_out'] }, answer: exampleEndpoint },
  run: async ({ house, caller: { companyId, by }, path: { id }, body, headers, cause }) => {
    checkMatch(headers, etagOf(endpointJson(await ownEndpoint(house, companyId, id))));
    const shown = endpointJson(await reviseWebhookEndpoint(house, { companyId, endpointId: id, by, ...body }, cause));
    return { status: 200, body: shown, headers: { etag: etagOf(shown) } };
  },
});
