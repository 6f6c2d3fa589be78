import { z } from '@hono/zod-openapi';
import { showAttempt } from '#app/show-attempt.ts';
import { operation } from '../operation.ts';
import { attemptFields, attemptIdText, attemptJson, exampleAttempt } from './attempt-schemas.ts';
import { endpointIdText, exampleEndpoint } from './endpoint-schemas.ts';

const shownAttempt = z
  .object({
    ...attemptFields,
    request: z.object({
      url: z.string(),
      body: z.string().nullable().meta({ description: 'as it would be sent now: whoever was forgotten meanwhile is named no more' }),
    }),
    response: z.object({ status: z.int().nullable(), body: z.string().nullable().meta({ description: 'its first 4,096 bytes' }) }),
  })
  .openapi('ShownWebhookAttempt');

export const getAttempt = operation({
  id: 'getWebhookAttempt',
  method: 'get',
  path: '/v1/webhook_endpoints/{id}/attempts/{attempt}',
  summary: 'One attempt, with what was sent and what came back',
  scope: 'webhook_endpoints:read',
  params: z.object({ id: endpointIdText, attempt: attemptIdText }),
  answers: { 200: { description: 'The attempt', schema: shownAttempt } },
  errors: ['webhook_endpoint_unknown', 'webhook_attempt_unknown'],
  example: {
    path: { id: exampleEndpoint.id, attempt: exampleAttempt.id },
    answer: {
      ...exampleAttempt,
      request: { url: exampleEndpoint.url, body: '{"id":"evt_…","type":"message.delivered","timestamp":"…","data":{"message":"msg_…"}}' },
      response: { status: 500, body: 'out of memory' },
    },
  },
  run: async ({ house, caller: { companyId }, path: { id, attempt: attemptId } }) => {
    const shown = await showAttempt(house, { companyId, endpointId: id, attemptId });
    const request = { url: shown.url, body: shown.request ?? null };
    return {
      status: 200,
      body: { ...attemptJson(shown), request, response: { status: shown.status ?? null, body: shown.response ?? null } },
    };
  },
});
