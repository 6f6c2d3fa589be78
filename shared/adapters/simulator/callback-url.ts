export type RetryReason = '4xx' | '5xx' | 'ct' | 'rt';
export type CallbackTarget = Readonly<{
  origin: string;
  path: string;
  /** as it is signed: without fragment */
  url: string;
  retries: number;
  retryOn: readonly RetryReason[];
  connectTimeoutMs: number;
  readTimeoutMs: number;
}>;

const within = (text: string | null, [least, most]: readonly [number, number], usual: number): number => {
  const value = text === null ? Number.NaN : Number(text);
  return Number.isInteger(value) ? Math.min(Math.max(value, least), most) : usual;
};

const reasons: readonly RetryReason[] = ['4xx', '5xx', 'ct', 'rt'];

/**
 * Where a callback goes and how often it is tried. The fragment overrides Twilio's defaults (one retry, after a failed connect only):
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides. Undefined where the text is no http(s) URL.
 */
export const callbackTarget = (text: string, otherOrigin = ''): CallbackTarget | undefined => {
  if (!URL.canParse(text)) return undefined;
  const { origin: named, protocol, hostname, hash } = new URL(text);
  // Twilio refuses host names with underscores.
  if (!/^https?:$/.test(protocol) || hostname.includes('_')) return undefined;
  const overrides = new URLSearchParams(hash.slice(1));
  const asked = (overrides.get('rp') ?? 'ct').split(',');
  const origin = otherOrigin || named;
  const [bare = ''] = text.split('#', 1);
  const path = bare.replace(/^[a-z]+:\/\/[^/?]*/i, '');
  return {
    origin,
    path: path.startsWith('/') ? path : `/${path}`,
    url: otherOrigin ? origin + path : bare,
    retries: within(overrides.get('rc'), [0, 5], 1),
    retryOn: reasons.filter((reason) => asked.includes(reason) || asked.includes('all')),
    connectTimeoutMs: within(overrides.get('ct'), [100, 10_000], 5_000),
    readTimeoutMs: within(overrides.get('rt'), [100, 15_000], 15_000),
  };
};
