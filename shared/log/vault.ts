import type { Documents } from '#ports/documents.ts';
import { forgetWithinMs, type Vault } from '#ports/vault.ts';
import { boundedMap } from './bounded-map.ts';
import { derivedKey, keyBytes } from './derived-key.ts';
import { keyedHash } from './keyed-hash.ts';
import { keyDocuments, type FoundKey, type MasterKeys } from './key-documents.ts';

type Given = Readonly<{
  documents: Documents;
  /** for new keys; left out: `documents`. What is sealed with a key has to stand behind it on the disk, and the key need not be there first */
  making?: Pick<Documents, 'write'>;
  /** milliseconds that only grow */
  monotonicMs?: () => number;
}>;

/** Keys of 32 bytes. Fingerprints have one of their own where the master key is to change: they never do. */
export type VaultOptions = Given &
  (Readonly<{ masterKey: Buffer; fingerprintKey?: Buffer }> | Readonly<{ masterKey: MasterKeys; fingerprintKey: Buffer }>);

const rememberedKeys = 5000;
const rememberedCompanies = 1000;
const fingerprintVersion = 1;
const fingerprintLength = 22;

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

/** A company's fingerprints, under a secret of its own that only the fingerprint key gives. */
const fingerprints = (fingerprintKey: Buffer): Vault['fingerprint'] => {
  const secrets = boundedMap<(text: string) => string>(rememberedCompanies);
  const secretOf = (companyId: string): ((text: string) => string) => {
    const known = secrets.get(companyId);
    if (known) return known;
    const secret = keyedHash(derivedKey(fingerprintKey, `fingerprint/${fingerprintVersion}/${companyId}`));
    secrets.set(companyId, secret);
    return secret;
  };
  return (companyId, value) => `${secretOf(companyId)(value).slice(0, fingerprintLength)}.${fingerprintVersion}`;
};

const checked = (name: string, key: Buffer): Buffer => {
  if (key.length !== keyBytes) throw new Error(`the ${name} key has ${keyBytes} bytes, not ${key.length}`);
  return key;
};

const keysOf = (options: VaultOptions): Readonly<{ masterKeys: MasterKeys; fingerprintKey: Buffer }> => {
  if (!Buffer.isBuffer(options.masterKey))
    return { masterKeys: options.masterKey, fingerprintKey: checked('fingerprint', options.fingerprintKey as Buffer) };
  const current = checked('master', options.masterKey);
  return { masterKeys: () => Promise.resolve({ current }), fingerprintKey: checked('fingerprint', options.fingerprintKey ?? current) };
};

/**
 * Envelope encryption: a key per scope, kept as a document, sealed with the master key. Whoever destroys the document's key forgets the
 * scope; processes that remember the key look again within `forgetWithinMs`. While the master key changes, what the one before it sealed
 * is opened too and sealed again with the current one.
 */
export const documentVault = (options: VaultOptions): Vault => {
  const { documents, making = documents, monotonicMs = () => performance.now() } = options;
  const { masterKeys, fingerprintKey } = keysOf(options);
  const keys = keyDocuments(documents, masterKeys, making);
  const remembered = boundedMap<FoundKey & { until: number }>(rememberedKeys);
  const looks = new Map<string, Promise<FoundKey | undefined>>();
  const makings = new Map<string, Promise<FoundKey | undefined>>();

  /** What a destroy overtook is not remembered. */
  const look = async (scope: string): Promise<FoundKey | undefined> => {
    const known = remembered.get(scope);
    if (known && monotonicMs() < known.until) return known;
    return shared(looks, scope, async (stillWanted) => {
      const until = monotonicMs() + forgetWithinMs;
      const found = await keys.find(scope);
      if (found && stillWanted()) remembered.set(scope, { ...found, until });
      return found;
    });
  };

  const make = async (scope: string): Promise<FoundKey | undefined> => {
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
    fingerprint: fingerprints(fingerprintKey),
  };
};
