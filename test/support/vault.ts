import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { ScopeKey, Vault } from '#ports/vault.ts';

const nonceBytes = 12;
const tagBytes = 16;

const scopeKey = (secret: Buffer): ScopeKey => ({
  seal: (plain) => {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', secret, nonce);
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  open: (sealed) => {
    const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, nonceBytes));
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)), decipher.final()]);
  },
});

/** Real sealing with keys that live in this process alone. */
export const memoryVault = (): Vault => {
  const keys = new Map<string, ScopeKey | undefined>();
  return {
    keyFor: async (scope) => {
      if (!keys.has(scope)) keys.set(scope, scopeKey(randomBytes(32)));
      return keys.get(scope);
    },
    existingKey: async (scope) => keys.get(scope),
    destroy: async (scope) => void keys.set(scope, undefined),
    fingerprint: (companyId, value) => `${createHmac('sha256', companyId).update(value).digest('base64url').slice(0, 22)}1`,
  };
};
