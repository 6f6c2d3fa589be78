import { Transform, type Readable } from 'node:stream';
import { Problem } from './problem.ts';

/** Cloud Run takes 32 MiB a request, with its headers; larger files go to an address of their own. */
export const mostUploadBytes = 32_000_000;
/** Nothing came for so long: whoever sent it is gone. */
const idleMs = 30_000;

type Headers = Readonly<Record<string, string | undefined>>;

/** Whether the headers speak of something that is taken, before anything is read. Throws Problems: 413, 415. */
export const checkUpload = (
  headers: Headers,
  { mostBytes, contentTypes }: Readonly<{ mostBytes: number; contentTypes: readonly string[] }>,
): void => {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const isPlain = /^(?:identity)?$/i.test(headers['content-encoding'] ?? '');
  if (!isPlain || !contentTypes.includes(type))
    throw new Problem('content_type_unsupported', `Send one of ${contentTypes.join(', ')}, without a content encoding.`);
  if (Number(headers['content-length'] ?? 0) > mostBytes) throw tooLarge(mostBytes);
};

const tooLarge = (mostBytes: number): Problem =>
  new Problem(
    'body_too_large',
    `An upload may have ${Math.floor(mostBytes / 1_000_000)} MB here; send larger files in pieces to an upload address: POST /v1/campaigns/{id}/uploads opens one.`,
  );

/**
 * The bytes as they come, never more than `mostBytes`; none of them is changed. Whoever reads it (`files.write(path, stream)`) gets the Problem
 * as the stream's error: 408 when nothing comes any more, 413 when too much comes.
 */
export const receiveUpload = (body: Readable, mostBytes: number): Readable => {
  let bytes = 0;
  const counted = new Transform({
    transform: (part: Buffer, _, next) => {
      bytes += part.length;
      idle.refresh();
      if (bytes > mostBytes) next(tooLarge(mostBytes));
      else next(null, part);
    },
    flush: (next) => {
      clearTimeout(idle);
      next();
    },
    destroy: (error, next) => {
      clearTimeout(idle);
      next(error);
    },
  });
  const idle = setTimeout(() => counted.destroy(new Problem('request_slow')), idleMs);
  const leave = (): void => {
    if (!body.readableEnded) counted.destroy(new Problem('request_slow', 'The caller went away before the body was here.'));
  };
  // whoever reads it hears of it; an operation that refuses before it reads has nobody who does
  counted.on('error', () => undefined);
  body.once('error', leave).once('close', leave);
  // while we asked who he is: what is closed does not say so once more
  if (body.destroyed) leave();
  return body.pipe(counted);
};
