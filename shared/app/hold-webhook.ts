import { createHash } from 'node:crypto';
import type { WebhookEvent } from '#domain/delivery/webhook-events.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { idBody } from '#domain/kernel/ids.ts';
import { webhookStream } from '#domain/kernel/streams.ts';
import type { Provider, ReportRequest } from '#ports/provider.ts';
import { later } from './claim-writes.ts';
import type { House } from './house.ts';

/** Whose a request is that names no message of ours. */
export const nobodysCompany = 'co_unknown';

/** A request that a provider signed and that is to be tried again. */
export type HeldWebhook = Readonly<{
  webhook: string;
  provider: string;
  status: 'waiting' | 'parked' | 'processed';
  attempts: number;
  code: string;
  /** UTC ISO, by our clock: what a signature's time is held against */
  receivedAt: string;
}>;

export const heldPath = (webhook: string): string => `webhooks/${webhook}`;
export const heldDays = 30;
/** Business time until somebody tries again: doubled each time. */
const pauseMs = 15_000;
export const againAt = (now: string, attempts: number): string => new Date(Date.parse(now) + pauseMs * 2 ** attempts).toISOString();

const longestRaw = 256 * 1024;

const heldEvent = (webhook: string, { provider, request, code }: Held): WebhookEvent => {
  const { url, body, method, headers } = request;
  const given = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return {
    type: 'WebhookHeld',
    data: { webhook, code, provider: provider.name, accountId: provider.accountId },
    private: { url: url.slice(0, 4_000), body: body.slice(0, longestRaw).toWellFormed(), method, headers: Object.fromEntries(given) },
  };
};

export type Held = Readonly<{ provider: Provider; request: ReportRequest; code: string }>;

/** Keeps a signed request as it came, sealed, in one commit, and tries it again soon. The same again counts, and changes nothing else. */
export const holdWebhook = async (house: House, held: Held, cause: Cause): Promise<string> => {
  const { provider, request, code } = held;
  const text = JSON.stringify([provider.name, provider.accountId, request.url, request.body]);
  const webhook = `hook_${idBody(createHash('sha256').update(text).digest(), 16)}`;
  const path = heldPath(webhook);
  const known = await house.documents.get<HeldWebhook>(path);
  const data: HeldWebhook = { webhook, provider: provider.name, status: 'waiting', attempts: 0, code, receivedAt: cause.now };
  const first = { path, data, dueAt: againAt(cause.now, 0), expiresAt: later(cause.now, heldDays) };
  await house.store.append({
    stream: webhookStream(webhook),
    companyId: nobodysCompany,
    events: [heldEvent(webhook, held)],
    ...(known ? {} : { documents: [first] }),
    cause,
  });
  house.log.warn({ webhook, provider: provider.name, code }, 'a signed webhook could not be processed; it is kept and tried again');
  return webhook;
};
