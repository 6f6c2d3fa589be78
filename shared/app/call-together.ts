import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import { changeWebhookEndpoints } from './change-webhook-endpoints.ts';
import { endpointNotice } from './endpoint-notice.ts';
import type { House } from './house.ts';
import type { OpenEndpoint } from './open-endpoint.ts';
import { signWebhook } from './sign-webhook.ts';
import { attemptsWrite, type KeptAttempt } from './webhook-attempts.ts';
import { hasFailedTooLong, healthAfter, isToBeTold, nextAttemptAt, webhookOutcome, type WebhookOutcome } from './webhook-outcome.ts';
import { webhookPaths, type HealthDocument } from './webhook-paths.ts';
import { idOfQueued, queueWrite, realInstant, type WebhookItem, type WebhookQueue } from './webhook-queue.ts';

export type Calling = Readonly<{ bodyFor: (item: WebhookItem) => Promise<string | undefined> }>;
type Told = Calling & Readonly<{ endpoint: OpenEndpoint; health: HealthDocument }>;

/** Calls of an endpoint under way at once; one alone while nobody answers there. */
const callsAtOnce = 8;

/** What became of an item: nothing left of it, or when it is due again. */
type Result = Readonly<{ item?: WebhookItem; attempt?: KeptAttempt; outcome?: WebhookOutcome }>;

const keptOf = ({ id, type, at }: WebhookItem): KeptAttempt['item'] => ({ id, type, at });

const callOnce = async (house: House, item: WebhookItem, { endpoint, bodyFor }: Told): Promise<Result> => {
  const { clock, webhooks } = house;
  const body = await bodyFor(item);
  if (body === undefined || !webhooks) return {};
  const { url, secrets, seal } = endpoint;
  const signed = signWebhook({ id: item.id, at: clock.realMs(), body, secrets });
  const headers = { ...signed, 'content-type': 'application/json', 'user-agent': 'Carillon-Webhooks/1.0', accept: '*/*' };
  const started = clock.realMs();
  const answer = await webhooks.call({ url, headers, body });
  const outcome = webhookOutcome(answer);
  const attempts = item.attempts + 1;
  const next = outcome.isTaken || outcome.isGone ? undefined : nextAttemptAt(attempts, outcome, clock.realMs());
  const attempt: KeptAttempt = {
    item: keptOf(item),
    attempt: attempts,
    at: realInstant(started),
    ms: answer.ms,
    outcome: outcome.isTaken ? 'delivered' : next === undefined ? 'given_up' : 'retried',
    ...(outcome.status === undefined ? {} : { status: outcome.status }),
    ...(outcome.code === undefined ? {} : { code: outcome.code }),
    ...(answer.kind === 'answered' && answer.body !== '' ? { answer: seal(answer.body) } : {}),
    ...(next === undefined ? {} : { next: realInstant(next) }),
  };
  return { attempt, outcome, ...(next === undefined ? {} : { item: { ...item, attempts, due: next } }) };
};

/** A few at a time, until one says that nobody is there: what was not begun by then stays as it is. */
const callAll = async (house: House, items: readonly WebhookItem[], told: Told): Promise<readonly Result[]> => {
  const results: Result[] = items.map((item) => ({ item }));
  let next = 0;
  let isOver = false;
  const worker = async (): Promise<void> => {
    while (next < items.length && !isOver) {
      const n = next++;
      const result = await callOnce(house, items[n]!, told);
      results[n] = result;
      if (result.outcome?.isAway || result.outcome?.isGone) isOver = true;
    }
  };
  const lanes = told.health.silent > 0 ? 1 : Math.min(callsAtOnce, items.length);
  await Promise.all(Array.from({ length: lanes }, worker));
  return results;
};

/** The endpoint is called no more: what waits is let go, and can be replayed. */
const letGo = (house: House, items: readonly WebhookItem[]): readonly Result[] =>
  items.map((item) => {
    const about = { item: keptOf(item), attempt: item.attempts, at: realInstant(house.clock.realMs()), ms: 0 };
    return { attempt: { ...about, outcome: 'dropped', code: 'endpoint_disabled' } };
  });

const disable = async (house: House, endpoint: OpenEndpoint, why: 'gone' | 'failing'): Promise<void> => {
  const { companyId, endpointId } = endpoint;
  const now = house.clock.now();
  const data = { companyId, endpointId, why, by: 'carillon', at: now };
  const cause = { id: `req_${crypto.randomUUID().replaceAll('-', '')}`, now };
  const notice = endpointNotice({ companyId, endpointId, why, since: house.clock.realMs(), now });
  await changeWebhookEndpoints(house, { type: 'DisableWebhookEndpoint', data }, cause, [notice]);
};

const writesOf = (
  house: House,
  queue: Document<WebhookQueue>,
  {
    left,
    results,
    health,
    told,
  }: Readonly<{ left: readonly WebhookItem[]; results: readonly Result[]; health: HealthDocument; told: Told }>,
): readonly DocumentWrite[] => {
  const { clock } = house;
  const now = clock.now();
  const attempts = results.flatMap(({ attempt }) => attempt ?? []);
  const isSame = JSON.stringify(health) === JSON.stringify(told.health);
  const { companyId, endpointId } = told.endpoint;
  const { failingSince: since = 0 } = health;
  const id = idOfQueued(queue);
  return [
    left.length === 0
      ? { path: queue.path, delete: true, ifVersion: queue.version }
      : { ...queueWrite(id, { ...queue.data, items: left }, { now }), ifVersion: queue.version },
    ...(attempts.length === 0 ? [] : [attemptsWrite(told.endpoint, attempts, { now, realMs: clock.realMs() })]),
    ...(isSame ? [] : [{ path: webhookPaths.health(endpointId), data: health }]),
    ...(health.isTold && !told.health.isTold ? [endpointNotice({ companyId, endpointId, why: 'failing_for_a_day', since, now })] : []),
  ];
};

/** Tells what is due of one document of the queue; what was tried, what is left and how the endpoint is are stored together. */
export const callTogether = async (house: House, queue: Document<WebhookQueue>, told: Told): Promise<void> => {
  const { documents, clock, log } = house;
  const { endpoint } = told;
  const isCalled = endpoint.status === 'enabled';
  const now = clock.realMs();
  const due = isCalled ? queue.data.items.filter((item) => item.due <= now) : queue.data.items;
  const results = isCalled ? await callAll(house, due, told) : letGo(house, due);
  const outcomes = results.flatMap(({ outcome }) => outcome ?? []);
  const after = healthAfter(told.health, outcomes, clock.realMs());
  const health = isToBeTold(after, clock.realMs()) ? { ...after, isTold: true as const } : after;
  const waiting = isCalled ? queue.data.items.filter((item) => item.due > now) : [];
  const left = [...results.flatMap(({ item }) => item ?? []), ...waiting];
  try {
    await documents.write(writesOf(house, queue, { left, results, health, told }));
  } catch (error) {
    // somebody else took it after our lease: what was told may be told once more
    if (!(error instanceof DocumentMoved)) throw error;
    log.warn({ endpointId: endpoint.endpointId }, 'a webhook took longer than its lease; it may be told twice');
  }
  const isGone = results.some(({ outcome }) => outcome?.isGone);
  if (isCalled && (isGone || hasFailedTooLong(health, clock.realMs()))) await disable(house, endpoint, isGone ? 'gone' : 'failing');
};
