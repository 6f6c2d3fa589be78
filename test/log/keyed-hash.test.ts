import assert from 'node:assert/strict';
import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { keyedHash } from '#log/keyed-hash.ts';

describe('keyed hashes of texts', () => {
  it('are what HMAC-SHA256 gives, whatever the text and the key', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constant('a'), fc.constant('é'), fc.constant('日'), fc.constant('😀'), fc.constant('\ud800')),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        fc.array(fc.oneof(text, fc.string({ maxLength: 3_000 })), { minLength: 1 }),
        (bytes, texts) => {
          const key = createSecretKey(randomBytes(bytes));
          const hashOf = keyedHash(key);
          for (const one of texts) assert.equal(hashOf(one), createHmac('sha256', key).update(one).digest('base64url'));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are what HMAC-SHA1 gives in base64, where that is asked for', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100 }), fc.string({ unit: 'grapheme', maxLength: 900 }), (secret, text) => {
        const key = createSecretKey(secret, 'utf8');
        const hashOf = keyedHash(key, { algorithm: 'sha1', encoding: 'base64' });
        assert.equal(hashOf(text), createHmac('sha1', key).update(text).digest('base64'));
      }),
    );
  });

  it('are right at the end of the room and beyond it', () => {
    const key = createSecretKey(randomBytes(32));
    const hashOf = keyedHash(key);
    for (const length of [0, 681, 682, 683, 684, 2_047, 2_048, 2_049, 10_000]) {
      for (const letter of ['a', '日']) {
        const text = letter.repeat(length);
        assert.equal(hashOf(text), createHmac('sha256', key).update(text).digest('base64url'), `${length} ${letter}`);
      }
    }
  });
});
