import { millionthsOf } from './cells.ts';
import type { MessageRow } from './messages.ts';
import type { Count, Table } from './projection.ts';

/**
 * Messages per campaign, packet, day and writer. The row without a currency counts messages, the rows with one add up costs: amounts of
 * different currencies are never mixed. `messages_queued` are all, `messages_sent` those that a provider accepted, the others stand at
 * that status now.
 */
export const messageCounters: Table = {
  name: 'message_analytics',
  key: ['company_id', 'campaign_id', 'packet_id', 'day', 'currency', 'partition_name'],
  columns: [
    'company_id',
    'campaign_id',
    'packet_id',
    'day',
    'currency',
    'partition_name',
    'messages_queued',
    'messages_sent',
    'messages_delivered',
    'messages_undelivered',
    'messages_failed',
    'messages_expired',
    'messages_canceled',
    'messages_read',
    'messages_in_doubt',
    'segments',
    'cost_millionths',
  ],
};

const one = (is: boolean): number => (is ? 1 : 0);

const numbers = ({ status, sent_at, segments }: MessageRow) => ({
  messages_queued: 1,
  messages_sent: one(sent_at !== null),
  messages_delivered: one(status === 'delivered'),
  messages_undelivered: one(status === 'undelivered'),
  messages_failed: one(status === 'failed'),
  messages_expired: one(status === 'expired'),
  messages_canceled: one(status === 'canceled'),
  messages_read: one(status === 'read'),
  messages_in_doubt: one(status === 'in_doubt'),
  segments: sent_at === null ? 0 : segments,
  cost_millionths: 0,
});

const nothing = Object.fromEntries(messageCounters.columns.slice(messageCounters.key.length).map((column) => [column, 0]));

/** What a message counts for. Costs are in millionths, so that sums are exact. */
export const messageCounts = (row: MessageRow): readonly Count[] => {
  const { company_id, campaign_id, packet_id, day } = row;
  const counted = { table: messageCounters, key: { company_id, campaign_id, packet_id, day, currency: '' }, add: numbers(row) };
  if (row.cost === null || row.currency === null) return [counted];
  const key = { company_id, campaign_id, packet_id, day, currency: row.currency };
  return [counted, { table: messageCounters, key, add: { ...nothing, cost_millionths: millionthsOf(row.cost) ?? 0 } }];
};
