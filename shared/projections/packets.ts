import { textCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';

export type PacketRow = Placed &
  Readonly<{
    id: string;
    company_id: string;
    campaign_id: string;
    file_name: string | null;
    file_version: number | null;
    bytes: number | null;
    md5: string | null;
    file_format: string | null;
    container: string | null;
    encoding: string | null;
    delimiter_name: string | null;
    sheet_name: string | null;
    file_columns: number | null;
    hidden_columns: number | null;
    other_sheets: number | null;
    notes: string | null;
    status: 'ingested' | 'loaded' | 'failed';
    /** a full list that was accepted, held for a person, confirmed, or compared; null: it tells what is new */
    list_state: 'full' | 'held' | 'confirmed' | 'compared' | null;
    vanished: number | null;
    relisted: number | null;
    confirmed_by: string | null;
    file_rows: number;
    chunks: number;
    failure_code: string | null;
    failure_message: string | null;
    accepted_at: string | null;
    accepted_by: string | null;
    accepted_cause: string | null;
    loaded_at: string | null;
    loaded_cause: string | null;
    failed_at: string | null;
    failed_cause: string | null;
  }>;

type ListType = 'PacketHeld' | 'PacketConfirmed' | 'PacketCompared';
type PacketType = 'PacketAccepted' | 'PacketLoaded' | 'PacketFailed' | ListType;

/** A file that is refused at the door fails as its first event. */
const unseen = (event: EventOfType<PacketType>): Omit<PacketRow, 'position' | 'ordinal'> => ({
  id: event.data.packetId,
  company_id: event.companyId,
  campaign_id: event.data.campaignId,
  file_name: null,
  file_version: null,
  bytes: null,
  md5: null,
  file_format: null,
  container: null,
  encoding: null,
  delimiter_name: null,
  sheet_name: null,
  file_columns: null,
  hidden_columns: null,
  other_sheets: null,
  notes: null,
  status: 'ingested',
  list_state: null,
  vanished: null,
  relisted: null,
  confirmed_by: null,
  file_rows: 0,
  chunks: 0,
  failure_code: null,
  failure_message: null,
  accepted_at: null,
  accepted_by: null,
  accepted_cause: null,
  loaded_at: null,
  loaded_cause: null,
  failed_at: null,
  failed_cause: null,
});

/** What was understood of the file, and what was left out, as counts by code. */
const readingOf = ({ data: { understood, notes }, private: names }: EventOfType<'PacketLoaded'>): Partial<PacketRow> => ({
  file_format: understood?.format ?? null,
  container: understood?.container ?? null,
  encoding: understood?.encoding ?? null,
  delimiter_name: understood?.delimiter ?? null,
  sheet_name: textCell(names?.sheet, 200),
  file_columns: understood?.columns ?? null,
  hidden_columns: understood?.hiddenColumns ?? null,
  other_sheets: understood?.otherSheets ?? null,
  notes: notes ? textCell(JSON.stringify(notes), 1000) : null,
});

const comparedTo = (event: EventOfType<ListType>): Partial<PacketRow> => {
  if (event.type === 'PacketConfirmed') return { list_state: 'confirmed', confirmed_by: textCell(event.data.confirmedBy, 200) };
  const { vanished, relisted } = event.data;
  return { list_state: event.type === 'PacketHeld' ? 'held' : 'compared', vanished, relisted };
};

const isOfList = (event: EventOfType<PacketType>): event is EventOfType<ListType> =>
  event.type === 'PacketHeld' || event.type === 'PacketConfirmed' || event.type === 'PacketCompared';

const changed = (event: EventOfType<PacketType>): Partial<PacketRow> => {
  if (isOfList(event)) return comparedTo(event);
  const at = timeCell(event.occurredAt);
  const cause = textCell(event.cause, 200);
  if (event.type === 'PacketAccepted') {
    const { version: file_version, bytes, md5, acceptedBy, list } = event.data;
    const anew = { status: 'ingested', list_state: list ?? null, failure_code: null, failure_message: null, failed_at: null } as const;
    const file_name = textCell(event.private?.fileName || undefined, 500);
    const accepted = { accepted_at: at, accepted_by: textCell(acceptedBy, 200), accepted_cause: cause };
    return { ...anew, file_name, file_version, bytes, md5: md5 || null, ...accepted, failed_cause: null };
  }
  if (event.type === 'PacketLoaded') {
    const { rows: file_rows, chunks } = event.data;
    return { status: 'loaded', file_rows, chunks, loaded_at: at, loaded_cause: cause, ...readingOf(event) };
  }
  const { code: failure_code, rows: file_rows } = event.data;
  return {
    status: 'failed',
    failure_code,
    failure_message: textCell(event.private?.message, 1000),
    file_rows,
    failed_at: at,
    failed_cause: cause,
  };
};

export const packets: Projection<PacketRow, PacketType> = {
  table: {
    name: 'packets',
    key: ['id'],
    columns: [
      'id',
      'company_id',
      'campaign_id',
      'file_name',
      'file_version',
      'bytes',
      'md5',
      'file_format',
      'container',
      'encoding',
      'delimiter_name',
      'sheet_name',
      'file_columns',
      'hidden_columns',
      'other_sheets',
      'notes',
      'status',
      'list_state',
      'vanished',
      'relisted',
      'confirmed_by',
      'file_rows',
      'chunks',
      'failure_code',
      'failure_message',
      'accepted_at',
      'accepted_by',
      'accepted_cause',
      'loaded_at',
      'loaded_cause',
      'failed_at',
      'failed_cause',
      'position',
      'ordinal',
    ] satisfies (keyof PacketRow)[],
  },
  handles: ['PacketAccepted', 'PacketLoaded', 'PacketFailed', 'PacketHeld', 'PacketConfirmed', 'PacketCompared'],
  keyOf: (event) => ({ id: event.data.packetId }),
  evolve: (row, event, ordinal) => ({ ...(row ?? unseen(event)), ...changed(event), position: event.position, ordinal }),
};
