import type { Document } from '#ports/documents.ts';
import { DocumentMoved } from '#ports/documents.ts';
import { callTogether, type Calling } from './call-together.ts';
import { isNotice, tellAdmins, type EndpointNotice } from './endpoint-notice.ts';
import type { House } from './house.ts';
import { timeLimit } from './time-limit.ts';
import { topics } from './topics.ts';
import { openEndpoint, type OpenEndpoint } from './open-endpoint.ts';
import { webhookBody } from './webhook-body.ts';
import { webhookPaths, type HealthDocument } from './webhook-paths.ts';
import { queueWrite, idOfQueued, realInstant, type WebhookQueue } from './webhook-queue.ts';

/** A handler works so long for one endpoint, then asks for the next one. */
const mostMs = 100_000;
/** Longer than fifty calls of 15 s each, eight at a time, and what is stored behind them. Real time. */
const leaseMs = 150_000;
/** What is due again so soon is waited for by the bus; the tick finds the rest. */
const mostDelayMs = 60_000;
const cleared = 200;
const yearMs = 365 * 86_400_000;

/** Endpoints that this process works for, and whether somebody asked meanwhile. */
const lanes = new WeakMap<House['documents'], Map<string, { again: boolean }>>();

const laneIn = ({ documents }: House): Map<string, { again: boolean }> => {
  const known = lanes.get(documents) ?? new Map<string, { again: boolean }>();
  lanes.set(documents, known);
  return known;
};

/** Whoever else finds it due while it is worked on sees it as due later. */
const lease = async ({ documents, clock }: House, { path, data, version }: Document<WebhookQueue>): Promise<number | undefined> => {
  const { dueAt: _, ...write } = queueWrite(idOfQueued({ path }), data, { now: clock.now() });
  try {
    await documents.write([{ ...write, dueAt: realInstant(clock.realMs() + leaseMs), ifVersion: version }]);
    return (await documents.get(path))?.version;
  } catch (error) {
    if (!(error instanceof DocumentMoved)) throw error;
    return undefined;
  }
};

/** One document's due events. False: there was none, or the endpoint is to be left alone for now. */
const workOnNext = async (house: House, endpoint: OpenEndpoint, calling: Calling): Promise<boolean> => {
  const { documents, clock } = house;
  const { endpointId } = endpoint;
  const [found] = await documents.due<WebhookQueue | EndpointNotice>(webhookPaths.queue(endpointId), realInstant(clock.realMs()), 1);
  if (!found) return false;
  if (isNotice(found.data)) {
    await tellAdmins(house, endpoint, found as Document<EndpointNotice>);
    return true;
  }
  const health = (await documents.get<HealthDocument>(webhookPaths.health(endpointId)))?.data ?? { silent: 0 };
  if (endpoint.status === 'enabled' && (health.notBefore ?? 0) > clock.realMs()) return false;
  const queue = found as Document<WebhookQueue>;
  const version = await lease(house, queue);
  if (version !== undefined) await callTogether(house, { ...queue, version }, { endpoint, health, ...calling });
  return true;
};

/** Asks for a handler at the time when something is due again, where that is soon. */
const askAgain = async ({ documents, bus, clock }: House, endpointId: string): Promise<void> => {
  const [next] = await documents.due<WebhookQueue>(webhookPaths.queue(endpointId), realInstant(clock.realMs() + mostDelayMs), 1);
  if (next?.dueAt === undefined) return;
  const { notBefore = 0 } = (await documents.get<HealthDocument>(webhookPaths.health(endpointId)))?.data ?? {};
  const delayMs = Math.max(Date.parse(next.dueAt), notBefore) - clock.realMs();
  if (delayMs > mostDelayMs) return;
  await bus.publish(topics.callWebhooks, [{ data: { endpointId }, key: `${endpointId}:later`, delayMs: Math.max(0, delayMs) }]);
};

/** What was still to be told where nobody is any more. */
const clear = async ({ documents, clock }: House, endpointId: string): Promise<void> => {
  const path = webhookPaths.queue(endpointId);
  for (;;) {
    const found = await documents.due(path, realInstant(clock.realMs() + yearMs), cleared);
    if (found.length > 0) await documents.write(found.map((one) => ({ path: one.path, delete: true })));
    if (found.length < cleared) return;
  }
};

const work = async (house: House, endpointId: string): Promise<void> => {
  const isOver = timeLimit(house.clock, mostMs);
  let calling: Calling | undefined;
  for (;;) {
    const endpoint = await openEndpoint(house, endpointId);
    if (!endpoint) return clear(house, endpointId);
    calling ??= { bodyFor: webhookBody(house, endpoint.companyId) };
    if (!(await workOnNext(house, endpoint, calling)) || isOver()) break;
  }
  await askAgain(house, endpointId);
};

/**
 * Tells an endpoint what is due there. One handler in a process for each endpoint, so that a slow one holds nobody else up; what fails is tried
 * again on its own days.
 */
export const callWebhooks = async (house: House, endpointId: string): Promise<void> => {
  if (!house.webhooks) return;
  const known = laneIn(house);
  const lane = known.get(endpointId);
  if (lane) {
    lane.again = true;
    return;
  }
  const own = { again: false };
  known.set(endpointId, own);
  try {
    do {
      own.again = false;
      await work(house, endpointId);
    } while (own.again);
  } finally {
    known.delete(endpointId);
  }
};
