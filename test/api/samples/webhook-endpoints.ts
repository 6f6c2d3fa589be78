import { addWebhookEndpoint } from '#app/add-webhook-endpoint.ts';
import { callWebhooks } from '#app/call-webhooks.ts';
import { notifyCustomer } from '#app/notify-customer.ts';
import { testWebhook } from '#app/test-webhook.ts';
import { webhookAttempts } from '#app/webhook-attempts.ts';
import type { Samples } from './sample.ts';

/** Nobody listens there. */
const url = 'https://127.0.0.1:9/hook';

export const webhookEndpointSamples: Samples = async ({ companyId, house }) => {
  const added = async (name: string): Promise<string> => {
    const cause = { id: `req_hooks${name}`, now: house.clock.now() };
    return (await addWebhookEndpoint(house, { companyId, url, events: ['company.*'], by: 'usr_test' }, cause)).endpoint.endpointId;
  };
  const [id, removed] = [await added('1'), await added('2')];
  const cause = { id: 'req_hooks3', now: house.clock.now() };
  const { sent } = await testWebhook(house, { companyId, endpointId: id, type: 'company.halted', by: 'usr_test' }, cause);
  for (const partition of house.store.partitions()) await notifyCustomer(house, partition);
  await callWebhooks(house, id);
  const [first] = await Array.fromAsync(webhookAttempts(house, id));
  return {
    addWebhookEndpoint: { body: { url, events: ['message.*'] } },
    listWebhookEndpoints: { query: { status: 'enabled' } },
    getWebhookEndpoint: { path: { id } },
    editWebhookEndpoint: { path: { id }, body: { description: 'Our own system' } },
    removeWebhookEndpoint: { path: { id: removed } },
    rotateWebhookSecret: { path: { id }, body: { overlap_seconds: 60 } },
    testWebhookEndpoint: { path: { id }, body: { type: 'company.halted' } },
    listWebhookAttempts: { path: { id } },
    getWebhookAttempt: { path: { id, attempt: first?.attemptId ?? '' } },
    replayWebhookEvents: { path: { id }, body: { event: sent[0]!.event } },
  };
};
