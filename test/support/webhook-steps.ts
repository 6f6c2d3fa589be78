import { addWebhookEndpoint } from '#app/add-webhook-endpoint.ts';
import { callWebhooks } from '#app/call-webhooks.ts';
import { haltCompany } from '#app/halt-company.ts';
import { notifyCustomer } from '#app/notify-customer.ts';
import { testWebhook } from '#app/test-webhook.ts';
import { topics } from '#app/topics.ts';
import { webhookAttempts, type WebhookAttempt } from '#app/webhook-attempts.ts';
import type { TestHouse } from './house.ts';
import { causeAt, testCompany } from './house-steps.ts';
import type { WebhookReceiver } from './webhook-receiver.ts';

export const by = 'usr_test';

/** What the doors do with the hints, until none is left. */
export const settle = async (test: TestHouse): Promise<void> => {
  for (const partition of test.house.store.partitions()) await notifyCustomer(test.house, partition);
  const called = test.hints.filter(({ topic }) => topic === topics.callWebhooks).map(({ data }) => String(data['endpointId']));
  await Promise.all([...new Set(called)].map((endpointId) => callWebhooks(test.house, endpointId)));
};

export const listen = async (test: TestHouse, receiver: Pick<WebhookReceiver, 'url'>, events: readonly string[] = ['*']) => {
  const { endpoint, secret } = await addWebhookEndpoint(
    test.house,
    { companyId: testCompany, url: receiver.url, events, by },
    causeAt(test),
  );
  return { endpointId: endpoint.endpointId, secret };
};

export const attemptsOf = async (test: TestHouse, endpointId: string): Promise<readonly WebhookAttempt[]> =>
  Array.fromAsync(webhookAttempts(test.house, endpointId));

export const halt = (test: TestHouse) => haltCompany(test.house, { companyId: testCompany, by }, causeAt(test));
export const sample = (test: TestHouse, endpointId: string) =>
  testWebhook(test.house, { companyId: testCompany, endpointId, type: 'company.halted', by }, causeAt(test));
export const typesOf = ({ received }: WebhookReceiver): readonly string[] => received.map(({ event }) => event.type);
