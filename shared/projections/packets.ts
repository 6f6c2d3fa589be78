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
    status: 'ingested' | 'loaded' | 'failed';
    file_rows: number;
    chunks: number;
    failure_code: string | null;
    failure_message: string | null;
    accepted_at: string | null;
    loaded_at: string | null;
    failed_at: string | null;
  }>;

type PacketType = 'PacketAccepted' | 'PacketLoaded' | 'PacketFailed';

/** A file that is refused at the door fails as its first event. */
const unseen = (event: EventOfType<PacketType>): Omit<PacketRow, 'position' | 'ordinal'> => ({
  id: event.data.packetId,
  company_id: event.companyId,
  campaign_id: event.data.campaignId,
  file_name: null,
  file_version: null,
  bytes: null,
  md5: null,
  status: 'ingested',
  file_rows: 0,
  chunks: 0,
  failure_code: null,
  failure_message: null,
  accepted_at: null,
  loaded_at: null,
  failed_at: null,
});

const changed = (event: EventOfType<PacketType>): Partial<PacketRow> => {
  const at = timeCell(event.occurredAt);
  if (event.type === 'PacketAccepted') {
    const { version: file_version, bytes, md5 } = event.data;
    const anew = { status: 'ingested', failure_code: null, failure_message: null, failed_at: null } as const;
    const file_name = textCell(event.private?.fileName || undefined, 500);
    return { ...anew, file_name, file_version, bytes, md5: md5 || null, accepted_at: at };
  }
  if (event.type === 'PacketLoaded') return { status: 'loaded', file_rows: event.data.rows, chunks: event.data.chunks, loaded_at: at };
  const { code: failure_code, rows: file_rows } = event.data;
  return { status: 'failed', failure_code, failure_message: textCell(event.private?.message, 1000), file_rows, failed_at: at };
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
      'status',
      'file_rows',
      'chunks',
      'failure_code',
      'failure_message',
      'accepted_at',
      'loaded_at',
      'failed_at',
      'position',
      'ordinal',
    ] satisfies (keyof PacketRow)[],
  },
  handles: ['PacketAccepted', 'PacketLoaded', 'PacketFailed'],
  keyOf: (event) => ({ id: event.data.packetId }),
  evolve: (row, event, ordinal) => ({ ...(row ?? unseen(event)), ...changed(event), position: event.position, ordinal }),
};
