import assert from 'node:assert/strict';
import { loadPacket } from '#app/load-packet.ts';
import { receiveStatus } from '#app/receive-status.ts';
import { registerCompany } from '#app/register-company.ts';
import { tallyLog } from '#app/tally-log.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import type { StatusReport } from '#ports/provider.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { queueMessages, send, workItems } from '../support/house-queue.ts';
import { deliverAll } from '../support/house-run.ts';
import { accept, causeAt, load, numbers, people, testCompany } from '../support/house-steps.ts';
import { countTypes, ofType } from '../support/house-story.ts';
import { eventually } from '../support/eventually.ts';

describe('receive-status', () => {
  let test: TestHouse;
  let report: StatusReport;
  let campaignId: string;
  beforeEach(async () => {
    test = await openTestHouse();
    const queued = await queueMessages(test, { count: 1 });
    ({ campaignId } = queued);
    await send(test, queued.path);
    const [sent] = await ofType(test, 'MessageSent');
    assert.ok(sent);
    const messageId = `msg_${sent.stream.slice('chunk-pkt_'.length)}-2-sms-0`;
    report = { messageId, accountId: test.provider.accountId, reference: sent.data.reference, status: 'delivered' };
  });
  afterEach(() => test.close());

  const receive = (change: Partial<StatusReport> = {}, provider = 'twilio'): Promise<void> =>
    receiveStatus(test.house, provider, { ...report, ...change }, causeAt(test));
  const reported = async () => (await ofType(test, 'DeliveryReported')).map(({ data }) => data.status);
  const statuses = async () => {
    const totals = totalsOf((await tallyLog(test.opened.store, testCompany)).tally);
    return Object.fromEntries(Object.entries(totals).filter(([name, n]) => n > 0 && name !== 'messages' && name !== 'accepted'));
  };

  it("appends a report to its message's own stream", async () => {
    await receive({ status: 'undelivered', code: 'blocked', providerCode: '30004' });
    const [event] = await ofType(test, 'DeliveryReported');
    assert.deepEqual(event?.data, {
      row: 2,
      channel: 'sms',
      offset: 0,
      provider: 'twilio',
      accountId: report.accountId,
      reference: report.reference,
      status: 'undelivered',
      code: 'blocked',
      providerCode: '30004',
    });
    assert.equal(event?.companyId, testCompany);
    assert.deepEqual(await statuses(), { undelivered: 1 });
  });

  it('keeps the request that brought it sealed in the same commit, under an id that it has again when it comes again', async () => {
    const raw = {
      method: 'POST',
      url: `/messages/status/twilio?m=${report.messageId}`,
      headers: {},
      body: 'To=%2B12085550123&Added=later',
    };
    for (const status of ['sent', 'delivered', 'sent'] as const)
      await receiveStatus(test.house, 'twilio', { ...report, status, webhook: { raw } }, causeAt(test));
    const events = await ofType(test, 'DeliveryReported');
    assert.deepEqual(events[0]?.private, { raw: { url: raw.url, body: raw.body } });
    const [first, second, again] = events.map(({ data }) => data.webhook);
    assert.match(first ?? '', /^hook_[a-z0-9]{16}$/);
    assert.deepEqual([first === again, first === second], [true, false]);
    assert.equal(new Set(events.map(({ position }) => position)).size, 3, 'one commit each, where nobody else writes');
  });

  it('takes a report about people who are forgotten, without the request', async () => {
    const raw = { method: 'POST', url: '/messages/status/twilio', headers: {}, body: 'To=%2B12085550123' };
    const [, packet = ''] = /^msg_([a-z0-9]+)-/.exec(report.messageId) ?? [];
    await test.house.vault.destroy(`packet/pkt_${packet}`);
    await receiveStatus(test.house, 'twilio', { ...report, webhook: { raw } }, causeAt(test));
    const [event] = await ofType(test, 'DeliveryReported');
    assert.deepEqual([event?.data.status, event?.private], ['delivered', undefined]);
  });

  it('keeps reports that come twice and out of order, and what they come to is the same', async () => {
    for (const status of ['delivered', 'sent', 'delivered', 'sending', 'sent'] as const) await receive({ status });
    assert.deepEqual(await reported(), ['delivered', 'sent', 'delivered', 'sending', 'sent']);
    assert.deepEqual(await statuses(), { delivered: 1 });
  });

  it('takes many at once', async () => {
    await Promise.all(numbers(50).map((n) => receive({ status: n % 2 === 0 ? 'sent' : 'delivered' })));
    assert.equal((await reported()).length, 50);
    assert.deepEqual(await statuses(), { delivered: 1 });
  });

  it('takes a report that is there before the answer was stored', async () => {
    await load(test, campaignId, people(1, { from: 7 }), 'early.csv');
    await deliverAll(test);
    const [item] = await workItems(test);
    const messageId = `msg_${item?.data.payload.stream.slice('chunk-pkt_'.length)}-2-sms-0`;
    await receive({ messageId, status: 'delivered' });
    await send(test, item?.path ?? '');
    assert.deepEqual(await statuses(), { sent: 1, delivered: 1 });
  });

  it('refuses a report about a message that cannot be', async () => {
    const before = await countTypes(test);
    const [, packet = ''] = /^msg_([a-z0-9]+)-/.exec(report.messageId) ?? [];
    for (const messageId of [
      '',
      'nonsense',
      'msg_nothing-0-2-sms-0',
      `msg_${packet}-1-2-sms-0`,
      `msg_${packet}-0-3-sms-0`,
      `msg_${packet}-0-999999999-sms-0`,
      `msg_${packet}-0-2-fax-0`,
      `msg_${packet}-0-2-sms-0-1`,
      `msg_${packet}-0-2-sms-0\n`,
    ]) {
      await assert.rejects(receive({ messageId }), { name: 'Refusal', code: 'message_unknown' }, messageId);
    }
    assert.deepEqual(await countTypes(test), before);
  });

  it('knows the messages of a packet that failed half-way and went on when its file came again', async () => {
    const content = people(501, { from: 100 });
    const packetId = await accept(test, campaignId, content);
    test.crashes.dieAt(2, 'before');
    await assert.rejects(loadPacket(test.house, packetId, causeAt(test)), { name: 'Crash' });
    test.crashes.revive();
    await accept(test, campaignId, people(1, { from: 99 }));
    await loadPacket(test.house, packetId, causeAt(test));
    const idOf = (chunk: number, row: number): string => `msg_${packetId.slice(4)}-${chunk}-${row}-sms-0`;
    await receive({ messageId: idOf(0, 2) });
    await assert.rejects(receive({ messageId: idOf(1, 502) }), { code: 'message_unknown' });
    assert.equal(await load(test, campaignId, content), packetId);
    await receive({ messageId: idOf(1, 502) });
    assert.equal((await reported()).length, 2);
  });

  it('refuses the header of a file, and rows before it', async () => {
    for (const row of [0, 1]) {
      const messageId = report.messageId.replace('-2-sms', `-${row}-sms`);
      await assert.rejects(receive({ messageId }), { name: 'Refusal', code: 'message_unknown' }, messageId);
    }
  });

  it('refuses the report of an account, or a provider, that is not the company has', async () => {
    const before = await countTypes(test);
    await assert.rejects(receive({ accountId: `AC${'b'.repeat(32)}` }), { name: 'Refusal' });
    await assert.rejects(receive({}, 'telnyx'), { name: 'Refusal' });
    const account = { provider: 'twilio', accountId: `AC${'c'.repeat(32)}` };
    await registerCompany(test.house, { companyId: 'co_other', name: 'Other', account }, causeAt(test));
    await assert.rejects(receive({ accountId: account.accountId }), { name: 'Refusal' });
    const { CompanyRegistered: _one, ...rest } = await countTypes(test);
    const { CompanyRegistered: _two, ...restBefore } = before;
    assert.deepEqual(rest, restBefore);
  });
});

describe('callbacks', () => {
  it('arrive at the door, signed, and say what became of every message', async () => {
    const test = await openTestHouse({ listening: true });
    try {
      const { path } = await queueMessages(test, { count: 30 });
      await test.simulator.control.behave({ undeliveredShare: 0.3, twiceShare: 0.5, shuffleShare: 0.5 });
      await send(test, path);
      await eventually('all callbacks', async () => (await test.simulator.control.pending()) === 0);
      const totals = totalsOf((await tallyLog(test.opened.store, testCompany)).tally);
      const { messages, accepted, delivered, undelivered } = totals;
      assert.deepEqual([messages, accepted, delivered + undelivered], [30, 30, 30]);
      assert.ok(undelivered > 0 && delivered > 0);
      assert.ok((await ofType(test, 'DeliveryReported')).length > 60, 'some came twice');
      const codes = new Set(
        (await ofType(test, 'DeliveryReported')).flatMap(({ data }) => (data.status === 'undelivered' ? [data.code] : [])),
      );
      assert.ok([...codes].every((code) => typeof code === 'string' && /^[a-z_]+$/.test(code)));
    } finally {
      await test.close();
    }
  });
});
