import type { Dispatcher, Pool } from 'undici';
import { CallFailed } from './call-failed.ts';

export type HttpCall = Readonly<{
  method: string;
  /** path and query */
  path: string;
  /** name, value, name, value, … */
  headers: readonly string[];
  body?: string | null;
}>;

export type HttpAnswer = Readonly<{ statusCode: number; body: string; headers: Readonly<Record<string, unknown>> }>;

export type HttpClient = Readonly<{
  /** One attempt. Rejects with CallFailed where no whole answer came in time. */
  call: (call: HttpCall) => Promise<HttpAnswer>;
  close: () => Promise<void>;
}>;

export type HttpClientOptions = Readonly<{
  /** scheme, host and port */
  origin: string;
  /** for the whole call: waiting for a connection, request and answer */
  callTimeoutMs: number;
  connections: number;
}>;

const connectTimeoutMs = 5_000;
/** 1,000 listed messages of 1,600 characters with their JSON around */
const largestAnswer = 16 * 1024 * 1024;
/** one message, and many answers may come at once */
const largestAnswerToPost = 256 * 1024;
const longestRetryAfterS = 3_600;

/** Milliseconds of a Retry-After in seconds, an hour at most; undefined where there is none. */
export const retryAfterMs = (header: unknown): number | undefined => {
  const seconds = typeof header === 'string' && header.trim() !== '' ? Number(header) : Number.NaN;
  return seconds >= 0 ? Math.min(seconds, longestRetryAfterS) * 1000 : undefined;
};

/**
 * One request, one attempt. A request that undici would begin a second time is cut off: a repeated create is a repeated message.
 * The time-out covers the wait for a connection, and whether anything was written is known exactly.
 */
const callOnce = (pool: Pool, options: Dispatcher.DispatchOptions, timeoutMs: number): Promise<HttpAnswer> =>
  new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let settled = false;
    let statusCode = 0;
    let headers: HttpAnswer['headers'] = {};
    const chunks: Buffer[] = [];
    let free = options.method === 'POST' ? largestAnswerToPost : largestAnswer;
    const fail = (code: CallFailed['code']) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      const written = controller !== undefined;
      controller?.abort(new Error('given up'));
      reject(new CallFailed(written ? code : 'provider_unreachable', written));
    };
    const timer = setTimeout(fail, timeoutMs, 'timeout');
    pool.dispatch(options, {
      onRequestStart: (started) => {
        if (settled || controller) started.abort(new Error('not begun'));
        else controller = started;
      },
      onResponseStart: (_controller, status, answered) => {
        statusCode = status;
        headers = answered;
      },
      onResponseData: (_controller, chunk) => {
        free -= chunk.length;
        if (free < 0) fail('connection_lost');
        else chunks.push(chunk);
      },
      onResponseEnd: () => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        resolve({ statusCode, body: chunks.length === 1 ? chunks[0]!.toString() : Buffer.concat(chunks).toString(), headers });
      },
      onResponseError: () => fail('connection_lost'),
    });
  });

/** Keep-alive connections to one host, bounded, one attempt per call. Loads undici's pool when called, not when imported. */
export const openHttpClient = async ({ origin, callTimeoutMs, connections }: HttpClientOptions): Promise<HttpClient> => {
  const { default: UndiciPool } = await import('undici/lib/dispatcher/pool.js');
  const pool = new UndiciPool(origin, {
    connections,
    // One request at a time on a connection: a pipelined one could be written again after a reset.
    pipelining: 1,
    allowH2: false,
    connect: { timeout: Math.min(connectTimeoutMs, callTimeoutMs) },
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: largestAnswer,
  });
  return {
    call: ({ method, path, headers, body = null }) =>
      callOnce(pool, { method: method.toUpperCase(), path, headers: [...headers], body }, callTimeoutMs),
    close: () => pool.close(),
  };
};
