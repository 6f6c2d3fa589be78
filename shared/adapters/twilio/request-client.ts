import type { Dispatcher, Pool } from 'undici';
import { tokensOf, type AuthToken } from './auth-tokens.ts';
import { CallFailed, TooManyRequests } from './call-errors.ts';

export type RequestClientOptions = Readonly<{
  accountId: string;
  authToken: AuthToken;
  /** where the requests go instead of the host that the SDK names; undefined: to that host */
  baseUrl?: string | undefined;
  /** for the whole call: waiting for a connection, request and answer */
  callTimeoutMs: number;
  connections: number;
}>;

/** What the SDK hands to a client; a part of its RequestClient.RequestOptions. */
export type SdkRequest = Readonly<{ method: string; uri: string; data?: object; params?: object }>;
export type SdkResponse = Readonly<{ statusCode: number; body: string; headers: Readonly<Record<string, unknown>> }>;
export type RequestClient = Readonly<{
  request: (request: SdkRequest) => Promise<SdkResponse>;
  /** milliseconds since 1970 by the provider's clock */
  providerNow: () => number;
  close: () => Promise<void>;
}>;

const twilioHost = 'https://api.twilio.com';
const connectTimeoutMs = 5_000;
/** 1,000 listed messages of 1,600 characters with their JSON around */
const largestAnswer = 16 * 1024 * 1024;
const longestRetryAfterS = 3_600;

/** Form of a record; a list repeats its key. Unpaired surrogates, which have no UTF-8, become U+FFFD instead of an exception. */
export const encodeForm = (record: object): string => {
  let form = '';
  for (const [key, value] of Object.entries(record))
    for (const item of Array.isArray(value) ? value : [value])
      form += `${form === '' ? '' : '&'}${encodeURIComponent(key)}=${encodeURIComponent(String(item).toWellFormed())}`;
  return form;
};

const retryAfterMs = (header: unknown): number | undefined => {
  const seconds = typeof header === 'string' ? Number(header) : Number.NaN;
  return seconds >= 0 ? Math.min(seconds, longestRetryAfterS) * 1000 : undefined;
};

/**
 * One request, one attempt. A request that undici would begin a second time is cut off: a repeated create is a repeated message.
 * The time-out covers the wait for a connection, and whether anything was written is known exactly.
 */
const call = (pool: Pool, options: Dispatcher.DispatchOptions, timeoutMs: number): Promise<SdkResponse> =>
  new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let settled = false;
    let statusCode = 0;
    let headers: SdkResponse['headers'] = {};
    const chunks: Buffer[] = [];
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
      onResponseData: (_controller, chunk) => void chunks.push(chunk),
      onResponseEnd: () => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        const body = chunks.length === 1 ? chunks[0]!.toString() : Buffer.concat(chunks).toString();
        if (statusCode === 429) reject(new TooManyRequests(retryAfterMs(headers['retry-after'])));
        else resolve({ statusCode, body, headers });
      },
      onResponseError: () => fail('connection_lost'),
    });
  });

/** The provider's own clock, from the Date of its answers; ours until it has given one. */
const providerClock = () => {
  let known: Readonly<{ theirs: number; at: number }> | undefined;
  return {
    read: (date: unknown): void => {
      const theirs = Date.parse(String(date));
      if (!Number.isNaN(theirs)) known = { theirs, at: performance.now() };
    },
    now: (): number => (known ? known.theirs + performance.now() - known.at : Date.now()),
  };
};

/** The header for a token, made once for each. */
const authorization = (accountId: string): ((token: string) => readonly string[]) => {
  let known: Readonly<{ token: string; header: readonly string[] }> | undefined;
  return (token) => {
    if (known?.token !== token)
      known = { token, header: ['authorization', `Basic ${Buffer.from(`${accountId}:${token}`).toString('base64')}`] };
    return known.header;
  };
};

/** `httpClient` for the twilio package: keep-alive connections, bounded, one attempt per call. Rejects with CallFailed or TooManyRequests. */
export const requestClient = async (options: RequestClientOptions): Promise<RequestClient> => {
  const { default: UndiciPool } = await import('undici/lib/dispatcher/pool.js');
  const base = new URL(options.baseUrl ?? twilioHost);
  const prefix = base.pathname.replace(/\/+$/, '');
  const pool = new UndiciPool(base.origin, {
    connections: options.connections,
    // One request at a time on a connection: a pipelined one could be written again after a reset.
    pipelining: 1,
    allowH2: false,
    connect: { timeout: Math.min(connectTimeoutMs, options.callTimeoutMs) },
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: largestAnswer,
  });
  const common = ['accept', 'application/json', 'user-agent', 'carillon'];
  // Elsewhere all of Twilio's hosts are one: the header says which was meant.
  if (base.origin !== twilioHost) common.push('x-twilio-host', new URL(twilioHost).hostname);
  const clock = providerClock();
  const withForm = [...common, 'content-type', 'application/x-www-form-urlencoded'];
  const authorized = authorization(options.accountId);
  const request = ({ method, uri, data, params }: SdkRequest): Promise<SdkResponse> => {
    const path = uri.startsWith(twilioHost) ? uri.slice(twilioHost.length) : new URL(uri).pathname + new URL(uri).search;
    const query = params ? encodeForm(params) : '';
    return call(
      pool,
      {
        method: method.toUpperCase(),
        path: prefix + path + (query && `${path.includes('?') ? '&' : '?'}${query}`),
        headers: [...authorized(tokensOf(options.authToken).current), ...(data ? withForm : common)],
        body: data ? encodeForm(data) : null,
      },
      options.callTimeoutMs,
    );
  };
  return {
    request: async (asked) => {
      const answer = await request(asked);
      clock.read(answer.headers['date']);
      return answer;
    },
    providerNow: clock.now,
    close: () => pool.close(),
  };
};
