import assert from 'node:assert/strict';
import type { Event } from '#domain/kernel/event.ts';
import { minutes, recorded } from '../support/story.ts';
import { projected, rowsOf } from '../support/tables.ts';

const reply = 'rpl_a';
const stream = 'conversation-co_a-1.abc';
const about = { reply, campaignId: 'cmp_a', messageId: 'msg_a-0-2-sms-0', saidAt: minutes(1) };
const say = {
  received: (): Event => ({
    type: 'MessageReceived',
    data: { reply, provider: 'twilio', accountId: 'AC1', reference: 'SM1', channel: 'sms', sender: '+12085550199' },
    private: { from: '+12085550123', body: 'C', raw: { url: '/x', body: 'y' } },
  }),
  confirmed: (): Event => ({ type: 'AppointmentConfirmed', data: { ...about, confidence: 1, via: 'words' } }),
  unclear: (code: string): Event => ({ type: 'ReplyUnclear', data: { ...about, code } }),
  read: (consent: string): Event => ({ type: 'ReplyRead', data: { reply, consent, saidAt: minutes(1) } }),
  parked: (): Event => ({ type: 'ReplyParked', data: { reply, code: 'TypeError', attempts: 8 } }),
  replayed: (): Event => ({ type: 'ReplyReplayed', data: { reply, replayedBy: 'Ana' } }),
  assigned: (): Event => ({ type: 'ReplyAssigned', data: { reply, assignee: 'Ana' } }),
  resolved: (): Event => ({ type: 'ReplyResolved', data: { reply, resolvedBy: 'Ana' } }),
};

const after = (...events: readonly Event[]) => {
  const tables = projected(recorded(events.map((event, n) => ({ stream, events: [event], at: minutes(n) }))));
  return { row: rowsOf(tables, 'replies')[0], hook: rowsOf(tables, 'webhook_events')[0] };
};

describe('the row of a reply', () => {
  it('holds who wrote what, and what it was read as', () => {
    const { row } = after(say.received(), say.confirmed());
    assert.deepEqual(
      [
        row?.['from_point'],
        row?.['body'],
        row?.['meaning'],
        row?.['confidence'],
        row?.['message_id'],
        row?.['packet_id'],
        row?.['file_row'],
      ],
      ['+12085550123', 'C', 'confirm', '1.000', 'msg_a-0-2-sms-0', 'pkt_a', 2],
    );
  });
  it('of an opt-out that a person looks at besides stays an opt-out', () => {
    const { row } = after(say.received(), say.read('stop'), say.unclear('cancel_word'), say.assigned(), say.resolved());
    assert.deepEqual(
      [row?.['meaning'], row?.['unclear_code'], row?.['assignee'], row?.['resolved_at'] !== null],
      ['stop', 'cancel_word', 'Ana', true],
    );
  });
  it('is there once, and nothing without it', () => {
    assert.equal(after(say.received(), say.confirmed(), say.received()).row?.['meaning'], 'confirm');
    assert.equal(after(say.confirmed()).row, undefined);
  });
});

describe('the row of a webhook', () => {
  it('waits, is processed, or parked until it is replayed', () => {
    const states = [
      [say.received()],
      [say.received(), say.confirmed()],
      [say.received(), say.parked()],
      [say.received(), say.parked(), say.replayed()],
    ];
    assert.deepEqual(
      states
        .map((events) => after(...events).hook)
        .map((hook) => [hook?.['status'], hook?.['processed'], hook?.['error'], hook?.['retries']]),
      [
        ['waiting', 0, null, 0],
        ['processed', 1, null, 0],
        ['parked', 0, 'TypeError', 8],
        ['waiting', 0, 'TypeError', 9],
      ],
    );
  });
  it('of a report is processed from the start, and counts how often it came; what was asked for is none', () => {
    const place = { row: 2, channel: 'sms', offset: 0, provider: 'twilio', accountId: 'AC1', reference: 'SM1' } as const;
    const reported = (status: 'sent' | 'delivered', webhook?: string): Event => ({
      type: 'DeliveryReported',
      data: { ...place, status, ...(webhook === undefined ? {} : { webhook }) },
    });
    const events = [reported('sent', 'hook_a'), reported('delivered', 'hook_b'), reported('sent', 'hook_a'), reported('delivered')];
    const tables = projected(recorded(events.map((event, n) => ({ stream: 'chunk-pkt_a-0', events: [event], at: minutes(n) }))));
    assert.deepEqual(
      rowsOf(tables, 'webhook_events').map((row) => [row['id'], row['event_type'], row['status'], row['duplicates'], row['received_at']]),
      [
        ['hook_a', 'message.sent', 'processed', 1, rowsOf(tables, 'webhook_events')[0]?.['processed_at']],
        ['hook_b', 'message.delivered', 'processed', 0, rowsOf(tables, 'webhook_events')[1]?.['processed_at']],
      ],
    );
  });
  it('that could not be processed waits, counts how often it came, and is parked or processed', () => {
    const [webhook, code] = ['hook_held', 'message_unknown'];
    const held: Event = { type: 'WebhookHeld', data: { webhook, code, provider: 'twilio', accountId: 'AC1' } };
    const rowAfter = (...events: readonly Event[]) =>
      rowsOf(
        projected(recorded(events.map((event, n) => ({ stream: `webhook-${webhook}`, events: [event], at: minutes(n) })))),
        'webhook_events',
      ).map((row) => [row['status'], row['processed'], row['error'], row['retries'], row['duplicates']])[0];
    const parked: Event = { type: 'WebhookParked', data: { webhook, code, attempts: 8 } };
    const replayed: Event = { type: 'WebhookReplayed', data: { webhook, replayedBy: 'Ana' } };
    const processed: Event = { type: 'WebhookRead', data: { webhook, attempts: 9 } };
    assert.deepEqual(
      [[held], [held, held], [held, parked], [held, parked, replayed], [held, parked, replayed, processed], [processed]].map((events) =>
        rowAfter(...events),
      ),
      [
        ['waiting', 0, code, 0, 0],
        ['waiting', 0, code, 0, 1],
        ['parked', 0, code, 8, 0],
        ['waiting', 0, code, 8, 0],
        ['processed', 1, null, 9, 0],
        undefined,
      ],
    );
  });
});
