import type { ServerResponse } from 'node:http';
import { answerJson } from '../answer.ts';
import type { Fault } from '../faults.ts';
import { telnyxError, type Refused } from './errors.ts';

/** Longer than any client's patience; then the connection is cut. */
const hangMs = 60_000;
export const refuse = (response: ServerResponse, refused: Refused): void => {
  const { status, body } = telnyxError(refused);
  answerJson(response, status, body);
};

/** What a fault does to an answer. */
export const goWrong = (response: ServerResponse, { kind, retryAfterS }: Fault): void => {
  if (retryAfterS !== undefined) response.setHeader('retry-after', String(retryAfterS));
  if (kind === 'timeout') setTimeout(() => response.destroy(), hangMs).unref();
  else if (kind === 'cut') response.destroy();
  else if (kind === 'malformed') response.writeHead(200, ['content-type', 'application/json']).end('{"data": {"id": "40');
  else if (kind === '503') response.writeHead(503, ['content-type', 'text/html']).end('<h1>no upstream</h1>');
  else refuse(response, { code: kind === '429' ? '10011' : '10007' });
};
