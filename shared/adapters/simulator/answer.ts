import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiError } from './errors.ts';

const largestBody = 64 * 1024;

export const answerJson = (response: ServerResponse, status: number, body: unknown): void => {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, ['content-type', 'application/json', 'content-length', String(bytes.length)]).end(bytes);
};

export const answerError = (response: ServerResponse, code: number): void => {
  const error = apiError(code);
  answerJson(response, error.status, error);
};

/** The whole body of a request; a larger one than any form here ends its connection. */
export const readBody = (request: IncomingMessage, whole: (body: string) => void): void => {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > largestBody) request.destroy();
    else chunks.push(chunk);
  });
  request.on('end', () => whole(Buffer.concat(chunks).toString()));
};
