import type { IncomingMessage, ServerResponse } from 'node:http';

/** What still comes within this time is thrown away, unread; then the connection ends. */
const lingerMs = 1_000;

/**
 * An answer to a request that is still being sent: its rest is not read to its end, but a connection that is cut at once takes the answer
 * with it, before the caller has read it (RFC 9112, 9.6).
 */
export const letGo = (request: IncomingMessage, response: ServerResponse): void => {
  if (request.complete) return;
  response.once('finish', () => {
    request.unpipe();
    request.resume();
    const timer = setTimeout(() => {
      if (!request.complete) request.destroy();
    }, lingerMs);
    timer.unref();
    request.once('close', () => clearTimeout(timer));
  });
};
