import { createHash, randomUUID } from 'node:crypto';
import { invitationRule } from '#domain/access/login-tries.ts';
import type { Role } from '#domain/access/roles.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { idBody } from '#domain/kernel/ids.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { newToken, tokenWrites } from './access-token.ts';
import { changeUser } from './change-user.ts';
import { countLogin } from './count-login.ts';
import type { House } from './house.ts';
import { companyPath, type CompanyDocument } from './register-company.ts';
import { accessLink, sendAccessMail } from './send-access-mail.ts';
import { loginOf, personalOf, plainEmail, readUser, sealFor, usersOf, type UserDocument } from './user-document.ts';

export type InviteRequest = Readonly<{
  companyId: string;
  email: string;
  name?: string | undefined;
  role: Role;
  /** left out: all that the company has */
  brands?: readonly string[] | undefined;
  by: string;
  /** of whoever invites; left out: somebody who sits at the house */
  byRole?: Role | undefined;
}>;

/** `link` is for whoever sits at the house alone: it proves that somebody has read the mail. */
export type Invited = Readonly<{ user: UserDocument; isMailed: boolean; link: string }>;

const lastsMs = 7 * 86_400_000;
const mostUsers = 500;

const newUserId = (): string => `usr_${idBody(createHash('sha256').update(randomUUID()).digest())}`;

const companyOf = async ({ documents }: House, companyId: string): Promise<CompanyDocument> => {
  const found = await documents.get<CompanyDocument>(companyPath(companyId));
  if (found) return found.data;
  throw new Refusal('company_unknown', `there is no company ${companyId}: it comes with its first campaign ("carillon campaign put FILE")`);
};

type Mailing = Readonly<{ companyId: string; login: string; /** left out: whoever sits at the house may */ byRole?: Role | undefined }>;

/** Nobody has a stranger's mailbox filled in our name. Throws a Refusal `invitations_many`. */
const countMail = async (house: House, { companyId, login, byRole }: Mailing): Promise<void> => {
  if (byRole === undefined) return;
  const { isFree } = await countLogin(house, house.vault.fingerprint(companyId, `invitation ${login}`), invitationRule);
  if (!isFree) throw new Refusal('invitations_many', 'this address was written to several times: wait an hour, the last link works on');
};

const untilOf = (now: string): string => new Date(Date.parse(now) + lastsMs).toISOString();

type Posting = Readonly<{ user: UserDocument; email: string; token: string; companyName: string }>;

const post = async (house: House, { user, email, token, companyName }: Posting): Promise<Invited> => {
  const mail = { kind: 'invitation', to: email, token, until: user.expiresAt?.slice(0, 16).replace('T', ' ') ?? '', companyName } as const;
  return { user, isMailed: await sendAccessMail(house, mail), link: accessLink(house, mail) };
};

const checkNew = async (house: House, { companyId, email }: InviteRequest): Promise<void> => {
  const all = (await usersOf(house, companyId)).filter(({ status }) => status !== 'removed');
  if (all.some(({ login }) => login === loginOf(house, email)))
    throw new Refusal('user_exists', 'somebody with this address is invited already: renew the invitation, or change the role');
  if (all.length >= mostUsers) throw new Refusal('users_too_many', `a company has up to ${mostUsers} users`);
};

/** Somebody may choose a password, by a mail to his address. Throws Refusals: company_unknown, user_exists, users_too_many, owner_needed, brands_missing, invitations_many. */
export const inviteUser = async (house: House, request: InviteRequest, cause: Cause): Promise<Invited> => {
  const { companyId, role, brands, by, byRole } = request;
  const { name: companyName } = await companyOf(house, companyId);
  await checkNew(house, request);
  if (brands?.length === 0) throw new Refusal('brands_missing', 'name at least one brand, or leave them out: then he sees every one');
  const email = plainEmail(request.email);
  const name = request.name?.trim();
  const personal = { email, ...(name === undefined ? {} : { name }) };
  const userId = newUserId();
  const expiresAt = untilOf(cause.now);
  const sealed = await sealFor(house, userId, JSON.stringify(personal));
  const login = loginOf(house, email);
  await countMail(house, { companyId, login, byRole });
  const first: UserDocument = {
    companyId,
    userId,
    role,
    status: 'invited',
    hasTotp: false,
    login,
    sessionsFrom: 0,
    invitedAt: cause.now,
    expiresAt,
    ...(brands === undefined ? {} : { brands }),
    ...(sealed === undefined ? {} : { sealed }),
  };
  const token = newToken();
  const also = await tokenWrites(house, token, { kind: 'invitation', companyId, userId, lasts: lastsMs });
  const data = { companyId, userId, role, brands, by, byRole, email, name, expiresAt };
  const user = await changeUser(house, { type: 'InviteUser', data }, { cause, first, also });
  return post(house, { user, email, token, companyName });
};

/** Another mail; links of the mails before it work no longer. Throws Refusals: user_unknown, user_not_invited, owner_needed, invitations_many. */
export const renewInvitation = async (
  house: House,
  { companyId, userId, by, byRole }: Readonly<{ companyId: string; userId: string; by: string; byRole?: Role | undefined }>,
  cause: Cause,
): Promise<Invited> => {
  const before = await readUser(house, userId);
  const email = before && before.companyId === companyId ? (await personalOf(house, before))?.email : undefined;
  if (email === undefined) throw new Refusal('user_unknown', 'there is no such user: list the users to see who there is');
  await countMail(house, { companyId, login: before!.login, byRole });
  const token = newToken();
  const also = await tokenWrites(house, token, { kind: 'invitation', companyId, userId, lasts: lastsMs });
  const data = { companyId, userId, by, byRole, expiresAt: untilOf(cause.now) };
  const user = await changeUser(house, { type: 'RenewInvitation', data }, { cause, also });
  return post(house, { user, email, token, companyName: (await companyOf(house, companyId)).name });
};
