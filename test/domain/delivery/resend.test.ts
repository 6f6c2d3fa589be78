import assert from 'node:assert/strict';
import { followUpsFrom, messagesIn, touchOf } from '#domain/delivery/chunk-messages.ts';
import { resend, type ToResend } from '#domain/delivery/resend.ts';
import type { Event } from '#domain/kernel/event.ts';

const stream = 'chunk-pkt_a-0';
const sendAt = '2026-11-20T10:00:00.000Z';
const now = '2026-11-20T15:00:00.000Z';
const inThreeDays = '2026-11-23T15:00:00.000Z';
const place = (row: number) => ({ row, channel: 'sms', offset: 0, campaignId: 'cmp_a' }) as const;

const queued = (row: number, more: object = {}): Event => ({
  type: 'MessageQueued',
  data: {
    ...place(row),
    version: 2,
    run: 1,
    from: '+12085550199',
    sendAt,
    validUntil: '2026-11-23T10:00:00.000Z',
    segments: 1,
    claim: `c${row}`,
    ...more,
  },
  private: { to: `+1208555000${row}`, body: `Hi ${row}` },
});
const failed = (row: number, code: string, offset = 0): Event => ({ type: 'MessageFailed', data: { ...place(row), offset, code } });
const reported = (row: number, status: string, code?: string): Event => ({
  type: 'DeliveryReported',
  data: { ...place(row), provider: 'twilio', accountId: 'AC1', reference: `SM${row}`, status, ...(code ? { code } : {}) },
});

const run = (events: readonly Event[], change: Partial<ToResend> = {}) =>
  resend({ stream, messages: messagesIn(events), now, run: 7, isDated: false, validUntil: inThreeDays, isTaken: () => false, ...change });

describe('sending failed messages again', () => {
  it('takes those that failed or were not delivered, and no others', () => {
    const events = [1, 2, 3, 4].map((row) => queued(row));
    const { events: again, left } = run([
      ...events,
      failed(1, 'carrier_timeout'),
      reported(2, 'undelivered', 'handset_unreachable'),
      reported(3, 'delivered'),
    ]);
    assert.deepEqual(
      again.map(({ data }) => [data.row, data.followUp]),
      [
        [1, { kind: 'resend', of: 'msg_a-0-1-sms-0', touch: { channel: 'sms', offset: 0 } }],
        [2, { kind: 'resend', of: 'msg_a-0-2-sms-0', touch: { channel: 'sms', offset: 0 } }],
      ],
    );
    assert.deepEqual(left, {});
  });

  it('is a message of its own: same words, same claim, a place of its own, the new run, due now', () => {
    const [again] = run([queued(1), failed(1, 'carrier_timeout')]).events;
    const { data, private: hidden } = queued(1) as never as { data: object; private: object };
    assert.deepEqual(again, {
      type: 'MessageQueued',
      data: {
        ...data,
        offset: followUpsFrom,
        run: 7,
        sendAt: now,
        validUntil: inThreeDays,
        followUp: { kind: 'resend', of: 'msg_a-0-1-sms-0', touch: { channel: 'sms', offset: 0 } },
      },
      private: hidden,
    });
  });

  it('is not sent again while the one that was sent again is under way or arrived', () => {
    const story = [queued(1), failed(1, 'carrier_timeout')];
    const again = run(story).events;
    assert.deepEqual(run([...story, ...again]).events, []);
  });

  it('goes on with the one that was sent again where that failed too', () => {
    const story = [queued(1), failed(1, 'carrier_timeout')];
    const [again] = run(story).events;
    const [third] = run([...story, again!, failed(1, 'carrier_timeout', followUpsFrom)]).events;
    const all = messagesIn([...story, again!, third!]);
    assert.equal(touchOf(all, third!.data).offset, 0, 'it tells of the touch of the first one');
    assert.deepEqual(
      [third?.data.offset, third?.data.followUp],
      [followUpsFrom + 1, { kind: 'resend', of: `msg_a-0-1-sms-${followUpsFrom}`, touch: { channel: 'sms', offset: 0 } }],
    );
  });

  const cases: readonly (readonly [title: string, story: readonly Event[], change: Partial<ToResend>, left: Record<string, number>])[] = [
    ['who said no', [queued(1), failed(1, 'opted_out')], {}, { opted_out: 1 }],
    [
      'numbers that can not work',
      [queued(1), failed(1, 'number_invalid'), queued(2), failed(2, 'landline'), queued(3), failed(3, 'address_unknown')],
      {},
      { number_invalid: 1, landline: 1, address_unknown: 1 },
    ],
    ['other reasons than those asked for', [queued(1), failed(1, 'carrier_timeout')], { codes: ['blocked'] }, { not_asked_for: 1 }],
    ['who was forgotten', [{ ...queued(1), private: { to: '', body: '' } }, failed(1, 'carrier_timeout')], {}, { forgotten: 1 }],
    [
      'appointments that are over',
      [queued(1, { validUntil: '2026-11-20T14:00:00.000Z' }), failed(1, 'carrier_timeout')],
      {},
      { window_past: 1 },
    ],
    [
      'appointments that are over, also those of which people were reminded three days before',
      [queued(1, { sendAt: '2026-11-16T10:00:00.000Z', validUntil: '2026-11-19T10:00:00.000Z' }), failed(1, 'carrier_timeout')],
      { isDated: true },
      { window_past: 1 },
    ],
    [
      'firings whose turn is over, also of every third day',
      [
        queued(1, { offset: 1_411_200_000, sendAt: '2026-11-16T10:00:00.000Z', validUntil: '2026-11-19T10:00:00.000Z' }),
        failed(1, 'carrier_timeout', 1_411_200_000),
      ],
      {},
      { window_past: 1 },
    ],
    ['who had the same by another message since', [queued(1), failed(1, 'carrier_timeout')], { isTaken: () => true }, { duplicate: 1 }],
  ];
  for (const [title, story, change, left] of cases)
    it(`leaves out ${title}, and says so`, () => assert.deepEqual(run(story, change), { events: [], left }));

  it('keeps the end that an appointment sets', () => {
    const validUntil = '2026-11-21T09:00:00.000Z';
    assert.equal(run([queued(1, { validUntil }), failed(1, 'carrier_timeout')]).events[0]?.data.validUntil, validUntil);
  });

  it('takes the reasons asked for', () => {
    const story = [queued(1), failed(1, 'carrier_timeout'), queued(2), failed(2, 'rate_limited')];
    assert.deepEqual(
      run(story, { codes: ['rate_limited'] }).events.map(({ data }) => data.row),
      [2],
    );
  });
});
