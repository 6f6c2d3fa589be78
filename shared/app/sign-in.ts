import { accountRule, addressRule, pairRule } from '#domain/access/login-tries.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { userStream } from '#domain/kernel/streams.ts';
import type { Document } from '#ports/documents.ts';
import { countLogin, forgiveLogins, takeBackLogin, type Counted } from './count-login.ts';
import { hashPassword, verifyPassword } from './hash-password.ts';
import type { House } from './house.ts';
import { newSession, type NewSession } from './find-session.ts';
import { hashOfRecoveryCode, totpStep } from './totp-step.ts';
import {
  credentialsPath,
  loginOf,
  loginPath,
  openFor,
  readUser,
  type Credentials,
  type LoginDocument,
  type UserDocument,
} from './user-document.ts';

export type Login = Readonly<{
  email: string;
  password: string;
  /** of an authenticator, or a recovery code */
  code?: string | undefined;
  /** where from, where that is known */
  address?: string | undefined;
  agent?: string | undefined;
}>;

/** Too many tries: what is told is the same for an address that nobody signs in with. */
export class LoginLocked extends Error {
  readonly code = 'login_locked';
  readonly waitMs: number;
  constructor(waitMs: number) {
    super('too many tries');
    this.name = 'LoginLocked';
    this.waitMs = waitMs;
  }
}

const failed = (): Refusal => new Refusal('login_failed', 'address and password do not belong together');

type Someone = Readonly<{ user: UserDocument; credentials: Document<Credentials> }>;

const someoneBehind = async (house: House, login: string): Promise<Someone | undefined> => {
  const found = await house.documents.get<LoginDocument>(loginPath(login));
  const userId = found?.data.userId ?? 'usr_nobody';
  // both reads are made for nobody too
  const [user, credentials] = await Promise.all([readUser(house, userId), house.documents.get<Credentials>(credentialsPath(userId))]);
  return user?.status === 'active' && credentials ? { user, credentials } : undefined;
};

/** Whom a try was about, for the audit log; `by` says nothing of who tried. Undefined: nobody signs in with that address. */
export const userBehind = async (house: House, email: string): Promise<Readonly<{ companyId: string; by: string }> | undefined> => {
  const someone = await someoneBehind(house, loginOf(house, email));
  return someone && { companyId: someone.user.companyId, by: someone.user.userId };
};

type Keys = Readonly<{ pair: string; account: string; address: string | undefined }>;

const keysOf = ({ vault }: House, login: string, address: string | undefined): Keys => {
  const key = (text: string): string => vault.fingerprint('co_logins', `try ${text}`);
  return {
    pair: key(`pair ${login} ${address ?? ''}`),
    account: key(`account ${login}`),
    address: address === undefined ? undefined : key(`address ${address}`),
  };
};

/** Counts one try wherever it counts; throws LoginLocked. True: this one was the last for now. */
const countTries = async (house: House, keys: Keys, known: readonly string[]): Promise<boolean> => {
  const counts: Counted[] = [];
  if (keys.address !== undefined) counts.push(await countLogin(house, keys.address, addressRule));
  if (counts.every(({ isFree }) => isFree)) counts.push(await countLogin(house, keys.pair, pairRule));
  // from where he has signed in before he gets in, whatever others try elsewhere: nobody locks him out for ever
  const isKnown = keys.address !== undefined && known.includes(keys.address);
  if (!isKnown && counts.every(({ isFree }) => isFree)) counts.push(await countLogin(house, keys.account, accountRule));
  const locked = counts.find((one) => !one.isFree);
  if (locked && !locked.isFree) throw new LoginLocked(locked.waitMs);
  return counts.some((one) => one.isFree && one.isLast);
};

type Proven = Readonly<{ credentials: Credentials; usedRecovery?: number }>;

/** Throws Refusals: code_missing, login_failed. */
const proveCode = async (house: House, { user, credentials: { data } }: Someone, code: string | undefined): Promise<Proven> => {
  if (!user.hasTotp || !data.totp) return { credentials: data };
  if (code === undefined)
    throw new Refusal('code_missing', 'send the six digits that your authenticator shows as "code", or a recovery code');
  const secret = await openFor(house, user.userId, data.totp.sealed);
  const step =
    secret === undefined ? undefined : totpStep(secret, code.replaceAll(' ', ''), { nowMs: house.clock.realMs(), after: data.totp.step });
  if (step !== undefined) return { credentials: { ...data, totp: { ...data.totp, step } } };
  const hash = hashOfRecoveryCode(user.userId, code);
  const rest = (data.recovery ?? []).filter((one) => one !== hash);
  if (rest.length === (data.recovery ?? []).length) throw failed();
  return { credentials: { ...data, recovery: rest }, usedRecovery: rest.length };
};

const mostKnown = 5;

const knowing = (credentials: Credentials, address: string | undefined): Credentials =>
  address === undefined
    ? credentials
    : { ...credentials, known: [address, ...(credentials.known ?? []).filter((one) => one !== address)].slice(0, mostKnown) };

export type SignedIn = Readonly<{ user: UserDocument; session: NewSession }>;

type Starting = Readonly<{ someone: Someone; proven: Proven; login: Login; cause: Cause }>;

/** Session, used code and event in one commit: a code that two requests carry lets one of them in. */
const start = async (house: House, { someone, proven, login, cause }: Starting): Promise<SignedIn> => {
  const { user, credentials } = someone;
  const { companyId, userId } = user;
  const session = newSession(house, user);
  const { address, agent } = login;
  const from = { ...(address === undefined ? {} : { address }), ...(agent === undefined ? {} : { agent: agent.slice(0, 300) }) };
  const left = proven.usedRecovery;
  await house.store.append({
    stream: userStream(userId),
    companyId,
    events: [
      { type: 'SessionStarted', data: { companyId, userId, session: session.session, totp: user.hasTotp }, private: from },
      ...(left === undefined ? [] : [{ type: 'RecoveryCodeUsed', data: { companyId, userId, left } }]),
    ],
    documents: [...session.writes, { path: credentials.path, data: proven.credentials, ifVersion: credentials.version }],
    cause,
  });
  return { user, session };
};

const lockedOut = async (house: House, { user }: Someone, cause: Cause): Promise<void> => {
  const { companyId, userId } = user;
  const untilAt = new Date(Date.parse(cause.now) + pairRule.firstMs).toISOString();
  const events = [{ type: 'UserLocked', data: { companyId, userId, untilAt } }] as const;
  await house.store.append({ stream: userStream(userId), companyId, events, cause: { ...cause, id: `${cause.id}.lock` } });
};

/**
 * Address and password, and a code where there is an authenticator. What is said, and how long it takes, is the same whether or not anybody has
 * that address. Throws Refusals (login_failed, code_missing, logins_many) and LoginLocked.
 */
export const signIn = async (house: House, login: Login, cause: Cause): Promise<SignedIn> => {
  const name = loginOf(house, login.email);
  const keys = keysOf(house, name, login.address);
  const someone = await someoneBehind(house, name);
  const isLast = await countTries(house, keys, someone?.credentials.data.known ?? []);
  const { isRight, isOld } = await verifyPassword(login.password, someone?.credentials.data.password);
  try {
    if (!someone || !isRight) throw failed();
    const proven = await proveCode(house, someone, login.code);
    const password = isOld ? await hashPassword(login.password) : proven.credentials.password;
    const credentials = knowing({ ...proven.credentials, password }, keys.address);
    const started = await start(house, { someone, proven: { ...proven, credentials }, login, cause });
    await forgiveLogins(house, [keys.pair, keys.account]);
    if (keys.address !== undefined) await takeBackLogin(house, keys.address);
    return started;
  } catch (error) {
    if (isLast && someone && error instanceof Refusal && error.code === 'login_failed') await lockedOut(house, someone, cause);
    throw error;
  }
};
