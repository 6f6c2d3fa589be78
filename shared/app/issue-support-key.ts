import { scopesOf } from '#domain/access/roles.ts';
import { supportStatus } from '#domain/access/support.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { readSupport } from './change-support.ts';
import type { House } from './house.ts';
import { issueApiKey, type IssuedKey } from './issue-api-key.ts';

/**
 * A key for whoever of the platform's staff was let in, for as long as that lasts; it is shown this once. Throws Refusals: support_access_unknown,
 * support_access_not_open.
 */
export const issueSupportKey = async (
  house: House,
  { companyId, supportId }: Readonly<{ companyId: string; supportId: string }>,
  cause: Cause,
): Promise<IssuedKey> => {
  const found = (await readSupport(house, companyId))[supportId];
  if (!found) throw new Refusal('support_access_unknown', `there is no access ${supportId}: "carillon support list" shows which there are`);
  if (supportStatus(found, cause.now) !== 'open')
    throw new Refusal('support_access_not_open', `${supportId} is ${supportStatus(found, cause.now)}: somebody of the company grants it`);
  const scopes = scopesOf(found.role).filter((scope) => !scope.startsWith('session:'));
  const name = `Support ${supportId}`;
  return issueApiKey(house, { companyId, name, mode: 'live', scopes, expiresAt: found.endsAt, by: supportId, support: supportId }, cause);
};
