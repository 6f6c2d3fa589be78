import { createHash } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { FileMoved } from '#ports/file-store.ts';
import { codeOf, inOurWords } from './disk-trouble.ts';

const pieceBytes = 256 * 1024;

const isSame = (one: BigIntStats, other: BigIntStats): boolean => one.size === other.size && one.mtimeNs === other.mtimeNs;

export type OpenFile = Readonly<{ handle: FileHandle; stat: BigIntStats }>;

/** Undefined when there is no regular file. Links are not followed: they lead out of the root. */
export const openRegular = async (place: string): Promise<OpenFile | undefined> => {
  let handle: FileHandle;
  try {
    // NONBLOCK: a pipe that somebody put there must not keep us waiting.
    handle = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
  const stat = await handle.stat({ bigint: true });
  if (stat.isFile()) return { handle, stat };
  await handle.close();
  return undefined;
};

/** MD5 of the whole file; undefined when it was written to meanwhile. */
export const md5Of = async ({ handle, stat }: OpenFile): Promise<string | undefined> => {
  const hash = createHash('md5');
  const buffer = Buffer.allocUnsafe(pieceBytes);
  for (let at = 0; ;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  return isSame(stat, await handle.stat({ bigint: true })) ? hash.digest('hex') : undefined;
};

/** Bytes from `start` on; the file is closed with the stream. Ends in FileMoved when the file was written to while it was read. */
export const contentFrom = ({ handle, stat }: OpenFile, start: number): Readable => {
  let at = start;
  const next = async (): Promise<Buffer | null> => {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes, at);
    at += bytesRead;
    if (bytesRead > 0) return buffer.subarray(0, bytesRead);
    if (!isSame(stat, await handle.stat({ bigint: true }))) throw new FileMoved();
    return null;
  };
  return new Readable({
    highWaterMark: pieceBytes,
    read() {
      next().then(
        (piece) => this.push(piece),
        (error: unknown) => this.destroy(inOurWords(error) as Error),
      );
    },
    // Streams take callbacks, files give promises.
    // oxlint-disable promise/no-promise-in-callback, promise/no-callback-in-promise
    destroy(error, done) {
      handle.close().then(
        () => done(error),
        () => done(error),
      );
    },
    // oxlint-enable promise/no-promise-in-callback, promise/no-callback-in-promise
  });
};
