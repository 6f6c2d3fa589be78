import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import type { ScopeKey } from '#ports/vault.ts';

/** AES-256-GCM. The sealed bytes: version, nonce (12), tag (16), ciphertext. A random nonce is good for 2^32 seals under one key. */
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes + tagBytes;

export class SealBroken extends Error {
  readonly code = 'seal_broken';
  constructor() {
    super('sealed bytes were changed, or were sealed with another key or for another scope');
    this.name = 'SealBroken';
  }
}

/** Seals under a 32-byte secret. The scope is authenticated with the bytes, so that they open nowhere else. */
export const scopeKey = (secret: KeyObject, scope: string): ScopeKey => {
  // not from Node's pool: keys are remembered by the thousand, and each would keep a whole piece of it
  const context = Buffer.alloc(Buffer.byteLength(scope), scope);
  return {
    seal: (plain) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(context);
      const body = cipher.update(plain);
      cipher.final();
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
    },
    open: (sealed) => {
      if (sealed.length < headBytes || sealed[0] !== version) throw new SealBroken();
      const nonce = sealed.subarray(1, 1 + nonceBytes);
      const decipher = createDecipheriv('aes-256-gcm', secret, nonce, { authTagLength: tagBytes }).setAAD(context);
      decipher.setAuthTag(sealed.subarray(1 + nonceBytes, headBytes));
      const plain = decipher.update(sealed.subarray(headBytes));
      try {
        decipher.final();
      } catch {
        throw new SealBroken();
      }
      return plain;
    },
  };
};
