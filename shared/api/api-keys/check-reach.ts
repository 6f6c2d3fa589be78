import { allows } from '#domain/access/allows.ts';
import type { SendingMode } from '#domain/kernel/sending-mode.ts';
import type { Caller } from '../conventions/caller.ts';
import { Problem } from '../conventions/problem.ts';

/** Nobody gives away more than he has: scopes of his own, and people only where he reaches them himself. Throws a Problem `scope_beyond`. */
export const checkReach = (caller: Caller, { mode, scopes }: Readonly<{ mode: SendingMode; scopes: readonly string[] }>): void => {
  const beyond = scopes.find((scope) => !allows(caller.scopes, scope));
  if (beyond !== undefined) throw new Problem('scope_beyond', `Whoever issues a key with ${beyond} has to have that himself.`);
  if (caller.mode !== 'live' && mode !== caller.mode)
    throw new Problem('scope_beyond', `A ${caller.mode} key issues ${caller.mode} keys alone.`);
};
