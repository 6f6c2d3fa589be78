import type { ConversationEvent } from '#domain/conversation/events.ts';
import { parseMessageId } from '#domain/kernel/ids.ts';
import { textCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';

/** What somebody wrote back, and what it came to. `from_point` and `body` are personal. */
export type ReplyRow = Placed &
  Readonly<{
    id: string;
    company_id: string;
    conversation_id: string;
    campaign_id: string | null;
    packet_id: string | null;
    file_row: number | null;
    message_id: string | null;
    appointment_key: string | null;
    channel: string;
    provider: string;
    sender: string;
    from_point: string | null;
    body: string | null;
    media: number;
    meaning: 'confirm' | 'cancel' | 'reschedule' | 'stop' | 'start' | 'help' | 'keyword' | 'yes' | 'no' | 'unclear' | null;
    unclear_code: string | null;
    confidence: string | null;
    via: string | null;
    assignee: string | null;
    said_at: string;
    received_at: string;
    read_at: string | null;
    resolved_at: string | null;
  }>;

export const replyEvents = [
  'MessageReceived',
  'AppointmentConfirmed',
  'AppointmentCancelled',
  'RescheduleRequested',
  'ReplyUnclear',
  'ReplyRead',
  'ReplyAssigned',
  'ReplyResolved',
  'ReplyReopened',
] as const satisfies readonly ConversationEvent['type'][];
type ReplyType = (typeof replyEvents)[number];
type Received = EventOfType<'MessageReceived'>;
type Later = Exclude<EventOfType<ReplyType>, { type: 'MessageReceived' }>;

const longestBody = 4_000;

const received = (event: Received, ordinal: number): ReplyRow => {
  const { reply, channel, provider, sender, saidAt, media = 0 } = event.data;
  return {
    id: reply,
    company_id: event.companyId,
    conversation_id: event.stream.slice('conversation-'.length),
    campaign_id: null,
    packet_id: null,
    file_row: null,
    message_id: null,
    appointment_key: null,
    channel,
    provider,
    sender,
    from_point: event.private?.from ?? null,
    body: textCell(event.private?.body, longestBody),
    media,
    meaning: null,
    unclear_code: null,
    confidence: null,
    via: null,
    assignee: null,
    said_at: timeCell(saidAt ?? event.occurredAt),
    received_at: timeCell(event.occurredAt),
    read_at: null,
    resolved_at: null,
    position: event.position,
    ordinal,
  };
};

const about = (messageId: string | undefined, campaignId: string | undefined) => {
  const place = messageId === undefined ? undefined : parseMessageId(messageId);
  return {
    campaign_id: campaignId ?? null,
    packet_id: place?.packetId ?? null,
    file_row: place?.place.row ?? null,
    message_id: messageId ?? null,
  };
};

const words = { AppointmentConfirmed: 'confirm', AppointmentCancelled: 'cancel', RescheduleRequested: 'reschedule' } as const;

const read = (row: ReplyRow, event: Later): Partial<ReplyRow> => {
  const at = timeCell(event.occurredAt);
  switch (event.type) {
    case 'ReplyAssigned':
      return { assignee: event.data.assignee };
    case 'ReplyResolved':
      return { resolved_at: row.resolved_at ?? at };
    case 'ReplyReopened':
      return { resolved_at: null };
    case 'ReplyRead':
      return { meaning: event.data.consent, read_at: row.read_at ?? at };
    case 'ReplyUnclear': {
      const { code, messageId, campaignId } = event.data;
      // a word that opts out stays what it is, and is looked at besides
      const meaning = row.meaning ?? 'unclear';
      return { ...about(messageId, campaignId), meaning, unclear_code: code, read_at: row.read_at ?? at };
    }
    default: {
      const { messageId, campaignId, appointment, confidence, via } = event.data;
      const said = { meaning: words[event.type], confidence: confidence.toFixed(3), via };
      return { ...about(messageId, campaignId), appointment_key: appointment ?? null, ...said, read_at: row.read_at ?? at };
    }
  }
};

const columns = [
  'id',
  'company_id',
  'conversation_id',
  'campaign_id',
  'packet_id',
  'file_row',
  'message_id',
  'appointment_key',
  'channel',
  'provider',
  'sender',
  'from_point',
  'body',
  'media',
  'meaning',
  'unclear_code',
  'confidence',
  'via',
  'assignee',
  'said_at',
  'received_at',
  'read_at',
  'resolved_at',
  'position',
  'ordinal',
] satisfies (keyof ReplyRow)[];

export const replies: Projection<ReplyRow, ReplyType> = {
  table: { name: 'replies', key: ['id'], columns },
  handles: replyEvents,
  keyOf: (event) => ({ id: event.data.reply }),
  evolve: (row, event, ordinal) => {
    if (event.type === 'MessageReceived') return row ?? received(event, ordinal);
    return row && { ...row, ...read(row, event), position: event.position, ordinal };
  },
};
