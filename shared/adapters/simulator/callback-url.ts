export type RetryReason = '4xx' | '5xx' | 'ct' | 'rt';
type Overrides = Readonly<{ retries: number; retryOn: readonly RetryReason[]; connectTimeoutMs: number; readTimeoutMs: number }>;
export type CallbackTarget = Overrides &
  Readonly<{
    origin: string;
    path: string;
    /** as it is signed: without fragment */
    url: string;
  }>;

const within = (text: string | null, [least, most]: readonly [number, number], usual: number): number => {
  const value = text === null ? Number.NaN : Number(text);
  return Number.isInteger(value) ? Math.min(Math.max(value, least), most) : usual;
};

const reasons: readonly RetryReason[] = ['4xx', '5xx', 'ct', 'rt'];

const readOverrides = (fragment: string): Overrides => {
  const overrides = new URLSearchParams(fragment.slice(1));
  const asked = (overrides.get('rp') ?? 'ct').split(',');
  return {
    retries: within(overrides.get('rc'), [0, 5], 1),
    retryOn: reasons.filter((reason) => asked.includes(reason) || asked.includes('all')),
    connectTimeoutMs: within(overrides.get('ct'), [100, 10_000], 5_000),
    readTimeoutMs: within(overrides.get('rt'), [100, 15_000], 15_000),
  };
};

const mostRemembered = 64;
const remembered = new Map<string, Overrides>();

/** Nearly all callbacks have the same fragment. */
const overridesOf = (fragment: string): Overrides => {
  const known = remembered.get(fragment);
  if (known) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const read = readOverrides(fragment);
  remembered.set(fragment, read);
  return read;
};

// Twilio refuses host names with underscores.
const shape = /^(https?:\/\/[^/?#@_\s]+)([/?][^#\s]*)?(#\S*)?$/i;

/**
 * Where a callback goes and how often it is tried. The fragment overrides Twilio's defaults (one retry, after a failed connect only):
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides. Undefined where the text is no http(s) URL.
 */
export const callbackTarget = (text: string, otherOrigin = ''): CallbackTarget | undefined => {
  const [, named, path = '', fragment = ''] = shape.exec(text) ?? [];
  if (named === undefined || !URL.canParse(named)) return undefined;
  const origin = otherOrigin || named;
  return { origin, path: path.startsWith('/') ? path : `/${path}`, url: origin + path, ...overridesOf(fragment) };
};
