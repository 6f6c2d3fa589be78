import { hash, randomBytes } from 'node:crypto';
import { apiKeys, type ApiKey, type ApiKeyCommand, type ApiKeys } from '#domain/access/api-key.ts';
import { keyText } from '#domain/access/key-text.ts';
import type { Cause } from '#domain/kernel/event.ts';
import type { SendingMode } from '#domain/kernel/sending-mode.ts';
import { apiKeysStream } from '#domain/kernel/streams.ts';
import { fold } from '#domain/kernel/decider.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';

/** What a request that carries the key has to know of it. The document goes by the key's hash: nobody who reads it can call us. */
export type ApiKeyDocument = Readonly<{ companyId: string }> &
  Pick<ApiKey, 'keyId' | 'name' | 'mode' | 'scopes' | 'expiresAt' | 'revokedAt' | 'limits' | 'support'>;

/** 178 random bits need no slow hash. */
export const hashOfKey = (text: string): string => hash('sha256', text);
export const apiKeyPath = (hash: string): string => `apiKeys/${hash}`;
/** Which hash is behind a key's id: for whoever changes the key and has only its id. In a collection of the same name: a database has few exemptions from its indexes. */
export const keyHashPath = (companyId: string, keyId: string): string => `companies/${companyId}/apiKeys/${keyId}`;

export const newKeyText = (mode: SendingMode): string => {
  for (;;) {
    const text = keyText(mode, randomBytes(64));
    if (text !== undefined) return text;
  }
};

/** By a key's id. */
export type HashOf = Readonly<Record<string, string>>;

const documentsOf = (companyId: string, state: ApiKeys, hashes: HashOf): readonly DocumentWrite[] =>
  Object.entries(hashes).flatMap(([keyId, hash]) => {
    const key = state[keyId];
    if (!key) return [];
    const { name, mode, scopes, expiresAt, revokedAt, limits, support } = key;
    const ends = { ...(expiresAt === undefined ? {} : { expiresAt }), ...(revokedAt === undefined ? {} : { revokedAt }) };
    const data: ApiKeyDocument = {
      companyId,
      keyId,
      name,
      mode,
      scopes,
      ...ends,
      ...(limits === undefined ? {} : { limits }),
      ...(support === undefined ? {} : { support }),
    };
    return [
      { path: apiKeyPath(hash), data },
      { path: keyHashPath(companyId, keyId), data: { hash } },
    ];
  });

/** A decision about a company's keys, and with it the documents of those whose hashes are named. Throws Refusals. */
export const changeApiKeys = async ({ store }: House, command: ApiKeyCommand, hashes: HashOf, cause: Cause): Promise<ApiKeys> => {
  const { companyId } = command.data;
  const stream = apiKeysStream(companyId);
  const documents = (state: ApiKeys): readonly DocumentWrite[] => documentsOf(companyId, state, hashes);
  return (await handle(store, apiKeys, { stream, companyId, command, cause, documents })).state;
};

/** All keys that the company ever had. */
export const readApiKeys = async ({ store }: Pick<House, 'store'>, companyId: string): Promise<ApiKeys> => {
  const { events } = await store.read(apiKeysStream(companyId));
  return fold(apiKeys, events as readonly unknown[] as readonly never[]);
};

/** The hash behind a key's id, where there is such a key. */
export const hashesOf = async ({ documents }: House, companyId: string, keyId: string): Promise<HashOf> => {
  const found = await documents.get<{ hash: string }>(keyHashPath(companyId, keyId));
  return found ? { [keyId]: found.data.hash } : {};
};
