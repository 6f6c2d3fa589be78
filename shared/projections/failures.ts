import { wordsFor } from '#domain/message/code-words.ts';
import { textCell, timeCell } from './cells.ts';
import type { Projection } from './projection.ts';
import { placeKey } from './row-outcomes.ts';

/** Touches that became no message, in words; `value` is what stood in the file, null once its person is forgotten. */
export type FailureRow = Readonly<{
  packet_id: string;
  file_row: number;
  channel: string;
  touch_offset: number;
  company_id: string;
  campaign_id: string;
  outcome: 'rejected' | 'skipped';
  code: string;
  sentence: string;
  field: string | null;
  value: string | null;
  /** the message that came first */
  owner_message_id: string | null;
  failed_at: string;
}>;

const columns = [
  'packet_id',
  'file_row',
  'channel',
  'touch_offset',
  'company_id',
  'campaign_id',
  'outcome',
  'code',
  'sentence',
  'field',
  'value',
  'owner_message_id',
  'failed_at',
] satisfies (keyof FailureRow)[];

export const failures: Projection<FailureRow, 'TouchRejected' | 'TouchSkipped'> = {
  table: { name: 'failures', key: ['packet_id', 'file_row', 'channel', 'touch_offset'], columns },
  handles: ['TouchRejected', 'TouchSkipped'],
  once: true,
  keyOf: placeKey,
  evolve: (_row, event) => {
    const field = event.type === 'TouchRejected' ? event.data.field : undefined;
    return {
      ...placeKey(event),
      company_id: event.companyId,
      campaign_id: event.data.campaignId,
      outcome: event.type === 'TouchRejected' ? 'rejected' : 'skipped',
      code: event.data.code,
      sentence: wordsFor(event.data.code, field),
      field: textCell(field, 200),
      value: event.type === 'TouchRejected' ? textCell(event.private?.value, 500) : null,
      owner_message_id: event.type === 'TouchSkipped' ? (event.data.owner ?? null) : null,
      failed_at: timeCell(event.occurredAt),
    };
  },
};
