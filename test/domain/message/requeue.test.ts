import assert from 'node:assert/strict';
import type { AssembledTouch } from '#domain/message/chunk.ts';
import { requeue, type Waiting } from '#domain/message/requeue.ts';

const idOf = (row: number): string => `msg_a-0-${row}-sms-0`;
const message = (row: number, claim: string, owner?: string): AssembledTouch => ({
  place: { row, channel: 'sms', offset: 0 },
  kind: 'message',
  to: '+12085550123',
  body: 'New.',
  sendAt: '2026-11-03T16:00:00.000Z',
  segments: 1,
  claim,
  ...(owner === undefined ? {} : { held: { owner, waits: false } }),
});
const decide = (...waiting: readonly Waiting[]) =>
  requeue({ packetId: 'pkt_a', chunk: 0, campaignId: 'cmp_a', version: 2, from: '+12085550199', waiting }).map((event) => [
    event.type,
    event.data.row,
    event.type === 'MessageQueued' ? event.data.claim : (event.data as { code?: string }).code,
  ]);

describe('messages that are queued again', () => {
  it('keep their place and their run, with the new words and version', () =>
    assert.deepEqual(
      requeue({
        packetId: 'pkt_a',
        chunk: 0,
        campaignId: 'cmp_a',
        version: 2,
        from: '+12085550199',
        waiting: [{ touch: message(2, 'c', idOf(2)), run: 7, claim: 'c' }],
      }),
      [
        {
          type: 'MessageQueued',
          data: {
            row: 2,
            channel: 'sms',
            offset: 0,
            campaignId: 'cmp_a',
            version: 2,
            run: 7,
            from: '+12085550199',
            sendAt: '2026-11-03T16:00:00.000Z',
            segments: 1,
            claim: 'c',
          },
          private: { to: '+12085550123', body: 'New.' },
        },
      ],
    ));

  it('are canceled for what their touch came to', () =>
    assert.deepEqual(
      decide({ touch: { place: { row: 2, channel: 'sms', offset: 0 }, kind: 'skipped', code: 'touch_dropped' }, run: 1, claim: 'c' }),
      [['MessageCanceled', 2, 'touch_dropped']],
    ));

  it('give way to a claim of somebody who does not wait here', () =>
    assert.deepEqual(decide({ touch: message(2, 'd', 'msg_b-0-2-sms-0'), run: 1, claim: 'c' }), [['MessageCanceled', 2, 'duplicate']]));

  it('may swap their claims', () =>
    assert.deepEqual(
      decide({ touch: message(2, 'd', idOf(3)), run: 1, claim: 'c' }, { touch: message(3, 'c', idOf(2)), run: 1, claim: 'd' }),
      [
        ['MessageQueued', 2, 'd'],
        ['MessageQueued', 3, 'c'],
      ],
    ));

  it('keep a claim that another one wants too', () =>
    assert.deepEqual(
      decide({ touch: message(2, 'd', idOf(3)), run: 1, claim: 'c' }, { touch: message(3, 'd', idOf(3)), run: 1, claim: 'd' }),
      [
        ['MessageQueued', 3, 'd'],
        ['MessageCanceled', 2, 'duplicate'],
      ],
    ));
});
