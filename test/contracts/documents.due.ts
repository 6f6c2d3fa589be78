import assert from 'node:assert/strict';
import type { Document, Documents, DueCursor } from '#ports/documents.ts';
import { upTo } from '../support/log-events.ts';
import type { Rule } from './opened-store.ts';

/** 15:00 and so many minutes. */
const at = (minute: number): string => `2026-11-02T15:${String(minute).padStart(2, '0')}:00.000Z`;
const pathsOf = (found: readonly Document[]): readonly string[] => found.map(({ path }) => path);

const pages = async (documents: Documents, collection: string, limit: number): Promise<readonly string[]> => {
  const paths: string[] = [];
  for (let after: DueCursor | undefined; ;) {
    const page = await documents.due(collection, at(59), limit, after);
    assert.ok(page.length <= limit);
    paths.push(...pathsOf(page));
    const last = page.at(-1);
    if (!last) return paths;
    after = { dueAt: last.dueAt ?? '', path: last.path };
  }
};

const listingRules = (rule: Rule): void => {
  rule('lists what is due, the earliest first, then by path', async ({ documents }) => {
    await documents.write([
      { path: 'queue/b', data: 1, dueAt: at(5) },
      { path: 'queue/a', data: 2, dueAt: at(5) },
      { path: 'queue/c', data: 3, dueAt: at(1) },
      { path: 'queue/later', data: 4, dueAt: at(6) },
      { path: 'queue/never', data: 5 },
      { path: 'other/d', data: 6, dueAt: at(0) },
    ]);
    const due = await documents.due('queue', at(5), 10);
    assert.deepEqual(pathsOf(due), ['queue/c', 'queue/a', 'queue/b']);
    assert.deepEqual(due[0], { path: 'queue/c', data: 3, version: due[0]?.version, dueAt: at(1) });
    assert.deepEqual(due[0], await documents.get('queue/c'));
    assert.deepEqual(pathsOf(await documents.due('queue', at(5), 2)), ['queue/c', 'queue/a']);
    assert.deepEqual(await documents.due('queue', at(0), 10), []);
    assert.deepEqual(await documents.due('none', at(59), 10), []);
  });
  rule('lists a collection over all parents, or one parent alone', async ({ documents }) => {
    const paths = [
      'companies/co_a/queue/1',
      'companies/co_b/queue/2',
      'queue/3',
      'companies/co_a/queue/1/queue/4',
      'companies/co_aa/queue/5',
    ];
    await documents.write(paths.map((path, n) => ({ path, data: n, dueAt: at(n) })));
    await documents.write([{ path: 'companies/co_a/rowChunks/6', data: 6, dueAt: at(0) }]);
    assert.deepEqual(pathsOf(await documents.due('queue', at(59), 10)), paths);
    assert.deepEqual(pathsOf(await documents.due('companies/co_a/queue', at(59), 10)), [paths[0]]);
    assert.deepEqual(pathsOf(await documents.due('companies/co_a/queue/1/queue', at(59), 10)), [paths[3]]);
    assert.deepEqual(await documents.due('companies/co_c/queue', at(59), 10), []);
    assert.deepEqual(await documents.due('companies', at(59), 10), []);
  });
  rule('goes through a long listing page by page, each document once', async ({ documents }) => {
    const paths = upTo(60).map((n) => `companies/co_${n % 4}/queue/w${String(n).padStart(3, '0')}`);
    await documents.write(paths.map((path, n) => ({ path, data: n, dueAt: at(n % 3) })));
    const inOrder = [...paths.entries()].sort(([m, a], [n, b]) => (m % 3) - (n % 3) || (a < b ? -1 : 1)).map(([, path]) => path);
    for (const limit of [1, 7, 20, 100]) assert.deepEqual(await pages(documents, 'queue', limit), inOrder);
    assert.deepEqual(
      await pages(documents, 'companies/co_1/queue', 4),
      inOrder.filter((path) => path.startsWith('companies/co_1/')),
    );
  });
  rule('goes on behind a document that was taken away meanwhile', async ({ documents }) => {
    await documents.write(upTo(4).map((n) => ({ path: `queue/w${n}`, data: n, dueAt: at(1) })));
    const [first, second] = await documents.due('queue', at(1), 2);
    await documents.write([{ path: 'queue/w1', delete: true }]);
    assert.deepEqual([first?.path, second?.path], ['queue/w0', 'queue/w1']);
    assert.deepEqual(pathsOf(await documents.due('queue', at(1), 10, { dueAt: at(1), path: 'queue/w1' })), ['queue/w2', 'queue/w3']);
  });
};

export const dueRules = (rule: Rule): void => {
  listingRules(rule);
  rule('follows the hour of a document when it changes, and forgets it with the document', async ({ documents }) => {
    const due = async () => [pathsOf(await documents.due('queue', at(10), 10)), await documents.nextDue('queue')];
    await documents.write([{ path: 'queue/w', data: 1, dueAt: at(5) }]);
    assert.deepEqual(await due(), [['queue/w'], at(5)]);
    await documents.write([{ path: 'queue/w', data: 1, dueAt: at(20) }]);
    assert.deepEqual(await due(), [[], at(20)]);
    await documents.write([{ path: 'queue/w', data: 1 }]);
    assert.deepEqual(await due(), [[], undefined]);
    assert.equal((await documents.get('queue/w'))?.dueAt, undefined);
    await documents.write([{ path: 'queue/w', data: 1, dueAt: at(1) }]);
    assert.deepEqual(await due(), [['queue/w'], at(1)]);
    await documents.write([{ path: 'queue/w', delete: true }]);
    assert.deepEqual(await due(), [[], undefined]);
  });
  rule('knows the next hour at which anything is due', async ({ documents }) => {
    assert.equal(await documents.nextDue('queue'), undefined);
    await documents.write([
      { path: 'companies/co_a/queue/1', data: 1, dueAt: at(9) },
      { path: 'companies/co_b/queue/2', data: 1, dueAt: at(3) },
      { path: 'companies/co_b/other/3', data: 1, dueAt: at(1) },
      { path: 'companies/co_b/queue/4', data: 1 },
    ]);
    assert.equal(await documents.nextDue('queue'), at(3));
    assert.equal(await documents.nextDue('companies/co_a/queue'), at(9));
    assert.equal(await documents.nextDue('companies/co_c/queue'), undefined);
  });
  rule('removes what has expired, so many at a time, and nothing else', async ({ documents, expiry }, needs) => {
    needs<unknown>(expiry);
    await documents.write([
      ...upTo(25).map((n) => ({ path: `claims/old${n}`, data: n, expiresAt: at(n % 5) })),
      ...upTo(30).map((n) => ({ path: `claims/new${n}`, data: n, expiresAt: at(30) })),
      { path: 'claims/forever', data: 1 },
      { path: 'claims/due', data: 1, dueAt: at(0) },
      { path: 'claims/renewed', data: 1, expiresAt: at(1) },
      { path: 'claims/kept', data: 1, expiresAt: at(1) },
    ]);
    await documents.write([{ path: 'claims/renewed', data: 1, expiresAt: at(40) }]);
    await documents.write([{ path: 'claims/kept', data: 1 }]);
    const removed: number[] = [];
    do removed.push(await documents.removeExpired(at(20), 10));
    while (removed.at(-1));
    assert.deepEqual(removed, [10, 10, 5, 0]);
    assert.deepEqual((await documents.getMany(upTo(25).map((n) => `claims/old${n}`))).filter(Boolean), []);
    const stay = [...upTo(30).map((n) => `claims/new${n}`), 'claims/forever', 'claims/due', 'claims/renewed', 'claims/kept'];
    assert.equal((await documents.getMany(stay)).filter(Boolean).length, stay.length);
  });
};
