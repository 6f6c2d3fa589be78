import { checkFilePath } from '#domain/kernel/file-path.ts';
import { uploadLifeMs, type Uploads } from '#ports/uploads.ts';
import { connectBucket, type ConnectedBucket, type StorageConnection } from './connect-bucket.ts';
import { persistently, usualPatience, type Patience } from './patience.ts';
import { inOurWords, isPassing } from './storage-trouble.ts';
import { uploadKey } from './stored-object.ts';

export type GcsUploadsOptions = StorageConnection & Readonly<{ bucket: string; patience?: Partial<Patience>; now?: () => number }>;

const worded = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw inOurWords(error);
  }
};

/** Cloud Storage's answer to whoever asks how far an upload is: not a redirect. */
const resumeIncomplete = 308;

/**
 * Resumable uploads straight into the bucket: their address is made for one object by this process's account, and is all that its sender needs.
 * The service forgets one a week after it was opened. Connects on the first call. Errors are StorageTrouble and name neither file nor address.
 */
export const gcsUploads = (options: GcsUploadsOptions): Uploads & Readonly<{ close: () => Promise<void> }> => {
  const { bucket: name, patience: impatience, now = Date.now, ...connection } = options;
  const patience = { ...usualPatience, ...impatience };
  let opening: Promise<ConnectedBucket> | undefined;
  const connect = (): Promise<ConnectedBucket> => (opening ??= connectBucket(name, connection));

  const ask = async (method: 'PUT' | 'DELETE', url: string, headers: Readonly<Record<string, string>>) => {
    const { request } = await connect();
    return persistently(patience, async () => {
      const { statusCode: status, headers: told, body } = await request(method, url, { headers, requestMs: patience.requestMs });
      await body.dump();
      const trouble = Object.assign(new Error('refused'), { status });
      if (isPassing(trouble)) throw trouble;
      return { status, range: String(told['range'] ?? '') };
    });
  };

  return {
    open: ({ path, bytes, contentType, uploadId, origin }) =>
      worded(async () => {
        checkFilePath(path);
        const { bucket } = await connect();
        const metadata = { contentType, contentLength: bytes, metadata: { [uploadKey]: uploadId } };
        const expiresAt = new Date(now() + uploadLifeMs).toISOString();
        // one whose address got lost with an answer is left to the service, which forgets it
        const [url] = await persistently(patience, () => bucket.file(path).createResumableUpload({ metadata, ...(origin && { origin }) }));
        return { url, expiresAt };
      }),
    look: (url, bytes) =>
      worded(async () => {
        const { status, range } = await ask('PUT', url, { 'content-range': `bytes */${bytes}` });
        if (status === 200 || status === 201) return { state: 'whole' };
        if (status !== resumeIncomplete) return { state: 'gone' };
        const last = /^bytes=0-(\d+)$/.exec(range)?.[1];
        return { state: 'open', receivedBytes: last === undefined ? 0 : Number(last) + 1 };
      }),
    cancel: (url) => worded(async () => void (await ask('DELETE', url, {}))),
    sweep: async () => 0,
    close: async () => {
      const connected = await opening?.catch(() => undefined);
      opening = undefined;
      await connected?.close();
    },
  };
};
