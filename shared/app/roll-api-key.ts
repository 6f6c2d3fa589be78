import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { changeApiKeys, hashesOf, hashOfKey, newKeyText, readApiKeys } from './change-api-keys.ts';
import type { House } from './house.ts';
import { newKeyId, type IssuedKey } from './issue-api-key.ts';

export type RollRequest = Readonly<{
  companyId: string;
  keyId: string;
  /** for which the old key works beside the new one */
  overlapSeconds: number;
  by: string;
}>;

/** A new key that may do what the old one may. Throws Refusals: api_key_unknown, api_key_not_active, overlap_too_long, api_keys_too_many. */
export const rollApiKey = async (house: House, request: RollRequest, cause: Cause): Promise<IssuedKey> => {
  const { companyId, keyId, overlapSeconds, by } = request;
  const old = (await readApiKeys(house, companyId))[keyId];
  if (!old) throw new Refusal('api_key_unknown', `there is no key ${keyId}: list the keys to see which there are`);
  const newId = newKeyId();
  const secret = newKeyText(old.mode);
  const worksUntil = new Date(Date.parse(cause.now) + overlapSeconds * 1_000).toISOString();
  const data = { companyId, keyId, newKeyId: newId, lastFour: secret.slice(-4), at: cause.now, by, worksUntil };
  const hashes = { ...(await hashesOf(house, companyId, keyId)), [newId]: hashOfKey(secret) };
  const state = await changeApiKeys(house, { type: 'RollApiKey', data }, hashes, cause);
  return { key: state[newId]!, secret };
};
