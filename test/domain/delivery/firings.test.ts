import assert from 'node:assert/strict';
import { messagesIn, nextFollowUpPlace } from '#domain/delivery/chunk-messages.ts';
import { count, emptyTally } from '#domain/delivery/tally.ts';
import { firingNumber } from '#domain/campaign/recurrence.ts';
import { firingOfOffset, offsetOfFiring, plannedOffset } from '#domain/kernel/firing-offset.ts';
import { messageIdOf, parseMessageId } from '#domain/kernel/ids.ts';

const minute = firingNumber('America/Boise', Date.parse('2026-12-01T16:00Z'));
const stream = 'chunk-pkt_abc-0';
const campaignId = 'cmp_abc';
const queued = (offset: number, followUp?: object) => ({
  type: 'MessageQueued' as const,
  stream,
  data: {
    row: 2,
    channel: 'sms' as const,
    offset,
    campaignId,
    version: 1,
    run: 1,
    from: '+12085550199',
    sendAt: '2026-12-01T16:00:00.000Z',
    segments: 1,
    claim: 'c',
    ...followUp,
  },
  private: { to: '+12085550123', body: 'Hi' },
});

describe('the place of a firing', () => {
  it('tells the firing and the offset in the campaign, and is no other place', () => {
    const offset = offsetOfFiring(7, minute);
    assert.deepEqual([plannedOffset(offset), firingOfOffset(offset)], [7, minute]);
    for (const other of [0, 79, 30_000, 65_535]) assert.deepEqual([plannedOffset(other), firingOfOffset(other)], [other, undefined]);
    assert.ok(offsetOfFiring(99, firingNumber('UTC', Date.parse('2080-01-01T00:00Z'))) < 2 ** 32, 'it fits its column');
    const place = { row: 2, channel: 'sms' as const, offset };
    assert.deepEqual(parseMessageId(messageIdOf('pkt_abc', 0, place))?.place, place);
  });

  it('leaves follow-ups theirs', () => {
    const messages = messagesIn([queued(offsetOfFiring(0, minute)), queued(30_000)] as never);
    assert.equal(nextFollowUpPlace(messages, { row: 2, channel: 'sms' }).offset, 30_001);
  });

  it('is counted apart, once, whatever became of it', () => {
    const tally = emptyTally();
    const first = offsetOfFiring(0, minute);
    const at = { row: 2, channel: 'sms' as const, campaignId };
    const events = [
      queued(first),
      queued(first),
      queued(30_000, { followUp: { kind: 'resend', of: 'msg_abc-0-2-sms-0' } }),
      queued(0),
      { type: 'TouchSkipped' as const, stream, data: { ...at, offset: first + 100, code: 'duplicate' } },
      { type: 'TouchRejected' as const, stream, data: { ...at, offset: first + 200, code: 'phone_invalid' }, private: { value: '' } },
      { type: 'TouchJoined' as const, stream, data: { ...at, offset: first + 300, owner: 'msg_abc-0-2-sms-0' } },
      { type: 'TouchSkipped' as const, stream, data: { ...at, offset: 1, code: 'duplicate' } },
    ];
    for (const event of events) count(tally, event);
    assert.equal(tally.fired, 4);
  });
});
