import { createHash } from 'node:crypto';
import { segmentsOf } from '../segments.ts';
import { telnyxOrganization, telnyxProfile } from './account.ts';
import type { TelnyxMessage, TelnyxStatus } from './messages.ts';

/** What a part costs, in US dollars. */
const partPrice = 0.0051;

const words: Readonly<Record<TelnyxStatus, string>> = {
  queued: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'delivery_failed',
};

const titles: Readonly<Record<number, string>> = {
  40001: 'Not routable',
  40002: 'Blocked as spam - temporary',
  40006: 'Recipient server unavailable',
  40008: 'Undeliverable',
};

const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());
const line = (phone: string) => ({ phone_number: phone, carrier: 'CARILLON SIMULATED', line_type: 'Wireless' });

/** The message as Telnyx's API and webhooks show it (`OutboundMessagePayload` of its description). */
export const telnyxResource = (message: TelnyxMessage) => {
  const { id, to, from, body, media = [], callback, status, errorCode, createdAt, sentAt, changedAt } = message;
  const parts = media.length > 0 ? 1 : segmentsOf(body);
  const ended = status === 'delivered' || status === 'undelivered';
  const title = errorCode === undefined ? '' : (titles[errorCode] ?? 'Undeliverable');
  return {
    record_type: 'message',
    direction: 'outbound',
    id,
    type: media.length > 0 ? 'MMS' : 'SMS',
    messaging_profile_id: telnyxProfile,
    organization_id: telnyxOrganization,
    from: line(from),
    to: [{ ...line(to), status: words[status] }],
    cc: [],
    text: body,
    subject: null,
    media: media.map((url) => ({ url, content_type: null, sha256: null, size: null })),
    webhook_url: callback ?? null,
    webhook_failover_url: null,
    encoding: 'GSM-7',
    parts,
    tags: [],
    cost: { amount: (parts * partPrice).toFixed(4), currency: 'USD' },
    received_at: iso(createdAt),
    sent_at: iso(sentAt),
    completed_at: ended ? iso(changedAt) : null,
    valid_until: iso(createdAt + 3_600_000),
    errors: errorCode === undefined ? [] : [{ code: String(errorCode), title, detail: title }],
  };
};

/** An event of a message; its id is the same whenever it is told again. */
export const telnyxEvent = (message: TelnyxMessage, kind: 'sent' | 'last', attempt: number) => {
  const told = kind === 'sent' ? { ...message, status: 'sent' as const, errorCode: undefined } : message;
  const hex = createHash('sha256').update(`${message.id} ${kind}`).digest('hex');
  return {
    data: {
      record_type: 'event',
      id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`,
      event_type: kind === 'sent' ? 'message.sent' : 'message.finalized',
      occurred_at: iso(kind === 'sent' ? message.sentAt : message.changedAt),
      payload: telnyxResource(told),
    },
    meta: { attempt, delivered_to: message.callback ?? '' },
  };
};
