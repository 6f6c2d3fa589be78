import { pairRule, resetRule } from '#domain/access/login-tries.ts';
import { checkPassword } from '#domain/access/check-password.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { findToken, newToken, tokenUsed, tokenWrites } from './access-token.ts';
import { changeUser } from './change-user.ts';
import { countLogin } from './count-login.ts';
import { hashPassword, verifyPassword } from './hash-password.ts';
import type { House } from './house.ts';
import { sendAccessMail } from './send-access-mail.ts';
import {
  credentialsPath,
  loginOf,
  loginPath,
  personalOf,
  readUser,
  type Credentials,
  type LoginDocument,
  type UserDocument,
} from './user-document.ts';

const lastsMs = 3_600_000;

/** Undefined: nobody signs in with that address. */
const userBehind = async (house: House, email: string): Promise<UserDocument | undefined> => {
  const login = await house.documents.get<LoginDocument>(loginPath(loginOf(house, email)));
  const user = login && (await readUser(house, login.data.userId));
  return user?.status === 'active' ? user : undefined;
};

/** A mail with a link that works once, within an hour. Nothing at all for an address that nobody signs in with, and nobody is told which it was. */
export const askPasswordReset = async (house: House, email: string, cause: Cause): Promise<void> => {
  // whoever asks again and again hears the same, and nobody gets more mails for it
  const { isFree } = await countLogin(house, house.vault.fingerprint('co_logins', `reset ${loginOf(house, email)}`), resetRule);
  const user = isFree ? await userBehind(house, email) : undefined;
  const personal = user && (await personalOf(house, user));
  if (!user || !personal) return;
  const { companyId, userId } = user;
  const token = newToken();
  const expiresAt = new Date(Date.parse(cause.now) + lastsMs).toISOString();
  const also = await tokenWrites(house, token, { kind: 'reset', companyId, userId, lasts: lastsMs });
  await changeUser(house, { type: 'AskPasswordReset', data: { companyId, userId, expiresAt } }, { cause, also });
  const until = expiresAt.slice(0, 16).replace('T', ' ');
  await sendAccessMail(house, { kind: 'reset', to: personal.email, token, until, companyName: '' });
};

const credentialsOf = async ({ documents }: House, userId: string) => {
  const found = await documents.get<Credentials>(credentialsPath(userId));
  if (!found) throw new Refusal('user_unknown', 'there is no such user');
  return found;
};

/** The new hash beside what else there is; somebody who changes it in the same moment makes us fail, and try again. */
const passwordWrite = async (house: House, user: UserDocument, password: string): Promise<DocumentWrite> => {
  const personal = await personalOf(house, user);
  checkPassword(password, [personal?.email ?? '', personal?.name ?? '']);
  const hash = await hashPassword(password);
  const { path, data, version } = await credentialsOf(house, user.userId);
  return { path, data: { ...data, password: hash }, ifVersion: version };
};

/** Ends all sessions. Throws Refusals: token_invalid, password_weak, logins_many. */
export const resetPassword = async (
  house: House,
  { token, password }: Readonly<{ token: string; password: string }>,
  cause: Cause,
): Promise<UserDocument> => {
  const found = await findToken(house, token, 'reset');
  const { companyId, userId } = found.data;
  const user = await readUser(house, userId);
  if (user?.status !== 'active')
    throw new Refusal('token_invalid', 'this link was used already, or has come to its end: ask for another one');
  const also = [...tokenUsed(found), await passwordWrite(house, user, password)];
  return changeUser(house, { type: 'SetPassword', data: { companyId, userId, why: 'reset' } }, { cause, also });
};

/** Counted too, or a browser that was left open would be a place to guess at. Throws Refusals: password_wrong, login_locked, logins_many. */
export const verifyOwnPassword = async (house: House, userId: string, password: string): Promise<void> => {
  const { isFree } = await countLogin(house, house.vault.fingerprint('co_logins', `own ${userId}`), pairRule);
  if (!isFree) throw new Refusal('login_locked', 'too many tries: wait a quarter of an hour');
  const { data } = await credentialsOf(house, userId);
  if (!(await verifyPassword(password, data.password)).isRight)
    throw new Refusal('password_wrong', 'the password that you have now is another one');
};

/** Ends all sessions, the one that asks too. Throws Refusals: password_wrong, password_weak, logins_many. */
export const changePassword = async (
  house: House,
  { user, before, password }: Readonly<{ user: UserDocument; before: string; password: string }>,
  cause: Cause,
): Promise<UserDocument> => {
  const { companyId, userId } = user;
  await verifyOwnPassword(house, userId, before);
  const also = [await passwordWrite(house, user, password)];
  return changeUser(house, { type: 'SetPassword', data: { companyId, userId, why: 'own' } }, { cause, also });
};
