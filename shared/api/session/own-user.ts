import { readUser, type UserDocument } from '#app/user-document.ts';
import { Problem } from '../conventions/problem.ts';
import type { Call } from '../operation.ts';

/** Whoever is signed in; a key is nobody. Throws a Problem `session_needed`. */
export const ownUser = async ({ house, caller }: Pick<Call, 'house' | 'caller'>): Promise<UserDocument> => {
  const user = caller.user && (await readUser(house, caller.by));
  if (!user) throw new Problem('session_needed');
  return user;
};
