import { Readable } from 'node:stream';
import { FileGone, FileMoved } from '#ports/file-store.ts';
import type { ConnectedBucket } from './connect-bucket.ts';
import { inTime, perseverance, type Patience } from './patience.ts';
import { failedPrecondition, failedRange, inOurWords, isMissing, statusOf, StorageTrouble } from './storage-trouble.ts';

export type Wanted = Readonly<{ path: string; generation: number; bytes: number; start: number }>;

const pieceBytes = 256 * 1024;

const openAt = async (connected: ConnectedBucket, { path, generation }: Wanted, at: number, { requestMs }: Patience): Promise<Readable> => {
  const authorization = await inTime(connected.authorization(), requestMs);
  // no transcoding: MD5 and size are those of the stored bytes, and only they can be taken up again at any byte
  const headers = { ...authorization, range: `bytes=${at}-`, 'accept-encoding': 'gzip' };
  const url = connected.mediaUrl(path, { ifGenerationMatch: String(generation) });
  const { statusCode, body } = await connected.request('GET', url, { headers, requestMs });
  if (statusCode === 206) return body;
  body.on('error', () => undefined).destroy();
  throw Object.assign(new Error('a download was refused'), { status: statusCode });
};

const whyRefused = (error: unknown): unknown => {
  if (isMissing(error)) return new FileGone();
  const status = statusOf(error);
  return status === failedPrecondition || status === failedRange ? new FileMoved() : inOurWords(error);
};

/**
 * The bytes of one generation from `start` on, which is less than `bytes`. A connection that breaks is taken up again at the byte where it
 * broke, so a reader sees none twice. Ends in FileMoved or FileGone where the file is replaced or removed meanwhile and had to be asked for again.
 */
export const reading = (connected: ConnectedBucket, wanted: Wanted, patience: Patience): Readable => {
  let current: Readable | undefined;

  const pieces = async function* (): AsyncGenerator<Buffer> {
    const { renew, pauseAfter } = perseverance(patience);
    for (let at = wanted.start; at < wanted.bytes;) {
      try {
        current = await openAt(connected, wanted, at, patience);
        for await (const piece of current as AsyncIterable<Buffer>) {
          at += piece.length;
          renew();
          yield piece;
        }
        if (at < wanted.bytes) throw new StorageTrouble('ECONNRESET', 'a download ended too early');
      } catch (error) {
        await pauseAfter(error).catch((last: unknown) => {
          throw whyRefused(last);
        });
      }
    }
  };

  const stream = Readable.from(pieces(), { objectMode: false, highWaterMark: pieceBytes });
  return stream.once('close', () => current?.destroy());
};
