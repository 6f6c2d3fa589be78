import { createHash, createSecretKey, randomUUID } from 'node:crypto';
import { scopeKey } from '#log/scope-key.ts';
import type { ScopeKey, Vault } from '#ports/vault.ts';

/** Real keys without a store behind them: every scope has one. */
export const memoryVault = (): Pick<Vault, 'keyFor' | 'existingKey'> => {
  const secret = randomUUID();
  const keyOf = async (scope: string): Promise<ScopeKey> =>
    scopeKey(createSecretKey(createHash('sha256').update(secret).update(scope).digest()), scope);
  return { keyFor: keyOf, existingKey: keyOf };
};
