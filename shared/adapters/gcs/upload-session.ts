import type { FileMetadata } from '@google-cloud/storage';
import type { Dispatcher } from 'undici';
import type { Chunk } from './chunks.ts';
import type { ConnectedBucket } from './connect-bucket.ts';
import { perseverance, type Patience } from './patience.ts';
import { isPassing, StorageTrouble } from './storage-trouble.ts';

/** What the service says about an upload: it goes on behind so many bytes, it is whole, or it is refused. */
type Answer = Readonly<{ received: number } | { object: FileMetadata } | { refused: number }>;

/** `308 Resume Incomplete` of Cloud Storage, which is not the redirect of RFC 9110. */
const resumeIncomplete = 308;

const readAnswer = async ({ statusCode: status, headers, body }: Dispatcher.ResponseData): Promise<Answer> => {
  const text = await body.text();
  if (status === 200 || status === 201) return { object: JSON.parse(text) as FileMetadata };
  if (status === resumeIncomplete) {
    const last = /^bytes=0-(\d+)$/.exec(String(headers['range'] ?? ''))?.[1];
    return { received: last === undefined ? 0 : Number(last) + 1 };
  }
  const trouble = Object.assign(new Error('refused'), { status });
  if (isPassing(trouble)) throw trouble;
  return { refused: status };
};

export type Sent = Readonly<{ object: FileMetadata } | { refused: number } | { more: true }>;

/** The session answered something that leaves nothing to be sent. */
const isOver = (answer: Answer): answer is Exclude<Answer, { received: number }> => !('received' in answer);

/**
 * One resumable upload, by its address, which is also the right to write to it
 * (https://cloud.google.com/storage/docs/performing-resumable-uploads). What got lost is asked for, never guessed: where no answer came the
 * session says how far it is, or that the object is there.
 */
export const uploadSession = ({ request }: ConnectedBucket, address: string, patience: Patience) => {
  const { requestMs } = patience;
  const ask = async (headers: Readonly<Record<string, string>>, body: Buffer = Buffer.alloc(0)): Promise<Answer> =>
    readAnswer(await request('PUT', address, { headers, requestMs, body }));

  const put = ({ bytes, offset, isLast }: Chunk, from: number, md5: string): Promise<Answer> => {
    const end = offset + bytes.length;
    const total = isLast ? String(end) : '*';
    const range = from === end ? `bytes */${total}` : `bytes ${from}-${end - 1}/${total}`;
    // the service compares, and makes no object of other bytes
    return ask({ 'content-range': range, ...(isLast && { 'x-goog-hash': `md5=${md5}` }) }, bytes.subarray(from - offset));
  };

  const lost = (): StorageTrouble =>
    new StorageTrouble('storage_upload_lost', 'Cloud Storage lost a part of an upload: write the file again');

  const noProgress = (): Error => Object.assign(new Error('the upload does not go on'), { status: 503 });

  return {
    /** `md5` in Base64 is looked at with the last chunk alone. */
    send: async (chunk: Chunk, md5: string): Promise<Sent> => {
      const { renew, pauseAfter } = perseverance(patience);
      const end = chunk.offset + chunk.bytes.length;
      let from = chunk.offset;
      let inDoubt = false;
      for (;;) {
        try {
          const asked = inDoubt;
          const answer = asked ? await ask({ 'content-range': 'bytes */*' }) : await put(chunk, from, md5);
          inDoubt = false;
          if (isOver(answer)) return answer;
          const { received } = answer;
          if (received < chunk.offset || received > end) throw lost();
          if (received === end && !chunk.isLast) return { more: true };
          if (received > from) renew();
          else if (!asked) await pauseAfter(noProgress());
          from = received;
        } catch (error) {
          inDoubt = true;
          await pauseAfter(error);
        }
      }
    },
    /** What has arrived is thrown away. The service does so by itself after a week. */
    cancel: async (): Promise<void> => {
      const { body } = await request('DELETE', address, { headers: {}, requestMs });
      await body.dump();
    },
  };
};
