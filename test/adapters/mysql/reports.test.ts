import assert from 'node:assert/strict';
import fs from 'node:fs';
import { checkTotals } from '#app/check-totals.ts';
import { project } from '#app/project.ts';
import type { Row, Value } from '#ports/read-model.ts';
import { consentStory } from '../../support/consent-story.ts';
import { exampleStory } from '../../support/example-story.ts';
import { openReporting, type Reporting } from '../../support/reporting.ts';
import { openTestStore } from '../../support/store.ts';
import { storyCompany, storyStart } from '../../support/story.ts';

const companyId = storyCompany;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('reports', () => {
  let reporting: Reporting;
  const report = async (name: string, params: Readonly<Record<string, Value>>): Promise<readonly Row[]> =>
    (await reporting.readModel.report(name, params)).rows.map((row) => ({ ...row }));
  const one = async (name: string, params: Readonly<Record<string, Value>>): Promise<Row> => {
    const rows = await report(name, params);
    assert.equal(rows.length, 1);
    return rows[0]!;
  };

  before(async () => {
    reporting = await openReporting();
    const opened = openTestStore();
    let number = 0;
    for (const { stream, events, companyId: of = storyCompany, at = storyStart } of exampleStory)
      await opened.store.append({ stream, companyId: of, events, cause: { id: `req_${(number += 1)}`, now: at } });
    for (const [n, { stream, event }] of consentStory.entries())
      await opened.store.append({ stream, companyId, events: [event], cause: { id: `req_consent${n}`, now: storyStart } });
    for (const partition of opened.store.partitions())
      await project({ store: opened.store, readModel: reporting.readModel, log: quiet }, partition);
    opened.close();
  });
  after(() => reporting.close());

  const wholeCampaign = {
    campaign_id: 'cmp_a',
    campaign: 'Reminder',
    status: 'draft',
    packets: 2,
    rows: 8,
    touches: 16,
    messages: 4,
    joined: 0,
    rejected: 1,
    skipped: 1,
    waiting: 10,
    sent: 2,
    delivered: 2,
    undelivered: 0,
    failed: 1,
    expired: 0,
    canceled: 0,
    read: 0,
    in_doubt: 1,
    segments: 3,
    cost: '0.0100 EUR, 0.0079 USD',
  };

  it('by campaign: every touch in one place', async () => {
    for (const campaignId of [null, 'cmp_a'])
      assert.deepEqual(await one('by-campaign', { companyId, campaignId, from: null, to: null }), wholeCampaign);
    assert.deepEqual(await report('by-campaign', { companyId: 'co_b', campaignId: 'cmp_a', from: null, to: null }), []);
  });

  it('by campaign in a span of days: from inclusive, to exclusive', async () => {
    const on = (from: string | null, to: string | null) => one('by-campaign', { companyId, campaignId: 'cmp_a', from, to });
    const picked = (row: Row) => ['touches', 'messages', 'rejected', 'waiting', 'delivered', 'cost'].map((column) => row[column]);
    assert.deepEqual(picked(await on('2026-11-05', null)), [1, 1, 0, null, 1, '0.0100 EUR']);
    assert.deepEqual(picked(await on('2026-11-02', '2026-11-05')), [5, 3, 1, null, 1, '0.0079 USD']);
    assert.deepEqual(picked(await on('2026-11-06', '2026-11-07')), [0, 0, 0, null, 0, '']);
  });

  it('by dates', async () => {
    const rows = await report('by-dates', { companyId, campaignId: null, from: '2026-11-02', to: '2026-11-06' });
    const columns = ['day', 'messages', 'rejected', 'skipped', 'sent', 'delivered', 'failed', 'in_doubt', 'segments', 'cost'];
    assert.deepEqual(
      rows.map((row) => columns.map((column) => row[column])),
      [
        ['2026-11-02', 0, 1, 1, 0, 0, 0, 0, 0, ''],
        ['2026-11-03', 3, 0, 0, 1, 1, 1, 1, 2, '0.0079 USD'],
        ['2026-11-05', 1, 0, 0, 1, 1, 0, 0, 1, '0.0100 EUR'],
      ],
    );
    assert.deepEqual(
      (await report('by-dates', { companyId, campaignId: 'cmp_a', from: '2026-11-03', to: '2026-11-05' })).map((row) => row['day']),
      ['2026-11-03'],
    );
  });

  it('by packet', async () => {
    const [newest, oldest] = await report('by-packet', { companyId, campaignId: null, packetId: null });
    const columns = ['packet_id', 'file', 'status', 'failure', 'what_to_do', 'rows', 'touches', 'messages', 'waiting', 'delivered', 'cost'];
    const picked = (row: Row | undefined) => columns.map((column) => row?.[column]);
    assert.deepEqual(picked(newest), [
      'pkt_b',
      'Ada Lovelace.csv',
      'failed',
      'file_unreadable',
      'The file ends in the middle of a row.',
      2,
      4,
      0,
      4,
      0,
      '',
    ]);
    assert.deepEqual(picked(oldest), ['pkt_a', 'Ada Lovelace.csv', 'loaded', null, null, 6, 12, 4, 6, 2, '0.0100 EUR, 0.0079 USD']);
    assert.equal((await one('by-packet', { companyId, campaignId: 'cmp_a', packetId: 'pkt_b' }))['packet_id'], 'pkt_b');
    assert.deepEqual([oldest?.['follow_ups'], oldest?.['full_list'], oldest?.['confirmed_by']], [0, null, null]);
  });

  it('why messages of a packet did not arrive', async () => {
    const asked = { companyId, packetId: 'pkt_a', idFrom: 'msg_a-', idTo: 'msg_a.' };
    assert.deepEqual(await report('message-failures', asked), [
      { status: 'in_doubt', code: 'no_answer', messages: 1 },
      { status: 'failed', code: 'number_invalid', messages: 1 },
    ]);
    assert.deepEqual(await report('message-failures', { ...asked, companyId: 'co_b' }), []);
    assert.deepEqual(await report('message-failures', { ...asked, idFrom: 'msg_b-', idTo: 'msg_b.' }), []);
  });

  it('the stages of a packet: how much, since when and who', async () => {
    const stages = (rows: readonly Row[]) => rows.map((row) => [row['stage'], row['state'], row['count'], row['counted'], row['done_by']]);
    assert.deepEqual(stages(await report('packet-stages', { companyId, packetId: 'pkt_a' })), [
      ['ingested', 'done', 10, 'bytes', 'Rita'],
      ['loaded', 'done', 6, 'rows', 'carillon'],
      ['mapped', 'done', 6, 'rows', 'carillon'],
      ['queued', 'under way', 6, 'touches', 'carillon'],
      ['complete', 'under way', 3, 'messages', 'carillon'],
    ]);
    const failed = await report('packet-stages', { companyId, packetId: 'pkt_b' });
    assert.deepEqual(stages(failed).at(-1), ['failed', 'done', 2, 'rows', 'carillon']);
    assert.deepEqual(
      failed.slice(0, 2).map((row) => typeof row['done_at']),
      ['string', 'object'],
    );
    assert.deepEqual(await report('packet-stages', { companyId: 'co_b', packetId: 'pkt_a' }), []);
  });

  it('totals to compare with the log', async () => {
    for (const campaignId of [null, 'cmp_a']) {
      assert.deepEqual(await one('totals-packets', { companyId, campaignId }), { packets: 2, rows: 8, decided: 6, waiting: 10 });
      assert.deepEqual(await report('totals-touches', { companyId, campaignId }), [
        { outcome: 'message', code: '', touches: 4 },
        { outcome: 'rejected', code: 'phone_invalid', touches: 1 },
        { outcome: 'skipped', code: 'duplicate', touches: 1 },
      ]);
      assert.deepEqual(
        new Set((await report('totals-messages', { companyId, campaignId })).map((row) => Object.values(row).join(' '))),
        new Set(['delivered 2 2 0', 'failed 1 0 0', 'in_doubt 1 0 0']),
      );
    }
  });

  it('failures in words, in the order of the file', async () => {
    const rows = await report('failures', { companyId, campaignId: 'cmp_a', packetId: null, limit: 10 });
    assert.deepEqual(
      rows.map((row) => [row['file'], row['row'], row['outcome'], row['code'], row['value'], row['first_message']]),
      [
        ['Ada Lovelace.csv', 6, 'rejected', 'phone_invalid', '12', null],
        ['Ada Lovelace.csv', 7, 'skipped', 'duplicate', null, 'msg_a-0-2-sms-0'],
      ],
    );
    assert.equal((await report('failures', { companyId, campaignId: null, packetId: 'pkt_a', limit: 1 })).length, 1);
    assert.deepEqual(await report('outcomes-by-code', { companyId, campaignId: null, packetId: 'pkt_a' }), [
      { outcome: 'rejected', code: 'phone_invalid', touches: 1 },
      { outcome: 'skipped', code: 'duplicate', touches: 1 },
    ]);
  });

  it('one message, its history, and what went to a number', async () => {
    const messageId = 'msg_a-0-2-sms-0';
    assert.equal((await one('message', { companyId, messageId }))['status'], 'delivered');
    assert.deepEqual(
      (await report('message-history', { companyId, messageId })).map((row) => row['status']),
      ['queued', 'sending', 'sent', 'delivered', 'sent'],
    );
    assert.equal((await report('messages-to', { companyId, phone: '+12085550123', limit: 10 })).length, 4);
    for (const [name, params] of [
      ['message', { messageId }],
      ['message-history', { messageId }],
      ['messages-to', { phone: '+12085550123', limit: 5 }],
    ] as const)
      assert.equal((await report(name, { companyId: 'co_c', ...params })).length, 0, `${name} shows another company's`);
  });

  it('how far the projection is', async () => {
    const rows = await report('projection', {});
    assert.deepEqual(
      rows.map((row) => [row['partition_name'], row['parked']]),
      [
        ['bulk-0', 0],
        ['bulk-1', 0],
        ['other-0', 0],
      ],
    );
    assert.deepEqual(await report('parked-events', { limit: 5 }), []);
  });

  it('find what is not as it should be', async () => {
    const problems = async (): Promise<string> => (await checkTotals(reporting.readModel)).problems.join('\n');
    assert.match(await problems(), /messages of an unknown packet.*msg_z-0-2-sms-0/);
    for (const [spoil, mend, words] of [
      [
        "UPDATE messages SET status = 'read' WHERE id = 'msg_a-0-2-sms-0'",
        "UPDATE messages SET status = 'delivered' WHERE id = 'msg_a-0-2-sms-0'",
        /"delivered":1,.*"read":-1/,
      ],
      [
        "UPDATE messages SET cost = 0.0080 WHERE id = 'msg_a-0-2-sms-0'",
        "UPDATE messages SET cost = 0.0079 WHERE id = 'msg_a-0-2-sms-0'",
        /"currency":"USD".*"cost_millionths":-100/,
      ],
      [
        "UPDATE touch_analytics SET touches = 2 WHERE code = 'duplicate'",
        "UPDATE touch_analytics SET touches = 1 WHERE code = 'duplicate'",
        /duplicate.*"touches":1/,
      ],
      [
        "UPDATE row_outcomes SET message_id = 'msg_none' WHERE file_row = 2 AND packet_id = 'pkt_a'",
        "UPDATE row_outcomes SET message_id = 'msg_a-0-2-sms-0' WHERE file_row = 2 AND packet_id = 'pkt_a'",
        /touches whose message is missing.*msg_none/,
      ],
      [
        "UPDATE message_status_history SET message_id = 'msg_none' WHERE message_id = 'msg_a-0-2-sms-0'",
        "UPDATE message_status_history SET message_id = 'msg_a-0-2-sms-0' WHERE message_id = 'msg_none'",
        /history of an unknown message.*msg_none/,
      ],
    ] as const) {
      assert.doesNotMatch(await problems(), words);
      await reporting.ask(spoil);
      assert.match(await problems(), words);
      await reporting.ask(mend);
    }
  });

  it('of consent: who opted out, and the ledger page by page', async () => {
    const out = await report('opt-outs', { companyId, phone: null, limit: 10 });
    assert.deepEqual(
      out.map((row) => [row['contact_point'], row['status'], row['word']]),
      [
        ['+12085550101', 'out', 'stop'],
        ['+12085550100', 'ended', 'stop'],
      ],
    );
    assert.equal((await report('opt-outs', { companyId, phone: '+12085550101', limit: 10 })).length, 1);
    assert.deepEqual(await report('opt-outs', { companyId: 'co_other', phone: null, limit: 10 }), []);
    const ledger: Row[] = [];
    let after = { afterAt: '1970-01-01 00:00:00.000', afterContact: '', afterPosition: 0, afterOrdinal: 0 };
    for (let page: readonly Row[] = []; page.length > 0 || ledger.length === 0;) {
      page = await report('consent-ledger', { companyId, phone: null, ...after, limit: 1 });
      ledger.push(...page);
      const last = page.at(-1);
      if (!last) break;
      const { happened_at: afterAt, contact: afterContact, position, ordinal } = last;
      after = {
        afterAt: String(afterAt),
        afterContact: String(afterContact),
        afterPosition: Number(position),
        afterOrdinal: Number(ordinal),
      };
    }
    assert.deepEqual(
      ledger.map((row) => [row['contact_point'], row['kind'], row['said']]),
      [
        ['+12085550100', 'withdrawn', 'STOP'],
        ['+12085550100', 'given', 'START'],
        ['+12085550101', 'withdrawn', 'STOP'],
      ],
    );
  });

  it('ask for every parameter, and for no other', async () => {
    await assert.rejects(reporting.readModel.report('totals-touches', { companyId }), /campaignId/);
    await assert.rejects(reporting.readModel.report('totals-touches', { companyId, campaignId: null, campaign: 'x' }), /knows no campaign/);
    await assert.rejects(reporting.readModel.report('../LATEST', {}), /called like/);
  });

  it('take a parameter as a value, never as SQL', async () => {
    const awkward = "x' OR 1 = 1 -- ";
    assert.deepEqual(await report('totals-touches', { companyId: awkward, campaignId: awkward }), []);
    assert.deepEqual(await report('message', { companyId, messageId: "\\' OR 1 = 1 -- " }), []);
  });

  it('are each tried here', () => {
    const here = ['reports', 'reply-reports', 'people-reports', 'said-beforehand']
      .map((name) => fs.readFileSync(new URL(`${name}.test.ts`, import.meta.url), 'utf8'))
      .join('');
    const names = fs.readdirSync(new URL('../../../sql/reports', import.meta.url)).map((file) => file.replace('.sql', ''));
    const untried = names.filter((name) => !here.includes(`'${name}'`) && !name.startsWith('check-'));
    assert.deepEqual(untried, []);
  });
});
