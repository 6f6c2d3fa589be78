import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { diskFileStore } from '#adapters/disk/file-store.ts';
import { diskUploads, type DiskUploads } from '#adapters/disk/uploads.ts';
import { uploadLifeMs, uploadQuantum } from '#ports/uploads.ts';
import { uploadRoute } from '#wiring/folder-uploads.ts';
import { serve } from '#wiring/serve.ts';
import { uploadsContract } from '../contracts/uploads.contract.ts';

type Opened = Readonly<{ uploads: DiskUploads; another: () => DiskUploads; root: string; whole: string[]; close: () => Promise<void> }>;

/** The house's own server before the folder. */
const openHere = async (now: () => number = Date.now): Promise<Opened> => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-uploads-'));
  const files = diskFileStore(root, { settleMs: 0 });
  const whole: string[] = [];
  let port = 0;
  const another = (): DiskUploads =>
    diskUploads({
      files,
      folder: path.join(root, '.files', 'uploads'),
      urlOf: (token) => `http://127.0.0.1:${port}/uploads/${token}`,
      onWhole: async (place) => void whole.push(place),
      now,
    });
  const uploads = another();
  const server = await serve([uploadRoute(uploads)], { asked: 0 });
  port = server.port;
  const close = async (): Promise<void> => {
    await server.close();
    fs.rmSync(root, { recursive: true, force: true });
  };
  return { uploads, another, root, whole, close };
};

uploadsContract('a folder', async () => {
  const { uploads, root, close } = await openHere();
  return { uploads, files: diskFileStore(root, { settleMs: 0 }), close };
});

describe('uploads into a folder', () => {
  let here: Opened;
  let nowMs = Date.now();
  before(async () => {
    here = await openHere(() => nowMs);
  });
  after(() => here.close());
  const wanted = { uploadId: 'upl_a', path: 'drops/co_x/cmp_x/Ana Diaz.csv', bytes: 4, contentType: 'text/csv' };
  const folder = (): readonly string[] => fs.readdirSync(path.join(here.root, '.files', 'uploads'));
  const put = (url: string, range: string, body = 'text') => fetch(url, { method: 'PUT', headers: { 'content-range': range }, body });

  it('tell once that a file is whole, and leave no data behind', async () => {
    const { url } = await here.uploads.open(wanted);
    assert.equal((await put(url, 'bytes 0-3/4')).status, 200);
    assert.equal((await put(url, 'bytes 0-3/4')).status, 200);
    assert.deepEqual(here.whole, [wanted.path]);
    assert.deepEqual(
      folder().filter((name) => name.endsWith('.data')),
      [],
    );
  });

  it('show neither the address nor the name of a file to whoever lists the folder', async () => {
    const { url } = await here.uploads.open(wanted);
    const secret = url.slice(url.lastIndexOf('/') + 1);
    for (const name of folder()) assert.match(name, /^[0-9a-f]{64}\.(?:json|data)$/);
    const kept = folder().map((name) => fs.readFileSync(path.join(here.root, '.files', 'uploads', name), 'utf8'));
    assert.ok(kept.every((text) => !text.includes(secret)));
  });

  it('refuse more bytes than were announced, other sums, uneven pieces, and what is no range', async () => {
    const { url } = await here.uploads.open({ ...wanted, bytes: uploadQuantum * 2 });
    const total = uploadQuantum * 2;
    for (const [range, body] of [
      [`bytes 0-${total}/*`, 'x'],
      [`bytes 0-3/4`, 'text'],
      [`bytes 0-3/${total}`, 'text'],
      ['bytes 5-3/9', 'text'],
      ['items 0-1/2', 'text'],
    ] as const) {
      const answer = await put(url, range, body);
      assert.equal(answer.status, 400, range);
      assert.match(await answer.text(), /"message":"/);
    }
    assert.deepEqual(await here.uploads.look(url, total), { state: 'open', receivedBytes: 0 });
  });

  it('go on after a restart', async () => {
    const bytes = Buffer.alloc(uploadQuantum + 3, 'x');
    const { url } = await here.uploads.open({ ...wanted, path: 'drops/co_x/cmp_x/restart.csv', bytes: bytes.length });
    const token = url.slice(url.lastIndexOf('/') + 1);
    await fetch(url, {
      method: 'PUT',
      headers: { 'content-range': `bytes 0-${uploadQuantum - 1}/${bytes.length}` },
      body: bytes.subarray(0, uploadQuantum),
    });
    const restarted = here.another();
    assert.deepEqual(await restarted.look(url, bytes.length), { state: 'open', receivedBytes: uploadQuantum });
    const { Readable } = await import('node:stream');
    const headers = { 'content-range': `bytes ${uploadQuantum}-${bytes.length - 1}/${bytes.length}` };
    assert.equal((await restarted.answer(token, { method: 'PUT', headers, body: Readable.from([Buffer.from('xxx')]) })).status, 200);
  });

  it('are forgotten when their time is over, and their bytes with them', async () => {
    const { url } = await here.uploads.open({ ...wanted, bytes: 100 });
    const before = folder().length;
    nowMs += uploadLifeMs + 1;
    assert.equal((await put(url, 'bytes */100', '')).status, 404);
    assert.ok((await here.uploads.sweep()) >= before / 2);
    assert.deepEqual(folder(), []);
    const next = await here.uploads.open(wanted);
    assert.deepEqual([await here.uploads.sweep(), folder().length], [0, 2]);
    await here.uploads.cancel(next.url);
    assert.deepEqual(folder(), []);
  });

  it('let the scripts of the page that sends them read the answers, and of no other', async () => {
    const origin = 'https://app.example';
    const { url } = await here.uploads.open({ ...wanted, origin });
    const before = await fetch(url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PUT' } });
    assert.deepEqual([before.status, before.headers.get('access-control-allow-origin')], [204, origin]);
    const asked = await put(url, 'bytes */4', '');
    assert.deepEqual(
      [asked.headers.get('access-control-allow-origin'), asked.headers.get('access-control-expose-headers')],
      [origin, 'range'],
    );
    const closed = await here.uploads.open(wanted);
    assert.equal((await put(closed.url, 'bytes */4', '')).headers.get('access-control-allow-origin'), null);
    assert.equal((await fetch(url)).status, 405);
  });
});
