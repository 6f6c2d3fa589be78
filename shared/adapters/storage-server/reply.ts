import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type { StorageError } from './storage-error.ts';

export type Reply = Readonly<{ status: number; headers?: Readonly<Record<string, string>>; body?: string | Readable }>;

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { ...headers, 'content-type': 'application/json; charset=UTF-8' },
  body: JSON.stringify(value),
});

/** In the words of the API that was asked. */
export const refusal = ({ status, reason, message }: StorageError, api: 'json' | 'xml'): Reply =>
  api === 'json'
    ? json(status, { error: { code: status, message, errors: [{ message, domain: 'global', reason }] } })
    : {
        status,
        headers: { 'content-type': 'application/xml; charset=UTF-8' },
        body: `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${reason}</Code><Message>${message}</Message></Error>`,
      };

/** Bytes of a body up to a cut, where one was ordered. */
async function* upTo(body: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let left = most;
  for await (const piece of body) {
    yield piece.subarray(0, left);
    left -= piece.length;
    if (left <= 0) throw new Error('cut');
  }
}

export const send = async (response: ServerResponse, { status, headers = {}, body = '' }: Reply, cutAfter: number): Promise<void> => {
  if (typeof body === 'string') {
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
    return;
  }
  response.writeHead(status, headers);
  await pipeline(cutAfter === Infinity ? body : upTo(body as AsyncIterable<Buffer>, cutAfter), response);
};
