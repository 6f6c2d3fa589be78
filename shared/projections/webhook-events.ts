import { textCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';
import { replyEvents } from './replies.ts';

/** What a provider called us with: a reply, and how reading it went, or a report. The request itself stands sealed in the log. */
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
    /** how often it came again */
    duplicates: number;
    received_at: string;
    processed_at: string | null;
  }>;

/** As many as the column takes. */
const mostCounted = 65_535;

const types = [...replyEvents, 'ReplyParked', 'ReplyReplayed', 'DeliveryReported'] as const;
type WebhookType = (typeof types)[number];
type Later = Exclude<EventOfType<WebhookType>, { type: 'MessageReceived' | 'DeliveryReported' }>;

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
  'duplicates',
  'received_at',
  'processed_at',
  'position',
  'ordinal',
] satisfies (keyof WebhookRow)[];

type Called = EventOfType<'MessageReceived'> | EventOfType<'DeliveryReported'>;

const received = (event: Called, { id, event_type, ordinal }: Pick<WebhookRow, 'id' | 'event_type' | 'ordinal'>): WebhookRow => ({
  id,
  company_id: event.companyId,
  provider: event.data.provider,
  provider_account: event.data.accountId,
  event_type,
  provider_reference: event.data.reference,
  status: 'waiting',
  processed: 0,
  error: null,
  retries: 0,
  duplicates: 0,
  received_at: timeCell(event.occurredAt),
  processed_at: null,
  position: event.position,
  ordinal,
});

/** A report is processed in the commit that stores it. */
const reported = (row: WebhookRow | undefined, event: EventOfType<'DeliveryReported'>, ordinal: number): WebhookRow | undefined => {
  const { webhook: id, status } = event.data;
  if (id === undefined) return row;
  if (row) return { ...row, duplicates: Math.min(row.duplicates + 1, mostCounted), position: event.position, ordinal };
  const first = received(event, { id, event_type: `message.${status}`, ordinal });
  return { ...first, status: 'processed', processed: 1, processed_at: first.received_at };
};

const replyType = ({ data: { channel } }: EventOfType<'MessageReceived'>): string =>
  channel === 'voice' ? 'key.pressed' : 'message.received';

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
  table: { name: 'webhook_events', key: ['id'], columns, archive: 'webhook_events_archive' },
  handles: types,
  // a report that the provider was asked for is no webhook
  keyOf: (event) => ({ id: event.type === 'DeliveryReported' ? (event.data.webhook ?? '') : event.data.reply }),
  evolve: (row, event, ordinal) => {
    if (event.type === 'DeliveryReported') return reported(row, event, ordinal);
    if (event.type === 'MessageReceived') return row ?? received(event, { id: event.data.reply, event_type: replyType(event), ordinal });
    return row && { ...row, ...after(row, event), position: event.position, ordinal };
  },
};
