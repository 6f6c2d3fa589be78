import { checkPassword } from '#domain/access/check-password.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { findToken, tokenUsed } from './access-token.ts';
import { changeUser } from './change-user.ts';
import { hashPassword } from './hash-password.ts';
import type { House } from './house.ts';
import {
  credentialsPath,
  loginPath,
  personalOf,
  readUser,
  sealFor,
  type Credentials,
  type LoginDocument,
  type UserDocument,
} from './user-document.ts';

export type Acceptance = Readonly<{ token: string; password: string; name?: string | undefined }>;

/** Whoever has read the mail chooses a password, and signs in with it from now on. Throws Refusals: token_invalid, password_weak, email_taken, logins_many. */
export const acceptInvitation = async (house: House, { token, password, name }: Acceptance, cause: Cause): Promise<UserDocument> => {
  const found = await findToken(house, token, 'invitation');
  const { companyId, userId } = found.data;
  const user = await readUser(house, userId);
  const personal = user && (await personalOf(house, user));
  if (!user || !personal) throw new Refusal('token_invalid', 'this link was used already, or has come to its end: ask for another one');
  const called = name?.trim() ?? personal.name;
  checkPassword(password, [personal.email, called ?? '']);
  const taken = await house.documents.get<LoginDocument>(loginPath(user.login));
  if (taken && taken.data.userId !== userId)
    throw new Refusal(
      'email_taken',
      'somebody signs in with this address already, for another company: ask for an invitation to another one',
    );
  const credentials: Credentials = { password: await hashPassword(password) };
  const sealed = await sealFor(house, userId, JSON.stringify({ email: personal.email, ...(called === undefined ? {} : { name: called }) }));
  const also = [
    ...tokenUsed(found),
    {
      path: loginPath(user.login),
      data: { userId } satisfies LoginDocument,
      ...(taken ? { ifVersion: taken.version } : { ifAbsent: true as const }),
    },
    { path: credentialsPath(userId), data: credentials },
  ];
  const change = (before: UserDocument): UserDocument => {
    const { expiresAt: _, ...document } = before;
    return {
      ...document,
      acceptedAt: cause.now,
      ...(sealed === undefined ? {} : { sealed }),
    };
  };
  const data = { companyId, userId, ...(name === undefined ? {} : { name: name.trim() }) };
  return changeUser(house, { type: 'AcceptInvitation', data }, { cause, change, also });
};
