import { messageIdIn } from '#domain/kernel/ids.ts';
import { packetOfChunk } from '#domain/kernel/streams.ts';
import { dayCell, timeCell } from './cells.ts';
import type { EventOfType, Placed, Projection } from './projection.ts';
import { touchCounters } from './touch-counters.ts';

/** What a touch has come to; the first decision stands. `day` is the day for which it was decided: of sending, else of the decision. */
export type RowOutcomeRow = Placed &
  Readonly<{
    packet_id: string;
    file_row: number;
    channel: string;
    touch_offset: number;
    company_id: string;
    campaign_id: string;
    outcome: 'message' | 'joined' | 'rejected' | 'skipped';
    /** empty where the touch became a message, or a part of one */
    code: string;
    message_id: string | null;
    day: string;
    decided_at: string;
  }>;

type TouchType = 'MessageQueued' | 'TouchRejected' | 'TouchSkipped' | 'TouchJoined';

const outcomeOf = (event: EventOfType<TouchType>): Pick<RowOutcomeRow, 'outcome' | 'code' | 'message_id' | 'day'> => {
  const day = dayCell(event.occurredAt);
  if (event.type === 'MessageQueued')
    return { outcome: 'message', code: '', message_id: messageIdIn(event.stream, event.data), day: dayCell(event.data.sendAt) };
  if (event.type === 'TouchJoined') return { outcome: 'joined', code: '', message_id: event.data.owner, day };
  return event.type === 'TouchRejected'
    ? { outcome: 'rejected', code: event.data.code, message_id: null, day }
    : { outcome: 'skipped', code: event.data.code, message_id: event.data.owner ?? null, day };
};

/** A resent message or a fallback has a place of its own, which no touch has. A correction has the place of its touch. */
const isBesideTouches = (event: EventOfType<TouchType>): boolean =>
  event.type === 'MessageQueued' && event.data.followUp !== undefined && event.data.followUp.kind !== 'correction';

/** The place of a touch as a key. */
export const placeKey = (event: EventOfType<TouchType>) => ({
  packet_id: packetOfChunk(event.stream),
  file_row: event.data.row,
  channel: event.data.channel,
  touch_offset: event.data.offset,
});

export const rowOutcomes: Projection<RowOutcomeRow, TouchType> = {
  table: {
    name: 'row_outcomes',
    key: ['packet_id', 'file_row', 'channel', 'touch_offset'],
    columns: [
      'packet_id',
      'file_row',
      'channel',
      'touch_offset',
      'company_id',
      'campaign_id',
      'outcome',
      'code',
      'message_id',
      'day',
      'decided_at',
      'position',
      'ordinal',
    ] satisfies (keyof RowOutcomeRow)[],
  },
  handles: ['MessageQueued', 'TouchRejected', 'TouchSkipped', 'TouchJoined'],
  keyOf: placeKey,
  evolve: (row, event, ordinal) => {
    if (row || isBesideTouches(event)) return row;
    return {
      ...placeKey(event),
      company_id: event.companyId,
      campaign_id: event.data.campaignId,
      ...outcomeOf(event),
      decided_at: timeCell(event.occurredAt),
      position: event.position,
      ordinal,
    };
  },
  counts: ({ company_id, campaign_id, packet_id, day, outcome, code }) => [
    { table: touchCounters, key: { company_id, campaign_id, packet_id, day, outcome, code }, add: { touches: 1 } },
  ],
};
