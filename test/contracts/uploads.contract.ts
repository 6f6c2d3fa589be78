import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { FileStore } from '#ports/file-store.ts';
import { uploadLifeMs, uploadQuantum, type UploadToOpen, type Uploads } from '#ports/uploads.ts';
import { eventually } from '../support/eventually.ts';
import { contentOf } from './opened-files.ts';

export type OpenedUploads = Readonly<{
  uploads: Uploads;
  /** where the finished file is found */
  files: FileStore;
  close: () => Promise<void>;
}>;

type Answer = Readonly<{ status: number; range: string | null; text: string }>;

/** As a sender does it who has the address alone. */
const put = async (
  url: string,
  range: string | undefined,
  body: Uint8Array = Buffer.alloc(0),
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const given = { ...(range === undefined ? {} : { 'content-range': range }), ...headers };
  const answer = await fetch(url, { method: 'PUT', headers: given, body: body as Uint8Array<ArrayBuffer>, redirect: 'manual' });
  return { status: answer.status, range: answer.headers.get('range'), text: await answer.text() };
};

/** A line that breaks in the middle of a piece. */
const breakOff = (
  url: string,
  range: string,
  { sent, length, afterMs }: { sent: Uint8Array; length: number; afterMs: number },
): Promise<void> =>
  new Promise((resolve) => {
    const asked = request(url, { method: 'PUT', headers: { 'content-range': range, 'content-length': length } });
    asked.on('error', () => resolve());
    asked.on('close', () => resolve());
    asked.write(sent, () => setTimeout(() => asked.destroy(), afterMs));
  });

/** Every way of uploading in pieces passes this. */
export const uploadsContract = (name: string, open: () => Promise<OpenedUploads>): void => {
  describe(`uploads contract: ${name}`, () => {
    let opened: OpenedUploads;
    before(async () => {
      opened = await open();
    });
    after(() => opened.close());

    let count = 0;
    const wanted = (bytes: number, more: Partial<UploadToOpen> = {}): UploadToOpen => {
      count += 1;
      return { uploadId: `upl_test${count}`, path: `drops/co_x/cmp_x/file ${count}.csv`, bytes, contentType: 'text/csv', ...more };
    };
    const content = (bytes: number): Buffer => randomBytes(bytes);

    it('takes a file piece by piece, and shows it only when it is whole', async () => {
      const bytes = content(uploadQuantum * 3 + 17);
      const asked = wanted(bytes.length);
      const { url, expiresAt } = await opened.uploads.open(asked);
      assert.ok(Math.abs(Date.parse(expiresAt) - Date.now() - uploadLifeMs) < 60_000);
      const cut = uploadQuantum * 2;
      const first = await put(url, `bytes 0-${cut - 1}/${bytes.length}`, bytes.subarray(0, cut));
      assert.deepEqual([first.status, first.range], [308, `bytes=0-${cut - 1}`]);
      assert.equal(await opened.files.stat(asked.path), undefined);
      assert.deepEqual(await opened.uploads.look(url, bytes.length), { state: 'open', receivedBytes: cut });
      const last = await put(url, `bytes ${cut}-${bytes.length - 1}/${bytes.length}`, bytes.subarray(cut));
      assert.equal(last.status, 200, last.text);
      const stored = await opened.files.stat(asked.path);
      assert.deepEqual(
        [stored?.bytes, stored?.md5, stored?.uploadId],
        [bytes.length, createHash('md5').update(bytes).digest('hex'), asked.uploadId],
      );
      assert.ok((await contentOf(opened.files.read(asked.path))).equals(bytes));
      assert.equal((await opened.files.list(asked.path, 1))[0]?.uploadId, asked.uploadId);
      assert.deepEqual(await opened.uploads.look(url, bytes.length), { state: 'whole' });
    });

    it('takes a whole file at once', async () => {
      const asked = wanted(5);
      const { url } = await opened.uploads.open(asked);
      assert.equal((await put(url, undefined, Buffer.from('a,b\n1'))).status, 200);
      assert.equal((await contentOf(opened.files.read(asked.path))).toString(), 'a,b\n1');
    });

    it('goes on after a break behind what it kept, and says the same to whoever asks again', async () => {
      const bytes = content(uploadQuantum * 4);
      const { url } = await opened.uploads.open(wanted(bytes.length));
      const all = `bytes 0-${bytes.length - 1}/${bytes.length}`;
      const sent = uploadQuantum + 1_000;
      const asked = async () => put(url, `bytes */${bytes.length}`);
      let [kept, tries] = [0, 0];
      // what the other side had not read yet is lost with the line: on a busy machine that may be all
      await eventually('something is kept of a broken piece', async () => {
        tries += 1;
        await breakOff(url, all, { sent: bytes.subarray(0, sent), length: bytes.length, afterMs: 20 * tries });
        const { status, range } = await asked();
        assert.equal(status, 308);
        kept = range === null ? 0 : Number(range.slice('bytes=0-'.length)) + 1;
        return kept > 0;
      });
      assert.ok(kept % uploadQuantum === 0 && kept <= sent, `${kept}`);
      const rest = await put(url, `bytes ${kept}-${bytes.length - 1}/${bytes.length}`, bytes.subarray(kept));
      assert.equal(rest.status, 200);
      assert.deepEqual([(await asked()).status, (await put(url, all, bytes)).status], [200, 200]);
    });

    it('keeps nothing twice where a piece comes again, and nothing behind a gap', async () => {
      const bytes = content(uploadQuantum * 3);
      const asked = wanted(bytes.length);
      const { url } = await opened.uploads.open(asked);
      const piece = (from: number, to: number) =>
        put(
          url,
          `bytes ${from * uploadQuantum}-${to * uploadQuantum - 1}/${bytes.length}`,
          bytes.subarray(from * uploadQuantum, to * uploadQuantum),
        );
      await piece(0, 1);
      const gap = await piece(2, 3);
      assert.deepEqual([gap.status, gap.range], [308, `bytes=0-${uploadQuantum - 1}`]);
      assert.equal((await piece(0, 2)).range, `bytes=0-${2 * uploadQuantum - 1}`);
      assert.equal((await piece(1, 3)).status, 200);
      assert.ok((await contentOf(opened.files.read(asked.path))).equals(bytes));
    });

    it('makes no file of other bytes than x-goog-hash says', async () => {
      const asked = wanted(4);
      const { url } = await opened.uploads.open(asked);
      const hash = `md5=${createHash('md5').update('other').digest('base64')}`;
      assert.equal((await put(url, 'bytes 0-3/4', Buffer.from('text'), { 'x-goog-hash': hash })).status, 400);
      assert.equal(await opened.files.stat(asked.path), undefined);
    });

    it('takes nothing more once it was cancelled, and knows no address that it did not give', async () => {
      const asked = wanted(4);
      const { url } = await opened.uploads.open(asked);
      await opened.uploads.cancel(url);
      assert.deepEqual(await opened.uploads.look(url, 4), { state: 'gone' });
      assert.ok([404, 410, 499].includes((await put(url, 'bytes 0-3/4', Buffer.from('text'))).status));
      await opened.uploads.cancel(url);
      const other = url.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
      assert.ok([404, 410].includes((await put(other, 'bytes 0-3/4', Buffer.from('text'))).status));
      assert.equal(await opened.files.stat(asked.path), undefined);
    });

    it('gives each upload an address of its own that tells nothing of the file', async () => {
      const [one, other] = [await opened.uploads.open(wanted(4)), await opened.uploads.open(wanted(4))];
      const secretOf = (url: string): string => /([\w-]{20,})$/.exec(url)?.[1] ?? '';
      assert.ok(secretOf(one.url).length >= 32 && secretOf(one.url) !== secretOf(other.url));
    });

    it('of no bytes kept yet says so', async () => {
      const { url } = await opened.uploads.open(wanted(uploadQuantum * 2));
      const { status, range } = await put(url, `bytes */${uploadQuantum * 2}`);
      assert.deepEqual([status, range], [308, null]);
    });
  });
};
