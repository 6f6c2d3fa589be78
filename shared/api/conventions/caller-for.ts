import type { Operation } from '../operation.ts';
import type { Asked } from '../run-operation.ts';
import { authenticateSession } from './authenticate-session.ts';
import { authenticate } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { placeOf } from './place-of.ts';
import { sessionTokenOf } from './session-cookie.ts';

/** Whoever is not known yet: counted by the network that he calls from. */
const nobody = (asked: Asked): Caller => {
  const companyId = 'co_nobody';
  const countedAs = `network-${placeOf(asked.headers).replaceAll(/[^\w.]/g, '_')}`;
  return { companyId, accountId: companyId, mode: 'live', scopes: [], by: 'nobody', countedAs };
};

/** By key or by session: a key comes first, so that a program in a browser's place is what it says. Throws Problems: 401, 403. */
export const callerFor = async ({ open, method }: Operation, asked: Asked): Promise<Caller> => {
  if (open) return nobody(asked);
  const token = asked.headers['authorization'] === undefined ? sessionTokenOf(asked.headers) : undefined;
  return token === undefined ? authenticate(asked.house, asked.headers, asked.cause) : authenticateSession(asked, token, method === 'get');
};
