import type { Readable } from 'node:stream';
import { Problem } from './problem.ts';

/** A thousand messages with their fields. */
export const mostJsonBytes = 1_000_000;
const readMs = 30_000;

const gone = (): Problem => new Problem('request_slow', 'The caller went away before the body was here.');

/** By events: an async iterator costs as much as the rest of a small request. */
const bytesOf = (stream: Readable): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    let isOver = false;
    // a Problem is made only where there is one: each remembers where it was made, which costs more than the rest of this
    const fail = (problem: () => Problem) => (): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      parts.length = 0;
      reject(problem());
    };
    const timer = setTimeout(
      fail(() => new Problem('request_slow')),
      readMs,
    );
    const tooLarge = fail(() => new Problem('body_too_large'));
    stream.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > mostJsonBytes) tooLarge();
      else parts.push(part);
    });
    stream.once('end', () => {
      isOver = true;
      clearTimeout(timer);
      resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts));
    });
    stream.once('close', fail(gone));
    stream.once('error', fail(gone));
  });

const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('content_type_unsupported', 'The body is not UTF-8.');
  }
};

type Headers = Readonly<Record<string, string | undefined>>;

/** `application/json`, or a kind of it (`application/merge-patch+json`), as it is and in UTF-8. */
const checkType = (headers: Headers): void => {
  const type = headers['content-type'] ?? '';
  const charset = /;\s*charset="?([^";\s]+)/i.exec(type)?.[1] ?? 'utf-8';
  const isJson = /^\s*application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type);
  const isPlain = /^(?:identity)?$/i.test(headers['content-encoding'] ?? '');
  if (!isJson || !isPlain || !/^(?:utf-?8|us-ascii)$/i.test(charset)) throw new Problem('content_type_unsupported');
};

/** The body's text; throws Problems: 400, 408, 413, 415. */
export const readJsonText = async (headers: Headers, body: string | Readable): Promise<string> => {
  const text = typeof body === 'string' ? body : textOf(await bytesOf(body));
  if (text === '') throw new Problem('body_missing');
  checkType(headers);
  return text;
};

/** What the parser says of it is left out: it repeats parts of the body. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem('body_malformed');
  }
};
