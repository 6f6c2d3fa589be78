import { Refusal } from '#domain/kernel/refusal.ts';
import { randomUUID } from 'node:crypto';
import type { House } from './house.ts';
import { ownEndpoint } from './own-endpoint.ts';
import { topics } from './topics.ts';
import { webhookAttempts, type WebhookAttempt } from './webhook-attempts.ts';
import { queueWrites, type WebhookItem } from './webhook-queue.ts';

export type ReplayRequest = Readonly<{
  companyId: string;
  endpointId: string;
  /** this one alone, by its public id; or all since an instant */
  event?: string | undefined;
  /** real time, UTC ISO */
  since?: string | undefined;
  until?: string | undefined;
  /** `failed`: what was given up; `all`: also what was taken */
  only?: 'failed' | 'all' | undefined;
}>;

/** `complete: false`: there are more before `oldest`; ask again with it as `until`. */
export type Replayed = Readonly<{ replayed: number; complete: boolean; oldest?: string }>;

const mostEvents = 5_000;
const mostDocuments = 1_000;
const writesTogether = 400;

const isWanted = ({ outcome }: WebhookAttempt, only: ReplayRequest['only']): boolean =>
  outcome === 'given_up' || outcome === 'dropped' || (only === 'all' && outcome === 'delivered');

type Found = Readonly<{ items: readonly WebhookItem[]; complete: boolean; oldest?: string }>;

/** The newest attempt of each event decides whether it is told again; what is still tried anyway is left alone. */
const itemsOf = async (house: House, request: ReplayRequest): Promise<Found> => {
  const { endpointId, event, since = '', until, only = 'failed' } = request;
  const seen = new Set<string>();
  const items: WebhookItem[] = [];
  const due = house.clock.realMs();
  let oldest: string | undefined;
  for await (const one of webhookAttempts(house, endpointId, { mostDocuments })) {
    const { id } = one.item;
    if (event === undefined && one.at < since) return { items, complete: true };
    const known = seen.has(id);
    seen.add(id);
    if (known || (until !== undefined && one.at >= until)) continue;
    oldest = one.at;
    if (event === undefined ? isWanted(one, only) : id === event) items.push({ ...one.item, attempts: 0, due });
    if (event !== undefined && items.length > 0) return { items, complete: true };
    if (items.length >= mostEvents) return { items, complete: false, oldest };
  }
  return { items, complete: true, ...(oldest === undefined ? {} : { oldest }) };
};

/** Events are told there once more, under the ids that they had. Throws Refusals: webhook_endpoint_unknown, webhook_endpoint_disabled, webhook_event_unknown. */
export const replayWebhooks = async (house: House, request: ReplayRequest): Promise<Replayed> => {
  const { companyId, endpointId, event } = request;
  const endpoint = await ownEndpoint(house, companyId, endpointId);
  if (endpoint.status !== 'enabled')
    throw new Refusal('webhook_endpoint_disabled', `${endpointId} is disabled: enable it, then replay what it has missed`);
  const { items, ...told } = await itemsOf(house, request);
  if (event !== undefined && items.length === 0)
    throw new Refusal('webhook_event_unknown', `nothing called ${event} was tried at ${endpointId} within thirty days`);
  const name = `replay.${randomUUID().slice(0, 8)}`;
  const writes = [...queueWrites(name, { companyId, endpointId, items }, house.clock.now())];
  while (writes.length > 0) await house.documents.write(writes.splice(0, writesTogether));
  if (items.length > 0) await house.bus.publish(topics.callWebhooks, [{ data: { endpointId }, key: endpointId }]);
  return { replayed: items.length, ...told };
};
