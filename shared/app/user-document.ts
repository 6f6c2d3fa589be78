import type { Role } from '#domain/access/roles.ts';
import type { User } from '#domain/access/user.ts';
import type { House } from './house.ts';

/** What signing in and every request of a session need of a user; his address and name are sealed under his own key. */
export type UserDocument = Readonly<{
  companyId: string;
  userId: string;
  role: Role;
  brands?: readonly string[];
  status: 'invited' | 'active' | 'removed';
  hasTotp: boolean;
  /** what he is reached by, without telling it */
  login: string;
  /** `Personal` as JSON, sealed, base 64; left out once he was forgotten */
  sealed?: string;
  /** sessions that began before are over; real time, milliseconds */
  sessionsFrom: number;
  invitedAt: string;
  /** until when the invitation can be accepted */
  expiresAt?: string;
  acceptedAt?: string;
  removedAt?: string;
}>;

export type Personal = Readonly<{ email: string; name?: string }>;

export const userPath = (userId: string): string => `users/${userId}`;
/** Whose an address is: one user signs in with it. */
export const loginPath = (login: string): string => `logins/${login}`;
/** Hashes of a password and of recovery codes, and the sealed secret of an authenticator: nowhere else. */
export const credentialsPath = (userId: string): string => `credentials/${userId}`;
/** Who the owners are: a company is never without one. */
export const ownersPath = (companyId: string): string => `companies/${companyId}/access/owners`;

export type LoginDocument = Readonly<{ userId: string }>;
export type OwnersDocument = Readonly<{ owners: readonly string[] }>;

export type Credentials = Readonly<{
  /** PHC string */
  password: string;
  /** sealed, base 64; `step`: the last one that was taken */
  totp?: Readonly<{ sealed: string; step: number }>;
  /** begun, and not yet confirmed with a code */
  newTotp?: Readonly<{ sealed: string }>;
  /** hashes */
  recovery?: readonly string[];
  /** fingerprints of addresses that he has signed in from, newest first */
  known?: readonly string[];
}>;

export const scopeOfUser = (userId: string): string => `user/${userId}`;

/** The same however it is written. */
export const plainEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** Logins are of the whole house: an address is one user's. */
const everybody = 'co_logins';

export const loginOf = ({ vault }: Pick<House, 'vault'>, email: string): string =>
  vault.fingerprint(everybody, `login ${plainEmail(email)}`).replaceAll('/', '_');

/** `holding` finds a company's users under it. */
export const usersKey = ({ vault }: Pick<House, 'vault'>, companyId: string): string => vault.fingerprint(companyId, 'users');

export const sealFor = async ({ vault }: Pick<House, 'vault'>, userId: string, text: string): Promise<string | undefined> =>
  (await vault.keyFor(scopeOfUser(userId)))?.seal(Buffer.from(text)).toString('base64');

export const openFor = async ({ vault }: Pick<House, 'vault'>, userId: string, sealed: string): Promise<string | undefined> =>
  (await vault.existingKey(scopeOfUser(userId)))?.open(Buffer.from(sealed, 'base64')).toString();

/** Undefined once he was forgotten. */
export const personalOf = async (house: Pick<House, 'vault'>, { userId, sealed }: UserDocument): Promise<Personal | undefined> => {
  const text = sealed === undefined ? undefined : await openFor(house, userId, sealed);
  return text === undefined ? undefined : (JSON.parse(text) as Personal);
};

export const readUser = async ({ documents }: Pick<House, 'documents'>, userId: string): Promise<UserDocument | undefined> =>
  (await documents.get<UserDocument>(userPath(userId)))?.data;

const mostUsers = 1_000;

/** A company's users, newest first. */
export const usersOf = async (house: Pick<House, 'documents' | 'vault'>, companyId: string): Promise<readonly UserDocument[]> =>
  (await house.documents.holding<UserDocument>('users', usersKey(house, companyId), mostUsers))
    .map(({ data }) => data)
    .filter((one) => one.companyId === companyId)
    .sort((one, other) => (one.invitedAt < other.invitedAt ? 1 : -1));

/** What changes of the document with the state. */
export const withState = (before: UserDocument, { role, brands, status, hasTotp, expiresAt }: User): UserDocument => {
  const { brands: _, ...rest } = before;
  return {
    ...rest,
    role,
    status: status === 'unknown' ? before.status : status,
    hasTotp,
    ...(brands === undefined ? {} : { brands }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
};
