import { isFinal, statusAfter, statusOf, type MessageStatus } from '#domain/delivery/delivery.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import type { FollowUp } from '#domain/message/events.ts';
import { wordsFor } from '#domain/message/code-words.ts';
import { packetOfChunk } from '#domain/kernel/streams.ts';
import { dayCell, millionthsOf, priceCell, textCell, timeCell } from './cells.ts';
import { messageCounts } from './message-counters.ts';
import { statusEvents, type StatusType } from './message-events.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';

/** `day` is the day for which the message was first queued; it counts there whatever happens to it. */
export type MessageRow = Placed &
  Readonly<{
    id: string;
    company_id: string;
    campaign_id: string;
    packet_id: string;
    /** the caller's own name for its row */
    reference: string | null;
    file_row: number;
    channel: string;
    touch_offset: number;
    /** the kind of a message that no touch asked for, and the message that made it necessary */
    follow_up: FollowUp['kind'] | null;
    follow_up_of: string | null;
    day: string;
    run: number;
    campaign_version: number;
    from_number: string;
    to_number: string | null;
    message_text: string | null;
    status: MessageStatus;
    error_code: string | null;
    error_message: string | null;
    provider_error_code: string | null;
    provider: string | null;
    provider_account: string | null;
    provider_reference: string | null;
    segments: number;
    cost: string | null;
    currency: string | null;
    attempts: number;
    send_at: string;
    expires_at: string | null;
    queued_at: string;
    sending_at: string | null;
    sent_at: string | null;
    delivered_at: string | null;
    read_at: string | null;
    finished_at: string | null;
  }>;

type Queued = EventOfType<'MessageQueued'>;
type Progress = Exclude<EventOfType<StatusType>, { type: 'MessageQueued' }>;

/** A column of TEXT takes 65,535 bytes; an e-mail may be longer, and stands whole in the log. */
const longestText = 16_000;

/** What a message says and when; queued again, before it was sent, it may say something else. */
const contentOf = ({ data, private: personal }: Queued) => ({
  run: data.run,
  campaign_version: data.version,
  from_number: data.from,
  to_number: personal?.to ?? null,
  message_text: textCell(personal?.body, longestText),
  segments: data.segments,
  send_at: timeCell(data.sendAt),
  expires_at: data.validUntil === undefined ? null : timeCell(data.validUntil),
});

const unsent = {
  status: 'queued',
  error_code: null,
  error_message: null,
  provider_error_code: null,
  provider: null,
  provider_account: null,
  provider_reference: null,
  cost: null,
  currency: null,
  attempts: 0,
  sending_at: null,
  sent_at: null,
  delivered_at: null,
  read_at: null,
  finished_at: null,
} as const;

const queued = (row: MessageRow | undefined, event: Queued, ordinal: number): MessageRow => {
  const at = { position: event.position, ordinal };
  // one that a provider turned away for now waits again, and may be queued again too
  if (row) return row.status === 'queued' || row.status === 'sending' ? { ...row, ...contentOf(event), ...at } : { ...row, ...at };
  return {
    id: messageIdIn(event.stream, event.data),
    company_id: event.companyId,
    campaign_id: event.data.campaignId,
    packet_id: packetOfChunk(event.stream),
    reference: event.private?.reference ?? null,
    file_row: event.data.row,
    channel: event.data.channel,
    touch_offset: event.data.offset,
    follow_up: event.data.followUp?.kind ?? null,
    follow_up_of: event.data.followUp?.of ?? null,
    day: dayCell(event.data.sendAt),
    queued_at: timeCell(event.occurredAt),
    ...contentOf(event),
    ...unsent,
    ...at,
  };
};

const handedOver = (row: MessageRow, data: Readonly<{ provider: string; accountId: string; reference: string }>, at: string) => ({
  provider: data.provider,
  provider_account: data.accountId,
  provider_reference: data.reference,
  sent_at: row.sent_at ?? at,
});

type Bill = Readonly<{ segments?: number | undefined; price?: string | undefined; currency?: string | undefined }>;

/** The last word counts: a provider often knows the price later than the message. */
const billed = (row: MessageRow, { segments, price, currency }: Bill): Partial<MessageRow> => {
  const cost = millionthsOf(price);
  const paid = cost === null || currency === undefined ? {} : { cost: priceCell(cost), currency };
  return { segments: segments ?? row.segments, ...paid };
};

/** What an event adds beside the status, whatever its rank. */
const facts = (row: MessageRow, event: Progress, at: string): Partial<MessageRow> => {
  switch (event.type) {
    case 'MessageSending': {
      const { provider, accountId, attempt, from = row.from_number } = event.data;
      return { provider, provider_account: accountId, from_number: from, attempts: Math.max(row.attempts, attempt), sending_at: at };
    }
    case 'MessageSent': {
      return { ...handedOver(row, event.data, at), ...billed(row, event.data) };
    }
    case 'DeliveryReported': {
      const { status } = event.data;
      const delivered = status === 'delivered' || status === 'read' ? { delivered_at: row.delivered_at ?? at } : {};
      return {
        ...handedOver(row, event.data, at),
        ...billed(row, event.data),
        ...delivered,
        ...(status === 'read' ? { read_at: row.read_at ?? at } : {}),
      };
    }
    default:
      return {};
  }
};

const errorOf = (event: Progress): Partial<MessageRow> => {
  const { code, providerCode } = event.data as Readonly<{ code?: string; providerCode?: string }>;
  if (code === undefined && providerCode === undefined) return { error_code: null, error_message: null, provider_error_code: null };
  return { error_code: code ?? null, error_message: wordsFor(code ?? 'unknown'), provider_error_code: providerCode ?? null };
};

/** A new status has its own reason; of the same one a reason stays, and comes where there was none: reports come in any order. */
const reasonAfter = (row: MessageRow, event: Progress, status: MessageStatus): Partial<MessageRow> => {
  if (status !== row.status) return errorOf(event);
  const isSame = statusOf(event) === status && row.error_code === null && row.provider_error_code === null;
  return isSame ? errorOf(event) : {};
};

const progressed = (row: MessageRow, event: Progress, ordinal: number): MessageRow => {
  const at = timeCell(event.occurredAt);
  const status = statusAfter(row.status, statusOf(event) ?? row.status);
  return {
    ...row,
    ...facts(row, event, at),
    ...reasonAfter(row, event, status),
    status,
    finished_at: isFinal(status) ? (row.finished_at ?? at) : null,
    position: event.position,
    ordinal,
  };
};

const columns = [
  'id',
  'company_id',
  'campaign_id',
  'packet_id',
  'reference',
  'file_row',
  'channel',
  'touch_offset',
  'follow_up',
  'follow_up_of',
  'day',
  'run',
  'campaign_version',
  'from_number',
  'to_number',
  'message_text',
  'status',
  'error_code',
  'error_message',
  'provider_error_code',
  'provider',
  'provider_account',
  'provider_reference',
  'segments',
  'cost',
  'currency',
  'attempts',
  'send_at',
  'expires_at',
  'queued_at',
  'sending_at',
  'sent_at',
  'delivered_at',
  'read_at',
  'finished_at',
  'position',
  'ordinal',
] satisfies (keyof MessageRow)[];

export const messages: Projection<MessageRow, StatusType> = {
  table: { name: 'messages', key: ['id'], columns },
  handles: statusEvents,
  keyOf: (event) => ({ id: messageIdIn(event.stream, event.data) }),
  /** Without its MessageQueued (parked) there is no message to speak of: the orphans' check finds its history. */
  evolve: (row, event, ordinal) => (event.type === 'MessageQueued' ? queued(row, event, ordinal) : row && progressed(row, event, ordinal)),
  counts: messageCounts,
};
