import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Row, Table } from './projection.ts';

/** Events that no row could be made of: set aside, so that their partition goes on. A rebuild tries them again. */
export const parkedEvents: Table = {
  name: 'parked_events',
  key: ['partition_name', 'position', 'ordinal'],
  columns: ['partition_name', 'position', 'ordinal', 'company_id', 'event_id', 'event_type', 'stream', 'error'],
};

export const parkedRow = (event: RecordedEvent, ordinal: number, error: string): Row => ({
  partition_name: event.partition,
  position: event.position,
  ordinal,
  company_id: event.companyId,
  event_id: event.id.slice(0, 200),
  event_type: event.type.slice(0, 64),
  stream: event.stream.slice(0, 100),
  error: error.slice(0, 300),
});
