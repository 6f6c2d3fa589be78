import { randomUUID } from 'node:crypto';
import { Refusal } from '#domain/kernel/refusal.ts';
import { hears, isEventType } from '#domain/webhook/event-types.ts';
import { readWebhookEndpoints } from './change-webhook-endpoints.ts';
import type { House } from './house.ts';
import { ownEndpoint } from './own-endpoint.ts';
import { topics } from './topics.ts';
import { publicEventId, queueWrites, realInstant } from './webhook-queue.ts';

export type SampleRequest = Readonly<{
  companyId: string;
  /** left out: every endpoint that hears of it */
  endpointId?: string | undefined;
  /** a public type */
  type: string;
}>;

export type SampleSent = Readonly<{ event: string; endpoints: readonly string[] }>;

const mayCall = (endpointId: string): Refusal =>
  new Refusal('webhook_endpoint_disabled', `${endpointId} is disabled: enable it, then test it`);

/**
 * Tells a sample of an event, marked as one (`"sample": true`), and signed like all others. Throws Refusals: event_type_unknown,
 * webhook_endpoint_unknown, webhook_endpoint_disabled.
 */
export const testWebhook = async (house: House, { companyId, endpointId, type }: SampleRequest): Promise<SampleSent> => {
  if (!isEventType(type)) throw new Refusal('event_type_unknown', `there is no event ${type}: /docs lists them`);
  if (endpointId !== undefined && (await ownEndpoint(house, companyId, endpointId)).status !== 'enabled') throw mayCall(endpointId);
  const all = endpointId === undefined ? Object.values(await readWebhookEndpoints(house, companyId)) : [];
  const hearing = all.filter(({ status, events }) => status === 'enabled' && hears(events, type)).map((one) => one.endpointId);
  const endpoints = endpointId === undefined ? hearing : [endpointId];
  const fact = randomUUID();
  const due = house.clock.realMs();
  const item = { id: publicEventId(companyId, type, fact), type, made: realInstant(due), attempts: 0, due };
  const writes = endpoints.flatMap((one) =>
    queueWrites(`sample.${fact.slice(0, 8)}`, { companyId, endpointId: one, items: [item] }, house.clock.now()),
  );
  if (writes.length > 0) await house.documents.write(writes);
  await house.bus.publish(
    topics.callWebhooks,
    endpoints.map((one) => ({ data: { endpointId: one }, key: one })),
  );
  return { event: item.id, endpoints };
};
