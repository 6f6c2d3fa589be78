import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { FileStore, StoredFile } from '#ports/file-store.ts';
import { md5Of, type Rule } from './opened-files.ts';

const pathsOf = (files: readonly StoredFile[]): readonly string[] => files.map(({ path }) => path);

/** Folders and files whose names sort on both sides of the slash between them. */
const name = fc.constantFrom('a', 'a!', 'a-', 'a.b', 'a0', 'a~', 'b', 'ü');
const somePath = fc
  .tuple(fc.array(name, { maxLength: 2 }), name)
  .map(([folders, file]) => [...folders.map((one) => `${one}d`), file].join('/'));

const badPaths = [
  '',
  '/',
  '/a',
  'a/',
  'a//b',
  '.',
  '..',
  'a/../b',
  '../a',
  './a',
  'a/.hidden',
  '.files/facts/a',
  'a\u0000b',
  'a\nb',
  'a\\b',
  '\ud800',
];
const tooLong = ['x'.repeat(300), Array.from({ length: 400 }, () => 'abc').join('/')];

const everyCall = (files: FileStore, path: string): readonly (() => Promise<unknown>)[] => [
  () => files.write(path, 'text'),
  () => files.stat(path),
  () => files.read(path),
  () => files.remove(path),
];

export const listingRules = (rule: Rule): void => {
  rule('lists what is there, with all that stat knows', async ({ files, another }) => {
    const written = [await files.write('a/1', 'one'), await files.write('a/2', 'two')];
    assert.deepEqual([await files.list('', 10), await another().list('a/', 10)], [written, written]);
    assert.deepEqual((await files.list('a/', 10))[0], { ...written[0], md5: md5Of('one'), bytes: 3 });
  });
  rule('lists nothing where nothing is', async ({ files }) => {
    assert.deepEqual([await files.list('', 10), await files.list('a/b/', 10), await files.list('../', 10)], [[], [], []]);
  });
  rule('lists by any beginning of a path', async ({ files }) => {
    for (const path of ['drops/co_1/x', 'drops/co_10/x', 'drops/co_2/x', 'drop', 'dropsy']) await files.write(path, 'x');
    assert.deepEqual(pathsOf(await files.list('drops/co_1', 10)), ['drops/co_1/x', 'drops/co_10/x']);
    assert.deepEqual(pathsOf(await files.list('drops/co_1/', 10)), ['drops/co_1/x']);
    assert.deepEqual(pathsOf(await files.list('drop', 10)), ['drop', 'drops/co_1/x', 'drops/co_10/x', 'drops/co_2/x', 'dropsy']);
  });
  rule('lists any files in order, page by page, each once', async ({ files }) => {
    const property = fc.asyncProperty(
      fc.uniqueArray(somePath, { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom('', 'a', 'ad', 'ad/', 'a.bd/a', 'b', 'üd/'),
      async (paths, limit, prefix) => {
        await Promise.all(paths.map((path) => files.write(path, path)));
        const pages: string[] = [];
        for (let after: string | undefined; ; after = pages.at(-1)) {
          const page = pathsOf(await files.list(prefix, limit, after));
          pages.push(...page);
          if (page.length < limit) break;
        }
        await Promise.all(paths.map((path) => files.remove(path)));
        assert.deepEqual(
          pages,
          paths.filter((path) => path.startsWith(prefix)).toSorted((a, b) => (a < b ? -1 : 1)),
        );
      },
    );
    await fc.assert(property, { numRuns: 25 });
  });
  rule('goes on behind a file that was removed meanwhile', async ({ files }) => {
    for (const path of ['a/1', 'a/2', 'b/1', 'c']) await files.write(path, 'x');
    await files.remove('a/2');
    assert.deepEqual(pathsOf(await files.list('', 2, 'a/2')), ['b/1', 'c']);
    assert.deepEqual(pathsOf(await files.list('', 2, 'a/1/x')), ['b/1', 'c']);
    assert.deepEqual([await files.list('', 2, 'c'), await files.list('', 0)], [[], []]);
  });
  rule('refuses what is no path of a file, without repeating it', async ({ files }) => {
    for (const path of [...badPaths, ...tooLong])
      for (const call of everyCall(files, path))
        await assert.rejects(call, (error) => {
          assert.ok(error instanceof Refusal, String(error));
          assert.equal(error.code, 'file_path_invalid');
          return path.length < 4 || !error.message.includes(path);
        });
    assert.deepEqual(await files.list('', 10), []);
  });
};
