import type { Row, Table } from '#ports/read-model.ts';
import { projectedTables } from '#projections/all-projections.ts';

export const tableNamed = (name: string): Table => projectedTables.find((table) => table.name === name)!;
export const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

const at = { position: 1, ordinal: 0 };
export const moment = '2026-11-02 15:00:00.000';

/** Fifty companies with four campaigns of five packets of five rows each. */
export const rowsOfReports = (): ReadonlyMap<string, readonly Row[]> => {
  const rows = new Map<string, Row[]>(projectedTables.map(({ name }) => [name, []]));
  const add = (name: string, row: Row): void => void rows.get(name)?.push(row);
  const blank = (name: string): Row => Object.fromEntries(tableNamed(name).columns.map((column) => [column, null]));
  for (const n of numbers(1000)) {
    const ids = { company_id: `co_${n % 50}`, campaign_id: `cmp_${n % 200}`, packet_id: `pkt_${n}` };
    add('packets', { ...blank('packets'), ...ids, id: ids.packet_id, status: 'loaded', file_rows: 5, chunks: 1, ...at });
    if (n < 200) {
      const counts = { version: 1, touches_per_row: 1, newest_touches_per_row: 1, runs: 0, definition: '{}', drafted_at: moment };
      add('campaigns', { ...blank('campaigns'), ...ids, id: ids.campaign_id, name: 'x', status: 'draft', ...counts, ...at });
    }
    const said = { company_id: ids.company_id, contact: `c${n}`, family: 'sms', contact_point: `+1208555${n}`, scope: 'channel', ...at };
    const opted = {
      brand_id: '',
      status: 'out',
      is_global: 0,
      opt_out_method: 'reply',
      is_ambiguous: 0,
      is_misdirected: 0,
      opted_out_at: moment,
    };
    add('opt_outs', { ...blank('opt_outs'), ...said, ...opted });
    const company_id = ids.company_id;
    const key = { key_name: 'x', mode: 'live', permissions: '[]', last_four: 'x', created_by: 'x', created_at: moment };
    add('api_keys', { ...blank('api_keys'), id: `key_${n}`, company_id, ...key, ...at });
    const user = { role: 'viewer', status: 'active', email_verified: 1, has_totp: 0, invited_by: 'x', invited_at: moment };
    add('users', { ...blank('users'), id: `usr_${n}`, company_id, ...user, ...at });
    add('user_brands', {
      ...blank('user_brands'),
      user_id: `usr_${n}`,
      brand_id: 'brd_1',
      company_id,
      given_by: 'x',
      given_at: moment,
      ...at,
    });
    const endpoint = { events: 'x', status: n % 7 === 0 ? 'disabled' : 'enabled', added_by: 'x', added_at: moment, changed_at: moment };
    add('customer_webhooks', { ...blank('customer_webhooks'), id: `whk_${n}`, company_id, ...endpoint, ...at });
    const template = { template_name: `t${n}`, channel: 'sms', status: 'kept', version: 1, template_content: '"x"', variables: '[]' };
    const by = { created_by: 'x', created_at: moment, changed_by: 'x', changed_at: moment };
    add('message_templates', { ...blank('message_templates'), id: `tpl_${n}`, company_id, ...template, ...by, ...at });
    const scheduled = { ...ids, recipients: 1, scheduled_at: moment, status: 'pending', created_at: moment };
    const { packet_id: id, ...rest } = scheduled;
    add('scheduled_messages', { ...blank('scheduled_messages'), id, ...rest, ...at });
    add('consent_ledger', { ...blank('consent_ledger'), ...said, happened_at: moment, kind: 'withdrawn', is_double: 0, source: 'reply' });
    for (const row of numbers(5)) {
      const day = `2026-11-${String(row + 1).padStart(2, '0')}`;
      const place = { packet_id: ids.packet_id, file_row: row, channel: 'sms', touch_offset: 0 };
      const id = `msg_${n}-0-${row}-sms-0`;
      const message = {
        run: 1,
        campaign_version: 1,
        from_number: '+1',
        status: 'queued',
        segments: 1,
        attempts: 0,
        send_at: moment,
        queued_at: moment,
      };
      add('messages', { ...blank('messages'), ...ids, ...place, ...message, id, day, to_number: `+1208555${n}${row}`, ...at });
      add('row_outcomes', { ...ids, ...place, outcome: 'message', code: '', message_id: id, day, decided_at: moment, ...at });
      add('failures', { ...blank('failures'), ...ids, ...place, outcome: 'rejected', code: 'x', sentence: 'x', failed_at: moment });
      add('message_status_history', {
        ...blank('message_status_history'),
        message_id: id,
        company_id: ids.company_id,
        status: 'queued',
        happened_at: moment,
        ...at,
      });
      const said = { channel: 'sms', provider: 'x', said_at: moment, received_at: moment };
      add('replies', {
        ...blank('replies'),
        ...ids,
        id: `rpl_${n}_${row}`,
        conversation_id: 'x',
        sender: '+1',
        from_point: `+1208555${n}${row}`,
        media: 0,
        ...said,
        ...at,
      });
      const hook = {
        provider: 'x',
        provider_account: 'x',
        event_type: 'x',
        provider_reference: 'x',
        received_at: n < 20 ? '2026-09-01 00:00:00.000' : moment,
        retries: 0,
        duplicates: 0,
      };
      add('webhook_events', {
        ...blank('webhook_events'),
        company_id: ids.company_id,
        id: `rpl_${n}_${row}`,
        status: row === 0 ? 'parked' : 'processed',
        processed: row === 0 ? 0 : 1,
        ...hook,
        ...at,
      });
      const counter = { ...ids, day, partition_name: 'bulk-0' };
      const zero = Object.fromEntries(
        tableNamed('message_analytics')
          .columns.slice(6)
          .map((column) => [column, 0]),
      );
      const noted = {
        kind: 'look',
        done_by: `usr_${Math.floor(n / 50)}`,
        operation: 'x',
        subjects: '[]',
        answer_status: 200,
        request_id: 'x',
      };
      add('audit_log', { ...blank('audit_log'), ...noted, id: `x.${n}.${row}`, company_id: ids.company_id, happened_at: moment });
      add('message_analytics', { ...counter, currency: '', ...zero });
      add('touch_analytics', { ...counter, outcome: 'message', code: '', touches: 1 });
    }
  }
  return rows;
};
