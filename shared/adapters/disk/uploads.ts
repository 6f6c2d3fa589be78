import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { FileStore } from '#ports/file-store.ts';
import { uploadLifeMs, uploadQuantum, type Uploads } from '#ports/uploads.ts';
import { DiskTrouble, withClearErrors } from './disk-trouble.ts';
import { readUploadRange, type UploadRange } from './upload-range.ts';
import { uploadShelf, type HeldUpload } from './upload-shelf.ts';
import { pathLock } from './path-lock.ts';

export type UploadAnswer = Readonly<{ status: number; headers?: Readonly<Record<string, string>>; body?: string }>;
export type UploadRequest = Readonly<{ method: string; headers: Readonly<Record<string, string | undefined>>; body: Readable }>;

export type DiskUploads = Uploads & Readonly<{ answer: (token: string, asked: UploadRequest) => Promise<UploadAnswer> }>;

export type DiskUploadsOptions = Readonly<{
  /** where the files go when they are whole */ files: FileStore;
  /** a folder for those under way */ folder: string;
  /** where `answer` is reached, with this token */ urlOf: (token: string) => string;
  /** a file is whole, and stands under its path */ onWhole?: (path: string) => Promise<void>;
  /** real time, milliseconds since 1970 */ now?: () => number;
}>;

/** Under way at once, of all companies. */
const mostUploads = 200;

/** Statuses of the protocol. */
const resumeIncomplete = 308;
const cancelled = 499;

const words = (status: number, message: string): UploadAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ error: { code: status, message } }),
});

const gone = (): UploadAnswer => words(404, 'There is no such upload: it was cancelled, or its time is over. Open a new one.');
const stands = ({ received }: HeldUpload): UploadAnswer => ({
  status: resumeIncomplete,
  headers: received === 0 ? {} : { range: `bytes=0-${received - 1}` },
});
const whole = ({ bytes, md5 = '' }: HeldUpload): UploadAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ kind: 'storage#object', size: String(bytes), md5Hash: Buffer.from(md5, 'hex').toString('base64') }),
});

/** A script of the page that sends it may read the answers, and no other page's. */
const forBrowsers = ({ origin }: HeldUpload): Readonly<Record<string, string>> =>
  origin === undefined
    ? {}
    : {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'PUT, DELETE',
        'access-control-allow-headers': 'content-range, content-type, x-goog-hash',
        'access-control-expose-headers': 'range',
        vary: 'origin',
      };

const wrongIn = ({ bytes, received }: HeldUpload, { start, end, total }: UploadRange, length: number | undefined): string | undefined => {
  if (total !== undefined && total !== bytes) return `This upload was opened for ${bytes} bytes, and Content-Range says ${total}.`;
  if (start === undefined) return undefined;
  if ((end ?? start + (length ?? 0) - 1) >= bytes) return `This upload was opened for ${bytes} bytes.`;
  const pieceEnd = (end ?? bytes - 1) + 1;
  if (pieceEnd !== bytes && pieceEnd > received && pieceEnd % uploadQuantum !== 0)
    return `All pieces but the last end at a multiple of ${uploadQuantum} bytes.`;
  return undefined;
};

const md5Said = (header: string | undefined): string | undefined => {
  const text = /(?:^|,)\s*md5=([A-Za-z0-9+/]{22}==)/.exec(header ?? '')?.[1];
  return text === undefined ? undefined : Buffer.from(text, 'base64').toString('hex');
};

const md5Of = async (place: string): Promise<string> => {
  const hash = createHash('md5');
  for await (const piece of createReadStream(place)) hash.update(piece as Buffer);
  return hash.digest('hex');
};

/** Resumable uploads into a folder: this machine's own door for what goes to Cloud Storage elsewhere. They outlive connections and restarts. */
export const diskUploads = ({ files, folder, urlOf, onWhole, now = Date.now }: DiskUploadsOptions): DiskUploads => {
  const shelf = uploadShelf(folder);
  const locked = pathLock();
  /** the piece that comes now; a newer one ends it, for its sender is gone */
  const coming = new Map<string, Readable>();

  const findLive = async (token: string): Promise<HeldUpload | undefined> => {
    const upload = await shelf.find(token);
    return upload && upload.untilMs > now() ? upload : undefined;
  };

  const finish = async (token: string, upload: HeldUpload, md5: string | undefined): Promise<UploadAnswer> => {
    const { path, uploadId } = upload;
    if (md5 !== undefined && md5 !== (await md5Of(shelf.dataOf(token)))) {
      await shelf.remove(token);
      return words(400, 'The bytes that came have another MD5 than x-goog-hash says: open a new upload.');
    }
    const stored = await files.write(path, createReadStream(shelf.dataOf(token)), { uploadId });
    const after = { ...upload, md5: stored.md5 };
    await shelf.write(token, after);
    await shelf.forgetData(token);
    await onWhole?.(path);
    return whole(after);
  };

  const take = async (token: string, upload: HeldUpload, { headers, body }: UploadRequest): Promise<UploadAnswer> => {
    const range = readUploadRange(headers['content-range']);
    const length = headers['content-length'] === undefined ? undefined : Number(headers['content-length']);
    const wrong = range
      ? wrongIn(upload, range, length)
      : 'Content-Range is "bytes FIRST-LAST/TOTAL", or "bytes */TOTAL" to ask how far it is.';
    if (!range || wrong !== undefined) return words(400, wrong ?? '');
    let after = upload;
    const { start, end = upload.bytes - 1 } = range;
    if (start !== undefined && start <= upload.received) {
      const isLast = end === upload.bytes - 1;
      after = await shelf.take(token, upload, { body, start, end, isLast });
    }
    return after.received === after.bytes ? finish(token, after, md5Said(headers['x-goog-hash'])) : stands(after);
  };

  const put = async (token: string, asked: UploadRequest): Promise<UploadAnswer> => {
    coming.get(token)?.destroy();
    coming.set(token, asked.body);
    try {
      return await locked(token, async () => {
        const upload = await findLive(token);
        if (!upload) return gone();
        const answered = upload.md5 === undefined ? await take(token, upload, asked) : whole(upload);
        return { ...answered, headers: { ...answered.headers, ...forBrowsers(upload) } };
      });
    } finally {
      if (coming.get(token) === asked.body) coming.delete(token);
    }
  };

  const cancel = (token: string): Promise<UploadAnswer> =>
    locked(token, async () => {
      const upload = await findLive(token);
      if (!upload) return gone();
      if (upload.md5 !== undefined) return whole(upload);
      await shelf.remove(token);
      return { status: cancelled, headers: forBrowsers(upload) };
    });

  const preflight = async (token: string): Promise<UploadAnswer> => {
    const upload = await findLive(token);
    return upload ? { status: 204, headers: { ...forBrowsers(upload), 'access-control-max-age': '600' } } : gone();
  };

  const tokenIn = (url: string): string => /([\w-]{43})$/.exec(url)?.[1] ?? '';

  return {
    open: ({ origin, ...wanted }) =>
      withClearErrors(async () => {
        const nowMs = now();
        if ((await shelf.sweep(nowMs)).left >= mostUploads)
          throw new DiskTrouble('disk_full', `${mostUploads} uploads are under way in this house: finish or cancel some of them`);
        const untilMs = nowMs + uploadLifeMs;
        const token = await shelf.open({ ...wanted, ...(origin === undefined ? {} : { origin }), received: 0, untilMs });
        return { url: urlOf(token), expiresAt: new Date(untilMs).toISOString() };
      }),
    look: async (url) => {
      const upload = await findLive(tokenIn(url));
      if (!upload) return { state: 'gone' };
      return upload.md5 === undefined ? { state: 'open', receivedBytes: upload.received } : { state: 'whole' };
    },
    cancel: async (url) => void (await withClearErrors(() => cancel(tokenIn(url)))),
    sweep: () => withClearErrors(async () => (await shelf.sweep(now())).gone),
    answer: (token, asked) =>
      withClearErrors(async () => {
        if (asked.method === 'PUT') return put(token, asked);
        if (asked.method === 'DELETE') return cancel(token);
        if (asked.method === 'OPTIONS') return preflight(token);
        return { ...words(405, 'An upload takes PUT, and DELETE to cancel it.'), headers: { allow: 'PUT, DELETE, OPTIONS' } };
      }),
  };
};
