import { timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';

/** `pending` says that it was not called off: whether its messages have gone stands with them. */
export type ScheduledMessagesRow = Placed &
  Readonly<{
    id: string;
    company_id: string;
    campaign_id: string;
    recipients: number;
    scheduled_at: string;
    status: 'pending' | 'failed' | 'canceled';
    created_by: string | null;
    created_at: string;
    changed_by: string | null;
    changed_at: string | null;
  }>;

const types = ['PacketAccepted', 'PacketLoaded', 'PacketFailed', 'PacketRescheduled', 'PacketCanceled'] as const;
type ScheduledType = (typeof types)[number];

/** Undefined: a file, or a request whose messages went at once. */
const accepted = (event: EventOfType<'PacketAccepted'>, ordinal: number): ScheduledMessagesRow | undefined => {
  const { data, companyId, occurredAt, position } = event;
  if (data.startsAt === undefined || data.source !== 'request') return undefined;
  return {
    id: data.packetId,
    company_id: companyId,
    campaign_id: data.campaignId,
    recipients: 0,
    scheduled_at: timeCell(data.startsAt),
    status: 'pending',
    created_by: data.acceptedBy ?? null,
    created_at: timeCell(occurredAt),
    changed_by: null,
    changed_at: null,
    position,
    ordinal,
  };
};

const changed = (event: Exclude<EventOfType<ScheduledType>, { type: 'PacketAccepted' }>): Partial<ScheduledMessagesRow> => {
  switch (event.type) {
    case 'PacketLoaded':
      return { status: 'pending', recipients: event.data.rows };
    case 'PacketFailed':
      return { status: 'failed' };
    case 'PacketRescheduled':
      return { scheduled_at: timeCell(event.data.startsAt), changed_by: event.data.by ?? null, changed_at: timeCell(event.occurredAt) };
    default:
      return { status: 'canceled', changed_by: event.data.by ?? null, changed_at: timeCell(event.occurredAt) };
  }
};

export const scheduledMessages: Projection<ScheduledMessagesRow, ScheduledType> = {
  table: {
    name: 'scheduled_messages',
    key: ['id'],
    columns: [
      'id',
      'company_id',
      'campaign_id',
      'recipients',
      'scheduled_at',
      'status',
      'created_by',
      'created_at',
      'changed_by',
      'changed_at',
      'position',
      'ordinal',
    ] satisfies (keyof ScheduledMessagesRow)[],
  },
  handles: types,
  keyOf: ({ data }) => ({ id: data.packetId }),
  evolve: (row, event, ordinal) => {
    if (event.type === 'PacketAccepted') return row ?? accepted(event, ordinal);
    return row && { ...row, ...changed(event), position: event.position, ordinal };
  },
};
