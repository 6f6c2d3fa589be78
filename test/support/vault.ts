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

/** Real sealing with keys that live in this process alone; a process with the same secret opens what another one sealed. */
export const memoryVault = (secret: string = randomBytes(32).toString('hex')): Vault => {
  const keys = new Map<string, ScopeKey | undefined>();
  const keyOf = (scope: string): ScopeKey | undefined => {
    if (!keys.has(scope)) keys.set(scope, scopeKey(createHmac('sha256', secret).update(scope).digest()));
    return keys.get(scope);
  };
  return {
    keyFor: async (scope) => keyOf(scope),
    existingKey: async (scope) => keyOf(scope),
    destroy: async (scope) => void keys.set(scope, undefined),
    fingerprint: (companyId, value) => `${createHmac('sha256', companyId).update(value).digest('base64url').slice(0, 22)}1`,
  };
};
