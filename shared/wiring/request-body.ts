import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { problem, type DoorResponse } from '#functions/door.ts';

/** Doors take a few ids, or a provider's report: files are dropped into the bucket. */
const mostBytes = 1_000_000;
const readMs = 30_000;

/** What makes the framework look for a body. */
const announcing = ['content-length', 'transfer-encoding'] as const;

/**
 * The functions framework parses bodies before it calls us, answers what it cannot parse by a page of its own, and prints it on stderr,
 * names, phones and all. So it is told that requests have none, and whoever answers them reads it here.
 */
export const keepBodies = (): void => {
  subscribe('http.server.request.start', (message) => {
    const { headers } = (message as { request: IncomingMessage }).request;
    for (const name of announcing) delete headers[name];
  });
};

const tooLarge = problem(413, 'too_large', 'A request may have one megabyte. Drop files instead of sending them here.');
const tooSlow = problem(408, 'too_slow', 'The body did not come in time.');
const encoded = problem(415, 'encoding_unsupported', 'Send the body as it is, in UTF-8, without a content encoding.');

const isPlain = ({ headers }: IncomingMessage): boolean => {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return /^(?:identity)?$/i.test(headers['content-encoding'] ?? '') && /^(?:utf-?8|us-ascii)$/i.test(charset);
};

/** Undefined: not UTF-8. */
const decoded = (bytes: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const bytesOf = (request: IncomingMessage): Promise<Buffer | 'large' | 'slow'> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    const timer = setTimeout(() => resolve('slow'), readMs);
    const end = (result: Buffer | 'large'): void => {
      clearTimeout(timer);
      resolve(result);
    };
    request.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes <= mostBytes) parts.push(part);
      else end('large');
    });
    request.once('end', () => end(Buffer.concat(parts)));
    request.once('error', reject);
    request.once('close', () => {
      if (!request.complete) reject(new Error('the caller went away'));
    });
  });

/** The body as text, or the answer to whoever sent what no door can read. Throws when the caller goes away. */
export const readBody = async (request: IncomingMessage): Promise<string | DoorResponse> => {
  if (!isPlain(request)) return encoded;
  const bytes = await bytesOf(request);
  if (bytes === 'large') return tooLarge;
  if (bytes === 'slow') return tooSlow;
  return decoded(bytes) ?? encoded;
};
