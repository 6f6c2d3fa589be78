import assert from 'node:assert/strict';
import { statusAfter, statusOf, type MessageStatus } from '#domain/delivery/delivery.ts';
import { count, emptyTally, sumOf, totalsOf, type Tally } from '#domain/delivery/tally.ts';
import type { Event } from '#domain/kernel/event.ts';
import * as fc from 'fast-check';

type Told = Event & Readonly<{ stream: string }>;

const tallied = (events: readonly Told[]): Tally => {
  const tally = emptyTally();
  for (const event of events) count(tally, event);
  return tally;
};

const stream = 'chunk-pkt_a-0';
const message = (type: string, row: number, data: object = {}, at = stream): Told => ({
  type,
  stream: at,
  data: { row, channel: 'sms', offset: 0, ...data },
});
const report = (row: number, status: string, reference = `SM${row}`): Told => message('DeliveryReported', row, { status, reference });
const packet = (type: string, rows: number, id = 'pkt_a'): Told => ({ type, stream: `packet-${id}`, data: { packetId: id, rows } });

describe('the tally of a log', () => {
  it('is empty at first', () => {
    const totals = totalsOf(emptyTally());
    assert.equal(sumOf(totals), 0);
    assert.equal(emptyTally().rows, 0);
  });

  it('counts the rows of packets, also of those that failed in the middle', () =>
    assert.equal(
      tallied([packet('PacketLoaded', 500), packet('PacketFailed', 20, 'pkt_b'), packet('PacketFailed', 0, 'pkt_c')]).rows,
      520,
    ));

  it('counts follow-ups and joined touches apart from messages', () => {
    const followUp = { kind: 'correction', of: 'msg_b-0-7-sms-0' };
    const tally = tallied([
      message('MessageQueued', 2),
      message('TouchJoined', 3, { owner: 'msg_a-0-2-sms-0' }),
      message('TouchSkipped', 4, { code: 'corrected', owner: followUp.of }),
      message('MessageQueued', 4, { followUp }),
      message('MessageSent', 4, { reference: 'SM4' }),
    ]);
    const { messages, followUps, accepted, sent, queued } = totalsOf(tally);
    assert.deepEqual({ messages, followUps, accepted, sent, queued }, { messages: 1, followUps: 1, accepted: 1, sent: 1, queued: 1 });
    assert.deepEqual([tally.joined, tally.skipped], [1, { corrected: 1 }]);
  });

  it('counts the rows of a packet once where it failed first', () =>
    assert.equal(tallied([packet('PacketFailed', 20), packet('PacketAccepted', 0), packet('PacketLoaded', 500)]).rows, 500));

  it('counts touches that became no message by their code', () => {
    const tally = tallied([
      message('TouchRejected', 2, { code: 'phone_missing' }),
      message('TouchRejected', 3, { code: 'phone_missing' }),
      message('TouchRejected', 4, { code: 'too_long' }),
      message('TouchSkipped', 5, { code: 'duplicate' }),
    ]);
    assert.deepEqual([tally.rejected, tally.skipped], [{ phone_missing: 2, too_long: 1 }, { duplicate: 1 }]);
    assert.equal(sumOf(tally.rejected), 3);
    assert.equal(totalsOf(tally).messages, 0);
  });

  it('counts messages by the status they have come to', () => {
    const totals = totalsOf(
      tallied([
        ...[2, 3, 4, 5, 6].map((row) => message('MessageQueued', row)),
        message('MessageSending', 2),
        message('MessageSent', 2, { reference: 'SM2' }),
        report(2, 'delivered'),
        report(2, 'sent'),
        message('MessageSending', 3),
        message('MessageFailed', 3, { code: 'number_invalid' }),
        message('MessageExpired', 4, { code: 'window_past' }),
        message('MessageSending', 5),
        message('MessageDoubted', 5, { code: 'no_answer' }),
      ]),
    );
    const expected = { messages: 5, accepted: 1, delivered: 1, failed: 1, expired: 1, in_doubt: 1, queued: 1 };
    assert.deepEqual(Object.fromEntries(Object.entries(totals).filter(([, n]) => n > 0)), expected);
  });

  it('takes a report for an acceptance where the answer was lost', () =>
    assert.equal(totalsOf(tallied([message('MessageQueued', 2), message('MessageDoubted', 2), report(2, 'delivered')])).accepted, 1));

  it('leaves out reports about messages that were never queued', () =>
    assert.equal(totalsOf(tallied([report(2, 'delivered'), message('MessageSent', 3, { reference: 'SM3' })])).messages, 0));

  it('tells messages of different chunks, rows and offsets apart', () => {
    const totals = totalsOf(
      tallied([
        message('MessageQueued', 2),
        message('MessageQueued', 2, { offset: 1 }),
        message('MessageQueued', 2, {}, 'chunk-pkt_a-1'),
        message('MessageQueued', 22),
      ]),
    );
    assert.equal(totals.messages, 4);
  });

  it('leaves alone what is no touch, packet or message', () =>
    assert.deepEqual(tallied([{ type: 'CampaignFired', stream: 'campaign-cmp_a', data: {} }]), emptyTally()));

  it('equals a naive count of any log', () => {
    const type = fc.constantFrom('MessageQueued', 'MessageSending', 'MessageSent', 'MessageFailed', 'MessageExpired', 'MessageDoubted');
    const event = fc.oneof(
      fc
        .tuple(type, fc.integer({ min: 2, max: 6 }))
        .map(([name, row]) => message(name, row, name === 'MessageSent' ? { reference: `SM${row}` } : {})),
      fc
        .tuple(fc.integer({ min: 2, max: 6 }), fc.constantFrom('sent', 'delivered', 'undelivered', 'read'))
        .map(([row, status]) => report(row, status)),
      fc.constantFrom('a', 'b').map((code) => message('TouchSkipped', 9, { code })),
    );
    const property = fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const tally = tallied(events);
      const totals = totalsOf(tally);
      let all = 0;
      let accepted = 0;
      const byStatus: Partial<Record<MessageStatus, number>> = {};
      for (let row = 2; row <= 6; row++) {
        const own = events.filter((one) => (one.data as { row: number }).row === row);
        const begun = own.slice(own.findIndex((one) => one.type === 'MessageQueued'));
        if (!own.some((one) => one.type === 'MessageQueued')) continue;
        const status = begun.map(statusOf).reduce((current, next) => statusAfter(current, next!))!;
        byStatus[status] = (byStatus[status] ?? 0) + 1;
        all += 1;
        if (begun.some((one) => one.type === 'MessageSent' || one.type === 'DeliveryReported')) accepted += 1;
      }
      const { messages: counted, accepted: taken, ...statuses } = totals;
      assert.deepEqual([counted, taken], [all, accepted]);
      assert.deepEqual(Object.fromEntries(Object.entries(statuses).filter(([, n]) => n > 0)), byStatus);
      assert.equal(sumOf(statuses), all);
      assert.equal(sumOf(tally.skipped), events.filter((one) => one.type === 'TouchSkipped').length);
    });
    fc.assert(property, { numRuns: 500 });
  });
});
