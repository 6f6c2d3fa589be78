import type { Command, Decider } from '../kernel/decider.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Role } from './roles.ts';
import type { UserEvent } from './user-events.ts';

// Commands

type About = Readonly<{ companyId: string; userId: string }>;
/** Who decides about a user, and what he is himself: left out, whoever sits at the house. */
type By = Readonly<{ by: string; byRole?: Role | undefined }>;

/** `expiresAt`: business time, UTC ISO */
export type InviteUser = Command<
  'InviteUser',
  About & By & { role: Role; brands?: readonly string[] | undefined; email: string; name?: string | undefined; expiresAt: string }
>;
export type RenewInvitation = Command<'RenewInvitation', About & By & { expiresAt: string }>;
export type AcceptInvitation = Command<'AcceptInvitation', About & { name?: string | undefined }>;
export type GiveRole = Command<'GiveRole', About & By & { role: Role }>;
/** `brands` undefined: all of them */
export type GiveBrands = Command<'GiveBrands', About & By & { brands: readonly string[] | undefined }>;
export type RemoveUser = Command<'RemoveUser', About & By>;
export type ForgetUser = Command<'ForgetUser', About & By>;
export type AskPasswordReset = Command<'AskPasswordReset', About & { expiresAt: string }>;
export type SetPassword = Command<'SetPassword', About & { why: 'reset' | 'own' }>;
export type EnrolTotp = Command<'EnrolTotp', About>;
export type RemoveTotp = Command<'RemoveTotp', About & By>;
export type EndSessions = Command<'EndSessions', About & By>;
export type UserCommand =
  | InviteUser
  | RenewInvitation
  | AcceptInvitation
  | GiveRole
  | GiveBrands
  | RemoveUser
  | ForgetUser
  | AskPasswordReset
  | SetPassword
  | EnrolTotp
  | RemoveTotp
  | EndSessions;

// State

export type User = Readonly<{
  status: 'unknown' | 'invited' | 'active' | 'removed';
  companyId: string;
  role: Role;
  /** undefined: all that the company has */
  brands?: readonly string[];
  hasTotp: boolean;
  isForgotten: boolean;
  expiresAt?: string;
}>;

const initial: User = { status: 'unknown', companyId: '', role: 'viewer', hasTotp: false, isForgotten: false };

// Decide

const active = (user: User): void => {
  if (user.status === 'active') return;
  throw new Refusal('user_not_active', 'this user has not accepted the invitation yet, or was removed');
};

const there = (user: User): void => {
  if (user.status === 'invited' || user.status === 'active') return;
  throw new Refusal('user_unknown', 'there is no such user: list the users to see who there is');
};

/** What an owner may do is said by owners alone. */
const checkOwner = ({ byRole }: By, ...touched: readonly Role[]): void => {
  if (byRole !== undefined && byRole !== 'owner' && touched.includes('owner'))
    throw new Refusal('owner_needed', 'only an owner says who is an owner, and changes or removes one');
};

const sessionsEnded = (about: About, by: string, why: 'asked' | 'password' | 'removed' | 'totp'): UserEvent => ({
  type: 'SessionsEnded',
  data: { ...about, by, why },
});

const invite = ({ data }: InviteUser, user: User): readonly UserEvent[] => {
  if (user.status !== 'unknown') return [];
  checkOwner(data, data.role);
  const { companyId, userId, role, brands, by, expiresAt, email, name } = data;
  const called = name === undefined ? {} : { name };
  return [
    { type: 'UserInvited', data: { companyId, userId, role, by, expiresAt }, private: { email, ...called } },
    // brand by brand: each is a row of its own
    ...(brands ?? []).map((brandId): UserEvent => ({ type: 'BrandGiven', data: { companyId, userId, brandId, by } })),
  ];
};

const accept = ({ data: { companyId, userId, name } }: AcceptInvitation, user: User): readonly UserEvent[] => {
  if (user.status !== 'invited') throw new Refusal('token_invalid', 'this link was used already, or has come to its end');
  const about = { companyId, userId };
  return [
    { type: 'InvitationAccepted', data: about, private: name === undefined ? {} : { name } },
    { type: 'EmailVerified', data: about },
    { type: 'PasswordSet', data: { ...about, why: 'invitation' } },
  ];
};

const giveRole = ({ data }: GiveRole, user: User): readonly UserEvent[] => {
  there(user);
  checkOwner(data, data.role, user.role);
  const { companyId, userId, role, by } = data;
  return user.role === role ? [] : [{ type: 'RoleGiven', data: { companyId, userId, role, before: user.role, by } }];
};

/** Brand by brand, so that the log says what each change was. */
const giveBrands = ({ data }: GiveBrands, user: User): readonly UserEvent[] => {
  there(user);
  checkOwner(data, user.role);
  const { companyId, userId, brands, by } = data;
  if (brands?.length === 0) throw new Refusal('brands_missing', 'name at least one brand, or none of this at all: then he sees every one');
  const before = user.brands ?? [];
  const after = brands ?? [];
  const given = after.filter((one) => !before.includes(one));
  const taken = before.filter((one) => !after.includes(one));
  return [
    ...given.map((brandId): UserEvent => ({ type: 'BrandGiven', data: { companyId, userId, brandId, by } })),
    ...taken.map((brandId): UserEvent => ({ type: 'BrandTaken', data: { companyId, userId, brandId, by } })),
  ];
};

const remove = ({ data }: RemoveUser, user: User): readonly UserEvent[] => {
  if (user.status === 'removed') return [];
  there(user);
  checkOwner(data, user.role);
  const { companyId, userId, by } = data;
  const about = { companyId, userId };
  return [{ type: 'UserRemoved', data: { ...about, by } }, sessionsEnded(about, by, 'removed')];
};

const forget = ({ data: { companyId, userId, by } }: ForgetUser, user: User): readonly UserEvent[] => {
  if (user.isForgotten) return [];
  if (user.status !== 'removed') throw new Refusal('user_not_removed', 'remove the user first: whoever signs in can not be forgotten');
  return [{ type: 'UserForgotten', data: { companyId, userId, by } }];
};

const setPassword = ({ data: { companyId, userId, why } }: SetPassword, user: User): readonly UserEvent[] => {
  active(user);
  const about = { companyId, userId };
  return [{ type: 'PasswordSet', data: { ...about, why } }, sessionsEnded(about, userId, 'password')];
};

const ofTotp = ({ type, data }: EnrolTotp | RemoveTotp, user: User): readonly UserEvent[] => {
  active(user);
  const { companyId, userId } = data;
  const about = { companyId, userId };
  if (type === 'EnrolTotp') return user.hasTotp ? [] : [{ type: 'TotpEnrolled', data: about }];
  checkOwner(data, ...(data.by === userId ? [] : [user.role]));
  return user.hasTotp ? [{ type: 'TotpRemoved', data: { ...about, by: data.by } }, sessionsEnded(about, data.by, 'totp')] : [];
};

const others = (command: RenewInvitation | AskPasswordReset | EndSessions, user: User): readonly UserEvent[] => {
  const { companyId, userId } = command.data;
  const about = { companyId, userId };
  if (command.type === 'EndSessions') {
    there(user);
    return [sessionsEnded(about, command.data.by, 'asked')];
  }
  const { expiresAt } = command.data;
  if (command.type === 'AskPasswordReset') {
    active(user);
    return [{ type: 'PasswordResetAsked', data: { ...about, expiresAt } }];
  }
  if (user.status !== 'invited') throw new Refusal('user_not_invited', 'this invitation was accepted already: nothing is left to renew');
  checkOwner(command.data, user.role);
  return [{ type: 'InvitationRenewed', data: { ...about, by: command.data.by, expiresAt } }];
};

const decide = (command: UserCommand, user: User): readonly UserEvent[] => {
  if (user.status !== 'unknown' && user.companyId !== command.data.companyId)
    throw new Refusal('user_unknown', 'there is no such user: list the users to see who there is');
  switch (command.type) {
    case 'InviteUser':
      return invite(command, user);
    case 'AcceptInvitation':
      return accept(command, user);
    case 'GiveRole':
      return giveRole(command, user);
    case 'GiveBrands':
      return giveBrands(command, user);
    case 'RemoveUser':
      return remove(command, user);
    case 'ForgetUser':
      return forget(command, user);
    case 'SetPassword':
      return setPassword(command, user);
    case 'EnrolTotp':
    case 'RemoveTotp':
      return ofTotp(command, user);
    default:
      return others(command, user);
  }
};

// Evolve

const withBrands = (before: User, brands: readonly string[]): User => {
  const { brands: _, ...user } = before;
  return brands.length === 0 ? user : { ...user, brands };
};

const evolve = (user: User, event: UserEvent): User => {
  switch (event.type) {
    case 'UserInvited': {
      const { companyId, role, brands, expiresAt } = event.data;
      return { ...initial, status: 'invited', companyId, role, expiresAt, ...(brands === undefined ? {} : { brands }) };
    }
    case 'InvitationRenewed':
      return { ...user, expiresAt: event.data.expiresAt };
    case 'InvitationAccepted':
      return { ...user, status: 'active' };
    case 'RoleGiven':
      return { ...user, role: event.data.role };
    case 'BrandGiven':
      return withBrands(user, [...(user.brands ?? []), event.data.brandId]);
    case 'BrandTaken':
      return withBrands(
        user,
        (user.brands ?? []).filter((one) => one !== event.data.brandId),
      );
    case 'UserRemoved':
      return { ...user, status: 'removed' };
    case 'UserForgotten':
      return { ...user, isForgotten: true };
    case 'TotpEnrolled':
      return { ...user, hasTotp: true };
    case 'TotpRemoved':
      return { ...user, hasTotp: false };
    default:
      return user;
  }
};

/** Somebody who signs in. */
export const user: Decider<User, UserCommand, UserEvent> = { initial, decide, evolve };
