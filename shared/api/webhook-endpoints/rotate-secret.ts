import { z } from '@hono/zod-openapi';
import { ownEndpoint } from '#app/own-endpoint.ts';
import { rotateWebhookSecret } from '#app/rotate-webhook-secret.ts';
import { operation } from '../operation.ts';
import { addedEndpoint, endpointIdText, endpointJson, exampleEndpoint, exampleSecret } from './endpoint-schemas.ts';

export const rotateSecret = operation({
  id: 'rotateWebhookSecret',
  method: 'post',
  path: '/v1/webhook_endpoints/{id}/rotate_secret',
  summary: 'A new secret in the place of the old one',
  description:
    'For `overlap_seconds` calls bear the signatures of both, one behind the other in `webhook-signature`: whoever verifies with either is right.',
  scope: 'webhook_endpoints:manage',
  params: z.object({ id: endpointIdText }),
  body: z.strictObject({ overlap_seconds: z.int().min(0).max(604_800).default(86_400) }),
  unsaved: ['secret'],
  answers: { 201: { description: 'The endpoint with its new secret', schema: addedEndpoint } },
  errors: ['webhook_endpoint_unknown', 'secret_overlap_too_long'],
  example: {
    path: { id: exampleEndpoint.id },
    body: { overlap_seconds: 86_400 },
    answer: { ...exampleEndpoint, secret_rotated_at: '2026-11-26T10:00:00.000Z', secret: exampleSecret },
  },
  run: async ({ house, caller: { companyId, by }, path: { id }, body, cause }) => {
    const { secret } = await rotateWebhookSecret(house, { companyId, endpointId: id, overlapSeconds: body.overlap_seconds, by }, cause);
    return { status: 201, body: { ...endpointJson(await ownEndpoint(house, companyId, id)), secret } };
  },
});
