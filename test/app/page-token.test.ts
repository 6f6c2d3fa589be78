import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { assert as check, constantFrom, integer, oneof, property, record, string, stringMatching, tuple, uint8Array } from 'fast-check';
import { isSigned, pageToken, readPageToken } from '#app/page-token.ts';
import { pageKinds } from '#domain/campaign/page-links.ts';
import { channels, idBody, messageIdOf } from '#domain/kernel/ids.ts';
import { segmentsOf } from '#domain/message/segments.ts';

const vault = {
  fingerprint: (companyId: string, value: string) => `${createHmac('sha256', companyId).update(value).digest('base64url').slice(0, 22)}.1`,
};
const packet = oneof(
  uint8Array({ minLength: 12, maxLength: 12 }).map((digest) => `pkt_${idBody(digest)}`),
  stringMatching(/^[a-z0-9]{1,32}$/).map((body) => `pkt_${body}`),
);
const place = record({
  row: integer({ min: 1, max: 999_999_999 }),
  channel: constantFrom(...channels),
  offset: oneof(integer({ min: 0, max: 60_000 }), integer({ min: 0, max: 9_999_999_999 })),
});
const messageId = tuple(packet, integer({ min: 0, max: 2_000_000 }), place).map(([id, chunk, at]) => messageIdOf(id, chunk, at));

describe('the token of a page', () => {
  it('names its message again, whatever its place, and only where we signed it', () => {
    check(
      property(messageId, constantFrom(...pageKinds), integer({ min: 1, max: 9 }), (id, kind, key) => {
        const token = pageToken(vault, 'co_test', { kind, messageId: id, key });
        const read = readPageToken(token);
        assert.ok(read && /^[\w-]+[A-Za-f]$/.test(token) && token.length <= 100);
        assert.deepEqual([read.messageId, read.kind], [id, kind]);
        const signed = [key - 1, key, key + 1, key + 2].map((one) => isSigned(vault, 'co_test', { ...read, key: one }));
        assert.deepEqual(signed, [false, true, true, false]);
        assert.equal(isSigned(vault, 'co_other', { ...read, key }), false);
      }),
    );
  });

  it('is worth nothing after any change of a letter', () => {
    const token = pageToken(vault, 'co_test', { kind: 'confirm', messageId: 'msg_abcdefghijkm-3-1502-sms-1' });
    for (let at = 0; at < token.length; at++) {
      for (const letter of 'ABab09-_xuCX~é') {
        if (token[at] === letter) continue;
        const read = readPageToken(token.slice(0, at) + letter + token.slice(at + 1));
        assert.ok(!read || !isSigned(vault, 'co_test', read), `${letter} at ${at}`);
      }
    }
  });

  it('never throws, whatever somebody writes', () => {
    check(
      property(oneof(string({ maxLength: 120 }), stringMatching(/^[acxruACXRU][\w-]{0,99}$/)), (text) => {
        const read = readPageToken(text);
        assert.ok(!read || !isSigned(vault, 'co_test', read));
      }),
    );
  });

  it('is short enough for a text: 26 letters for any row of a large file', () => {
    const packetId = `pkt_${idBody(new Uint8Array(12).fill(7))}`;
    const lengths = [2, 501, 199_999].map(
      (row) =>
        pageToken(vault, 'co_test', {
          kind: 'confirm',
          messageId: messageIdOf(packetId, Math.floor(row / 500), { row, channel: 'sms', offset: 1 }),
        }).length,
    );
    assert.deepEqual(lengths, [25, 25, 27]);
    const url = `https://go.example.com/p/${'x'.repeat(27)}`;
    assert.equal(segmentsOf(`Hi Maria, you see Dr. Prado on Tue Dec 8 at 12:45 PM. Confirm or change: ${url} STOP to opt out`).segments, 1);
  });
});
