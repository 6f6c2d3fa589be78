import { z } from '@hono/zod-openapi';
import { listEvents as eventsOf } from '#app/list-events.ts';
import { eventTypes } from '#domain/webhook/event-types.ts';
import { reachOf } from '../conventions/brand-limits.ts';
import { campaignIdText, messageIdText } from '../conventions/ids.ts';
import { operation } from '../operation.ts';

const names = Object.keys(eventTypes) as [keyof typeof eventTypes, ...(keyof typeof eventTypes)[]];

const event = z
  .object({
    id: z.string().meta({ description: 'the same as in webhooks: what was told twice has one id' }),
    type: z.enum(names),
    timestamp: z.iso.datetime(),
    data: z.record(z.string(), z.unknown()),
  })
  .openapi('LogEvent');

export const listEvents = operation({
  id: 'listEvents',
  method: 'get',
  path: '/v1/events',
  summary: 'What happened: the log, as webhooks tell it',
  description:
    'In the order of the log: what happened to one message, reply or packet comes in its order, across them it may not. Keep `cursor`: with it the next request goes on, also later. A page may be short, even empty, while `has_more` is true.',
  looksAt: 'person',
  scope: 'events:read',
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(50).openapi({ type: 'integer', description: 'How many, 1 to 100' }),
    type: z.enum(names).optional().openapi({ description: 'Of this type alone' }),
    campaign: campaignIdText.optional(),
    message: messageIdText.optional(),
    since: z.iso.datetime().optional().openapi({ description: 'From this moment on' }),
    cursor: z.string().min(1).max(8_000).optional().openapi({ description: '`cursor` of the page before' }),
  }),
  answers: {
    200: {
      description: 'Events',
      schema: z
        .object({
          object: z.literal('list'),
          data: z.array(event).meta({ description: 'Oldest first' }),
          has_more: z.boolean(),
          cursor: z.string().meta({ description: 'where to go on' }),
        })
        .openapi('EventList'),
    },
  },
  errors: ['message_unknown'],
  example: {
    query: { type: 'message.delivered' },
    answer: {
      object: 'list',
      data: [
        {
          id: 'evt_a2b3c4d5e6f7a2b3c4d5e6f7',
          type: 'message.delivered',
          timestamp: '2026-11-29T17:04:11.000Z',
          data: eventTypes['message.delivered'].example,
        },
      ],
      has_more: false,
      cursor: 'AbCdEf',
    },
  },
  run: async ({ house, caller, query }) => {
    const { companyId } = caller;
    const reach = await reachOf({ house, caller });
    const { limit, type, campaign: campaignId, message: messageId, since, cursor } = query;
    const from = since === undefined ? undefined : new Date(since).toISOString();
    const types = type === undefined ? undefined : [type];
    const page = await eventsOf(house, { companyId, types, campaignId, messageId, since: from, cursor, limit, reach });
    const data = page.bodies.map((body) => JSON.parse(body) as unknown);
    return { status: 200, body: { object: 'list', data, has_more: page.hasMore, cursor: page.cursor } };
  },
});
