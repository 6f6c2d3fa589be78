import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { webhookSamplesStream } from '#domain/kernel/streams.ts';
import { hears, isEventType, type EventTypeName } from '#domain/webhook/event-types.ts';
import type { WebhookEndpoint } from '#domain/webhook/webhook-endpoint.ts';
import { readWebhookEndpoints } from './change-webhook-endpoints.ts';
import type { House } from './house.ts';
import { testCompanyOf } from './test-company.ts';
import { topics } from './topics.ts';
import { publicEventId } from './webhook-queue.ts';

export type SampleRequest = Readonly<{
  companyId: string;
  /** left out: every endpoint that hears of it and is there for tests: what a developer listens at, and those of test keys */
  endpointId?: string | undefined;
  /** a public type */
  type: string;
  by: string;
}>;

/** By endpoint; `event`: its public id. */
export type SamplesSent = Readonly<{ sent: readonly Readonly<{ event: string; endpoint: string }>[] }>;

type Hearing = Readonly<{ companyId: string; endpoints: readonly WebhookEndpoint[] }>;

const named = (all: readonly Hearing[], endpointId: string): readonly Hearing[] => {
  for (const { companyId, endpoints } of all) {
    const endpoint = endpoints.find((one) => one.endpointId === endpointId);
    if (endpoint?.status === 'disabled')
      throw new Refusal('webhook_endpoint_disabled', `${endpointId} is disabled: enable it, then test it`);
    if (endpoint) return [{ companyId, endpoints: [endpoint] }];
  }
  throw new Refusal('webhook_endpoint_unknown', `there is no webhook endpoint ${endpointId}: list them to see which there are`);
};

/** The company's own, and those of the company that stands for it in tests. */
const hearing = async (house: House, { companyId, endpointId, type }: SampleRequest): Promise<readonly Hearing[]> => {
  const testId = testCompanyOf(companyId);
  const of = async (id: string): Promise<Hearing> => ({ companyId: id, endpoints: Object.values(await readWebhookEndpoints(house, id)) });
  const all = await Promise.all([of(companyId), of(testId)]);
  if (endpointId !== undefined) return named(all, endpointId);
  return all.map((one) => ({
    ...one,
    endpoints: one.endpoints.filter(
      ({ status, events, hearsSamples }) => status === 'enabled' && hears(events, type) && (hearsSamples || one.companyId === testId),
    ),
  }));
};

type Asked = Readonly<{ type: EventTypeName; by: string; cause: Cause }>;

const ask = async (house: House, { companyId, endpoints }: Hearing, { type, by, cause }: Asked): Promise<SamplesSent['sent']> => {
  if (endpoints.length === 0) return [];
  const endpointIds = endpoints.map(({ endpointId }) => endpointId);
  const data = { companyId, sampleOf: type, endpointIds, by, askedAt: cause.now };
  const stream = webhookSamplesStream(companyId);
  const { partition } = await house.store.append({ stream, companyId, events: [{ type: 'WebhookSampleAsked', data }], cause });
  await house.bus.publish(topics.notifyCustomer, [{ data: { partition }, key: partition }]);
  const event = publicEventId(companyId, type, `${cause.id}/0`);
  return endpointIds.map((endpoint) => ({ event, endpoint }));
};

/**
 * Puts a sample of an event into the log, marked as one (`"sample": true`): from there it goes the way of all others. Throws Refusals:
 * event_type_unknown, webhook_endpoint_unknown, webhook_endpoint_disabled.
 */
export const testWebhook = async (house: House, request: SampleRequest, cause: Cause): Promise<SamplesSent> => {
  const { type, by } = request;
  if (!isEventType(type)) throw new Refusal('event_type_unknown', `there is no event ${type}: /docs lists them`);
  const sent = [];
  for (const one of await hearing(house, request)) sent.push(...(await ask(house, one, { type, by, cause })));
  return { sent };
};
