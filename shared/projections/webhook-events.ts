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

const heldTypes = ['WebhookHeld', 'WebhookRead', 'WebhookParked', 'WebhookReplayed'] as const;
const types = [...replyEvents, 'ReplyParked', 'ReplyReplayed', 'DeliveryReported', ...heldTypes] as const;
type WebhookType = (typeof types)[number];
type Later = Exclude<EventOfType<WebhookType>, { type: 'MessageReceived' | 'DeliveryReported' | HeldType }>;
type HeldType = (typeof heldTypes)[number];

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

type Called = Pick<EventOfType<'MessageReceived'>, 'companyId' | 'occurredAt' | 'position'> &
  Readonly<{ data: Readonly<{ provider: string; accountId: string; reference: string }> }>;

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

const again = (row: WebhookRow): number => Math.min(row.duplicates + 1, mostCounted);

/** A report is processed in the commit that stores it. */
const reported = (row: WebhookRow | undefined, event: EventOfType<'DeliveryReported'>, ordinal: number): WebhookRow | undefined => {
  const { webhook: id, status } = event.data;
  if (id === undefined) return row;
  if (row) return { ...row, duplicates: again(row), position: event.position, ordinal };
  const first = received(event, { id, event_type: `message.${status}`, ordinal });
  return { ...first, status: 'processed', processed: 1, processed_at: first.received_at };
};

/** What nothing could be made of when it came. */
const held = (row: WebhookRow | undefined, event: EventOfType<HeldType>, ordinal: number): WebhookRow | undefined => {
  const at = { position: event.position, ordinal };
  if (event.type === 'WebhookHeld') {
    if (row) return { ...row, duplicates: again(row), ...at };
    const called = { ...event, data: { ...event.data, reference: '' } };
    const first = received(called, { id: event.data.webhook, event_type: 'message.unread', ordinal });
    return { ...first, error: textCell(event.data.code, 100) };
  }
  if (!row) return undefined;
  if (event.type === 'WebhookRead')
    return {
      ...row,
      ...at,
      status: 'processed',
      processed: 1,
      error: null,
      retries: event.data.attempts,
      processed_at: timeCell(event.occurredAt),
    };
  if (event.type === 'WebhookParked')
    return { ...row, ...at, status: 'parked', error: textCell(event.data.code, 100), retries: event.data.attempts };
  return { ...row, ...at, status: 'waiting' };
};

const isHeld = (event: EventOfType<WebhookType>): event is EventOfType<HeldType> => (heldTypes as readonly string[]).includes(event.type);

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
    case 'ReplyReopened':
      return {};
    default:
      return { status: 'processed', processed: 1, error: null, processed_at: row.processed_at ?? timeCell(event.occurredAt) };
  }
};

export const webhookEvents: Projection<WebhookRow, WebhookType> = {
  table: { name: 'webhook_events', key: ['id'], columns, archive: 'webhook_events_archive' },
  handles: types,
  // a report that the provider was asked for is no webhook
  keyOf: (event) => {
    if (isHeld(event) || event.type === 'DeliveryReported') return { id: event.data.webhook ?? '' };
    return { id: event.data.reply };
  },
  evolve: (row, event, ordinal) => {
    if (isHeld(event)) return held(row, event, ordinal);
    if (event.type === 'DeliveryReported') return reported(row, event, ordinal);
    if (event.type === 'MessageReceived') return row ?? received(event, { id: event.data.reply, event_type: replyType(event), ordinal });
    return row && { ...row, ...after(row, event), position: event.position, ordinal };
  },
};
