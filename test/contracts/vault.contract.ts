import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { forgetWithinMs, type ScopeKey, type Vault } from '#ports/vault.ts';

export type OpenedVault = Readonly<{
  vault: Vault;
  /** one more vault on the same data with the same master key, as another process has */
  another: () => Vault;
  /** lets real time pass for all of them */
  later: (ms: number) => void;
  close: () => void;
}>;

type Rule = (title: string, body: (opened: OpenedVault) => Promise<void>) => void;

const has = async (key: Promise<ScopeKey | undefined>): Promise<ScopeKey> => {
  const found = await key;
  assert.ok(found, 'the scope has a key');
  return found;
};

const sealRules = (rule: Rule): void => {
  rule('opens what it sealed, whatever it was', async ({ vault }) => {
    const key = await has(vault.keyFor('packet/pkt_1'));
    const bytes = fc.uint8Array({ maxLength: 2000 });
    fc.assert(fc.property(bytes, (plain) => key.open(key.seal(plain)).equals(plain)));
  });
  rule('shows nothing of what it sealed, and never the same bytes twice', async ({ vault }) => {
    const key = await has(vault.keyFor('packet/pkt_1'));
    const plain = Buffer.from('the same text again and again');
    const all = Array.from({ length: 100 }, () => key.seal(plain));
    assert.ok(all.every((sealed) => !sealed.includes('same text')));
    assert.equal(new Set(all.map((sealed) => sealed.subarray(0, 13).toString('hex'))).size, 100);
  });
  rule('refuses sealed bytes in which a single bit was changed', async ({ vault }) => {
    const key = await has(vault.keyFor('packet/pkt_1'));
    const sealed = key.seal(randomBytes(40));
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      assert.throws(() => key.open(changed));
    }
  });
  rule('refuses sealed bytes that were cut short or made longer', async ({ vault }) => {
    const key = await has(vault.keyFor('packet/pkt_1'));
    const sealed = key.seal(Buffer.from('text'));
    for (let length = 0; length < sealed.length; length++) assert.throws(() => key.open(sealed.subarray(0, length)));
    assert.throws(() => key.open(Buffer.concat([sealed, Buffer.of(0)])));
  });
  rule('opens nothing of another scope', async ({ vault }) => {
    const [one, two] = [await has(vault.keyFor('packet/pkt_1')), await has(vault.keyFor('packet/pkt_2'))];
    assert.throws(() => two.open(one.seal(Buffer.from('text'))));
  });
};

const keyRules = (rule: Rule): void => {
  rule('has no key for a scope before one is asked for, and looking makes none', async ({ vault }) => {
    assert.equal(await vault.existingKey('packet/pkt_1'), undefined);
    assert.equal(await vault.existingKey('packet/pkt_1'), undefined);
    await vault.keyFor('packet/pkt_1');
    assert.ok(await vault.existingKey('packet/pkt_1'));
  });
  rule('gives every process the same key', async ({ vault, another }) => {
    const sealed = (await has(vault.keyFor('packet/pkt_1'))).seal(Buffer.from('text'));
    for (const key of [another().keyFor('packet/pkt_1'), another().existingKey('packet/pkt_1')])
      assert.equal((await has(key)).open(sealed).toString(), 'text');
  });
  rule('makes one key when many ask at once, here and elsewhere', async ({ vault, another }) => {
    const other = another();
    const asked = Array.from({ length: 40 }, (_, n) => {
      const asker = n % 2 === 0 ? vault : other;
      // Some only look: what they see on the way must not pass for a destroyed key.
      if (n % 5 === 0) void asker.existingKey('packet/pkt_1');
      return has(asker.keyFor('packet/pkt_1'));
    });
    const keys = await Promise.all(asked);
    const sealed = keys.map((key, n) => key.seal(Buffer.of(n)));
    for (const [n, bytes] of sealed.entries()) assert.ok(keys[(n + 7) % keys.length]?.open(bytes).equals(Buffer.of(n)));
  });
  rule('keeps scopes apart whatever they are called', async ({ vault, another }) => {
    const scopes = ['a/b', 'a%2Fb', 'a.b', 'a:b', 'a', 'a/b/c', 'ü/日本', 'a b', 'A/B', '__a__', 'a~b'];
    for (const scope of scopes) await vault.destroy(`${scope}/gone`);
    const keys = await Promise.all(scopes.map((scope) => has(vault.keyFor(scope))));
    const fresh = another();
    for (const [n, scope] of scopes.entries()) {
      const sealed = keys[n]?.seal(Buffer.from(scope)) ?? Buffer.alloc(0);
      assert.equal((await has(fresh.existingKey(scope))).open(sealed).toString(), scope);
      for (const [m, key] of keys.entries()) if (m !== n) assert.throws(() => key.open(sealed));
    }
  });
};

const destroyRules = (rule: Rule): void => {
  rule('has no key any more for a scope that was destroyed, and never makes another', async ({ vault, another, later }) => {
    await vault.keyFor('packet/pkt_1');
    await vault.keyFor('packet/pkt_2');
    await vault.destroy('packet/pkt_1');
    for (const one of [vault, another()]) {
      assert.deepEqual([await one.existingKey('packet/pkt_1'), await one.keyFor('packet/pkt_1')], [undefined, undefined]);
      assert.ok(await one.existingKey('packet/pkt_2'));
    }
    later(forgetWithinMs * 2);
    assert.equal(await vault.keyFor('packet/pkt_1'), undefined);
  });
  rule('destroys a scope that never had a key, and one twice', async ({ vault, another }) => {
    await vault.destroy('packet/pkt_1');
    await another().destroy('packet/pkt_1');
    assert.deepEqual([await vault.keyFor('packet/pkt_1'), await another().keyFor('packet/pkt_1')], [undefined, undefined]);
  });
  rule('is noticed in time by a process that remembers the key', async ({ vault, another, later }) => {
    const other = another();
    await other.keyFor('packet/pkt_1');
    later(forgetWithinMs / 2);
    assert.ok(await other.existingKey('packet/pkt_1'));
    await vault.destroy('packet/pkt_1');
    later(forgetWithinMs / 2 + 1);
    assert.deepEqual([await other.existingKey('packet/pkt_1'), await other.keyFor('packet/pkt_1')], [undefined, undefined]);
  });
  rule('leaves no key behind when somebody asks for one meanwhile', async ({ vault, another }) => {
    for (let round = 0; round < 30; round++) {
      const scope = `packet/pkt_${round}`;
      if (round % 2 === 0) await vault.keyFor(scope);
      const other = another();
      const asking = [vault.keyFor(scope), other.keyFor(scope), other.existingKey(scope), vault.existingKey(scope)];
      await Promise.all([vault.destroy(scope), ...asking]);
      assert.equal(await vault.keyFor(scope), undefined);
      assert.equal(await another().keyFor(scope), undefined);
    }
  });
};

const fingerprintRules = (rule: Rule): void => {
  rule('gives a value one short fingerprint with its version, in every process', async ({ vault, another }) => {
    const value = '+12085550101';
    assert.match(vault.fingerprint('co_a', value), /^[A-Za-z0-9_-]{22}\.\d+$/);
    assert.equal(vault.fingerprint('co_a', value), another().fingerprint('co_a', value));
  });
  rule('gives two companies, or two values, different fingerprints', async ({ vault }) => {
    const texts = fc.uniqueArray(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(texts, (values) => {
        const all = ['co_a', 'co_b'].flatMap((company) => values.map((value) => vault.fingerprint(company, value)));
        return new Set(all).size === values.length * 2;
      }),
    );
  });
};

/** Every vault passes this. */
export const vaultContract = (name: string, open: () => Promise<OpenedVault>): void => {
  describe(`vault contract: ${name}`, () => {
    let opened: OpenedVault;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const rule: Rule = (title, body) => it(title, () => body(opened));
    for (const rules of [sealRules, keyRules, destroyRules, fingerprintRules]) rules(rule);
  });
};
