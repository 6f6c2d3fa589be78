import { createHash, randomUUID } from 'node:crypto';
import { support, type SupportAccess, type SupportAccesses, type SupportCommand } from '#domain/access/support.ts';
import { fold } from '#domain/kernel/decider.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { idBody } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { apiKeysStream } from '#domain/kernel/streams.ts';
import { readApiKeys } from './change-api-keys.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { companyPath } from './register-company.ts';
import { revokeApiKey } from './revoke-api-key.ts';

export const newSupportId = (): string => `sup_${idBody(createHash('sha256').update(randomUUID()).digest())}`;

/** All that a company was ever asked for, or has granted. */
export const readSupport = async ({ store }: Pick<House, 'store'>, companyId: string): Promise<SupportAccesses> => {
  const { events } = await store.read(apiKeysStream(companyId));
  return fold(support, events as readonly unknown[] as readonly never[]);
};

/** A decision about the access of the platform's staff. Throws Refusals: company_unknown and those of the rules. */
export const changeSupport = async (house: House, command: SupportCommand, cause: Cause): Promise<SupportAccess> => {
  const { companyId, supportId } = command.data;
  if (!(await house.documents.get(companyPath(companyId)))) throw new Refusal('company_unknown', `there is no company ${companyId}`);
  const { state } = await handle(house.store, support, { stream: apiKeysStream(companyId), companyId, command, cause });
  return state[supportId]!;
};

/** It is over, and with it each key that was made for it. Again: nothing changes. Throws a Refusal `support_access_unknown`. */
export const revokeSupport = async (
  house: House,
  { companyId, supportId, by }: Readonly<{ companyId: string; supportId: string; by: string }>,
  cause: Cause,
): Promise<SupportAccess> => {
  const ended = await changeSupport(house, { type: 'RevokeSupport', data: { companyId, supportId, by, at: cause.now } }, cause);
  const keys = Object.values(await readApiKeys(house, companyId)).filter((key) => key.support === supportId && key.revokedAt === undefined);
  for (const { keyId } of keys) await revokeApiKey(house, { companyId, keyId, by }, { ...cause, id: `${cause.id}.${keyId}` });
  return ended;
};
