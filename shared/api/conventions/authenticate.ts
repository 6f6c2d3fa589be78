import { allows } from '#domain/access/allows.ts';
import { supportStatus } from '#domain/access/support.ts';
import { readSupport } from '#app/change-support.ts';
import { findApiKey } from '#app/find-api-key.ts';
import type { House } from '#app/house.ts';
import { noteKeyUse } from '#app/note-key-use.ts';
import { testCompany } from '#app/test-company.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { Caller } from './caller.ts';
import { placeOf } from './place-of.ts';
import { Problem, type Whose } from './problem.ts';

const challenge = (code: string, whose?: Whose): Problem =>
  new Problem(code, undefined, { headers: { 'www-authenticate': 'Bearer realm="carillon"' }, whose });

const codes = {
  malformed: 'api_key_malformed',
  unknown: 'api_key_invalid',
  revoked: 'api_key_revoked',
  expired: 'api_key_expired',
} as const;

/** Revoked or over is over at once, whatever is remembered of the key. */
const supporter = async (house: House, companyId: string, id: string): Promise<{ who: string }> => {
  const access = (await readSupport(house, companyId))[id];
  if (!access || supportStatus(access, house.clock.now()) !== 'open')
    throw challenge(access?.revokedAt ? 'api_key_revoked' : 'api_key_expired');
  return { who: access.who };
};

/** The caller behind the Authorization header (RFC 6750). Throws Problems of status 401. */
export const authenticate = async (house: House, headers: Readonly<Record<string, string | undefined>>, cause: Cause): Promise<Caller> => {
  const key = /^bearer +(\S+) *$/i.exec(headers['authorization'] ?? '')?.[1];
  if (key === undefined) throw challenge('api_key_missing');
  const found = await findApiKey(house, key);
  if (found.kind !== 'works')
    throw challenge(codes[found.kind], 'key' in found ? { companyId: found.key.companyId, by: found.key.keyId } : undefined);
  const { companyId: accountId, keyId, mode, scopes, limits, support } = found.key;
  await noteKeyUse(house, { companyId: accountId, keyId, from: placeOf(headers) });
  if (support !== undefined) {
    const known = { companyId: accountId, accountId, mode, scopes, by: support, countedAs: keyId, limits };
    return { ...known, support: await supporter(house, accountId, support) };
  }
  const companyId = mode === 'test' ? await testCompany(house, accountId, cause) : accountId;
  return { companyId, accountId, mode, scopes, by: keyId, countedAs: keyId, limits };
};

/** Throws a Problem of status 403. */
export const authorize = ({ scopes, user }: Caller, scope: string): void => {
  if (!allows(scopes, scope))
    throw new Problem('scope_missing', `This needs the scope ${scope}, which ${user ? 'your role' : 'this key'} lacks.`);
  // whoever sees some brands would give himself, or a key of his, the others
  if (user?.brands && scope.endsWith(':manage')) throw new Problem('brand_limited');
};
