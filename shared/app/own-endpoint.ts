import { Refusal } from '#domain/kernel/refusal.ts';
import type { WebhookEndpoint } from '#domain/webhook/webhook-endpoint.ts';
import { readWebhookEndpoints } from './change-webhook-endpoints.ts';
import type { House } from './house.ts';

/** Throws a Refusal `webhook_endpoint_unknown`, also for an endpoint of another company. */
export const ownEndpoint = async (house: House, companyId: string, endpointId: string): Promise<WebhookEndpoint> => {
  const endpoints = await readWebhookEndpoints(house, companyId);
  const endpoint = Object.hasOwn(endpoints, endpointId) ? endpoints[endpointId] : undefined;
  if (!endpoint)
    throw new Refusal('webhook_endpoint_unknown', `there is no webhook endpoint ${endpointId}: list them to see which there are`);
  return endpoint;
};
