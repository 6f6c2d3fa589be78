import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { allows } from '#domain/access/allows.ts';
import { keyText, modeOfKey } from '#domain/access/key-text.ts';
import { sendingModes } from '#domain/kernel/sending-mode.ts';

const random = fc.uint8Array({ minLength: 64, maxLength: 64 });
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe("a key's text", () => {
  it('names its mode, and its last six characters are the CRC-32 of the others', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sendingModes), random, (mode, bytes) => {
        const text = keyText(mode, bytes);
        if (text === undefined) return;
        assert.match(text, new RegExp(`^carillon_${mode}_[0-9A-Za-z]{36}$`));
        assert.equal(modeOfKey(text), mode);
        const value = text
          .slice(-6)
          .split('')
          .reduce((sum, char) => sum * 62 + digits.indexOf(char), 0);
        assert.equal(value, crc32(text.slice(0, -6)));
      }),
    );
  });

  it('is no key with one character more, less, or another one', () => {
    const text = keyText('live', new Uint8Array(64).fill(7)) ?? '';
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...digits.split('')), (at, char) => {
        const other = text.slice(0, at) + char + text.slice(at + 1);
        assert.equal(modeOfKey(other), other === text ? 'live' : undefined);
      }),
    );
    for (const other of [text.slice(0, -1), `${text}0`, ` ${text}`, '', text.replace('live', 'demo')])
      assert.equal(modeOfKey(other), undefined);
  });

  it('asks for more chance where too much of it would not be fair', () =>
    assert.equal(keyText('live', new Uint8Array(64).fill(255)), undefined));
});

describe('what a key allows', () => {
  for (const [given, asked, isAllowed] of [
    [['messages:send'], 'messages:send', true],
    [['messages:send'], 'messages:read', false],
    [['messages:*'], 'messages:read', true],
    [['*:read'], 'messages:read', true],
    [['*:read'], 'messages:send', false],
    [['*'], 'messages:send', true],
    [[], 'messages:send', false],
    [['messages:send'], 'messages:*', false],
    [['*:read'], '*', false],
    [['*:read'], '*:read', true],
    [['messages:*'], '*:read', false],
    [['*'], '*', true],
  ] as const)
    it(`${given.join(' ') || 'nothing'} ${isAllowed ? 'allows' : 'does not allow'} ${asked}`, () =>
      assert.equal(allows(given, asked), isAllowed));
});
