import assert from 'node:assert/strict';
import { decideDoubt, type Judged } from '#domain/delivery/decide-doubt.ts';
import type { Event } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';

const place = { row: 2, channel: 'sms', offset: 0 } as const;
const about = { ...place, campaignId: 'cmp_a' };
const asked = { provider: 'telnyx', accountId: 'T1' };
const queued: Event = { type: 'MessageQueued', data: about };
const sending: Event = { type: 'MessageSending', data: { ...about, ...asked, attempt: 1 } };
const doubted: Event = { type: 'MessageDoubted', data: { ...about, code: 'no_answer' } };
const doubt = [queued, sending, doubted];
const sent = { type: 'MessageSent', data: { ...about, ...asked, reference: 'unknown', decidedBy: 'Ana' } } as const;
const failed = { type: 'MessageFailed', data: { ...about, code: 'not_sent', decidedBy: 'Ana' } } as const;

const decide = (events: readonly Event[], verdict: Judged['verdict'], more: Partial<Judged> = {}) =>
  decideDoubt(events, { place, verdict, by: 'Ana', ...more });
const refused = (events: readonly Event[], verdict: Judged['verdict'], code: string, more: Partial<Judged> = {}): void =>
  assert.throws(
    () => decide(events, verdict, more),
    (error) => error instanceof Refusal && error.code === code,
  );

describe('a message in doubt, of which a person says what became', () => {
  it('was sent by whoever was asked, under an id that nobody knows or that was found', () => {
    assert.deepEqual(decide(doubt, 'sent'), [sent]);
    assert.deepEqual(decide(doubt, 'sent', { reference: 'R1' }), [{ ...sent, data: { ...sent.data, reference: 'R1' } }]);
  });
  it('was not sent', () => assert.deepEqual(decide(doubt, 'failed'), [failed]));
  it('was not sent where it is to be sent once more', () => assert.deepEqual(decide(doubt, 'again'), [failed]));
  it('is decided once', () => {
    assert.deepEqual(decide([...doubt, sent], 'sent'), []);
    assert.deepEqual(decide([...doubt, failed], 'failed'), []);
    assert.deepEqual(decide([...doubt, failed], 'again'), []);
  });
  it('is not decided otherwise afterwards', () => {
    refused([...doubt, sent], 'failed', 'doubt_decided');
    refused([...doubt, failed], 'sent', 'doubt_decided');
  });
  it('needs nobody any more once a report has come', () => {
    const delivered = { type: 'DeliveryReported', data: { ...place, ...asked, reference: 'R1', status: 'delivered' } };
    refused([...doubt, delivered], 'failed', 'doubt_unknown');
    refused([queued, sending, { ...sent, data: { ...about, ...asked, reference: 'R1' } }], 'failed', 'doubt_unknown');
  });
  it('is in doubt, and there', () => {
    refused([queued, sending], 'sent', 'doubt_unknown');
    refused(doubt, 'sent', 'message_unknown', { place: { ...place, row: 3 } });
  });
});
