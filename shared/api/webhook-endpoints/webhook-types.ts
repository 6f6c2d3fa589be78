import { z } from '@hono/zod-openapi';
import { eventTypeNames, eventTypes } from '#domain/webhook/event-types.ts';
import type { WebhookType } from '../resource.ts';

/** What is posted: one entry for each type, as OpenAPI's `webhooks`. */
export const webhookTypes: readonly WebhookType[] = eventTypeNames.map((type) => {
  const { says, data, example } = eventTypes[type];
  const schema = z.object({
    id: z.string().meta({ description: 'of the event, the same however often it is told: drop those that you know' }),
    type: z.literal(type),
    timestamp: z.iso.datetime().meta({ description: 'when it happened' }),
    sample: z.literal(true).optional().meta({ description: 'nothing happened: somebody tests' }),
    data,
  });
  const body = { id: 'evt_a2b3c4d5e6f7a2b3c4d5e6f7', type, timestamp: '2026-11-29T17:04:11.000Z', data: example };
  return { type, says, schema, example: body };
});
