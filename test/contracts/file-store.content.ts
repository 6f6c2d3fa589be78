import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { FileGone } from '#ports/file-store.ts';
import { aMoment, contentOf, md5Of, slowStream, textOf, type Rule } from './opened-files.ts';

/** What goes in comes out, whole or not at all. */
export const contentRules = (rule: Rule): void => {
  rule('gives back what was written, with its size and MD5', async ({ files }) => {
    for (const content of [
      'text with ü and 日本',
      Buffer.from([0, 255, 10, 13]),
      '',
      Readable.from(['a stream ', Buffer.from('of pieces')]),
    ]) {
      const expected = content instanceof Readable ? Buffer.from('a stream of pieces') : Buffer.from(content);
      const written = await files.write('drops/a.csv', content);
      const { generation, ...rest } = written;
      assert.deepEqual(rest, { path: 'drops/a.csv', bytes: expected.length, md5: md5Of(expected) });
      assert.ok(Number.isSafeInteger(generation) && generation > 0);
      assert.deepEqual(await files.stat('drops/a.csv'), written);
      assert.ok((await contentOf(files.read('drops/a.csv'))).equals(expected));
    }
  });
  rule('gives back any bytes, written in any pieces, from any place on', async ({ files }) => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 });
    const property = fc.asyncProperty(pieces, fc.nat({ max: 2500 }), async (parts, start) => {
      const whole = Buffer.concat(parts);
      const { md5, bytes } = await files.write('any', Readable.from(parts.map((part) => Buffer.from(part))));
      assert.deepEqual([md5, bytes], [md5Of(whole), whole.length]);
      assert.ok((await contentOf(files.read('any', { start }))).equals(whole.subarray(start)));
    });
    await fc.assert(property, { numRuns: 30 });
  });
  rule('takes files larger than its buffers', async ({ files }) => {
    const whole = randomBytes(3_000_001);
    await files.write('large', Readable.from([whole.subarray(0, 5), whole.subarray(5)]));
    assert.ok((await contentOf(files.read('large'))).equals(whole));
    assert.ok((await contentOf(files.read('large', { start: 2_999_990 }))).equals(whole.subarray(2_999_990)));
  });
  rule('keeps the same names in different folders, and names of any script, apart', async ({ files, another }) => {
    const paths = ['a', 'b/a', 'b/b/a', 'b/ü 日本.csv', 'b/ü 日本', 'x.json', 'x.json.json', 'b/100%', 'b/100%25'];
    for (const path of paths) await files.write(path, `at ${path}`);
    for (const path of paths) assert.equal(await textOf(another(), path), `at ${path}`);
  });
  rule('knows nothing of a path where nothing was written', async ({ files }) => {
    await files.write('a/b', 'text');
    for (const path of ['nothing', 'a', 'a/c', 'c/d']) {
      assert.equal(await files.stat(path), undefined);
      await assert.rejects(files.read(path), FileGone);
      await files.remove(path);
    }
    assert.equal(await textOf(files, 'a/b'), 'text');
  });
  rule('shows nothing of a file before it is whole', async ({ files, another }) => {
    await files.write('old', 'old content');
    for (const [path, before] of [['new', undefined] as const, ['old', 'old content'] as const]) {
      const slow = slowStream('first half, ');
      const writing = files.write(path, slow.stream);
      await aMoment();
      for (const store of [files, another()]) {
        assert.equal((await store.stat(path))?.md5, before && md5Of(before));
        assert.deepEqual(
          (await store.list('', 10)).map((file) => file.path),
          ['old'],
        );
      }
      slow.end('second half');
      await writing;
      assert.equal(await textOf(files, path), 'first half, second half');
      await files.remove('new');
    }
  });
  rule('keeps the old content, and nothing else, when the new one breaks off', async ({ files }) => {
    await files.write('a', 'old content');
    const slow = slowStream('half of the new');
    const writing = files.write('a', slow.stream);
    slow.fail(new Error('the sender went away'));
    await assert.rejects(writing, /the sender went away/);
    await assert.rejects(files.write('b', Readable.from(broken())), /broken off/);
    assert.equal(await textOf(files, 'a'), 'old content');
    assert.deepEqual(
      (await files.list('', 10)).map(({ path }) => path),
      ['a'],
    );
  });
  rule('lets go of a stream that nobody reads to its end', async ({ files }) => {
    await files.write('large', randomBytes(1_000_000));
    for (let n = 0; n < 20; n++) (await files.read('large')).destroy();
    const reading = await files.read('large');
    for await (const piece of reading) {
      assert.ok((piece as Buffer).length > 0);
      break;
    }
    assert.equal(reading.destroyed, true);
  });
  rule('removes a file', async ({ files, another }) => {
    await files.write('a/b', 'text');
    await files.write('a/c', 'text');
    await files.remove('a/b');
    await files.remove('a/b');
    assert.deepEqual([await files.stat('a/b'), await another().stat('a/b')], [undefined, undefined]);
    await assert.rejects(files.read('a/b'), FileGone);
    assert.deepEqual(
      (await files.list('a/', 10)).map(({ path }) => path),
      ['a/c'],
    );
  });
};

async function* broken(): AsyncGenerator<string> {
  yield 'a little';
  throw new Error('broken off');
}
