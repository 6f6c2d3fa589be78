import { z } from '@hono/zod-openapi';
import type { WebhookEndpoint } from '#domain/webhook/webhook-endpoint.ts';

export const endpointIdText = z.string().min(1).max(200).openapi({ description: "an endpoint's id", example: 'whk_h7k2m9qxw3np' });

export const url = z.string().min(1).max(2_000).openapi({
  description: 'https, reached from the Internet; port 443, or one from 1024 on',
  example: 'https://hooks.example.com/carillon',
});

export const events = z
  .array(z.string().min(1).max(60))
  .min(1)
  .max(100)
  .openapi({
    description: 'Types that it hears: `message.delivered`, a kind (`message.*`), or `*` for all, also those to come',
    example: ['message.*', 'contact.opted_out'],
  });

export const description = z.string().trim().max(200);

const instant = z.iso.datetime();

const endpointFields = {
  object: z.literal('webhook_endpoint'),
  id: endpointIdText,
  url: z.string(),
  events: z.array(z.string()),
  description: z.string().nullable(),
  status: z.enum(['enabled', 'disabled']),
  disabled_because: z
    .enum(['asked', 'gone', 'failing'])
    .nullable()
    .meta({ description: '`gone`: it answered 410; `failing`: it took nothing for five days' }),
  created_at: instant,
  created_by: z.string(),
  disabled_at: instant.nullable(),
  secret_rotated_at: instant.nullable(),
};

export const webhookEndpoint = z.object(endpointFields).openapi('WebhookEndpoint');

export const addedEndpoint = z
  .object({
    ...endpointFields,
    secret: z.string().optional().meta({ description: '`whsec_…`, this one time: also a repeated request shows it no more' }),
  })
  .openapi('AddedWebhookEndpoint');

export const endpointJson = (endpoint: WebhookEndpoint) => ({
  object: 'webhook_endpoint',
  id: endpoint.endpointId,
  url: endpoint.url ?? '',
  events: endpoint.events,
  description: endpoint.description ?? null,
  status: endpoint.status,
  disabled_because: endpoint.why ?? null,
  created_at: endpoint.addedAt,
  created_by: endpoint.addedBy,
  disabled_at: endpoint.disabledAt ?? null,
  secret_rotated_at: endpoint.rotatedAt ?? null,
});

export const exampleEndpoint = {
  object: 'webhook_endpoint',
  id: 'whk_h7k2m9qxw3np',
  url: 'https://hooks.example.com/carillon',
  events: ['message.*', 'contact.opted_out'],
  description: 'Our own system',
  status: 'enabled',
  disabled_because: null,
  created_at: '2026-11-20T10:00:00.000Z',
  created_by: 'usr_ana',
  disabled_at: null,
  secret_rotated_at: null,
} as const;

export const exampleSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw…';
