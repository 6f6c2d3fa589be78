import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { channels, idBody, instant, messageIdIn, messageIdOf, packetId, parseMessageId } from '#domain/kernel/ids.ts';
import { chunkStream } from '#domain/kernel/streams.ts';

const body = fc.stringMatching(/^[a-z0-9]{1,32}$/);
const place = fc.record(
  {
    row: fc.integer({ min: 1, max: 999_999_999 }),
    channel: fc.constantFrom(...channels),
    offset: fc.integer({ min: 0, max: 9999 }),
  },
  { noNullPrototype: true },
);
const chunk = fc.integer({ min: 0, max: 999_999_999 });

describe('a message id', () => {
  it('gives back the place that it was made of', () => {
    fc.assert(
      fc.property(body, chunk, place, (packet, number, at) => {
        assert.deepEqual(parseMessageId(messageIdOf(`pkt_${packet}`, number, at)), { packetId: `pkt_${packet}`, chunk: number, place: at });
      }),
    );
  });
  it('is the same from the stream that holds the message', () => {
    fc.assert(
      fc.property(body, chunk, place, (packet, number, at) => {
        assert.equal(messageIdIn(chunkStream(`pkt_${packet}`, number), at), messageIdOf(`pkt_${packet}`, number, at));
      }),
    );
  });
  it('is told from every other text', () => {
    const others = [
      '',
      'msg_',
      'msg_a-1-2-sms',
      'msg_a-1-2-fax-0',
      'msg_A-1-2-sms-0',
      'msg_a-1-2-sms-0 ',
      ' msg_a-1-2-sms-0',
      'msg_a-1-2-sms-0\n',
    ];
    for (const text of [...others, 'msg_a-1-2-sms--1', 'msg_a-1234567890-2-sms-0', `msg_${'a'.repeat(33)}-1-2-sms-0`])
      assert.equal(parseMessageId(text), undefined, text);
    fc.assert(fc.property(fc.string(), (text) => assert.equal(parseMessageId(text), undefined)));
  });
});

describe('the body of an id', () => {
  it('is the same for the same digest, of the length asked for, and fits every kind of id', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.integer({ min: 1, max: 32 }), (digest, length) => {
        const made = idBody(digest, length);
        assert.equal(made, idBody(Uint8Array.from(digest), length));
        assert.equal(made.length, length);
        assert.ok(packetId.safeParse(`pkt_${made}`).success);
        assert.doesNotMatch(made, /[l01o]/, 'letters and digits that look alike');
      }),
    );
  });
});

describe('an instant', () => {
  it('is what a clock gives, and nothing else', () => {
    assert.ok(instant.safeParse(new Date(0).toISOString()).success);
    for (const text of ['2026-11-02', '2026-11-02T15:00:00Z', '2026-11-02T15:00:00.000+00:00', '2026-11-02T15:00:00.000Z '])
      assert.ok(!instant.safeParse(text).success, text);
  });
});
