import assert from 'node:assert/strict';
import type { Row } from '#projections/projection.ts';
import { chunk, minutes, recorded, say, storyStart } from '../support/story.ts';
import type { Event } from '#domain/kernel/event.ts';
import { projected, rowsOf } from '../support/tables.ts';

const told = (...events: readonly Event[]) => recorded(events.map((event, n) => ({ stream: chunk, events: [event], at: minutes(n) })));
const messageAfter = (...events: readonly Event[]): Row => rowsOf(projected(told(...events)), 'messages')[0]!;
const time = (minute: number): string => minutes(minute).replace('T', ' ').replace('Z', '');

describe('the row of a message', () => {
  it('of a correction says so, and whose touch was skipped for it', () => {
    const followUp = { kind: 'correction', of: 'msg_b-0-7-sms-0' };
    const tables = projected(
      recorded([{ stream: chunk, events: [say.skipped(2, 'corrected', followUp.of), say.queued(2, { followUp })] }]),
    );
    const [message] = rowsOf(tables, 'messages');
    assert.deepEqual([message?.['follow_up'], message?.['follow_up_of'], message?.['status']], ['correction', followUp.of, 'queued']);
    assert.deepEqual(
      rowsOf(tables, 'row_outcomes').map((row) => [row['outcome'], row['code'], row['message_id']]),
      [['skipped', 'corrected', followUp.of]],
    );
  });

  it('holds what was queued', () =>
    assert.deepEqual(messageAfter(say.queued(2, { validUntil: '2026-11-04T16:00:00.000Z', segments: 2 })), {
      id: 'msg_a-0-2-sms-0',
      company_id: 'co_a',
      campaign_id: 'cmp_a',
      packet_id: 'pkt_a',
      reference: null,
      file_row: 2,
      channel: 'sms',
      touch_offset: 0,
      follow_up: null,
      follow_up_of: null,
      day: '2026-11-03',
      run: 1,
      campaign_version: 1,
      from_number: '+12085550199',
      to_number: '+12085550123',
      message_text: "Hi Ada, it's Dr. Hopper at 9.",
      status: 'queued',
      error_code: null,
      error_message: null,
      provider_error_code: null,
      provider: null,
      provider_account: null,
      provider_reference: null,
      segments: 2,
      cost: null,
      currency: null,
      attempts: 0,
      send_at: '2026-11-03 16:00:00.000',
      expires_at: '2026-11-04 16:00:00.000',
      queued_at: storyStart.replace('T', ' ').replace('Z', ''),
      sending_at: null,
      sent_at: null,
      delivered_at: null,
      read_at: null,
      finished_at: null,
      position: 1,
      ordinal: 0,
    }));

  it('follows it to the handset', () => {
    const row = messageAfter(
      say.queued(2),
      say.sending(2),
      say.sent(2, { segments: 3, price: '-0.02370', currency: 'USD' }),
      say.reported(2, 'sent'),
      say.reported(2, 'delivered'),
      say.reported(2, 'read'),
    );
    assert.equal(row['status'], 'read');
    assert.deepEqual([row['provider'], row['provider_account'], row['provider_reference']], ['twilio', 'AC1', 'SM2']);
    assert.deepEqual([row['segments'], row['cost'], row['currency'], row['attempts']], [3, '0.023700', 'USD', 1]);
    assert.deepEqual(
      ['queued_at', 'sending_at', 'sent_at', 'delivered_at', 'finished_at', 'read_at'].map((column) => row[column]),
      [0, 1, 2, 4, 4, 5].map(time),
    );
  });

  it('never goes back: late, repeated and contradicting reports change no status', () => {
    const late = messageAfter(
      say.queued(2),
      say.sending(2),
      say.reported(2, 'delivered'),
      say.sent(2, { price: '0.01', currency: 'USD' }),
      say.reported(2, 'sent'),
    );
    assert.deepEqual([late['status'], late['sent_at'], late['cost']], ['delivered', time(2), '0.010000']);
    const contradicted = messageAfter(
      say.queued(2),
      say.sent(2),
      say.reported(2, 'undelivered', { code: 'landline', providerCode: '30006' }),
      say.reported(2, 'delivered'),
    );
    assert.deepEqual(
      [contradicted['status'], contradicted['error_code'], contradicted['provider_error_code']],
      ['undelivered', 'landline', '30006'],
    );
    assert.match(String(contradicted['error_message']), /landline/);
  });

  it('says what went wrong, in words', () => {
    const failed = messageAfter(say.queued(2), say.sending(2), say.failed(2));
    assert.deepEqual(
      [failed['status'], failed['error_code'], failed['provider_error_code'], failed['sent_at']],
      ['failed', 'number_invalid', '21211', null],
    );
    assert.equal(failed['error_message'], 'There is no such phone number. Ask the person for the right one.');
    assert.equal(failed['finished_at'], time(2));
    for (const [type, status] of [
      ['MessageExpired', 'expired'],
      ['MessageCanceled', 'canceled'],
    ] as const)
      assert.deepEqual([messageAfter(say.queued(2), say.ended(type, 2, 'window_past'))['status']], [status]);
  });

  it('is in doubt until somebody knows, and keeps no error when it arrived', () => {
    const doubted = messageAfter(say.queued(2), say.sending(2), say.ended('MessageDoubted', 2, 'no_answer'));
    assert.deepEqual([doubted['status'], doubted['error_code'], doubted['finished_at']], ['in_doubt', 'no_answer', null]);
    const found = messageAfter(say.queued(2), say.sending(2), say.ended('MessageDoubted', 2, 'no_answer'), say.reported(2, 'delivered'));
    assert.deepEqual(
      [found['status'], found['error_code'], found['error_message'], found['provider_reference']],
      ['delivered', null, null, 'SM2'],
    );
  });

  it('takes new words when it is queued again unsent, but stays on its day', () => {
    const again = { version: 2, run: 2, sendAt: '2026-11-05T16:00:00.000Z' };
    const waiting = messageAfter(say.queued(2), say.queued(2, again));
    assert.deepEqual([waiting['campaign_version'], waiting['send_at'], waiting['day']], [2, '2026-11-05 16:00:00.000', '2026-11-03']);
    const gone = messageAfter(say.queued(2), say.sent(2), say.queued(2, again));
    assert.deepEqual([gone['campaign_version'], gone['status'], gone['send_at']], [1, 'sent', '2026-11-03 16:00:00.000']);
  });

  it('takes new words also when a provider turned the old ones away, and goes back to no former status', () => {
    const again = { version: 2, run: 1, sendAt: '2026-11-05T16:00:00.000Z', segments: 2 };
    const row = messageAfter(say.queued(2), say.sending(2), say.queued(2, again));
    assert.deepEqual([row['campaign_version'], row['segments'], row['status']], [2, 2, 'sending']);
    const canceled = messageAfter(say.queued(2), say.ended('MessageCanceled', 2, 'touch_dropped'), say.queued(2, again));
    assert.deepEqual([canceled['campaign_version'], canceled['status']], [1, 'canceled']);
  });

  it('is counted once, however often it was queued, and canceled once', () => {
    const again = { version: 2, run: 1, sendAt: '2026-11-05T16:00:00.000Z' };
    const events = told(
      say.queued(2),
      say.queued(3),
      say.queued(2, again),
      say.queued(3, again),
      say.ended('MessageCanceled', 3, 'duplicate'),
    );
    for (const records of [1, 2, 10]) {
      const tables = projected(events, { records, tables: projected(events, { records }) });
      assert.deepEqual(
        rowsOf(tables, 'message_analytics').map((row) => [row['day'], row['messages_queued'], row['messages_canceled']]),
        [['2026-11-03', 2, 1]],
      );
      assert.deepEqual(
        rowsOf(tables, 'touch_analytics').map((row) => [row['outcome'], row['touches']]),
        [['message', 2]],
      );
      assert.equal(rowsOf(tables, 'row_outcomes').length, 2);
    }
  });

  it('keeps nobody’s name once the packet is forgotten', () => {
    const { private: _gone, ...queued } = say.queued(2);
    const row = messageAfter(queued, say.sending(2), say.sent(2));
    assert.deepEqual([row['status'], row['to_number'], row['message_text']], ['sent', null, null]);
  });

  it('shows the beginning of a text that no column takes whole', () => {
    const queued = say.queued(2);
    const body = `${'x'.repeat(15_999)}😀 and so on`;
    const row = messageAfter({ ...queued, private: { ...queued.private, body, to: 'p@example.com' } }, say.sending(2));
    assert.deepEqual([row['message_text'], row['to_number']], ['x'.repeat(15_999), 'p@example.com']);
  });

  it('is not made by a report about a message that was never queued', () => {
    const tables = projected(told(say.reported(2, 'delivered'), say.sent(3)));
    assert.deepEqual(rowsOf(tables, 'messages'), []);
    assert.deepEqual(rowsOf(tables, 'message_analytics'), []);
    assert.equal(rowsOf(tables, 'message_status_history').length, 2);
  });

  it('takes a price that is no number for none', () =>
    assert.deepEqual([messageAfter(say.queued(2), say.sent(2, { price: 'free', currency: 'USD' }))['cost']], [null]));
});

describe('the history of a message', () => {
  it('keeps everything that was said, in its order, also within one commit', () => {
    const events = recorded([
      { stream: chunk, events: [say.queued(2)] },
      {
        stream: chunk,
        events: [say.sending(2), say.reported(2, 'delivered', { code: 'x', providerCode: '1' }), say.sent(2)],
        at: minutes(1),
      },
      { stream: chunk, events: [say.reported(2, 'sent'), say.reported(2, 'sent')], at: minutes(2) },
    ]);
    const history = rowsOf(projected(events), 'message_status_history');
    assert.deepEqual(
      history.map((row) => [row['position'], row['ordinal'], row['status']]),
      [
        [1, 0, 'queued'],
        [2, 0, 'sending'],
        [2, 1, 'delivered'],
        [2, 2, 'sent'],
        [3, 0, 'sent'],
        [3, 1, 'sent'],
      ],
    );
    assert.deepEqual(history[2], {
      message_id: 'msg_a-0-2-sms-0',
      position: 2,
      ordinal: 1,
      company_id: 'co_a',
      status: 'delivered',
      code: 'x',
      provider_code: '1',
      provider_reference: 'SM2',
      happened_at: time(1),
    });
  });
});
