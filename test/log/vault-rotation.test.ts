import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { sqliteCommitter } from '#adapters/sqlite/committer.ts';
import { sqliteEventStore } from '#adapters/sqlite/event-store.ts';
import { documentVault } from '#log/vault.ts';
import type { MasterKeys } from '#log/key-documents.ts';
import type { Documents } from '#ports/documents.ts';
import type { EventStore } from '#ports/event-store.ts';
import type { Secret } from '#ports/secrets.ts';
import type { Vault } from '#ports/vault.ts';
import { vaultContract } from '../contracts/vault.contract.ts';
import { appendTo, everything, queued, upTo } from '../support/log-events.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

const fingerprintKey = Buffer.alloc(32, 7);

/** A secret with versions as Secret Manager has them; each process remembers what it read until it looks again. */
const rotatingSecret = () => {
  const versions = [randomBytes(32)];
  const newest = (): Secret => {
    const [current, previous] = versions.toReversed() as [Buffer, Buffer?];
    return previous ? { current, previous } : { current };
  };
  const readers: (() => void)[] = [];
  const reader = (): MasterKeys => {
    let known = newest();
    readers.push(() => (known = newest()));
    return async ({ fresh }) => (known = fresh ? newest() : known);
  };
  return {
    rotate: () => void versions.push(randomBytes(32)),
    /** as after some minutes */
    everybodyLooks: () => readers.forEach((look) => look()),
    reader,
    newest,
  };
};

vaultContract('documents in sqlite while the master key changes', async () => {
  const { documents, close } = openTestStore();
  const secret = rotatingSecret();
  let now = 0;
  const open = (masterKey: MasterKeys) => documentVault({ documents, masterKey, fingerprintKey, monotonicMs: () => now });
  const fromBefore = secret.reader();
  const vault = open(secret.reader());
  await vault.keyFor('packet/from-before');
  secret.rotate();
  let opened = 0;
  // every second process has not heard of the new version yet
  const another = () => open((opened += 1) % 2 === 0 ? fromBefore : secret.reader());
  return { vault, another, later: (ms) => void (now += ms), close };
});

describe('a master key that changes', () => {
  let opened: TestStore;
  beforeEach(() => {
    opened = openTestStore();
  });
  afterEach(() => opened.close());

  const scope = 'packet/pkt_1';
  const path = 'keys/packet%2Fpkt_1';
  const [one, two, three] = [1, 2, 3].map((n) => Buffer.alloc(32, n)) as [Buffer, Buffer, Buffer];
  const vaultWith = (secret: Secret, documents: Documents = opened.documents): Vault =>
    documentVault({ documents, masterKey: async () => secret, fingerprintKey });
  const sealWith = async (secret: Secret): Promise<Buffer> => {
    const key = await vaultWith(secret).keyFor(scope);
    assert.ok(key);
    return key.seal(Buffer.from('text'));
  };
  const opens = async (vault: Vault, sealed: Buffer): Promise<void> =>
    assert.equal((await vault.existingKey(scope))?.open(sealed).toString(), 'text');

  for (const [title, sealedWith, openedWith, opensIt] of [
    ['the current one', { current: one }, { current: one }, true],
    ['the one before', { current: one }, { current: two, previous: one }, true],
    ['the newer one, for who goes on with the one before', { current: two, previous: one }, { current: two }, true],
    ['neither', { current: one }, { current: three, previous: two }, false],
    ['none that is left', { current: one }, { current: two }, false],
    ['the one before that was never current', { current: two, previous: one }, { current: one }, false],
  ] as const)
    it(`opens a key that was sealed with ${title}: ${opensIt}`, async () => {
      const sealed = await sealWith(sealedWith);
      const opening = opens(vaultWith(openedWith), sealed);
      if (opensIt) await opening;
      else await assert.rejects(opening, /master key is not the one.*enable its version/);
    });

  it('seals again with the current one what it opened with the one before, once', async () => {
    const sealed = await sealWith({ current: one });
    const stored = async () => (await opened.documents.get(path))?.version;
    const before = await stored();
    await opens(vaultWith({ current: two, previous: one }), sealed);
    const after = await stored();
    await opens(vaultWith({ current: two, previous: one }), sealed);
    assert.notEqual(after, before);
    assert.equal(await stored(), after);
    await opens(vaultWith({ current: two }), sealed);
    await opens(vaultWith({ current: three, previous: two }), sealed);
  });

  it('opens also where it cannot be sealed again now', async () => {
    const sealed = await sealWith({ current: one });
    const documents: Documents = { ...opened.documents, write: () => Promise.reject(new Error('away')) };
    await opens(vaultWith({ current: two, previous: one }, documents), sealed);
    await opens(vaultWith({ current: one }), sealed);
  });

  it('brings nothing back that was destroyed while it was sealed again', async () => {
    await sealWith({ current: one });
    const documents: Documents = {
      ...opened.documents,
      write: async (writes) => {
        await vaultWith({ current: one }).destroy(scope);
        await opened.documents.write(writes);
      },
    };
    await vaultWith({ current: two, previous: one }, documents).existingKey(scope);
    assert.deepEqual((await opened.documents.get(path))?.data, { destroyed: true });
  });

  it('looks for a newer version when it meets a key that neither opens', async () => {
    const secret = rotatingSecret();
    const late = documentVault({ documents: opened.documents, masterKey: secret.reader(), fingerprintKey });
    secret.rotate();
    const sealed = await sealWith(secret.newest());
    await opens(late, sealed);
  });

  it('is done with once somebody has read the whole log, as a rebuild does', async () => {
    const committer = sqliteCommitter(opened.db);
    const storeWith = (secret: Secret): EventStore => sqliteEventStore({ db: opened.db, committer, vault: vaultWith(secret) });
    const streams = upTo(20).map((n) => `packet-pkt_${n}`);
    const before = storeWith({ current: one });
    for (const stream of streams) await before.append(appendTo(stream, { events: [queued(1)], by: stream }));
    await assert.rejects(storeWith({ current: two }).read('packet-pkt_3'), /master key is not the one/);
    await everything(storeWith({ current: two, previous: one }));
    const after = storeWith({ current: two });
    for (const stream of streams) {
      const { events } = await after.read(stream);
      assert.ok(events.length > 0 && events.every((event) => event.private !== undefined));
    }
    committer.close();
  });

  it('never changes a fingerprint', () => {
    const before = documentVault({ documents: opened.documents, masterKey: fingerprintKey });
    const after = vaultWith({ current: two, previous: one });
    assert.equal(after.fingerprint('co_demo', '+12085550101'), before.fingerprint('co_demo', '+12085550101'));
    assert.equal(after.fingerprint('co_demo', '+12085550101'), 'vHvuhZ8TCE_yGyXbrEoaw8.1');
    const elsewhere = documentVault({ documents: opened.documents, masterKey: one, fingerprintKey: two });
    assert.notEqual(elsewhere.fingerprint('co_demo', '+12085550101'), 'vHvuhZ8TCE_yGyXbrEoaw8.1');
  });

  it('refuses keys of another length', async () => {
    const short = documentVault({ documents: opened.documents, masterKey: async () => ({ current: randomBytes(16) }), fingerprintKey });
    await assert.rejects(short.keyFor(scope), /32 bytes, not 16/);
    const { documents } = opened;
    assert.throws(() => documentVault({ documents, masterKey: one, fingerprintKey: randomBytes(31) }), /fingerprint key has 32 bytes/);
  });

  it('loses nothing and brings nothing back, whoever does what when, while every key is opened between two changes, minutes apart', async () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ what: fc.constant('use' as const), who: fc.nat(3), scope: fc.nat(4) }) },
      { weight: 1, arbitrary: fc.record({ what: fc.constant('destroy' as const), who: fc.nat(3), scope: fc.nat(4) }) },
      { weight: 1, arbitrary: fc.record({ what: fc.constant('rotate' as const), who: fc.nat(3), scope: fc.nat(4) }) },
      { weight: 2, arbitrary: fc.record({ what: fc.constant('start' as const), who: fc.nat(3), scope: fc.nat(4) }) },
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const prefix = `round-${(round += 1)}/`;
        const secret = rotatingSecret();
        const start = (): Vault => documentVault({ documents: opened.documents, masterKey: secret.reader(), fingerprintKey });
        const vaults = Array.from({ length: 4 }, start);
        const sealed = new Map<number, Buffer>();
        const gone = new Set<number>();
        const check = async (vault: Vault, at: number): Promise<void> => {
          const key = await vault.keyFor(prefix + at);
          // another process may go on with a destroyed key for a minute
          if (gone.has(at)) return;
          const bytes = sealed.get(at);
          if (bytes) assert.equal(key?.open(bytes).toString(), `text ${at}`);
          else if (key) sealed.set(at, key.seal(Buffer.from(`text ${at}`)));
        };
        for (const { what, who, scope: at } of steps) {
          if (what === 'use') await check(vaults[who]!, at);
          if (what === 'start') vaults[who] = start();
          if (what === 'destroy') {
            await vaults[who]!.destroy(prefix + at);
            gone.add(at);
          }
          if (what === 'rotate') {
            secret.everybodyLooks();
            const sweeper = start();
            for (const each of sealed.keys()) await check(sweeper, each);
            secret.rotate();
          }
        }
        const last = start();
        for (const at of sealed.keys()) await check(last, at);
        for (const at of gone) assert.equal(await last.keyFor(prefix + at), undefined);
      }),
      { numRuns: 60 },
    );
  });
});
