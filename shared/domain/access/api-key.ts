import type { Command, Decider } from '../kernel/decider.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { SendingMode } from '../kernel/sending-mode.ts';
import type { AccessEvent as AnyAccessEvent, KeyLimits } from './events.ts';

/** Of keys alone: the company's stream has its team list too. */
type AccessEvent = Exclude<AnyAccessEvent, { type: 'TeamListSet' }>;

// Commands

/** `at`: business time, UTC ISO */
export type IssueApiKey = Command<
  'IssueApiKey',
  {
    companyId: string;
    keyId: string;
    name: string;
    mode: SendingMode;
    scopes: readonly string[];
    lastFour: string;
    at: string;
    by: string;
    expiresAt?: string | undefined;
    limits?: KeyLimits | undefined;
    support?: string | undefined;
  }
>;
/** The new key has what the old one has; the old one works until `worksUntil`. */
export type RollApiKey = Command<
  'RollApiKey',
  { companyId: string; keyId: string; newKeyId: string; lastFour: string; at: string; by: string; worksUntil: string }
>;
export type RevokeApiKey = Command<'RevokeApiKey', { companyId: string; keyId: string; at: string; by: string }>;
export type ApiKeyCommand = IssueApiKey | RollApiKey | RevokeApiKey;

// State

export type ApiKey = Readonly<{
  keyId: string;
  name: string;
  mode: SendingMode;
  scopes: readonly string[];
  lastFour: string;
  issuedAt: string;
  issuedBy: string;
  /** works no longer from then on */
  expiresAt?: string;
  limits?: KeyLimits;
  replaces?: string;
  /** it is of the platform's staff, by this access */
  support?: string;
  replacedBy?: string;
  revokedAt?: string;
  revokedBy?: string;
}>;

/** All keys that the company ever had, by their ids. */
export type ApiKeys = Readonly<Record<string, ApiKey>>;

export const works = ({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: string): boolean =>
  revokedAt === undefined && (expiresAt === undefined || expiresAt > now);

// Decide

const mostWorking = 50;
const mostOverlapMs = 7 * 86_400_000;

const keyIn = (state: ApiKeys, keyId: string): ApiKey => {
  const key = Object.hasOwn(state, keyId) ? state[keyId] : undefined;
  if (!key) throw new Refusal('api_key_unknown', `there is no key ${keyId}: list the keys to see which there are`);
  return key;
};

const checkRoom = (state: ApiKeys, at: string): void => {
  if (Object.values(state).filter((key) => works(key, at)).length < mostWorking) return;
  throw new Refusal('api_keys_too_many', `a company has up to ${mostWorking} keys that work: revoke one that nobody uses`);
};

const issue = ({ data: { at, by, expiresAt, limits, scopes, support, ...data } }: IssueApiKey, state: ApiKeys): readonly AccessEvent[] => {
  if (state[data.keyId]) return [];
  checkRoom(state, at);
  if (expiresAt !== undefined && expiresAt <= at)
    throw new Refusal('expiry_past', 'a key that expires in the past works never: name a later time');
  const more = {
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(limits === undefined ? {} : { limits }),
    ...(support === undefined ? {} : { support }),
  };
  return [{ type: 'ApiKeyIssued', data: { ...data, scopes: [...scopes], issuedAt: at, issuedBy: by, ...more } }];
};

const roll = ({ data }: RollApiKey, state: ApiKeys): readonly AccessEvent[] => {
  const { companyId, keyId, newKeyId, lastFour, at, by, worksUntil } = data;
  const old = keyIn(state, keyId);
  if (old.replacedBy === newKeyId) return [];
  if (old.replacedBy !== undefined || !works(old, at))
    throw new Refusal('api_key_not_active', `${keyId} was rolled, revoked or has expired: roll the key that took its place, or issue one`);
  if (Date.parse(worksUntil) - Date.parse(at) > mostOverlapMs)
    throw new Refusal('overlap_too_long', 'the old key may work for up to seven days beside the new one');
  checkRoom(state, at);
  const { name, mode, scopes, expiresAt, limits, support } = old;
  if (support !== undefined) throw new Refusal('api_key_not_active', `${keyId} is of the platform's staff: it ends, and is not rolled`);
  const until = { ...(expiresAt === undefined ? {} : { expiresAt }), ...(limits === undefined ? {} : { limits }) };
  const issued = { companyId, keyId: newKeyId, name, mode, scopes: [...scopes], lastFour, issuedAt: at, issuedBy: by, ...until };
  return [
    { type: 'ApiKeyIssued', data: { ...issued, replaces: keyId } },
    { type: 'ApiKeyRolled', data: { companyId, keyId, replacedBy: newKeyId, worksUntil, rolledBy: by } },
  ];
};

const revoke = ({ data: { companyId, keyId, at, by } }: RevokeApiKey, state: ApiKeys): readonly AccessEvent[] =>
  keyIn(state, keyId).revokedAt === undefined ? [{ type: 'ApiKeyRevoked', data: { companyId, keyId, revokedAt: at, revokedBy: by } }] : [];

const decide = (command: ApiKeyCommand, state: ApiKeys): readonly AccessEvent[] => {
  switch (command.type) {
    case 'IssueApiKey':
      return issue(command, state);
    case 'RollApiKey':
      return roll(command, state);
    default:
      return revoke(command, state);
  }
};

// Evolve

const changed = (state: ApiKeys, keyId: string, change: Partial<ApiKey>): ApiKeys => {
  const key = state[keyId];
  return key ? { ...state, [keyId]: { ...key, ...change } } : state;
};

const evolve = (state: ApiKeys, event: AccessEvent): ApiKeys => {
  switch (event.type) {
    case 'ApiKeyIssued': {
      const { companyId: _, ...key } = event.data;
      return { ...state, [key.keyId]: key };
    }
    case 'ApiKeyRolled': {
      const { keyId, replacedBy, worksUntil } = event.data;
      const until = state[keyId]?.expiresAt;
      return changed(state, keyId, { replacedBy, expiresAt: until !== undefined && until < worksUntil ? until : worksUntil });
    }
    default: {
      const { keyId, revokedAt, revokedBy } = event.data;
      return changed(state, keyId, { revokedAt, revokedBy });
    }
  }
};

const isOfKey = (event: AnyAccessEvent): event is AccessEvent =>
  event.type === 'ApiKeyIssued' || event.type === 'ApiKeyRolled' || event.type === 'ApiKeyRevoked';

/** The keys of one company. */
export const apiKeys: Decider<ApiKeys, ApiKeyCommand, AnyAccessEvent> = {
  initial: {},
  decide,
  // the team list, and the access of the platform's staff, stand in the same stream
  evolve: (state, event) => (isOfKey(event) ? evolve(state, event) : state),
};
