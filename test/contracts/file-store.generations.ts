import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { FileGone, FileMoved } from '#ports/file-store.ts';
import { contentOf, md5Of, slowStream, textOf, winnersOf, type Rule } from './opened-files.ts';

const writers = Array.from({ length: 12 }, (_, n) => `writer ${n}`);

/** Which content it was, and who comes first. */
export const generationRules = (rule: Rule): void => {
  rule('grows with every replacement, by the same content too, and after a removal', async ({ files, another }) => {
    let last = 0;
    for (let n = 0; n < 12; n++) {
      if (n % 4 === 3) await files.remove('a');
      const { generation } = await (n % 3 === 2 ? another() : files).write('a', n < 6 ? 'the same' : `number ${n}`);
      assert.ok(generation > last, `${generation} after ${last}`);
      assert.equal((await another().stat('a'))?.generation, generation);
      last = generation;
    }
  });
  rule('stays what it was when nothing is written', async ({ files, another }) => {
    const { generation } = await files.write('a', 'text');
    await contentOf(files.read('a'));
    await files.list('', 10);
    await files.write('b', 'text');
    for (const store of [files, another(), another()]) assert.equal((await store.stat('a'))?.generation, generation);
  });
  rule('reads the generation that was asked for, or none', async ({ files, another }) => {
    const first = await files.write('a', 'first');
    assert.equal((await contentOf(another().read('a', { generation: first.generation, start: 2 }))).toString(), 'rst');
    const second = await files.write('a', 'second');
    await assert.rejects(files.read('a', { generation: first.generation }), FileMoved);
    await assert.rejects(another().read('a', { generation: first.generation, start: 3 }), FileMoved);
    assert.equal((await contentOf(files.read('a', { generation: second.generation }))).toString(), 'second');
    await files.remove('a');
    await assert.rejects(files.read('a', { generation: second.generation }), FileGone);
  });
  rule('never mixes two contents in one reading', async ({ files }) => {
    const [one, two] = [Buffer.alloc(2_000_000, 'a'), Buffer.alloc(2_000_000, 'b')];
    const { generation } = await files.write('a', one);
    const reading = await files.read('a', { generation });
    await files.write('a', two);
    const got = await contentOf(Promise.resolve(reading)).catch((error: unknown) => error);
    assert.ok(got instanceof FileMoved || (got as Buffer).equals(one));
  });
  rule('writes only what must be new where nothing is', async ({ files, another }) => {
    await files.write('a', 'first', { ifGeneration: 0 });
    await assert.rejects(files.write('a', 'second', { ifGeneration: 0 }), FileMoved);
    await assert.rejects(another().write('a', 'third', { ifGeneration: 0 }), FileMoved);
    assert.equal(await textOf(files, 'a'), 'first');
    await files.remove('a');
    await files.write('a', 'fourth', { ifGeneration: 0 });
    assert.equal(await textOf(files, 'a'), 'fourth');
  });
  rule('replaces only the generation that was meant', async ({ files, another }) => {
    const first = await files.write('a', 'first');
    const second = await another().write('a', 'second', { ifGeneration: first.generation });
    await assert.rejects(files.write('a', 'late', { ifGeneration: first.generation }), FileMoved);
    await assert.rejects(files.write('nothing', 'new', { ifGeneration: first.generation }), FileMoved);
    assert.deepEqual([await textOf(files, 'a'), await files.stat('nothing')], ['second', undefined]);
    assert.equal((await files.stat('a'))?.generation, second.generation);
  });
  rule('lets one of many win who write what must be new', async ({ files, another }) => {
    const other = another();
    const racing = writers.map((text, n) => (n % 2 === 0 ? files : other).write('a', text, { ifGeneration: 0 }));
    assert.equal(await winnersOf(racing, FileMoved), 1);
    assert.ok(writers.includes(await textOf(files, 'a')));
  });
  rule('lets one of many win who replace the same generation', async ({ files }) => {
    const { generation } = await files.write('a', 'first');
    const racing = writers.map((text) => files.write('a', text, { ifGeneration: generation }));
    assert.equal(await winnersOf(racing, FileMoved), 1);
  });
  rule('ends with one whole content when many write at once, and numbers all of them', async ({ files, another }) => {
    for (let round = 0; round < 10; round++) {
      const contents = writers.map(() => randomBytes(20_000).toString('hex'));
      const written = await Promise.all(contents.map((text) => files.write('a', text)));
      assert.equal(new Set(written.map(({ generation }) => generation)).size, writers.length);
      await Promise.all(contents.map((text) => another().write('a', text)));
      const kept = await textOf(files, 'a');
      assert.ok(contents.includes(kept));
      assert.equal((await files.stat('a'))?.md5, md5Of(kept));
    }
  });
  rule('looks at the precondition when the content is there, not before', async ({ files }) => {
    const slow = slowStream('slow ');
    const writing = files.write('a', slow.stream, { ifGeneration: 0 });
    await files.write('a', 'quick');
    slow.end('content');
    await assert.rejects(writing, FileMoved);
    assert.equal(await textOf(files, 'a'), 'quick');
  });
};
