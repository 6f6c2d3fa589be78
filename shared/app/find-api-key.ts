import { works } from '#domain/access/api-key.ts';
import { modeOfKey } from '#domain/access/key-text.ts';
import { apiKeyPath, hashOfKey, type ApiKeyDocument } from './change-api-keys.ts';
import type { House } from './house.ts';

/** A key that was revoked, or has got other rights, works as before for at most so long in other processes, real milliseconds. */
export const keyRememberedMs = 5_000;
const mostRemembered = 5_000;

type Known = Readonly<{ key: ApiKeyDocument | undefined; until: number }>;

/** By the hash. */
const seen = new WeakMap<House, Map<string, Known>>();

const memoryOf = (house: House): Map<string, Known> => {
  const memory = seen.get(house) ?? new Map<string, Known>();
  seen.set(house, memory);
  return memory;
};

/** The next request that carries it reads it. */
export const forgetApiKey = (house: House, hash: string): void => void seen.get(house)?.delete(hash);

const lookUp = async (house: House, hash: string): Promise<ApiKeyDocument | undefined> => {
  const memory = memoryOf(house);
  const now = house.clock.realMs();
  const known = memory.get(hash);
  if (known && known.until > now) return known.key;
  const key = (await house.documents.get<ApiKeyDocument>(apiKeyPath(hash)))?.data;
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(hash, { key, until: now + keyRememberedMs });
  return key;
};

export type FoundKey =
  | Readonly<{ kind: 'works'; key: ApiKeyDocument }>
  /** `malformed` and `unknown` are for nobody but the one who holds the key: told apart, they help him and nobody else */
  | Readonly<{ kind: 'malformed' | 'unknown' }>
  | Readonly<{ kind: 'revoked' | 'expired'; key: ApiKeyDocument }>;

/** The key behind the text of an Authorization header. A text whose checksum is wrong asks nobody. */
export const findApiKey = async (house: House, text: string): Promise<FoundKey> => {
  if (modeOfKey(text) === undefined) return { kind: 'malformed' };
  const key = await lookUp(house, hashOfKey(text));
  if (!key) return { kind: 'unknown' };
  if (works(key, house.clock.now())) return { kind: 'works', key };
  return { kind: key.revokedAt === undefined ? 'expired' : 'revoked', key };
};
