import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { DocumentMoved, type Document, type Documents } from '#ports/documents.ts';
import type { Secret } from '#ports/secrets.ts';
import type { ScopeKey } from '#ports/vault.ts';
import { derivedKey, keyBytes } from './derived-key.ts';
import { scopeKey, SealBroken } from './scope-key.ts';

/** The master key and, while it changes, the one before it; `fresh` looks again for whoever has met a key that neither opens. */
export type MasterKeys = (options: Readonly<{ fresh: boolean }>) => Promise<Secret>;

/** `keys/{scope}`: the scope's own key, sealed with a master key; or that it was destroyed, which is for ever. */
type KeyDocument = Readonly<{ wrapped: string }> | Readonly<{ destroyed: true }>;

/** `key` is undefined when it was destroyed. */
export type FoundKey = Readonly<{ key: ScopeKey | undefined }>;

// Percent signs instead of slashes: two scopes never share a path, and its parts stay even.
const pathOf = (scope: string): string => `keys/${encodeURIComponent(scope)}`;

type Wrappings = Readonly<{ current: KeyObject; previous: KeyObject | undefined }>;

const isSame = (one: Secret | undefined, other: Secret): boolean =>
  one !== undefined &&
  one.current.equals(other.current) &&
  (one.previous && other.previous ? one.previous.equals(other.previous) : one.previous === other.previous);

/** Derives the wrapping keys once for each pair of master keys. */
const wrappingsOf = (masterKeys: MasterKeys) => {
  let last: Readonly<{ secret: Secret; wrappings: Wrappings }> | undefined;
  const wrapping = (key: Buffer): KeyObject => {
    if (key.length !== keyBytes) throw new Error(`the master key has ${keyBytes} bytes, not ${key.length}`);
    return derivedKey(key, 'wrapping/1');
  };
  return async (fresh: boolean): Promise<Wrappings> => {
    const secret = await masterKeys({ fresh });
    if (!last || !isSame(last.secret, secret)) {
      const { current, previous } = secret;
      last = { secret, wrappings: { current: wrapping(current), previous: previous && wrapping(previous) } };
    }
    return last.wrappings;
  };
};

/** The secret of a scope's key, undefined when it was sealed with another key or for another scope. */
const unwrap = (wrapping: KeyObject | undefined, scope: string, wrapped: string): Buffer | undefined => {
  if (!wrapping) return undefined;
  try {
    return scopeKey(wrapping, scope).open(Buffer.from(wrapped, 'base64'));
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
};

const wrap = (wrapping: KeyObject, scope: string, secret: Buffer): KeyDocument => ({
  wrapped: scopeKey(wrapping, scope).seal(secret).toString('base64'),
});

const openNone = (): never => {
  throw new Error(
    'the master key is not the one that the keys here were sealed with: put the right one back (or enable its version again)',
  );
};

type Opened = Readonly<{ secret: Buffer; sealAgainWith?: KeyObject }>;

const openWith = ({ current, previous }: Wrappings, scope: string, wrapped: string): Opened | undefined => {
  const secret = unwrap(current, scope, wrapped);
  if (secret) return { secret };
  const old = unwrap(previous, scope, wrapped);
  return old && { secret: old, sealAgainWith: current };
};

/** The keys of the scopes as documents. */
export const keyDocuments = (documents: Documents, masterKeys: MasterKeys, making: Pick<Documents, 'write'> = documents) => {
  const wrappings = wrappingsOf(masterKeys);

  /** In place, unless somebody else has changed it meanwhile: destroyed stays destroyed. What fails now is done by the next look. */
  const sealAgain = async (scope: string, version: number, data: KeyDocument): Promise<void> => {
    await documents.write([{ path: pathOf(scope), data, ifVersion: version }]).catch(() => undefined);
  };

  const open = async (scope: string, { data, version }: Document<KeyDocument>): Promise<ScopeKey | undefined> => {
    if ('destroyed' in data) return undefined;
    const { wrapped } = data;
    const opened = openWith(await wrappings(false), scope, wrapped) ?? openWith(await wrappings(true), scope, wrapped) ?? openNone();
    const { secret, sealAgainWith } = opened;
    if (sealAgainWith) await sealAgain(scope, version, wrap(sealAgainWith, scope, secret));
    return scopeKey(createSecretKey(secret), scope);
  };

  return {
    /** Undefined when the scope never had a key. */
    find: async (scope: string): Promise<FoundKey | undefined> => {
      const found = await documents.get<KeyDocument>(pathOf(scope));
      return found && { key: await open(scope, found) };
    },
    /** Makes one unless somebody else did; whoever reads next gets the one that counts. */
    make: async (scope: string): Promise<void> => {
      const { current } = await wrappings(false);
      try {
        await making.write([{ path: pathOf(scope), data: wrap(current, scope, randomBytes(keyBytes)), ifAbsent: true }]);
      } catch (error) {
        if (!(error instanceof DocumentMoved)) throw error;
      }
    },
    destroy: (scope: string): Promise<void> => documents.write([{ path: pathOf(scope), data: { destroyed: true } }]),
  };
};
