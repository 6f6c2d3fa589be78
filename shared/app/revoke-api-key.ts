import type { ApiKey } from '#domain/access/api-key.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { changeApiKeys, hashesOf } from './change-api-keys.ts';
import { forgetApiKey } from './find-api-key.ts';
import type { House } from './house.ts';

/** The key works no more: here at once, in other processes within `keyRememberedMs`. Throws a Refusal: api_key_unknown. */
export const revokeApiKey = async (
  house: House,
  { companyId, keyId, by }: Readonly<{ companyId: string; keyId: string; by: string }>,
  cause: Cause,
): Promise<ApiKey> => {
  const hashes = await hashesOf(house, companyId, keyId);
  const state = await changeApiKeys(house, { type: 'RevokeApiKey', data: { companyId, keyId, at: cause.now, by } }, hashes, cause);
  for (const hash of Object.values(hashes)) forgetApiKey(house, hash);
  return state[keyId]!;
};
