import assert from 'node:assert/strict';
import type { Document } from '#ports/documents.ts';
import { mostKeys } from '#ports/documents.ts';
import type { Rule } from './opened-store.ts';

const pathsOf = (found: readonly Document[]): readonly string[] => found.map(({ path }) => path);

/** Documents that are found under keys besides their path. */
export const keyRules = (rule: Rule): void => {
  rule('finds documents under each of their keys, by path, as many as are asked for', async ({ documents }) => {
    await documents.write([
      { path: 'notes/c', data: { n: 3 }, keys: ['red'] },
      { path: 'notes/a', data: { n: 1 }, keys: ['red', 'blue', 'red'] },
      { path: 'notes/b', data: { n: 2 }, keys: ['blue'] },
      { path: 'notes/none', data: { n: 4 } },
      { path: 'notes2/a', data: { n: 5 }, keys: ['red'] },
    ]);
    const red = await documents.holding<{ n: number }>('notes', 'red', 10);
    assert.deepEqual(
      red.map(({ path, data }) => [path, data.n]),
      [
        ['notes/a', 1],
        ['notes/c', 3],
      ],
    );
    assert.deepEqual(red[0], await documents.get('notes/a'));
    assert.deepEqual(pathsOf(await documents.holding('notes', 'blue', 1)), ['notes/a']);
    assert.deepEqual(await documents.holding('notes', 'green', 10), []);
  });
  rule('finds them under the keys of the last write alone, and not at all when they are gone', async ({ documents }) => {
    await documents.write([
      { path: 'notes/a', data: 1, keys: ['red', 'blue'] },
      { path: 'notes/b', data: 1, keys: ['red'] },
    ]);
    await documents.write([{ path: 'notes/a', data: 2, keys: ['blue', 'green'] }]);
    assert.deepEqual(pathsOf(await documents.holding('notes', 'red', 10)), ['notes/b']);
    assert.deepEqual(pathsOf(await documents.holding('notes', 'green', 10)), ['notes/a']);
    await documents.write([
      { path: 'notes/b', delete: true },
      { path: 'notes/a', data: 3 },
    ]);
    for (const key of ['red', 'blue', 'green']) assert.deepEqual(await documents.holding('notes', key, 10), []);
    await documents.write([{ path: 'notes/b', data: 4 }]);
    assert.deepEqual(await documents.holding('notes', 'red', 10), [], 'made anew, without keys');
  });
  rule('takes so many keys of a document and no more', async ({ documents }) => {
    const keys = Array.from({ length: mostKeys + 1 }, (_, n) => `key ${n}`);
    await documents.write([{ path: 'notes/a', data: 1, keys: keys.slice(1) }]);
    assert.deepEqual(pathsOf(await documents.holding('notes', `key ${mostKeys}`, 10)), ['notes/a']);
    await assert.rejects(documents.write([{ path: 'notes/b', data: 1, keys }]), /200 keys/);
  });
};
