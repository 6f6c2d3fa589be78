import type { Role } from '#domain/access/roles.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { changeUser } from './change-user.ts';
import { userForgettingPath, type UserForgetting } from './progress-write.ts';
import type { House } from './house.ts';
import { forgetSessions } from './find-session.ts';
import { credentialsPath, loginPath, readUser, scopeOfUser, type LoginDocument, type UserDocument } from './user-document.ts';

export type Removal = Readonly<{ companyId: string; userId: string; by: string; byRole?: Role | undefined }>;

/** Nothing of his opens anything any more. */
const credentialsGone = async ({ documents }: House, userId: string): Promise<readonly DocumentWrite[]> => {
  const user = (await readUser({ documents }, userId))?.login;
  const login = user === undefined ? undefined : await documents.get<LoginDocument>(loginPath(user));
  return [
    { path: credentialsPath(userId), delete: true },
    ...(login && login.data.userId === userId ? [{ path: login.path, ifVersion: login.version, delete: true } as const] : []),
  ];
};

/** He is signed out everywhere and can not sign in. Throws Refusals: user_unknown, last_owner, owner_needed. */
export const removeUser = async (house: House, removal: Removal, cause: Cause): Promise<UserDocument> => {
  const before = await readUser(house, removal.userId);
  if (before?.companyId !== removal.companyId)
    throw new Refusal('user_unknown', 'there is no such user: list the users to see who there is');
  const also = await credentialsGone(house, removal.userId);
  const change = (document: UserDocument): UserDocument => ({ ...document, removedAt: cause.now });
  const user = await changeUser(house, { type: 'RemoveUser', data: removal }, { cause, change, also });
  forgetSessions(house);
  return user;
};

/** What identifies him is gone: in the log with his key, in documents and tables. Throws Refusals: user_unknown, user_not_removed. */
export const forgetUser = async (house: House, removal: Removal, cause: Cause): Promise<UserDocument> => {
  const change = (before: UserDocument): UserDocument => {
    const { sealed: _, ...document } = before;
    return { ...document, login: '' };
  };
  const { userId } = removal;
  const path = userForgettingPath(userId);
  // with the event: whoever dies before the key is destroyed is followed by the sweep
  const left: DocumentWrite = { path, data: { userId } satisfies UserForgetting, dueAt: cause.now };
  const user = await changeUser(house, { type: 'ForgetUser', data: removal }, { cause, change, also: [left] });
  await house.vault.destroy(scopeOfUser(userId));
  await house.documents.write([{ path, delete: true }]);
  return user;
};
