import assert from 'node:assert/strict';
import { DocumentMoved, type Documents, type DocumentWrite } from '#ports/documents.ts';
import { upTo } from '../support/log-events.ts';
import type { Rule } from './opened-store.ts';

const moved = (path: string) => (error: unknown) =>
  error instanceof DocumentMoved && error.path === path && error.code === 'document_moved';

const versionOf = async (documents: Documents, path: string): Promise<number> => {
  const found = await documents.get(path);
  assert.ok(found, `${path} is there`);
  return found.version;
};

const preconditionRules = (rule: Rule): void => {
  rule('makes a document only where there is none, if it was asked to', async ({ documents }) => {
    await documents.write([{ path: 'claims/x', ifAbsent: true, data: 'first' }]);
    await assert.rejects(documents.write([{ path: 'claims/x', ifAbsent: true, data: 'second' }]), moved('claims/x'));
    assert.equal((await documents.get('claims/x'))?.data, 'first');
    await documents.write([{ path: 'claims/x', delete: true }]);
    await documents.write([{ path: 'claims/x', ifAbsent: true, data: 'third' }]);
    assert.equal((await documents.get('claims/x'))?.data, 'third');
  });
  rule('changes or deletes a document only at the version that was named', async ({ documents }) => {
    await documents.write([{ path: 'work/w', data: 1 }]);
    const old = await versionOf(documents, 'work/w');
    await documents.write([{ path: 'work/w', ifVersion: old, data: 2 }]);
    const stale: readonly DocumentWrite[] = [
      { path: 'work/w', ifVersion: old, data: 3 },
      { path: 'work/w', ifVersion: old, delete: true },
      { path: 'work/w', ifVersion: 0, data: 3 },
      { path: 'work/none', ifVersion: old, data: 3 },
      { path: 'work/none', ifVersion: 0, data: 3 },
      { path: 'work/none', ifVersion: old, delete: true },
    ];
    for (const write of stale) await assert.rejects(documents.write([write]), moved(write.path));
    assert.equal((await documents.get('work/w'))?.data, 2);
    await documents.write([{ path: 'work/w', ifVersion: await versionOf(documents, 'work/w'), delete: true }]);
    assert.equal(await documents.get('work/w'), undefined);
  });
  rule('writes all or nothing', async ({ documents }) => {
    await documents.write([{ path: 'work/b', data: 1 }]);
    const writes: readonly DocumentWrite[] = [
      { path: 'work/a', data: 1 },
      { path: 'work/b', delete: true },
      { path: 'work/c', ifVersion: 7, data: 1 },
      { path: 'work/d', data: 1 },
    ];
    await assert.rejects(documents.write(writes), moved('work/c'));
    assert.deepEqual(
      (await documents.getMany(['work/a', 'work/b', 'work/c', 'work/d'])).map((found) => found?.data),
      [undefined, 1, undefined, undefined],
    );
  });
  rule('writes only while documents that it does not write are as expected', async ({ documents }) => {
    await documents.write([{ path: 'campaigns/c', data: 'active' }]);
    const version = await versionOf(documents, 'campaigns/c');
    const write = [{ path: 'work/w', data: 1 }];
    await assert.rejects(documents.write(write, [{ path: 'campaigns/c', absent: true }]), moved('campaigns/c'));
    await assert.rejects(documents.write(write, [{ path: 'campaigns/c', version: version + 1 }]), moved('campaigns/c'));
    await assert.rejects(documents.write(write, [{ path: 'campaigns/d', version }]), moved('campaigns/d'));
    assert.equal(await documents.get('work/w'), undefined);
    await documents.write(write, [
      { path: 'campaigns/c', version },
      { path: 'campaigns/d', absent: true },
    ]);
    assert.equal((await documents.get('work/w'))?.data, 1);
  });
  rule('refuses what is no document, and keeps nothing of the commit', async ({ documents }) => {
    const fine = { path: 'work/fine', data: 1 };
    for (const path of ['work', 'work/a/b', 'work/', '/work', 'work//b/c', '']) {
      await assert.rejects(documents.write([fine, { path, data: 1 }]), /path/, path);
      await assert.rejects(documents.write([fine, { path, delete: true }]), /path/, path);
    }
    await assert.rejects(documents.write([fine, { path: 'work/a', data: undefined }]), /data/);
    await assert.rejects(documents.write([fine, { path: 'work/a', data: 1 }, fine]), /once/);
    assert.deepEqual(await documents.getMany(['work/fine', 'work/a']), [undefined, undefined]);
  });
};

const raceRules = (rule: Rule): void => {
  rule('never repeats a version, also when a document is deleted and made again', async ({ documents, crash }, needs) => {
    const seen = new Set<number>();
    const writeSome = async (to: Documents): Promise<void> => {
      for (const n of upTo(20)) {
        await to.write([{ path: 'work/w', data: n }]);
        seen.add(await versionOf(to, 'work/w'));
        if (n % 3 === 0) await to.write([{ path: 'work/w', delete: true }]);
      }
    };
    await writeSome(documents);
    assert.equal(seen.size, 20);
    await writeSome((await needs(crash)()).documents);
    assert.equal(seen.size, 40);
  });
  rule('lets exactly one of many win that change the same version', async ({ documents }) => {
    await documents.write([{ path: 'leases/l', data: 'free' }]);
    const version = await versionOf(documents, 'leases/l');
    const results = await Promise.allSettled(upTo(20).map((n) => documents.write([{ path: 'leases/l', ifVersion: version, data: n }])));
    const won = results.flatMap((result, n) => (result.status === 'fulfilled' ? [n] : []));
    assert.equal(won.length, 1);
    assert.equal((await documents.get('leases/l'))?.data, won[0]);
    for (const result of results) assert.ok(result.status === 'fulfilled' || moved('leases/l')(result.reason));
  });
  rule('loses no step of many that read, change and write, whoever they are', async ({ documents, another }, needs) => {
    const second = await needs(another)();
    await documents.write([{ path: 'quota/q', data: 0 }]);
    const step = async (to: Documents): Promise<void> => {
      for (let tries = 0; tries < 500; tries++) {
        const found = await to.get<number>('quota/q');
        assert.ok(found);
        try {
          return await to.write([{ path: 'quota/q', ifVersion: found.version, data: found.data + 1 }]);
        } catch (error) {
          if (!(error instanceof DocumentMoved)) throw error;
        }
      }
      assert.fail('never won');
    };
    await Promise.all(upTo(30).map((n) => step(n % 2 ? documents : second.documents)));
    assert.equal((await documents.get('quota/q'))?.data, 30);
  });
  rule('sees what others wrote also where a commit of its own failed since', async ({ documents, another, faults }, needs) => {
    const second = await needs(another)();
    await documents.write([{ path: 'work/a', data: 1 }]);
    await second.documents.write([{ path: 'claims/x', data: 'theirs' }]);
    needs(faults).crashBeforeCommit();
    await assert.rejects(documents.write([{ path: 'work/b', data: 1 }]));
    await assert.rejects(documents.write([{ path: 'claims/x', ifAbsent: true, data: 'mine' }]), moved('claims/x'));
    assert.equal((await documents.get('claims/x'))?.data, 'theirs');
  });
  rule('keeps nothing of a write that failed, and all of one whose answer was lost', async ({ documents, faults }, needs) => {
    const { crashBeforeCommit, loseAnswer } = needs(faults);
    crashBeforeCommit();
    await assert.rejects(documents.write([{ path: 'work/a', data: 1 }]));
    loseAnswer();
    await documents.write([{ path: 'work/b', data: 1 }]).catch(() => undefined);
    assert.deepEqual(
      (await documents.getMany(['work/a', 'work/b'])).map((found) => found?.data),
      [undefined, 1],
    );
  });
};

export const writeRules = (rule: Rule): void => {
  rule('knows no document that was never written', async ({ documents }) => {
    assert.equal(await documents.get('claims/none'), undefined);
    assert.deepEqual(await documents.getMany([]), []);
    await documents.write([]);
  });
  rule('returns a document as it was written last', async ({ documents }) => {
    for (const data of [{ a: [1, { b: null }], text: 'Zoë "🦷"\n' }, [], 'text', 0, false, null]) {
      await documents.write([{ path: 'companies/co_a/queue/w1', data }]);
      const found = await documents.get('companies/co_a/queue/w1');
      assert.deepEqual(found, { path: 'companies/co_a/queue/w1', data, version: found?.version });
      assert.ok(Number.isSafeInteger(found?.version));
    }
  });
  rule('returns many in the order in which they were asked for', async ({ documents }) => {
    await documents.write(upTo(300).map((n) => ({ path: `claims/c${n}`, data: n })));
    const numbers = [299, 7, 301, 0, 7];
    const found = await documents.getMany<number>(numbers.map((n) => `claims/c${n}`));
    assert.deepEqual(
      found.map((one) => one?.data),
      [299, 7, undefined, 0, 7],
    );
  });
  rule('tells apart documents whose paths look alike', async ({ documents }) => {
    const paths = ['a/b', 'a/B', 'a/b ', 'a/b/c/d', 'c/d', 'b/a', 'a/b%2Fc', 'a/bé'];
    await documents.write(paths.map((path) => ({ path, data: path })));
    assert.deepEqual(
      (await documents.getMany(paths)).map((found) => found?.data),
      paths,
    );
  });
  rule('takes a delete of what is not there for done', async ({ documents }) => {
    await documents.write([{ path: 'work/none', delete: true }]);
    assert.equal(await documents.get('work/none'), undefined);
  });
  preconditionRules(rule);
  raceRules(rule);
};
