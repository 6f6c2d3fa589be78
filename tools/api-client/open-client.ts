import createClient, { type Client as FetchClient, type Middleware } from 'openapi-fetch';
import { ApiError } from './api-error.ts';
import { fetchAgain, type Trying } from './fetch-again.ts';
import type { paths } from './types/paths.ts';

export type Client = FetchClient<paths>;

export type ClientOptions = Readonly<{
  /** `https://api.example.com`, without a slash at the end */
  origin: string;
  /** left out in a browser, which sends its session's cookie */
  key?: string;
  /** the version of the API that your program was written for: a date */
  version?: string;
  /** sent with each request, like a CSRF token */
  headers?: Readonly<Record<string, string>>;
}> &
  Partial<Trying>;

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave);
      resolve();
    }, ms);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });

/** Files go as they are. */
const bodyOf = (body: unknown): RequestInit['body'] =>
  body instanceof Blob || body instanceof Uint8Array ? (body as Blob | Uint8Array<ArrayBuffer>) : JSON.stringify(body);

/** The same key for every try of one call, so that nothing is sent twice; whoever sends a key of his own may also call again later. */
const withKeys: Middleware = {
  onRequest: ({ request }) => {
    if (request.method === 'POST' && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', globalThis.crypto.randomUUID());
    return request;
  },
  onResponse: async ({ response }) => {
    if (!response.ok) throw new ApiError(response, await response.text());
  },
};

/**
 * A typed client: `client.POST('/v1/messages', { body: … })`. What is no success is thrown as an `ApiError`; 429 and 503 are waited for and
 * tried again; every POST has an Idempotency-Key.
 */
export const openClient = ({ origin, key, version, headers = {}, ...trying }: ClientOptions): Client => {
  const client = createClient<paths>({
    baseUrl: origin,
    credentials: key === undefined ? 'same-origin' : 'omit',
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(version === undefined ? {} : { 'carillon-version': version }),
      ...headers,
    },
    bodySerializer: bodyOf,
    querySerializer: { array: { style: 'form', explode: true } },
    fetch: fetchAgain({ tries: 4, timeoutMs: 60_000, mostWaitMs: 60_000, fetch: (request) => fetch(request), sleep, ...trying }),
  });
  client.use(withKeys);
  return client;
};

/** What the answer says; never undefined, since everything that is no success was thrown. */
export const dataOf = async <Data>(answer: Promise<Readonly<{ data?: Data; response: Response }>>): Promise<NonNullable<Data>> => {
  const { data, response } = await answer;
  if (data === undefined || data === null) throw new ApiError(response, '');
  return data;
};
