import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { CRC32C, Storage } from '@google-cloud/storage';
import { readCondition } from '#adapters/storage-server/access.ts';
import { startStorageServer, type StorageServer } from '#adapters/storage-server/storage-server.ts';
import { md5Of } from '../contracts/opened-files.ts';
import { openCallbackReceiver, type CallbackReceiver } from '../support/callback-receiver.ts';
import { eventually } from '../support/eventually.ts';
import { openTestStorage, testBucket } from '../support/storage.ts';

const newDir = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-storage-'));

describe('the storage server, as the SDK finds it', () => {
  let server: StorageServer;
  let storage: Storage;
  const { defaultMaxListeners } = EventEmitter;
  before(async () => {
    // the SDK's downloads warn of themselves
    EventEmitter.defaultMaxListeners = 50;
    server = await startStorageServer({ bucket: testBucket });
    storage = new Storage({ projectId: 'carillon-test', apiEndpoint: server.url });
  });
  after(() => {
    EventEmitter.defaultMaxListeners = defaultMaxListeners;
    return server.close();
  });
  const bucket = () => storage.bucket(testBucket);
  const content = randomBytes(700_001);

  for (const resumable of [true, false])
    it(`takes and gives files, ${resumable ? 'by sessions' : 'in one piece'}`, async () => {
      const file = bucket().file(`a/${resumable} ü.csv`);
      await file.save(content, { resumable, validation: 'crc32c', contentType: 'text/csv', metadata: { metadata: { by: 'test' } } });
      const [metadata] = await file.getMetadata();
      const crc32c = new CRC32C();
      crc32c.update(content);
      assert.deepEqual(
        [Number(metadata.size), metadata.md5Hash, metadata.crc32c, metadata.contentType, metadata.metadata],
        [content.length, Buffer.from(md5Of(content), 'hex').toString('base64'), crc32c.toString(), 'text/csv', { by: 'test' }],
      );
      assert.ok((await buffer(file.createReadStream())).equals(content));
      assert.ok((await buffer(file.createReadStream({ start: 5, end: 99 }))).equals(content.subarray(5, 100)));
      assert.deepEqual([await file.exists(), await bucket().exists()], [[true], [true]]);
      await file.delete();
      assert.deepEqual(await file.exists(), [false]);
    });

  it('resumes an upload of the SDK that was cut off', async () => {
    server.fail({ on: 'upload.put', kind: 'cut', afterBytes: 400_000 });
    const file = bucket().file('cut');
    await file.save(content, { chunkSize: 512 * 1024, preconditionOpts: { ifGenerationMatch: 0 } });
    assert.ok((await buffer(file.createReadStream())).equals(content));
  });

  it('lists by pages, and joins objects', async () => {
    for (const name of ['l/1', 'l/2', 'l/3']) await bucket().file(name).save(name, { resumable: false });
    const [first, next] = await bucket().getFiles({ prefix: 'l/', maxResults: 2, autoPaginate: false });
    const [second, none] = await bucket().getFiles(next ?? {});
    assert.deepEqual(
      [first, second].map((files) => files.map(({ name }) => name)),
      [['l/1', 'l/2'], ['l/3']],
    );
    assert.equal(none, null);
    await bucket().combine(['l/1', 'l/2'], 'l/all');
    const [all] = await bucket().file('l/all').getMetadata();
    assert.deepEqual([all.md5Hash, all.componentCount, all.size], [undefined, 2, '6']);
  });

  it('refuses what is not as it was said to be', async () => {
    const start = await fetch(`${server.url}/upload/storage/v1/b/${testBucket}/o?uploadType=resumable&name=damaged`, { method: 'POST' });
    const headers = { 'content-range': 'bytes 0-3/4', 'x-goog-hash': `md5=${Buffer.from(md5Of('good'), 'hex').toString('base64')}` };
    const answer = await fetch(start.headers.get('location') ?? '', { method: 'PUT', headers, body: 'evil' });
    assert.equal(answer.status, 400);
    assert.deepEqual(await bucket().file('damaged').exists(), [false]);
    await bucket().file('there').save('x', { resumable: false });
    for (const [place, status] of [
      [`/storage/v1/b/${testBucket}/o/nothing`, 404],
      ['/storage/v1/b/another-bucket/o/x', 404],
      ['/elsewhere', 404],
      [`/storage/v1/b/${testBucket}/o/there?ifGenerationMatch=7`, 412],
    ] as const)
      assert.equal((await fetch(server.url + place)).status, status, place);
  });
});

describe('the finalize event', () => {
  let receiver: CallbackReceiver;
  beforeEach(async () => {
    receiver = await openCallbackReceiver();
  });
  afterEach(() => receiver.close());
  const url = () => `${receiver.origin}/?token=of-the-door`;

  it('goes out in binary mode for every finished object, with the object as its data', async () => {
    const { server, files } = await openTestStorage({ notify: { url: url(), bearer: 'signed' } });
    const written = await files().write('drops/co_a/cmp_b/Ünal & Söhne.csv', 'content');
    await eventually('it is told', () => receiver.requests.length === 1);
    const { headers, body, url: called, method } = receiver.requests[0]!;
    const attributes = Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('ce-') && name !== 'ce-time'));
    assert.deepEqual(attributes, {
      'ce-id': `${written.generation}-1`,
      'ce-source': `//storage.googleapis.com/projects/_/buckets/${testBucket}`,
      'ce-specversion': '1.0',
      'ce-type': 'google.cloud.storage.object.v1.finalized',
      'ce-subject': 'objects/drops/co_a/cmp_b/%C3%9Cnal%20%26%20S%C3%B6hne.csv',
      'ce-bucket': testBucket,
    });
    assert.deepEqual([method, called, headers['authorization']], ['POST', url(), 'Bearer signed']);
    const { bucket, name, generation, size } = JSON.parse(body) as Record<string, string>;
    assert.deepEqual([bucket, name, Number(generation), size], [testBucket, written.path, written.generation, '7']);
    await eventually('it is taken', () => server.pendingEvents() === 0);
    await server.close();
  });

  it('is told again until it is taken, across a restart too', async () => {
    const dir = newDir();
    receiver.refuse(3, 503);
    const first = await openTestStorage({ dir, notify: { url: url() } });
    await first.files().write('a', 'one');
    await eventually('it is taken', () => first.server.pendingEvents() === 0);
    assert.equal(receiver.requests.length, 4);
    receiver.refuse(1_000_000, 500);
    await first.files().write('b', 'two');
    await first.files().remove('b');
    await eventually('it is refused', () => receiver.requests.length > 4);
    await first.server.close();
    receiver.refuse(0, 500);
    const before = receiver.requests.length;
    const second = await openTestStorage({ dir, notify: { url: url() } });
    await eventually('it is taken', () => second.server.pendingEvents() === 0);
    const told = receiver.requests.slice(before).map(({ body }) => (JSON.parse(body) as { name: string }).name);
    assert.deepEqual(told, ['b']);
    await second.server.close();
    fs.rmSync(dir, { recursive: true });
  });
});

describe('IAM conditions that the storage server knows', () => {
  it('are prefixes of names and types of resources, joined by and', () => {
    const holds = readCondition(
      'resource.type == "storage.googleapis.com/Object" && resource.name.startsWith("projects/_/buckets/b/objects/a/")',
    );
    assert.deepEqual(['projects/_/buckets/b/objects/a/x', 'projects/_/buckets/b/objects/ab/x', 'projects/_/buckets/b'].map(holds), [
      true,
      false,
      false,
    ]);
  });
  it('and it starts with no others', async () => {
    const bindings = [{ permissions: [], members: [], condition: 'resource.name.endsWith("x")' }];
    await assert.rejects(startStorageServer({ bucket: testBucket, access: { bindings } }), /can't check the condition/);
  });
});
