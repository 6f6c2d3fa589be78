import { textCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';
import { replyEvents } from './replies.ts';

/** A provider's request that brought a reply, and how reading it went. The request itself stands sealed in the log. */
export type WebhookRow = Placed &
  Readonly<{
    id: string;
    company_id: string;
    provider: string;
    provider_account: string;
    event_type: string;
    provider_reference: string;
    status: 'waiting' | 'processed' | 'parked';
    processed: 0 | 1;
    error: string | null;
    retries: number;
    received_at: string;
    processed_at: string | null;
  }>;

const types = [...replyEvents, 'ReplyParked', 'ReplyReplayed'] as const;
type WebhookType = (typeof types)[number];
type Later = Exclude<EventOfType<WebhookType>, { type: 'MessageReceived' }>;

const columns = [
  'id',
  'company_id',
  'provider',
  'provider_account',
  'event_type',
  'provider_reference',
  'status',
  'processed',
  'error',
  'retries',
  'received_at',
  'processed_at',
  'position',
  'ordinal',
] satisfies (keyof WebhookRow)[];

const received = (event: EventOfType<'MessageReceived'>, ordinal: number): WebhookRow => ({
  id: event.data.reply,
  company_id: event.companyId,
  provider: event.data.provider,
  provider_account: event.data.accountId,
  event_type: event.data.channel === 'voice' ? 'key.pressed' : 'message.received',
  provider_reference: event.data.reference,
  status: 'waiting',
  processed: 0,
  error: null,
  retries: 0,
  received_at: timeCell(event.occurredAt),
  processed_at: null,
  position: event.position,
  ordinal,
});

const after = (row: WebhookRow, event: Later): Partial<WebhookRow> => {
  switch (event.type) {
    case 'ReplyParked':
      return { status: 'parked', error: textCell(event.data.code, 100), retries: event.data.attempts };
    case 'ReplyReplayed':
      return { status: 'waiting', retries: row.retries + 1 };
    case 'ReplyAssigned':
    case 'ReplyResolved':
      return {};
    default:
      return { status: 'processed', processed: 1, error: null, processed_at: row.processed_at ?? timeCell(event.occurredAt) };
  }
};

export const webhookEvents: Projection<WebhookRow, WebhookType> = {
  table: { name: 'webhook_events', key: ['id'], columns },
  handles: types,
  keyOf: (event) => ({ id: event.data.reply }),
  evolve: (row, event, ordinal) => {
    if (event.type === 'MessageReceived') return row ?? received(event, ordinal);
    return row && { ...row, ...after(row, event), position: event.position, ordinal };
  },
};
