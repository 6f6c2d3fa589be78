import { z } from '@hono/zod-openapi';
import { ownEndpoint } from '#app/own-endpoint.ts';
import { webhookAttempts, type WebhookAttempt } from '#app/webhook-attempts.ts';
import { listAnswer, listOf, pageQuery } from '../conventions/pagination.ts';
import { operation } from '../operation.ts';
import { attemptJson, exampleAttempt, webhookAttempt } from './attempt-schemas.ts';
import { endpointIdText, exampleEndpoint } from './endpoint-schemas.ts';

const { limit, starting_after } = pageQuery;

export const listAttempts = operation({
  id: 'listWebhookAttempts',
  method: 'get',
  path: '/v1/webhook_endpoints/{id}/attempts',
  summary: 'What was tried, and what came back',
  description:
    'Newest first, of the last thirty days; with a filter, among the newest 10,000. A single attempt also shows what was sent and the beginning of the answer.',
  scope: 'webhook_endpoints:read',
  params: z.object({ id: endpointIdText }),
  query: z.object({
    limit,
    starting_after,
    outcome: z.enum(['delivered', 'retried', 'given_up', 'dropped']).optional(),
    event: z.string().min(1).max(60).optional().openapi({ description: 'the id of an event' }),
    type: z.string().min(1).max(60).optional().openapi({ description: 'a type of events' }),
  }),
  answers: { 200: { description: 'The attempts', schema: listOf('WebhookAttemptList', webhookAttempt) } },
  errors: ['webhook_endpoint_unknown'],
  example: {
    path: { id: exampleEndpoint.id },
    query: { outcome: 'retried' },
    answer: { object: 'list', data: [exampleAttempt], has_more: false, url: `/v1/webhook_endpoints/${exampleEndpoint.id}/attempts` },
  },
  run: async ({ house, caller: { companyId }, path: { id }, query, origin }) => {
    await ownEndpoint(house, companyId, id);
    const { outcome, event, type } = query;
    const isAsked = (one: WebhookAttempt): boolean =>
      (outcome ?? one.outcome) === one.outcome && (event ?? one.item.id) === one.item.id && (type ?? one.item.type) === one.item.type;
    const found: WebhookAttempt[] = [];
    for await (const one of webhookAttempts(house, id, { after: query.starting_after })) {
      if (isAsked(one)) found.push(one);
      if (found.length > query.limit) break;
    }
    const page = { items: found.slice(0, query.limit).map(attemptJson), hasMore: found.length > query.limit };
    return listAnswer({ origin, path: `/v1/webhook_endpoints/${id}/attempts`, query, page });
  },
});
