import type Telnyx from 'telnyx';
import { CallFailed } from '#http/call-failed.ts';
import { openHttpClient, type HttpClient } from '#http/one-call.ts';
import { NoAnswer } from './no-answer.ts';

export type TelnyxClient = Readonly<{ messages: Telnyx['messages']; api: Telnyx; close: () => Promise<void> }>;

export type TelnyxClientOptions = Readonly<{
  /** scheme, host, port and perhaps a path before the API's own */
  baseUrl: string;
  callTimeoutMs: number;
  connections: number;
}>;

/** After ours, so that it never decides. */
const sdkPatienceMs = 60_000;

/** `fetch` for the package: one attempt over our own connections, the whole answer within the time-out. */
const fetchOver =
  (http: HttpClient) =>
  async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const { pathname, search } = new URL(String(input));
    const { method = 'GET', body } = init;
    const headers = [...new Headers(init.headers)].flat();
    const call = { method, path: pathname + search, headers, ...(typeof body === 'string' && { body }) };
    const answer = await http.call(call).catch((error: unknown) => {
      throw error instanceof CallFailed ? new NoAnswer(error) : error;
    });
    const told = Object.entries(answer.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
    return new Response(answer.body === '' ? null : answer.body, {
      status: answer.statusCode,
      headers: new Headers(told.map(([...pair]) => pair)),
    });
  };

/**
 * The telnyx package over our own connections. By itself it repeats a request three times in all after a time-out, 408, 409, 429 and 5xx, and
 * each may be a message: so it may not. It logs requests with their bodies where TELNYX_LOG says so: it may not either.
 */
export const telnyxClient = async ({ baseUrl, callTimeoutMs, connections }: TelnyxClientOptions): Promise<TelnyxClient> => {
  const { default: Client } = await import('telnyx');
  const http = await openHttpClient({ origin: new URL(baseUrl).origin, callTimeoutMs, connections });
  const client = new Client({
    // each request brings its own: it may change
    apiKey: 'none',
    publicKey: null,
    baseURL: baseUrl.replace(/\/+$/, ''),
    maxRetries: 0,
    timeout: callTimeoutMs + sdkPatienceMs,
    logLevel: 'off',
    fetch: fetchOver(http),
  });
  return { messages: client.messages, api: client, close: http.close };
};
