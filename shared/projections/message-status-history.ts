import { statusOf, type MessageStatus } from '#domain/delivery/delivery.ts';
import { messageIdIn } from '#domain/kernel/ids.ts';
import { timeCell } from './cells.ts';
import { statusEvents, type StatusType } from './message-events.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';

/** Everything that was said about a message, in the order of the log: late, repeated and contradicting reports too. */
export type MessageStatusRow = Placed &
  Readonly<{
    message_id: string;
    company_id: string;
    status: MessageStatus;
    code: string | null;
    provider_code: string | null;
    provider_reference: string | null;
    happened_at: string;
  }>;

const columns = [
  'message_id',
  'position',
  'ordinal',
  'company_id',
  'status',
  'code',
  'provider_code',
  'provider_reference',
  'happened_at',
] satisfies (keyof MessageStatusRow)[];

type Details = Readonly<{ code?: string; providerCode?: string; reference?: string }>;

const keyOf = (event: EventOfType<StatusType>, ordinal: number) => ({
  message_id: messageIdIn(event.stream, event.data),
  position: event.position,
  ordinal,
});

export const messageStatusHistory: Projection<MessageStatusRow, StatusType> = {
  table: { name: 'message_status_history', key: ['message_id', 'position', 'ordinal'], columns },
  handles: statusEvents,
  once: true,
  keyOf,
  evolve: (_row, event, ordinal) => {
    const { code, providerCode, reference } = event.data as Details;
    return {
      ...keyOf(event, ordinal),
      company_id: event.companyId,
      status: statusOf(event) ?? 'queued',
      code: code ?? null,
      provider_code: providerCode ?? null,
      provider_reference: reference ?? null,
      happened_at: timeCell(event.occurredAt),
    };
  },
};
