import assert from 'node:assert/strict';
import type { QueuedEvent } from '#domain/delivery/chunk-messages.ts';
import type { MessageStatus } from '#domain/delivery/delivery.ts';
import { fallbackDueAt } from '#domain/delivery/fallback.ts';
import { lookDueAt } from '#domain/delivery/look.ts';
import { watchedIn, type Watched } from '#domain/delivery/watched.ts';
import type { Channel } from '#domain/kernel/ids.ts';

const place = { row: 2, channel: 'sms', offset: 0 } as const;
const sender = { provider: 'twilio', accountId: 'AC1', reference: 'SM1' };
const sentAt = '2026-11-20T10:00:00.000Z';
const queuedBy = (channel: Channel, followUp?: 'resend' | 'fallback'): QueuedEvent =>
  ({
    type: 'MessageQueued',
    data: { ...place, channel, ...(followUp ? { followUp: { kind: followUp, of: 'msg_a-0-2-sms-0' } } : {}) },
  }) as unknown as QueuedEvent;
const watched = (status: MessageStatus, change: Partial<Watched> = {}): Watched => ({
  id: 'msg_a-0-2-sms-0',
  queued: queuedBy('sms'),
  status,
  sentAt,
  sender,
  origin: place,
  isFollowed: false,
  ...change,
});
const steps = [
  { channel: 'voice', afterMinutes: 30 },
  { channel: 'email', afterMinutes: 60 },
] as const;
const due = (one: Watched) => fallbackDueAt(one, steps);

describe('when the next channel tells somebody', () => {
  it('is a while after the message was sent', () => assert.equal(due(watched('sent')), '2026-11-20T10:30:00.000Z'));
  it('is later for the next one', () =>
    assert.equal(due(watched('sent', { queued: queuedBy('voice', 'fallback') })), '2026-11-20T11:00:00.000Z'));
  it('is as for the first where it was sent again by the same channel', () =>
    assert.equal(due(watched('sent', { queued: queuedBy('sms', 'resend') })), '2026-11-20T10:30:00.000Z'));
  it('is at once where it failed', () => {
    assert.equal(due(watched('undelivered', { code: 'landline' })), sentAt);
    const { sentAt: _, ...unsent } = watched('failed', { code: 'not_mobile' });
    assert.equal(due(unsent), '');
  });
  for (const code of ['opted_out', 'known_litigator', 'forgotten', 'not_sent'])
    it(`is never where it failed because of ${code}`, () => assert.equal(due(watched('failed', { code })), undefined));
  for (const status of ['queued', 'sending', 'in_doubt', 'delivered', 'read', 'expired', 'canceled'] as const)
    it(`is not while, or because, it is ${status}`, () => assert.equal(due(watched(status)), undefined));
  it('is not where another message came after it, or no channel is left', () => {
    assert.equal(due(watched('sent', { isFollowed: true })), undefined);
    assert.equal(due(watched('sent', { queued: queuedBy('email', 'fallback') })), undefined);
    assert.equal(fallbackDueAt(watched('sent'), []), undefined);
  });
});

const hourMs = 3_600_000;
const look = (lookedAt?: string, one = watched('sent'), horizonMs = 11 * hourMs) => lookDueAt(one, { lookedAt, horizonMs });

describe('when a provider is asked what became of a message', () => {
  it('is ever later, at last when it says nothing new any more', () => {
    const times: string[] = [];
    for (let at = look(); at !== undefined; at = look(at)) times.push(at.slice(11, 16));
    assert.deepEqual(times, ['10:15', '11:00', '14:00', '21:00']);
  });
  it('is once at its end where that is soon', () => {
    assert.equal(look(undefined, watched('sent'), 600_000), '2026-11-20T10:10:00.000Z');
    assert.equal(look('2026-11-20T10:10:00.000Z', watched('sent'), 600_000), undefined);
  });
  it('is never where it has come to an end, or nobody knows its id', () => {
    for (const status of ['delivered', 'undelivered', 'failed', 'read', 'queued', 'in_doubt'] as const)
      assert.equal(look(undefined, watched(status)), undefined, status);
    const { sender: _, ...nameless } = watched('sent');
    assert.equal(look(undefined, nameless), undefined);
  });
});

describe('the messages of a work item', () => {
  const at = (type: string, data: object, more: object = {}) => ({ type, data: { ...place, ...data }, occurredAt: sentAt, ...more });
  const item = { stream: 'chunk-pkt_a-0', cause: 'pkt_a/0/0@1', channel: 'sms' } as const;
  const queued = (data: object = {}, cause: string = item.cause) => at('MessageQueued', { campaignId: 'cmp_a', ...data }, { cause });

  it('are those that its append queued by its channel, with who has them', () => {
    const events = [queued(), queued({ channel: 'voice' }), queued({ row: 3 }, 'another'), at('MessageSent', { ...sender, price: '0.01' })];
    const [one, ...others] = watchedIn(events, item);
    assert.deepEqual(others, []);
    assert.deepEqual([one?.id, one?.status, one?.sentAt, one?.sender, one?.price], ['msg_a-0-2-sms-0', 'sent', sentAt, sender, '0.01']);
  });
  it('have no sender where a person decided that they were sent, until a report names it', () => {
    const decided = at('MessageSent', { ...sender, reference: 'unknown', decidedBy: 'Ana' });
    assert.equal(watchedIn([queued(), decided], item)[0]?.sender, undefined);
    const reported = at('DeliveryReported', { ...sender, status: 'sent' });
    assert.deepEqual(watchedIn([queued(), decided, reported], item)[0]?.sender, sender);
  });
  it('know the touch that they are told for, and whether another one followed', () => {
    const followUp = { kind: 'fallback', of: 'msg_a-0-2-sms-0' };
    const events = [queued(), queued({ channel: 'voice', offset: 30_000, followUp }, 'watch')];
    assert.equal(watchedIn(events, item)[0]?.isFollowed, true);
    const [call] = watchedIn(events, { ...item, cause: 'watch', channel: 'voice' });
    assert.deepEqual([call?.origin, call?.isFollowed], [place, false]);
  });
});
