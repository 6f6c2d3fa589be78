import { z } from 'zod';
import { addWebhookEndpoint, type EndpointRequest } from '#app/add-webhook-endpoint.ts';
import { readWebhookEndpoints } from '#app/change-webhook-endpoints.ts';
import { ownEndpoint } from '#app/own-endpoint.ts';
import { replayWebhooks, type ReplayRequest } from '#app/replay-webhooks.ts';
import { removeWebhookEndpoint } from '#app/revise-webhook-endpoint.ts';
import { testWebhook, type SampleRequest } from '#app/test-webhook.ts';
import { webhookAttempts, type WebhookAttempt } from '#app/webhook-attempts.ts';
import { companyId, endpointId, instant } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { commandCause } from './command-cause.ts';
import type { OpenHouse } from './open-house.ts';

const by = z.string().trim().min(1).max(100);

/** A house that is not open calls nobody. */
const checkOpen = ({ live }: OpenHouse): void => {
  if (!live) throw new Refusal('house_not_running', 'nobody would call: open the house with "carillon start" first');
};

const events = z.array(z.string().min(1).max(60)).min(1).max(100).default(['*']);

const add = {
  input: z.object({
    companyId,
    url: z.string().min(1).max(2_000),
    events,
    description: z.string().max(200).optional(),
    hearsSamples: z.boolean().optional(),
    by,
  }),
  run: (open: OpenHouse, input: EndpointRequest) => {
    checkOpen(open);
    return addWebhookEndpoint(open.house, input, commandCause(open));
  },
};

const list = {
  input: z.object({ companyId }),
  run: async ({ house }: OpenHouse, input: { companyId: string }) => Object.values(await readWebhookEndpoints(house, input.companyId)),
};

const remove = {
  input: z.object({ companyId, endpointId, by }),
  run: async (open: OpenHouse, input: { companyId: string; endpointId: string; by: string }) => {
    await removeWebhookEndpoint(open.house, input, commandCause(open));
    return { endpointId: input.endpointId, removed: true };
  },
};

const mostShown = 100;

const attempts = {
  input: z.object({ companyId, endpointId }),
  run: async ({ house }: OpenHouse, input: { companyId: string; endpointId: string }) => {
    await ownEndpoint(house, input.companyId, input.endpointId);
    const found: WebhookAttempt[] = [];
    for await (const { answer: _, ...one } of webhookAttempts(house, input.endpointId)) if (found.push(one) >= mostShown) break;
    return found;
  },
};

const replay = {
  input: z.object({
    companyId,
    endpointId,
    event: z.string().min(1).max(60).optional(),
    since: instant.optional(),
    only: z.enum(['failed', 'all']).optional(),
  }),
  run: (open: OpenHouse, input: ReplayRequest) => {
    checkOpen(open);
    return replayWebhooks(open.house, input);
  },
};

const trigger = {
  input: z.object({ companyId, endpointId: endpointId.optional(), type: z.string().min(1).max(60), by }),
  run: (open: OpenHouse, input: SampleRequest) => {
    checkOpen(open);
    return testWebhook(open.house, input, commandCause(open));
  },
};

/** Where a company hears of its events. */
export const endpointCommands = {
  'add-endpoint': add,
  'list-endpoints': list,
  'remove-endpoint': remove,
  'list-attempts': attempts,
  'replay-events': replay,
  'trigger-event': trigger,
};
