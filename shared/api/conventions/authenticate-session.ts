import { scopesOf } from '#domain/access/roles.ts';
import { findSession, isCsrfToken } from '#app/find-session.ts';
import type { Asked } from '../run-operation.ts';
import type { Caller } from './caller.ts';
import { Problem } from './problem.ts';

/** What a browser says of a request that another site has made: it never reaches us with the cookie, and if it did, it would end here. */
const isFromElsewhere = ({ headers, origin }: Asked): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  return headers['origin'] !== undefined && headers['origin'] !== origin;
};

/** Whoever is signed in. Whatever changes something has the session's own token in a header. Throws Problems: 401, 403. */
export const authenticateSession = async (asked: Asked, token: string, isRead: boolean): Promise<Caller> => {
  const found = await findSession(asked.house, token);
  if (!found) throw new Problem('session_over');
  if (!isRead && (isFromElsewhere(asked) || !isCsrfToken(token, asked.headers['x-csrf-token']))) throw new Problem('csrf_token_wrong');
  const { companyId, userId, role, brands } = found.user;
  return {
    companyId,
    accountId: companyId,
    mode: 'live',
    scopes: scopesOf(role),
    by: userId,
    countedAs: userId,
    user: { token, csrf: found.csrf, role, ...(brands === undefined ? {} : { brands }) },
  };
};
