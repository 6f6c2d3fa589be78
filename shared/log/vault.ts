import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { DocumentMoved, type Documents } from '#ports/documents.ts';
import { forgetWithinMs, type ScopeKey, type Vault } from '#ports/vault.ts';
import { boundedMap } from './bounded-map.ts';
import { scopeKey } from './scope-key.ts';

export type VaultOptions = Readonly<{
  documents: Documents;
  /** 32 bytes */
  masterKey: Buffer;
  /** milliseconds that only grow */
  monotonicMs?: () => number;
}>;

/** `keys/{scope}`: the scope's own key, sealed with the master key; or that it was destroyed, which is for ever. */
type KeyDocument = Readonly<{ wrapped: string }> | Readonly<{ destroyed: true }>;

const keyBytes = 32;
const rememberedKeys = 5000;
const rememberedCompanies = 1000;
const fingerprintVersion = 1;
const fingerprintLength = 22;

const derived = (masterKey: Buffer, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, '', `carillon/${purpose}`, keyBytes)));

// Percent signs instead of slashes: two scopes never share a path, and its parts stay even.
const pathOf = (scope: string): string => `keys/${encodeURIComponent(scope)}`;

/** `key` is undefined when it was destroyed. */
type Found = Readonly<{ key: ScopeKey | undefined }>;

/** Who asks for the same at the same time shares one answer. `stillWanted` turns false when somebody took the key out meanwhile. */
const shared = <T>(under: Map<string, Promise<T>>, key: string, run: (stillWanted: () => boolean) => Promise<T>): Promise<T> => {
  const known = under.get(key);
  if (known) return known;
  const isMine = (): boolean => under.get(key) === mine;
  const mine: Promise<T> = run(isMine).finally(() => {
    if (isMine()) under.delete(key);
  });
  under.set(key, mine);
  return mine;
};

/** The keys of the scopes as documents. */
const keyDocuments = (documents: Documents, masterKey: Buffer) => {
  const wrapping = derived(masterKey, 'wrapping/1');
  const open = (scope: string, document: KeyDocument): ScopeKey | undefined => {
    if ('destroyed' in document) return undefined;
    try {
      return scopeKey(createSecretKey(scopeKey(wrapping, scope).open(Buffer.from(document.wrapped, 'base64'))), scope);
    } catch (error) {
      throw new Error('the master key is not the one that the keys here were sealed with: put the right one back', { cause: error });
    }
  };
  return {
    /** Undefined when the scope never had a key. */
    find: async (scope: string): Promise<Found | undefined> => {
      const found = await documents.get<KeyDocument>(pathOf(scope));
      return found && { key: open(scope, found.data) };
    },
    /** Makes one unless somebody else did; whoever reads next gets the one that counts. */
    make: async (scope: string): Promise<void> => {
      const wrapped = scopeKey(wrapping, scope).seal(randomBytes(keyBytes)).toString('base64');
      try {
        await documents.write([{ path: pathOf(scope), data: { wrapped }, ifAbsent: true }]);
      } catch (error) {
        if (!(error instanceof DocumentMoved)) throw error;
      }
    },
    destroy: (scope: string): Promise<void> => documents.write([{ path: pathOf(scope), data: { destroyed: true } }]),
  };
};

/** A company's fingerprints, under a secret of its own that only the master key gives. */
const fingerprints = (masterKey: Buffer): Vault['fingerprint'] => {
  const secrets = boundedMap<KeyObject>(rememberedCompanies);
  const secretOf = (companyId: string): KeyObject => {
    const known = secrets.get(companyId);
    if (known) return known;
    const secret = derived(masterKey, `fingerprint/${fingerprintVersion}/${companyId}`);
    secrets.set(companyId, secret);
    return secret;
  };
  return (companyId, value) => {
    const hmac = createHmac('sha256', secretOf(companyId)).update(value).digest('base64url');
    return `${hmac.slice(0, fingerprintLength)}.${fingerprintVersion}`;
  };
};

/**
 * Envelope encryption: a key per scope, kept as a document, sealed with the master key. Whoever destroys the document's key forgets the
 * scope; processes that remember the key look again within `forgetWithinMs`.
 */
export const documentVault = ({ documents, masterKey, monotonicMs = () => performance.now() }: VaultOptions): Vault => {
  if (masterKey.length !== keyBytes) throw new Error(`the master key has ${keyBytes} bytes, not ${masterKey.length}`);
  const keys = keyDocuments(documents, masterKey);
  const remembered = boundedMap<Found & { until: number }>(rememberedKeys);
  const looks = new Map<string, Promise<Found | undefined>>();
  const makings = new Map<string, Promise<Found | undefined>>();

  /** What a destroy overtook is not remembered. */
  const look = async (scope: string): Promise<Found | undefined> => {
    const known = remembered.get(scope);
    if (known && monotonicMs() < known.until) return known;
    return shared(looks, scope, async (stillWanted) => {
      const until = monotonicMs() + forgetWithinMs;
      const found = await keys.find(scope);
      if (found && stillWanted()) remembered.set(scope, { ...found, until });
      return found;
    });
  };

  const make = async (scope: string): Promise<Found | undefined> => {
    await keys.make(scope);
    // A look from before may still be on its way with "there is none".
    looks.delete(scope);
    return look(scope);
  };

  return {
    existingKey: async (scope) => (await look(scope))?.key,
    keyFor: async (scope) => ((await look(scope)) ?? (await shared(makings, scope, () => make(scope))))?.key,
    destroy: async (scope) => {
      await keys.destroy(scope);
      looks.delete(scope);
      remembered.set(scope, { key: undefined, until: Infinity });
    },
    fingerprint: fingerprints(masterKey),
  };
};
