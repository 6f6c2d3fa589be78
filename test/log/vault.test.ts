import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { documentVault } from '#log/vault.ts';
import { boundedMap } from '#log/bounded-map.ts';
import type { Documents } from '#ports/documents.ts';
import { vaultContract } from '../contracts/vault.contract.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

vaultContract('documents in sqlite', async () => {
  const { documents, close } = openTestStore();
  const masterKey = randomBytes(32);
  let now = 0;
  const another = () => documentVault({ documents, masterKey, monotonicMs: () => now });
  return { vault: another(), another, later: (ms) => void (now += ms), close };
});

/** Documents that read at once, but between `hold` and `pass` do not answer before `release`. */
const slowDocuments = (documents: Documents) => {
  const gate = Promise.withResolvers<void>();
  let held = false;
  const late = async <A>(answer: Promise<A>): Promise<A> => {
    const wait = held ? gate.promise : undefined;
    const found = await answer;
    await wait;
    return found;
  };
  const get: Documents['get'] = (path) => late(documents.get(path));
  return { documents: { ...documents, get }, hold: () => void (held = true), pass: () => void (held = false), release: gate.resolve };
};

describe('vault in documents', () => {
  let opened: TestStore;
  beforeEach(() => {
    opened = openTestStore();
  });
  afterEach(() => opened.close());
  const masterKey = Buffer.alloc(32, 7);

  it('never stores a key that opens something without the master key', async () => {
    const vault = documentVault({ documents: opened.documents, masterKey });
    await vault.keyFor('packet/pkt_1');
    const stranger = documentVault({ documents: opened.documents, masterKey: randomBytes(32) });
    await assert.rejects(stranger.keyFor('packet/pkt_1'), /master key is not the one/);
    await assert.rejects(stranger.existingKey('packet/pkt_1'), /master key is not the one/);
  });

  it('does not take the key of one scope for another when somebody moves the documents about', async () => {
    const vault = documentVault({ documents: opened.documents, masterKey });
    await vault.keyFor('packet/pkt_1');
    const document = await opened.documents.get('keys/packet%2Fpkt_1');
    await opened.documents.write([{ path: 'keys/packet%2Fpkt_2', data: document?.data }]);
    await assert.rejects(vault.existingKey('packet/pkt_2'));
  });

  it('keeps nothing of a destroyed key in its document', async () => {
    const vault = documentVault({ documents: opened.documents, masterKey });
    await vault.keyFor('packet/pkt_1');
    await vault.destroy('packet/pkt_1');
    assert.deepEqual((await opened.documents.get('keys/packet%2Fpkt_1'))?.data, { destroyed: true });
  });

  it('keeps the fingerprints of its first version for ever', () => {
    // Claims and suppressions are found by them: should this change, a new version is due beside the old one.
    const vault = documentVault({ documents: opened.documents, masterKey });
    assert.equal(vault.fingerprint('co_demo', '+12085550101'), 'vHvuhZ8TCE_yGyXbrEoaw8.1');
  });

  it('opens what was sealed by its first version for ever', async () => {
    await opened.documents.write([
      {
        path: 'keys/packet%2Fpkt_1',
        data: { wrapped: 'AWul7nz8EfsJZoH3quQN+/90ujIpWoK7CTA7BYu+N500OPxJjJ8lAaHMseTCZU/Iiaoz/Gb2WyvP43pOsw==' },
      },
    ]);
    const key = await documentVault({ documents: opened.documents, masterKey }).existingKey('packet/pkt_1');
    assert.equal(key?.open(Buffer.from('AaWIZb/39HYlVJDIixlcYLyBJvSOIE0Y0wfAoJXpcIWz', 'base64')).toString(), 'kept');
  });

  it('asks the documents once for many callers, and not again for what it remembers', async () => {
    let asked = 0;
    const documents: Documents = { ...opened.documents, get: (path) => (asked++, opened.documents.get(path)) };
    const vault = documentVault({ documents, masterKey });
    await Promise.all(Array.from({ length: 50 }, () => vault.keyFor('packet/pkt_1')));
    const first = asked;
    for (let n = 0; n < 50; n++) await vault.existingKey('packet/pkt_1');
    assert.deepEqual([first <= 2, asked], [true, first]);
  });

  it('forgets what a look on its way saw before a destroy', async () => {
    const slow = slowDocuments(opened.documents);
    const vault = documentVault({ documents: slow.documents, masterKey });
    await documentVault({ documents: opened.documents, masterKey }).keyFor('packet/pkt_1');
    slow.hold();
    const looking = vault.existingKey('packet/pkt_1');
    await vault.destroy('packet/pkt_1');
    slow.release();
    await looking;
    assert.equal(await vault.existingKey('packet/pkt_1'), undefined);
  });

  it('does not take an old answer on its way for the end of a key that was just made', async () => {
    const slow = slowDocuments(opened.documents);
    let looking: Promise<unknown> | undefined;
    const documents: Documents = {
      ...slow.documents,
      write: async (writes) => {
        slow.hold();
        looking = vault.existingKey('packet/pkt_1');
        slow.pass();
        await opened.documents.write(writes);
      },
    };
    const vault = documentVault({ documents, masterKey });
    assert.ok(await Promise.race([vault.keyFor('packet/pkt_1'), sleep(10_000)]));
    slow.release();
    assert.equal(await looking, undefined);
    assert.ok(await vault.existingKey('packet/pkt_1'));
  });

  it('passes on the trouble of its documents, and recovers', async () => {
    let away = true;
    const documents: Documents = {
      ...opened.documents,
      get: (path) => (away ? Promise.reject(new Error('away')) : opened.documents.get(path)),
    };
    const vault = documentVault({ documents, masterKey });
    await assert.rejects(vault.keyFor('packet/pkt_1'), /away/);
    away = false;
    assert.ok(await vault.keyFor('packet/pkt_1'));
  });

  it('refuses a master key of another length', () => {
    assert.throws(() => documentVault({ documents: opened.documents, masterKey: randomBytes(16) }), /32 bytes/);
  });
});

describe('bounded map', () => {
  it('lets go of what was not asked for the longest', () => {
    const map = boundedMap<{ n: number }>(2);
    map.set('a', { n: 1 });
    map.set('b', { n: 2 });
    map.get('a');
    map.set('c', { n: 3 });
    assert.deepEqual([map.get('a'), map.get('b'), map.get('c')], [{ n: 1 }, undefined, { n: 3 }]);
    map.delete('a');
    assert.equal(map.get('a'), undefined);
  });
});
