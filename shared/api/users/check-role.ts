import { allows } from '#domain/access/allows.ts';
import { scopesOf, type Role } from '#domain/access/roles.ts';
import type { Caller } from '../conventions/caller.ts';
import { Problem } from '../conventions/problem.ts';

/** A key that may say who does what makes nobody who may do more than itself: he would issue the keys that it must not. Throws a Problem `scope_beyond`. */
export const checkRole = ({ scopes }: Caller, role: Role | undefined): void => {
  const beyond = role && scopesOf(role).find((scope) => !allows(scopes, scope));
  if (beyond !== undefined) throw new Problem('scope_beyond', `Whoever makes somebody ${role} has to have ${beyond} himself.`);
};
