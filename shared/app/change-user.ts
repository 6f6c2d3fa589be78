import type { Role } from '#domain/access/roles.ts';
import { user, type User, type UserCommand } from '#domain/access/user.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { userStream } from '#domain/kernel/streams.ts';
import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { ownersPath, userPath, usersKey, withState, type OwnersDocument, type UserDocument } from './user-document.ts';

const tries = 5;

/** Whoever signs in as an owner. */
const isOwner = ({ role, status }: Readonly<{ role: Role; status: string }>): boolean => role === 'owner' && status === 'active';

/** The list of owners stands in a document of its own: two who remove each other in one moment meet there. */
const ownersWrite = (
  before: Document<OwnersDocument> | undefined,
  { companyId, userId }: UserCommand['data'],
  state: User,
): readonly DocumentWrite[] => {
  const owners = before?.data.owners ?? [];
  const after = [...owners.filter((one) => one !== userId), ...(isOwner(state) ? [userId] : [])];
  if (after.length === owners.length && owners.includes(userId) === after.includes(userId)) return [];
  if (after.length === 0) throw new Refusal('last_owner', 'a company is never without an owner: make somebody else one first');
  const data: OwnersDocument = { owners: after };
  return [{ path: ownersPath(companyId), data, ...(before ? { ifVersion: before.version } : { ifAbsent: true as const }) }];
};

export type Changing = Readonly<{
  cause: Cause;
  /** the document of somebody new */
  first?: UserDocument;
  /** what else changes of it */
  change?: (document: UserDocument, state: User) => UserDocument;
  /** what goes with it */
  also?: readonly DocumentWrite[];
}>;

/** Sessions that were begun before it are over. */
const sessionsOver = ({ type }: UserCommand): boolean =>
  type === 'SetPassword' || type === 'RemoveUser' || type === 'EndSessions' || type === 'RemoveTotp';

/** A decision about somebody, and with it his document. Throws Refusals. */
export const changeUser = async (
  house: House,
  command: UserCommand,
  { cause, first, change = (same) => same, also = [] }: Changing,
): Promise<UserDocument> => {
  const { userId, companyId } = command.data;
  for (let left = tries; ; left--) {
    const found = await house.documents.get<UserDocument>(userPath(userId));
    const owners = await house.documents.get<OwnersDocument>(ownersPath(companyId));
    const before = found?.data ?? first;
    if (!before || before.companyId !== companyId)
      throw new Refusal('user_unknown', 'there is no such user: list the users to see who there is');
    let after = before;
    const documents = (state: User): readonly DocumentWrite[] => {
      // whatever ends sessions is said by the event beside it: a password that was set, a user who was removed
      const over = sessionsOver(command) ? { sessionsFrom: house.clock.realMs() + 1 } : {};
      after = change({ ...withState(before, state), ...over }, state);
      const keys = [usersKey(house, companyId)];
      const precondition = found ? { ifVersion: found.version } : { ifAbsent: true as const };
      return [{ path: userPath(userId), data: after, keys, ...precondition }, ...ownersWrite(owners, command.data, state), ...also];
    };
    try {
      await handle(house.store, user, { stream: userStream(userId), companyId, command, cause, documents });
      return after;
    } catch (error) {
      const isOurs = error instanceof DocumentMoved && [userPath(userId), ownersPath(companyId)].includes(error.path);
      if (!isOurs || left <= 1) throw error;
    }
  }
};
