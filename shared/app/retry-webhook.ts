import type { WebhookEvent } from '#domain/delivery/webhook-events.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { webhookStream } from '#domain/kernel/streams.ts';
import type { Document, DocumentWrite } from '#ports/documents.ts';
import type { ReportRequest } from '#ports/provider.ts';
import { later } from './claim-writes.ts';
import { againAt, heldDays, heldPath, nobodysCompany, type HeldWebhook } from './hold-webhook.ts';
import type { House } from './house.ts';
import { processReport } from './process-report.ts';
import { topics } from './topics.ts';

/** From then on it waits for a person. */
const mostAttempts = 8;
/** Parked ones are listed with those that wait, and never come due. */
const never = '9999-12-31T00:00:00.000Z';

/** The request as it came; undefined: it was forgotten. */
const requestOf = async ({ store }: House, { webhook, receivedAt }: HeldWebhook): Promise<ReportRequest | undefined> => {
  const { events } = await store.read(webhookStream(webhook));
  const held = events.find((event) => event.type === 'WebhookHeld');
  return held?.type === 'WebhookHeld' && held.private ? { ...held.private, receivedAtMs: Date.parse(receivedAt) } : undefined;
};

/** Why it could not be processed; undefined: it was. */
const tryOnce = async (house: House, held: HeldWebhook, cause: Cause): Promise<string | undefined> => {
  try {
    const [provider, request] = [house.providerNamed(held.provider), await requestOf(house, held)];
    if (!request) return 'forgotten';
    const read = provider?.readReport(request);
    if (!provider || read?.kind !== 'report') return provider ? `report_${read?.kind}` : 'provider_unknown';
    await processReport(house, { provider, read, request }, cause);
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? error.code : error instanceof Error ? error.name : 'unknown';
  }
};

type Change = Pick<HeldWebhook, 'status' | 'attempts' | 'code'>;

const writeOf = ({ path, version, data }: Document<HeldWebhook>, change: Change, more: Readonly<{ dueAt?: string; now: string }>) => {
  const { now, dueAt } = more;
  const write: DocumentWrite = { path, ifVersion: version, data: { ...data, ...change }, expiresAt: later(now, heldDays) };
  return dueAt === undefined ? write : { ...write, dueAt };
};

/** Tries a webhook once more that is kept. Again: nothing. What fails as often as it pays is parked. */
export const retryWebhook = async (house: House, path: string, cause: Cause): Promise<void> => {
  const found = await house.documents.get<HeldWebhook>(path);
  if (found?.data.status !== 'waiting') return;
  const { webhook } = found.data;
  const attempts = found.data.attempts + 1;
  const own = { ...cause, id: `${webhook}:${attempts}`, correlation: webhook };
  const code = await tryOnce(house, found.data, { ...own, id: `${own.id}:report` });
  const store = (event: WebhookEvent, write: DocumentWrite): Promise<unknown> =>
    house.store.append({ stream: webhookStream(webhook), companyId: nobodysCompany, events: [event], documents: [write], cause: own });
  const { now } = cause;
  if (code === undefined) {
    await store({ type: 'WebhookRead', data: { webhook, attempts } }, writeOf(found, { status: 'processed', attempts, code: '' }, { now }));
    return;
  }
  if (attempts < mostAttempts)
    return house.documents.write([writeOf(found, { status: 'waiting', attempts, code }, { now, dueAt: againAt(now, attempts) })]);
  house.log.error(
    { webhook, code, attempts },
    'a webhook could not be processed, and is parked: "carillon webhooks replay" tries it again',
  );
  const parked: WebhookEvent = { type: 'WebhookParked', data: { webhook, code, attempts } };
  await store(parked, writeOf(found, { status: 'parked', attempts, code }, { now, dueAt: never }));
};

/** Those that are kept: waiting and parked. */
export const listWebhooks = async ({ documents }: House, limit = 500): Promise<readonly HeldWebhook[]> =>
  (await documents.due<HeldWebhook>('webhooks', never, limit)).map(({ data }) => data);

/** Tries a parked webhook again. Throws a Refusal where it is not parked. */
export const replayWebhook = async (
  house: House,
  { webhook, by }: Readonly<{ webhook: string; by: string }>,
  cause: Cause,
): Promise<void> => {
  const path = heldPath(webhook);
  const found = await house.documents.get<HeldWebhook>(path);
  if (found?.data.status !== 'parked')
    throw new Refusal('webhook_not_parked', `${webhook} is not parked: "carillon webhooks list" shows those that are`);
  await house.store.append({
    stream: webhookStream(webhook),
    companyId: nobodysCompany,
    events: [{ type: 'WebhookReplayed', data: { webhook, replayedBy: by } }],
    documents: [
      { path, ifVersion: found.version, data: { ...found.data, status: 'waiting', attempts: mostAttempts - 1 }, dueAt: cause.now },
    ],
    cause,
  });
  await house.bus.publish(topics.replyReceived, [{ data: { path }, key: path }]);
};
