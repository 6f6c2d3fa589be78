import { createHash, randomUUID } from 'node:crypto';
import type { ApiKey } from '#domain/access/api-key.ts';
import type { KeyLimits } from '#domain/access/events.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { idBody } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { SendingMode } from '#domain/kernel/sending-mode.ts';
import { changeApiKeys, hashOfKey, newKeyText } from './change-api-keys.ts';
import type { House } from './house.ts';
import { companyPath } from './register-company.ts';

export type IssueRequest = Readonly<{
  companyId: string;
  name: string;
  mode: SendingMode;
  scopes: readonly string[];
  /** business time, UTC ISO */
  expiresAt?: string | undefined;
  limits?: KeyLimits | undefined;
  by: string;
  /** of the platform's staff, by this access */
  support?: string | undefined;
}>;

/** `secret` is the key itself: nobody can show it a second time. */
export type IssuedKey = Readonly<{ key: ApiKey; secret: string }>;

export const newKeyId = (): string => `key_${idBody(createHash('sha256').update(randomUUID()).digest())}`;

/** A key for the company's API. Throws Refusals: company_unknown, api_keys_too_many, expiry_past. */
export const issueApiKey = async (house: House, request: IssueRequest, cause: Cause): Promise<IssuedKey> => {
  const { companyId, mode } = request;
  if (!(await house.documents.get(companyPath(companyId))))
    throw new Refusal(
      'company_unknown',
      `there is no company ${companyId}: it comes with its first campaign ("carillon campaign put FILE")`,
    );
  const keyId = newKeyId();
  const secret = newKeyText(mode);
  const data = { ...request, keyId, lastFour: secret.slice(-4), at: cause.now };
  const state = await changeApiKeys(house, { type: 'IssueApiKey', data }, { [keyId]: hashOfKey(secret) }, cause);
  return { key: state[keyId]!, secret };
};
