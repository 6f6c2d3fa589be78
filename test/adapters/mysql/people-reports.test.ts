import assert from 'node:assert/strict';
import { listAudit, type AuditWanted, type NotedAccess } from '#app/list-audit.ts';
import { listMessages, type ListedMessage, type MessagesWanted } from '#app/list-messages.ts';
import { listOptOuts } from '#app/list-opt-outs.ts';
import { project } from '#app/project.ts';
import { projectedTables } from '#projections/all-projections.ts';
import { consentStory } from '../../support/consent-story.ts';
import { exampleStory } from '../../support/example-story.ts';
import { openReporting, type Reporting } from '../../support/reporting.ts';
import { openTestStore } from '../../support/store.ts';
import { storyCompany, storyStart } from '../../support/story.ts';

const companyId = storyCompany;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('reports that are read a page at a time', () => {
  let reporting: Reporting;
  before(async () => {
    reporting = await openReporting();
    const { store, close } = openTestStore();
    for (const [n, { stream, events, companyId: of = companyId, at = storyStart }] of exampleStory.entries())
      await store.append({ stream, companyId: of, events, cause: { id: `req_${n}`, now: at } });
    for (const [n, { stream, event }] of consentStory.entries())
      await store.append({ stream, companyId, events: [event], cause: { id: `req_consent${n}`, now: storyStart } });
    for (const partition of store.partitions()) await project({ store, readModel: reporting.readModel, log: quiet }, partition);
    close();
  });
  after(() => reporting.close());

  it('have every opt-out once, however short the pages are (opt-out-page)', async () => {
    const paged: (string | undefined)[] = [];
    for (let last: string | undefined, hasMore = true; hasMore;) {
      const found = await listOptOuts(reporting, { companyId, limit: 1, after: last });
      paged.push(...found.items.map(({ contactPoint }) => contactPoint));
      last = found.items.at(-1)?.cursor;
      hasMore = found.hasMore;
    }
    assert.deepEqual(
      paged.map(String).toSorted((one, other) => (one < other ? -1 : 1)),
      ['+12085550100', '+12085550101'],
    );
    assert.equal((await listOptOuts(reporting, { companyId, status: 'ended', family: 'sms', limit: 9 })).items.length, 1);
    assert.deepEqual((await listOptOuts(reporting, { companyId: 'co_other', limit: 9 })).items, []);
    assert.ok((await reporting.readModel.report('opt-out-page', await optOutParams())).rows.length > 0);
  });
  it('have every message once, newest first, however short the pages are (message-page)', async () => {
    const { items: all } = await listMessages(reporting, { companyId, limit: 100 });
    assert.equal(all.length, 4);
    const none = {
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
    const { rows } = await reporting.readModel.report('message-page', { companyId, ...none, beforeAt: null, beforeId: null, limit: 2 });
    assert.deepEqual(
      rows.map((row) => row['id']),
      all.slice(0, 2).map(({ messageId }) => messageId),
    );
    const placed = all.map(({ queuedAt, messageId }) => `${queuedAt} ${messageId}`);
    assert.deepEqual(placed, placed.toSorted().toReversed());
    const paged: string[] = [];
    for (let after: string | undefined, hasMore = true; hasMore;) {
      const page = await listMessages(reporting, { companyId, limit: 1, after });
      paged.push(...page.items.map(({ messageId }) => messageId));
      after = paged.at(-1);
      hasMore = page.hasMore;
    }
    assert.deepEqual(
      paged,
      all.map(({ messageId }) => messageId),
    );
  });
  it('lead back the same way (message-page-back)', async () => {
    const all = (await listMessages(reporting, { companyId, limit: 100 })).items.map(({ messageId }) => messageId);
    const back = await listMessages(reporting, { companyId, limit: 2, before: all.at(-1) });
    assert.deepEqual([back.items.map(({ messageId }) => messageId), back.hasMore], [all.slice(1, 3), true]);
    const none = { campaignId: null, packetId: null, idFrom: null, idTo: null, status: null, channel: null, from: null, to: null };
    const place = { afterAt: '1970-01-01 00:00:00.000', afterId: '', limit: 1 };
    const { rows } = await reporting.readModel.report('message-page-back', { companyId, ...none, reference: null, ...place });
    assert.deepEqual(
      rows.map((row) => row['id']),
      all.slice(-1),
    );
  });
  it('have what came back, and nothing for another company (reply-page)', async () => {
    const any = { state: null, campaignId: null, channel: null, sender: null, code: null, assignee: null };
    const page = { ...any, beforeAt: null, beforeId: null, limit: 100 };
    const { rows } = await reporting.readModel.report('reply-page', { companyId, ...page });
    const said = rows.map((row) => `${String(row['said_at'])} ${String(row['id'])}`);
    assert.deepEqual(said, said.toSorted().toReversed());
    assert.deepEqual((await reporting.readModel.report('reply-page', { companyId: 'co_other', ...page })).rows, []);
  });
  it('have the messages of a campaign, a packet, a status, a channel and a span of time', async () => {
    const found = async (filter: Partial<MessagesWanted>) =>
      (await listMessages(reporting, { companyId, limit: 100, ...filter })).items.map(({ messageId }) => messageId);
    const { items: all } = await listMessages(reporting, { companyId, limit: 100 });
    const where = (test: (one: ListedMessage) => boolean) => all.filter(test).map(({ messageId }) => messageId);
    assert.deepEqual(await found({ campaignId: 'cmp_a' }), await found({}));
    assert.deepEqual(
      await found({ packetId: 'pkt_a', status: 'delivered' }),
      where(({ status }) => status === 'delivered'),
    );
    assert.deepEqual(
      await found({ channel: 'email' }),
      where(({ channel }) => channel === 'email'),
    );
    const [newest] = all;
    assert.deepEqual(
      await found({ from: newest!.queuedAt }),
      where(({ queuedAt }) => queuedAt >= newest!.queuedAt),
    );
    assert.deepEqual(
      await found({ to: newest!.queuedAt }),
      where(({ queuedAt }) => queuedAt < newest!.queuedAt),
    );
    for (const nobody of [{ companyId: 'co_other' }, { campaignId: 'cmp_b' }, { packetId: 'pkt_b' }, { status: 'read' as const }])
      assert.deepEqual(await found(nobody), []);
    const foreign = listMessages(reporting, { companyId: 'co_other', limit: 1, after: newest!.messageId });
    await assert.rejects(foreign, { code: 'cursor_unknown' });
  });
  it('have what was sent and said of one contact point (person-messages, person-replies)', async () => {
    const asked = { companyId, phone: '+12085550123', beforeAt: null, beforeId: null, limit: 10 };
    const { rows } = await reporting.readModel.report('person-messages', asked);
    const [first] = rows;
    assert.ok(first);
    const behind = { ...asked, beforeAt: String(first['send_at']), beforeId: String(first['id']) };
    assert.equal((await reporting.readModel.report('person-messages', behind)).rows.length, rows.length - 1);
    assert.deepEqual((await reporting.readModel.report('person-replies', asked)).rows, []);
  });
  it('have every row that failed once, however short the pages are (failure-page)', async () => {
    const start = { companyId, campaignId: null, packetId: null };
    const none = { afterPacket: null, afterRow: null, afterChannel: null, afterOffset: null };
    const { rows } = await reporting.readModel.report('failure-page', { ...start, ...none, limit: 100 });
    assert.ok(rows.length > 1);
    const [first] = rows;
    const behind = {
      afterPacket: String(first?.['packet_id']),
      afterRow: Number(first?.['row']),
      afterChannel: String(first?.['channel']),
      afterOffset: Number(first?.['touch_offset']),
    };
    assert.deepEqual((await reporting.readModel.report('failure-page', { ...start, ...behind, limit: 100 })).rows, rows.slice(1));
  });
  it('refuse a cursor that is none', async () => {
    await assert.rejects(listOptOuts(reporting, { companyId, limit: 1, after: 'oo_x' }), { code: 'cursor_unknown' });
    await assert.rejects(listAudit(reporting, { companyId, limit: 1, after: 'aud_x' }), { code: 'cursor_unknown' });
  });
  describe('who did what (audit-page)', () => {
    const noted = (n: number) => ({
      id: `req_${n}.noted.0`,
      company_id: companyId,
      happened_at: `2026-11-0${1 + Math.floor(n / 2)} 15:00:00.000`,
      kind: n % 2 ? 'change' : 'look',
      done_by: n < 2 ? 'usr_a' : 'key_b',
      operation: n < 3 ? 'getMessage' : 'editCampaign',
      subjects: JSON.stringify(n === 3 ? ['cmp_a'] : []),
      answer_status: 200,
      shown: n === 0 ? 7 : null,
      request_id: `req_${n}`,
      address: '192.0.2.9',
      agent: null,
      code: null,
      cause_id: n === 3 ? 'idem_a' : null,
      operator: null,
      changes: n === 3 ? JSON.stringify([{ field: 'name', before: '"A"', after: '"B"' }]) : null,
    });
    const table = projectedTables.find(({ name }) => name === 'audit_log')!;
    const requests = async (asked: Partial<AuditWanted>) =>
      (await listAudit(reporting, { companyId, limit: 9, ...asked })).items.map(({ request }) => request);
    before(() =>
      reporting.readModel.transact({ partition: 'audit-test', after: 0, upTo: 1 }, (tx) => tx.put(table, [0, 1, 2, 3].map(noted))),
    );

    it('has each entry once, newest first, however short the pages are', async () => {
      const paged: string[] = [];
      for (let after: string | undefined, hasMore = true; hasMore;) {
        const found = await listAudit(reporting, { companyId, limit: 1, after });
        paged.push(...found.items.map(({ request }) => request));
        after = found.items.at(-1)?.cursor;
        hasMore = found.hasMore;
      }
      assert.deepEqual(paged, ['req_3', 'req_2', 'req_1', 'req_0']);
    });
    it('is filtered by who, what, at what and when, and shows no other company', async () => {
      assert.deepEqual(await requests({ who: 'usr_a' }), ['req_1', 'req_0']);
      assert.deepEqual(await requests({ kind: 'look' }), ['req_2', 'req_0']);
      assert.deepEqual(await requests({ operation: 'editCampaign' }), ['req_3']);
      assert.deepEqual(await requests({ subject: 'cmp_a' }), ['req_3']);
      assert.deepEqual(await requests({ subject: '"' }), []);
      assert.deepEqual(await requests({ from: '2026-11-02T15:00:00Z' }), ['req_3', 'req_2']);
      assert.deepEqual(await requests({ to: '2026-11-02T15:00:00Z' }), ['req_1', 'req_0']);
      assert.deepEqual(await requests({ companyId: 'co_other' }), []);
      const none = { who: null, kind: null, operation: null, subject: null, from: null, to: null, beforeAt: null, beforeId: null };
      const { rows } = await reporting.readModel.report('audit-page', { companyId, ...none, limit: 2 });
      assert.deepEqual([rows.length, rows[0]?.['id']], [2, 'req_3.noted.0']);
    });
    it('tells what a change has changed', async () => {
      const { items } = await listAudit(reporting, { companyId, limit: 1, kind: 'change' });
      assert.deepEqual([items[0]?.changes, items[0]?.cause], [[{ field: 'name', before: '"A"', after: '"B"' }], 'idem_a']);
    });
    it('tells all that was noted', async () => {
      const { items } = await listAudit(reporting, { companyId, limit: 1, to: '2026-11-02T00:00:00Z', kind: 'look' });
      const [{ cursor: _, ...told }] = items as [NotedAccess];
      assert.deepEqual(told, {
        at: '2026-11-01T15:00:00.000Z',
        kind: 'look',
        by: 'usr_a',
        operation: 'getMessage',
        subjects: [],
        status: 200,
        shown: 7,
        request: 'req_0',
        address: '192.0.2.9',
      });
    });
  });
});

const optOutParams = async () => ({
  companyId,
  status: null,
  family: null,
  from: null,
  to: null,
  beforeAt: null,
  beforeContact: null,
  beforeFamily: null,
  beforeBrand: null,
  limit: 10,
});
