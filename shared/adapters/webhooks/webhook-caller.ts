import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { CallTrouble, WebhookAnswer, WebhookCall, WebhookCaller } from '#ports/webhook-caller.ts';
import { addressIn, mayReach, urlProblem, type Reach } from './address-guard.ts';
import { checkedLookup, type Resolve } from './checked-lookup.ts';

export type WebhookCallerOptions = Reach &
  Readonly<{
    /** from the name's look-up to the answer's end, default 15 s */
    timeoutMs?: number;
    /** default: the machine's own */
    resolve?: Resolve;
    /** certificates that are believed besides; PEM */
    ca?: string;
  }>;

/** What is kept of an answer; the rest is not read. */
const mostBytes = 4_096;

const unknownName = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'ENODATA']);

const troubleOf = (error: unknown): CallTrouble => {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ADDRESS_REFUSED') return 'address_refused';
  if (unknownName.has(code)) return 'name_unknown';
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) return 'certificate_invalid';
  return code === 'ECONNRESET' || code === 'EPIPE' || code.startsWith('HPE_') ? 'connection_lost' : 'unreachable';
};

/** Seconds or a date (RFC 9110, 10.2.3); undefined: there is none, or it is none. */
export const retryAfterOf = (header: string | undefined, nowMs: number): number | undefined => {
  if (header === undefined || !/^(?:\d+|[A-Z][a-z]{2}, .+)$/.test(header.trim())) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - nowMs;
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
};

/** The beginning of the body. What is longer, or does not end, is cut off: the status has said what matters. */
const readStart = (response: IncomingMessage, done: (body: string) => void): void => {
  const parts: Buffer[] = [];
  let length = 0;
  const end = (): void => {
    response.destroy();
    done(Buffer.concat(parts).subarray(0, mostBytes).toString('utf8').replaceAll('\0', ''));
  };
  response.on('data', (part: Buffer) => {
    parts.push(part);
    length += part.length;
    if (length >= mostBytes) end();
  });
  response.once('end', end);
  response.once('error', end);
};

/** Calls customers' servers: no redirects, no connection that is kept, no address that was not checked. */
export const webhookCaller = ({ loopback, timeoutMs = 15_000, resolve, ca }: WebhookCallerOptions): WebhookCaller => {
  const reach = { loopback };
  const lookup = checkedLookup(reach, resolve);
  const once = ({ url, headers, body }: WebhookCall, signal: AbortSignal): Promise<WebhookAnswer> =>
    new Promise((settle, fail) => {
      const started = performance.now();
      const to = new URL(url);
      const bytes = Buffer.from(body);
      const options: RequestOptions = {
        method: 'POST',
        headers: { ...headers, 'content-length': String(bytes.length) },
        agent: false,
        signal,
        lookup,
        ...(ca === undefined ? {} : { ca }),
      };
      const gone = (): void => fail(Object.assign(new Error('it ended without an answer'), { code: 'ECONNRESET' }));
      const request = (to.protocol === 'https:' ? https : http).request(to, options, (response) => {
        // the status counts, whatever becomes of what follows it
        request
          .removeListener('error', fail)
          .removeListener('close', gone)
          .on('error', () => undefined);
        const { statusCode: status = 0 } = response;
        const retryAfterMs = retryAfterOf(response.headers['retry-after'], Date.now());
        const about = { kind: 'answered', status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) } as const;
        readStart(response, (text) => settle({ ...about, body: text, ms: Math.round(performance.now() - started) }));
      });
      request.once('error', fail).once('close', gone);
      // 101 is no answer to what we ask, and nothing else would be said of it: whoever waits would wait for ever
      request.once('upgrade', (_, socket) => {
        socket.destroy();
        settle({ kind: 'answered', status: 101, body: '', ms: Math.round(performance.now() - started) });
      });
      request.end(bytes);
    });
  return {
    problemOf: (url) => urlProblem(url, reach),
    call: async (call) => {
      const started = performance.now();
      const failed = (code: CallTrouble): WebhookAnswer => ({ kind: 'failed', code, ms: Math.round(performance.now() - started) });
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        // an address in the URL itself is never looked up
        const address = addressIn(new URL(call.url));
        if (urlProblem(call.url, reach) !== undefined || (address !== undefined && !mayReach(address, reach)))
          return failed('address_refused');
        return await once(call, signal);
      } catch (error) {
        return failed(signal.aborted ? 'timeout' : troubleOf(error));
      }
    },
  };
};
