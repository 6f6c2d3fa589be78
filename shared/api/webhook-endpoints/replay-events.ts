import { z } from '@hono/zod-openapi';
import { replayWebhooks } from '#app/replay-webhooks.ts';
import { operation } from '../operation.ts';
import { endpointIdText, exampleEndpoint } from './endpoint-schemas.ts';

const instant = z.iso.datetime();

const body = z
  .union([
    z.strictObject({ event: z.string().min(1).max(60).openapi({ description: 'the id of one event', example: 'evt_a2b3c4d5e6f7' }) }),
    z.strictObject({
      since: instant.openapi({ description: 'all that was tried since then, thirty days back at most' }),
      until: instant.optional(),
      only: z
        .enum(['failed', 'all'])
        .default('failed')
        .openapi({ description: '`failed`: what was given up or dropped; `all`: also what was taken' }),
    }),
  ])
  .openapi('WebhookReplay');

const replayed = z
  .object({
    object: z.literal('webhook_replay'),
    replayed: z.int(),
    complete: z.boolean().meta({ description: 'false: there are more before `oldest_at`; ask again with it as `until`' }),
    oldest_at: instant.nullable(),
  })
  .openapi('WebhookReplayed');

export const replayEvents = operation({
  id: 'replayWebhookEvents',
  method: 'post',
  path: '/v1/webhook_endpoints/{id}/replay',
  summary: 'Tell events once more',
  description:
    'One event, or all since a time (up to 5,000 a request), under the ids that they had: whoever drops ids that he knows takes none twice. What is still tried anyway is left alone.',
  scope: 'webhook_endpoints:manage',
  params: z.object({ id: endpointIdText }),
  body,
  answers: { 202: { description: 'They are on their way', schema: replayed } },
  errors: ['webhook_endpoint_unknown', 'webhook_endpoint_disabled', 'webhook_event_unknown'],
  example: {
    path: { id: exampleEndpoint.id },
    body: { since: '2026-11-28T00:00:00.000Z', only: 'failed' },
    answer: { object: 'webhook_replay', replayed: 12, complete: true, oldest_at: '2026-11-28T04:10:00.000Z' },
  },
  run: async ({ house, caller: { companyId }, path: { id }, body: asked }) => {
    const { oldest = null, ...told } = await replayWebhooks(house, { companyId, endpointId: id, ...asked });
    return { status: 202, body: { object: 'webhook_replay', ...told, oldest_at: oldest } };
  },
});
