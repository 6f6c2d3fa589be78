import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Fault } from '#adapters/storage-server/faults.ts';
import { startStorageServer } from '#adapters/storage-server/storage-server.ts';
import { FileGone, FileMoved } from '#ports/file-store.ts';
import { aMoment, contentOf, md5Of, slowStream, textOf } from '../contracts/opened-files.ts';
import { eventually } from '../support/eventually.ts';
import { openTestStorage, testBucket, type GcsFiles, type TestStorage } from '../support/storage.ts';

const chunkBytes = 256 * 1024;
const hasty = { requestMs: 150, totalMs: 600, firstPauseMs: 5, longestPauseMs: 20 };

describe('Cloud Storage that fails', () => {
  let storage: TestStorage;
  let files: GcsFiles;
  beforeEach(async () => {
    storage = await openTestStorage();
    files = storage.files();
  });
  afterEach(async () => {
    await files.close();
    await storage.server.close();
  });
  const fail = (...faults: readonly Fault[]): void => faults.forEach(storage.server.fail);
  const whole = randomBytes(900_001);
  const pieces = (): Readable => Readable.from([whole.subarray(0, 10), whole.subarray(10, 400_000), whole.subarray(400_000)]);

  const everything = async (store: GcsFiles): Promise<void> => {
    await store.write('a/b', pieces());
    assert.equal((await store.stat('a/b'))?.md5, md5Of(whole));
    assert.ok((await contentOf(store.read('a/b', { start: 5 }))).equals(whole.subarray(5)));
    assert.equal((await store.list('a/', 10)).length, 1);
    await store.remove('a/b');
    assert.equal(await store.stat('a/b'), undefined);
  };
  const operations = ['upload.start', 'upload.put', 'object.get', 'object.read', 'object.list', 'object.delete'] as const;

  it('is tried again while it is overloaded', async () => {
    for (const status of [503, 429, 500]) fail(...operations.map((on) => ({ on, kind: 'status' as const, status })));
    await everything(files);
  });

  it('is tried again where its answers get lost', async () => {
    fail(...operations.map((on) => ({ on, kind: 'lose-answer' as const, times: 2 })));
    await everything(files);
  });

  it('is tried again where its answers are too late', async () => {
    fail(...operations.map((on) => ({ on, kind: 'slow' as const, delayMs: 60_000 })));
    await everything(storage.files({ patience: { ...hasty, totalMs: 20_000 } }));
  });

  it('is given up in time, without the name of the file in what is said', async () => {
    await files.write('somebody.csv', 'text');
    const impatient = storage.files({ patience: hasty });
    fail(...operations.map((on) => ({ on, kind: 'slow' as const, delayMs: 60_000, times: 100 })));
    const calls = [
      () => impatient.stat('somebody.csv'),
      () => impatient.write('somebody.csv', 'x'),
      () => impatient.remove('somebody.csv'),
      () => impatient.list('somebody', 1),
    ];
    for (const call of calls) {
      const before = performance.now();
      await assert.rejects(call, { name: 'StorageTrouble', code: 'storage_away' });
      assert.ok(performance.now() - before < 10_000);
    }
  });

  it('says in words of ours what it refuses', async () => {
    await files.write('somebody.csv', 'text');
    const said: unknown[] = [];
    for (const status of [403, 401, 400])
      for (const on of ['object.get', 'upload.start', 'object.delete'] as const) {
        fail({ on, kind: 'status', status });
        const calls = { 'object.get': files.stat, 'object.delete': files.remove, 'upload.start': (name: string) => files.write(name, 'x') };
        await assert.rejects(calls[on]('somebody.csv'), (error: Error & { code?: string }) => {
          assert.doesNotMatch(`${error.message} ${error.cause ? 'cause' : ''}`, /somebody|cause/);
          said.push(error.code);
          return error.name === 'StorageTrouble';
        });
      }
    assert.deepEqual(new Set(said), new Set(['storage_forbidden', 'storage_trouble']));
    await assert.rejects(storage.files({ bucket: 'no-such-bucket' }).stat('somebody.csv'), { code: 'storage_bucket_unknown' });
    await assert.rejects(storage.files({ bucket: 'no-such-bucket' }).list('', 1), { code: 'storage_bucket_unknown' });
  });

  it('goes on with a download at the byte where it was cut off', async () => {
    await files.write('a', pieces());
    fail({ on: 'object.read', kind: 'cut', afterBytes: 300_000, times: 2 }, { on: 'object.read', kind: 'cut', afterBytes: 0, times: 2 });
    assert.ok((await contentOf(files.read('a'))).equals(whole));
    fail({ on: 'object.read', kind: 'cut', afterBytes: 100 });
    assert.ok((await contentOf(files.read('a', { start: 7 }))).equals(whole.subarray(7)));
  });

  it('never goes on with another content, nor with one that is gone', async () => {
    for (const [change, expected] of [
      [() => files.write('a', randomBytes(1_000_000)), FileMoved],
      [() => files.remove('a'), FileGone],
    ] as const) {
      await files.write('a', pieces());
      const { generation } = (await files.stat('a')) ?? { generation: 0 };
      fail({ on: 'object.read', kind: 'cut', afterBytes: 200_000 }, { on: 'object.read', kind: 'status', status: 503, times: 10_000 });
      const reading = await files.read('a', { generation });
      const first = (await reading[Symbol.asyncIterator]().next()) as { value: Buffer };
      assert.ok(first.value.length > 0);
      await change();
      storage.server.mend();
      await assert.rejects(async () => {
        for await (const piece of reading) void piece;
      }, expected);
    }
  });

  it('goes on with an upload where it was cut off', async () => {
    fail({ on: 'upload.put', kind: 'cut', afterBytes: 100_000, times: 2 }, { on: 'upload.status', kind: 'status', status: 503 });
    const { md5, bytes } = await storage.files({ chunkBytes: 2 * chunkBytes }).write('a', pieces());
    assert.deepEqual([md5, bytes], [md5Of(whole), whole.length]);
    fail({ on: 'upload.put', kind: 'cut', afterBytes: 300_000, times: 2 });
    await storage.files({ chunkBytes: 4 * chunkBytes }).write('a', pieces());
    assert.ok((await contentOf(files.read('a'))).equals(whole));
  });

  it('never takes its own write for that of somebody else', async () => {
    const lost: Fault = { on: 'upload.put', kind: 'lose-answer' };
    for (const [name, ...faults] of [
      ['lost', lost],
      ['lost twice', lost, { on: 'upload.status', kind: 'lose-answer' }],
      ['lost, and the session forgotten', lost, { on: 'upload.status', kind: 'status', status: 404 }],
      ['lost, and refused by a proxy that tried again', lost, { on: 'upload.status', kind: 'status', status: 412 }],
    ] as const) {
      fail(...faults);
      const written = await files.write(`new ${name}`, 'content', { ifGeneration: 0 });
      assert.deepEqual(await files.stat(`new ${name}`), written, name);
    }
  });

  it('takes the write of somebody else for what it is', async () => {
    const slow = slowStream('x'.repeat(2 * chunkBytes));
    const writing = files.write('a', slow.stream, { ifGeneration: 0 });
    await aMoment();
    await storage.files().write('a', 'quicker');
    fail({ on: 'upload.put', kind: 'lose-answer', times: 2 });
    slow.end('late');
    await assert.rejects(writing, FileMoved);
    assert.equal(await textOf(files, 'a'), 'quicker');
  });

  it('leaves no upload behind that broke off or was refused', async () => {
    const slow = slowStream('x'.repeat(2 * chunkBytes));
    const writing = files.write('a', slow.stream);
    await eventually('the upload is under way', () => storage.server.openUploads() === 1);
    slow.fail(new Error('went away'));
    await assert.rejects(writing, /went away/);
    assert.equal(storage.server.openUploads(), 0);
    await files.write('a', 'x');
    await assert.rejects(files.write('a', 'x', { ifGeneration: 0 }), FileMoved);
    assert.equal(storage.server.openUploads(), 0);
  });

  it('holds two chunks of an upload at most', async () => {
    const never = storage.files({ patience: { requestMs: 60_000 } });
    fail({ on: 'upload.put', kind: 'slow', delayMs: 60_000 });
    let given = 0;
    const endless = async function* (): AsyncGenerator<Buffer> {
      for (; given < 1_000; given++) yield Buffer.alloc(chunkBytes / 4);
    };
    const writing = never.write('a', Readable.from(endless(), { objectMode: false }));
    await eventually('the first chunk is on its way', () => given >= 5);
    await aMoment();
    assert.ok(given <= 12, `${given} quarters of a chunk were taken`);
    await Promise.all([assert.rejects(writing), never.close()]);
  });
});

describe('a storage server that restarts', () => {
  it('goes on with uploads, and has every object', async () => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-storage-'));
    const first = await openTestStorage({ dir });
    const files = first.files();
    const before = await files.write('kept', 'content');
    const slow = slowStream('x'.repeat(3 * chunkBytes));
    const writing = files.write('resumed', slow.stream, { ifGeneration: 0 });
    await eventually('the upload is under way', () => fs.readdirSync(path.join(dir, 'uploads')).some((name) => name.endsWith('.data')));
    await first.server.close();
    const second = await startStorageServer({ bucket: testBucket, dir, port: first.server.port });
    slow.end('the end');
    const written = await writing;
    assert.ok(written.generation > before.generation);
    assert.deepEqual(await files.list('', 10), [before, written]);
    assert.equal(await textOf(files, 'resumed'), `${'x'.repeat(3 * chunkBytes)}the end`);
    await files.close();
    await second.close();
    fs.rmSync(dir, { recursive: true });
  });
});

describe('objects that Cloud Storage has no MD5 of, or that are no files', () => {
  let storage: TestStorage;
  before(async () => {
    storage = await openTestStorage();
  });
  after(() => storage.server.close());
  const post = async (place: string, body: string): Promise<void> => {
    const answer = await fetch(`${storage.server.url}${place}`, { method: 'POST', body });
    assert.equal(answer.status, 200);
    await answer.arrayBuffer();
  };
  const put = (name: string, body: string) =>
    post(`/upload/storage/v1/b/${testBucket}/o?uploadType=media&name=${encodeURIComponent(name)}`, body);

  it('reads a composed object once for its MD5, and notes it for everybody', async () => {
    await put('part-1', 'one and ');
    await put('part-2', 'two');
    const sources = { sourceObjects: [{ name: 'part-1' }, { name: 'part-2' }] };
    await post(`/storage/v1/b/${testBucket}/o/${encodeURIComponent('drops/composed')}/compose`, JSON.stringify(sources));
    const files = storage.files();
    const found = await files.stat('drops/composed');
    assert.equal(found?.md5, md5Of('one and two'));
    storage.server.fail({ on: 'object.read', kind: 'status', status: 400 });
    assert.deepEqual(await storage.files().stat('drops/composed'), found, 'not read again');
    assert.deepEqual(await storage.files().list('drops/composed', 5), [found]);
  });

  it('remembers the MD5 where it may not note it', async () => {
    await post(`/storage/v1/b/${testBucket}/o/other/compose`, JSON.stringify({ sourceObjects: [{ name: 'part-2' }] }));
    const files = storage.files();
    storage.server.fail({ on: 'object.change', kind: 'status', status: 403 });
    await contentOf(files.read('part-1')).catch(() => undefined);
    assert.equal((await files.stat('other'))?.md5, md5Of('two'));
    storage.server.fail({ on: 'object.read', kind: 'status', status: 400 });
    assert.equal((await files.stat('other'))?.md5, md5Of('two'));
  });

  it('lists no folders and no hidden names, however many there are', async () => {
    for (const n of Array.from({ length: 12 }, (_, n) => n)) await put(`folder/${n}/`, '');
    await put('folder/.hidden', 'x');
    await put('folder/9/file', 'x');
    await put('folder/a', 'x');
    const files = storage.files();
    const first = await files.list('folder/', 1);
    assert.deepEqual(
      first.map((file) => file.path),
      ['folder/9/file'],
    );
    assert.deepEqual(
      (await files.list('folder/', 5, 'folder/9/file')).map((file) => file.path),
      ['folder/a'],
    );
  });
});
