import { openHttpClient, retryAfterMs, type HttpAnswer } from '#http/one-call.ts';
import { providerClock } from '#http/provider-clock.ts';
import { tokensOf, type AuthToken } from './auth-tokens.ts';
import { TooManyRequests } from './call-errors.ts';

export type RequestClientOptions = Readonly<{
  accountId: string;
  authToken: AuthToken;
  /** where the requests go instead of the host that the SDK names; undefined: to that host */
  baseUrl?: string | undefined;
  /** for the whole call: waiting for a connection, request and answer */
  callTimeoutMs: number;
  connections: number;
  /** Twilio's host behind which the resources are; default api.twilio.com */
  host?: string | undefined;
}>;

/** What the SDK hands to a client; a part of its RequestClient.RequestOptions. */
export type SdkRequest = Readonly<{ method: string; uri: string; data?: object; params?: object }>;
export type RequestClient = Readonly<{
  request: (request: SdkRequest) => Promise<HttpAnswer>;
  /** milliseconds since 1970 by the provider's clock */
  providerNow: () => number;
  close: () => Promise<void>;
}>;

const apiHost = 'https://api.twilio.com';

/** Form of a record; a list repeats its key. Unpaired surrogates, which have no UTF-8, become U+FFFD instead of an exception. */
export const encodeForm = (record: object): string => {
  let form = '';
  for (const [key, value] of Object.entries(record))
    for (const item of Array.isArray(value) ? value : [value])
      form += `${form === '' ? '' : '&'}${encodeURIComponent(key)}=${encodeURIComponent(String(item).toWellFormed())}`;
  return form;
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
  const { host: twilioHost = apiHost } = options;
  const base = new URL(options.baseUrl ?? twilioHost);
  const prefix = base.pathname.replace(/\/+$/, '');
  const { callTimeoutMs, connections } = options;
  const http = await openHttpClient({ origin: base.origin, callTimeoutMs, connections });
  const common = ['accept', 'application/json', 'user-agent', 'carillon'];
  // Elsewhere all of Twilio's hosts are one: the header says which was meant.
  if (base.origin !== twilioHost) common.push('x-twilio-host', new URL(twilioHost).hostname);
  const clock = providerClock();
  const withForm = [...common, 'content-type', 'application/x-www-form-urlencoded'];
  const authorized = authorization(options.accountId);
  const request = ({ method, uri, data, params }: SdkRequest): Promise<HttpAnswer> => {
    const path = uri.startsWith(twilioHost) ? uri.slice(twilioHost.length) : new URL(uri).pathname + new URL(uri).search;
    const query = params ? encodeForm(params) : '';
    return http.call({
      method,
      path: prefix + path + (query && `${path.includes('?') ? '&' : '?'}${query}`),
      headers: [...authorized(tokensOf(options.authToken).current), ...(data ? withForm : common)],
      body: data ? encodeForm(data) : null,
    });
  };
  return {
    request: async (asked) => {
      const answer = await request(asked);
      if (answer.statusCode === 429) throw new TooManyRequests(retryAfterMs(answer.headers['retry-after']));
      clock.read(answer.headers['date']);
      return answer;
    },
    providerNow: clock.now,
    close: http.close,
  };
};
