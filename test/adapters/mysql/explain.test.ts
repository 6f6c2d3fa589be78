import assert from 'node:assert/strict';
import { namedReport } from '#adapters/mysql/named-report.ts';
import { loadStatements } from '#adapters/mysql/sql-text.ts';
import { projectedTables } from '#projections/all-projections.ts';
import { openReporting, type Reporting } from '../../support/reporting.ts';
import { moment, numbers, rowsOfReports, tableNamed } from '../../support/rows-of-reports.ts';

type Step = Readonly<{ table: string; key: string | null; type: string }>;

/** The names under which reports speak of tables. */
const aliases: Readonly<Record<string, string>> = { p: 'packets', c: 'campaigns', f: 'failures', t: 'message_templates' };

describe('the indexes of the reporting tables', () => {
  let reporting: Reporting;
  const used = new Set<string>();

  const planOf = async (sql: string): Promise<readonly Step[]> => {
    const rows = await reporting.ask(`EXPLAIN FORMAT=TRADITIONAL ${sql}`);
    return rows
      .filter((row) => row['table'] !== null && !String(row['table']).startsWith('<'))
      .map((row) => ({
        table: aliases[String(row['table'])] ?? String(row['table']),
        key: row['key'] as string | null,
        type: String(row['type']),
      }))
      .filter(({ table }) => projectedTables.some(({ name }) => name === table));
  };
  /** No table is read as a whole, and these indexes are used. */
  const uses = async (sql: string, ...expected: readonly string[]): Promise<void> => {
    const plan = await planOf(sql);
    assert.ok(plan.length > 0);
    for (const { table, key, type } of plan) {
      assert.ok(type !== 'ALL' && type !== 'index', `${table} is read as a whole:\n${JSON.stringify(plan)}`);
      used.add(`${table}.${key}`);
    }
    const keys = new Set(plan.map(({ table, key }) => `${table}.${key}`));
    for (const name of expected) assert.ok(keys.has(name), `${name} is not used:\n${JSON.stringify(plan)}`);
  };

  before(async () => {
    reporting = await openReporting();
    await reporting.readModel.transact({ partition: 'bulk-0', after: 0, upTo: 1 }, async (tx) => {
      for (const [name, rows] of rowsOfReports()) if (rows.length > 0) await tx.put(tableNamed(name), rows);
    });
    await reporting.ask(`ANALYZE TABLE ${projectedTables.map(({ name }) => name).join(', ')}`);
  });
  after(() => reporting.close());

  const companyId = 'co_1';
  const all = { companyId, campaignId: null };
  const analytics = ['touch_analytics.PRIMARY', 'message_analytics.PRIMARY'];

  it('serve the report by campaign', async () => {
    await uses(namedReport('by-campaign', { ...all, from: null, to: null }), 'campaigns.idx_company', 'packets.idx_company_campaign');
    await uses(namedReport('by-campaign', { companyId, campaignId: 'cmp_1', from: null, to: null }), ...analytics);
  });
  it('serve the report by dates', () =>
    uses(
      namedReport('by-dates', { ...all, from: '2026-11-03', to: '2026-11-04' }),
      'touch_analytics.idx_company_day',
      'message_analytics.idx_company_day',
    ));
  it('serve the report by packet', async () => {
    await uses(namedReport('by-packet', { ...all, packetId: null }), 'packets.idx_company_campaign');
    await uses(namedReport('by-packet', { companyId, campaignId: 'cmp_1', packetId: 'pkt_1' }), 'packets.PRIMARY', ...analytics);
  });
  it('serve the stages of a packet', () =>
    uses(namedReport('packet-stages', { companyId, packetId: 'pkt_1' }), 'packets.PRIMARY', 'row_outcomes.PRIMARY', 'messages.PRIMARY'));
  it('serve failures, in a packet and in a campaign', async () => {
    await uses(namedReport('failures', { ...all, packetId: 'pkt_1', limit: 10 }), 'packets.PRIMARY', 'failures.PRIMARY');
    await uses(
      namedReport('failures', { companyId, campaignId: 'cmp_1', packetId: null, limit: 10 }),
      'packets.idx_company_campaign',
      'failures.PRIMARY',
    );
    await uses(namedReport('outcomes-by-code', { ...all, campaignId: 'cmp_1', packetId: null }), 'touch_analytics.PRIMARY');
  });
  it('serve the reasons for which messages of a packet did not arrive', () =>
    uses(namedReport('message-failures', { companyId, packetId: 'pkt_1', idFrom: 'msg_1-', idTo: 'msg_1.' }), 'messages.PRIMARY'));
  it('serve the look at one message, and at one number', async () => {
    const messageId = 'msg_1-0-1-sms-0';
    await uses(namedReport('message', { companyId, messageId }));
    await uses(namedReport('message-history', { companyId, messageId }), 'message_status_history.PRIMARY');
    await uses(namedReport('messages-to', { companyId, phone: '+120855511', limit: 10 }), 'messages.idx_recipient');
  });
  it('serve messages newest first: of a company, of a campaign, of a packet', async () => {
    const any = {
      companyId,
      campaignId: null,
      packetId: null,
      reference: null,
      idFrom: null,
      idTo: null,
      status: null,
      channel: null,
      from: null,
      to: null,
    };
    const page = { ...any, beforeAt: null, beforeId: null, limit: 10 };
    await uses(namedReport('message-page', page), 'messages.idx_company_time');
    await uses(namedReport('message-page', { ...page, status: 'queued', beforeAt: moment, beforeId: 'x' }), 'messages.idx_company_time');
    await uses(namedReport('message-page', { ...page, campaignId: 'cmp_1', from: moment }), 'messages.idx_campaign_time');
    await uses(namedReport('message-page', { ...page, packetId: 'pkt_1', idFrom: 'msg_1-', idTo: 'msg_1.' }));
    await uses(namedReport('message-page', { ...page, reference: 'visit-1' }), 'messages.idx_company_reference');
    const back = { ...any, afterAt: moment, afterId: 'x', limit: 10 };
    await uses(namedReport('message-page-back', back), 'messages.idx_company_time');
    await uses(namedReport('message-page-back', { ...back, reference: 'visit-1' }), 'messages.idx_company_reference');
    await uses(namedReport('message-page-back', { ...back, campaignId: 'cmp_1' }), 'messages.idx_campaign_time');
  });
  it('serve the ledger of consent, and who opted out', async () => {
    const start = { afterAt: '1970-01-01 00:00:00.000', afterContact: '', afterPosition: 0, afterOrdinal: 0, limit: 10 };
    await uses(namedReport('consent-ledger', { companyId, phone: null, ...start }), 'consent_ledger.idx_company_time');
    await uses(namedReport('consent-ledger', { companyId, phone: '+12085551', ...start }), 'consent_ledger.idx_company_point');
    await uses(namedReport('opt-outs', { companyId, phone: null, limit: 10 }), 'opt_outs.idx_company_time');
    const optOutPage = {
      status: 'out',
      family: null,
      from: null,
      to: null,
      beforeContact: 'c1',
      beforeFamily: 1,
      beforeBrand: '',
      limit: 10,
    };
    await uses(namedReport('opt-out-page', { companyId, ...optOutPage, beforeAt: moment }), 'opt_outs.idx_company_time');
    await uses(namedReport('opt-outs', { companyId, phone: '+12085551', limit: 10 }), 'opt_outs.idx_company_point');
  });
  it('serve replies: whose, of which campaign, and how reading them went', async () => {
    await uses(namedReport('replies-from', { companyId, phone: '+12085551', limit: 10 }), 'replies.idx_from');
    const page = { companyId, phone: '+12085551', beforeAt: moment, beforeId: 'x', limit: 10 };
    await uses(namedReport('person-replies', page), 'replies.idx_from');
    await uses(namedReport('person-messages', page), 'messages.idx_recipient');
    const any = { state: null, campaignId: null, channel: null, sender: null, code: null, assignee: null };
    const replies = { companyId, ...any, beforeAt: null, beforeId: null, limit: 10 };
    await uses(namedReport('reply-page', replies), 'replies.idx_company_time');
    await uses(namedReport('reply-page', { ...replies, state: 'resolved', beforeAt: moment, beforeId: 'x' }), 'replies.idx_company_time');
    const day = { from: '2026-11-02 00:00:00.000', to: '2026-11-03 00:00:00.000' };
    await uses(namedReport('answers', { companyId, campaignId: 'cmp_1', ...day, limit: 10 }), 'replies.idx_campaign');
    await uses(namedReport('webhooks', { companyId, status: 'parked', limit: 10 }), 'webhook_events.idx_company_status');
  });
  it('serve the audit log, of all and of somebody', async () => {
    const page = {
      companyId,
      kind: null,
      operation: null,
      subject: null,
      from: null,
      to: null,
      beforeAt: moment,
      beforeId: 'x',
      limit: 10,
    };
    await uses(namedReport('audit-page', { ...page, who: null }), 'audit_log.idx_company_time');
    await uses(namedReport('audit-page', { ...page, who: 'usr_1', beforeAt: null }), 'audit_log.idx_company_who');
  });
  it('serve the templates of a company with their uses, and what is to go later', async () => {
    await uses(namedReport('templates', { companyId }), 'message_templates.idx_company', 'campaigns.idx_company');
    await uses(namedReport('scheduled', { companyId, from: '2026-11-02 14:00:00.000', limit: 10 }), 'scheduled_messages.idx_company_time');
  });
  it('serve the archive of webhooks', () =>
    uses(
      "SELECT id FROM webhook_events WHERE status = 'processed' AND received_at < '2026-10-01 00:00:00.000' ORDER BY received_at LIMIT 100",
      'webhook_events.idx_status_received',
    ));
  it('serve who and what has access to a company', async () => {
    await uses("SELECT id FROM users WHERE company_id = 'co_1' ORDER BY invited_at LIMIT 10", 'users.idx_company');
    await uses("SELECT user_id FROM user_brands WHERE company_id = 'co_1' AND brand_id = 'brd_1'", 'user_brands.idx_company_brand');
    await uses("SELECT id FROM customer_webhooks WHERE company_id = 'co_1' AND status = 'disabled'", 'customer_webhooks.idx_company');
  });
  it('serve the projection when it loads rows', async () => {
    const places = numbers(50).map((file_row) => ({ packet_id: 'pkt_1', file_row, channel: 'sms', touch_offset: 0 }));
    for (const [name, keys] of [
      ['row_outcomes', places],
      ['messages', numbers(50).map((row) => ({ id: `msg_1-0-${row}-sms-0` }))],
    ] as const)
      for (const sql of loadStatements(tableNamed(name), keys, ({ name }) => name)) await uses(sql, `${name}.PRIMARY`);
  });
  it('are there for one of these, and for nothing else', async () => {
    const rows = await reporting.ask(
      'SELECT DISTINCT table_name AS t, index_name AS i FROM information_schema.statistics WHERE table_schema = DATABASE()',
    );
    const names = rows
      .map((row) => `${row['t']}.${row['i']}`)
      .filter((name) => projectedTables.some((table) => name.startsWith(`${table.name}.idx`)));
    assert.deepEqual(
      names.filter((name) => !used.has(name)),
      [],
    );
    assert.equal(names.length, 24);
  });
  it('cover every column that a projection writes', async () => {
    const rows = await reporting.ask(
      'SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = DATABASE()',
    );
    for (const { name, columns } of projectedTables) {
      const there = rows.filter((row) => row['t'] === name && row['c'] !== 'parked_at').map((row) => String(row['c']));
      assert.deepEqual(there.toSorted(), columns.toSorted(), name);
    }
  });
});
