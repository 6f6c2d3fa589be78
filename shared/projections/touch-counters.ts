import type { Table } from './projection.ts';

/** How many touches of a packet came to what, per day and writer. */
export const touchCounters: Table = {
  name: 'touch_analytics',
  key: ['company_id', 'campaign_id', 'packet_id', 'day', 'outcome', 'code', 'partition_name'],
  columns: ['company_id', 'campaign_id', 'packet_id', 'day', 'outcome', 'code', 'partition_name', 'touches'],
};
