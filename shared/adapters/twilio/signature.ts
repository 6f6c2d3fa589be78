import { createSecretKey, timingSafeEqual } from 'node:crypto';
import { parse, stringify, type ParsedUrlQuery } from 'node:querystring';
import { boundedMap } from '#log/bounded-map.ts';
import { keyedHash } from '#log/keyed-hash.ts';

/** Parameters as Twilio signs them: sorted by key; a repeated key once per different value, those sorted as well. */
const signedParams = (params: ParsedUrlQuery): string => {
  let text = '';
  for (const key of Object.keys(params).sort()) {
    const value = params[key];
    if (Array.isArray(value)) for (const item of [...new Set(value)].sort()) text += key + item;
    else text += key + value;
  }
  return text;
};

const authority = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*@)?(\[[^\]]*\]|[^:/?#]*)(:[^/?#]*)?/i;

/** The same URL without and with its port: Twilio signs the one or the other. */
const portVariants = (url: string): string[] => {
  const match = authority.exec(url);
  if (!match) return [url];
  const [whole, scheme = '', user = '', host = '', port] = match;
  const rest = url.slice(whole.length);
  const usual = scheme.toLowerCase() === 'https://' ? ':443' : ':80';
  return [scheme + user + host + rest, scheme + user + host + (port || usual) + rest];
};

const withOldQuery = (url: string): string => {
  const start = url.indexOf('?') + 1;
  return start === 0 || start === url.length ? url : url.slice(0, start) + stringify(parse(url.slice(start)));
};

/** Spellings of a URL under which Twilio may have signed it: as it came, then as `new URL` and as the old query encoding write it. */
function* spellings(url: string): Generator<string> {
  yield url;
  yield* portVariants(url);
  if (!URL.canParse(url)) return;
  const normal = portVariants(new URL(url).toString());
  yield* normal;
  yield* normal.map(withOldQuery);
}

/** Tokens in use: one an account, two while it changes. */
const signers = boundedMap<(text: string) => string>(16);

const signerOf = (authToken: string): ((text: string) => string) => {
  const known = signers.get(authToken);
  if (known) return known;
  const signer = keyedHash(createSecretKey(authToken, 'utf8'), { algorithm: 'sha1', encoding: 'base64' });
  signers.set(authToken, signer);
  return signer;
};

/**
 * Whether `signature` (X-Twilio-Signature) was made with the account's token over this URL and these form parameters.
 * https://www.twilio.com/docs/usage/security#validating-requests. Compares in constant time.
 */
export const isSigned = (authToken: string, signature: string, url: string, params: ParsedUrlQuery): boolean => {
  const given = Buffer.from(signature);
  const signed = signedParams(params);
  const sign = signerOf(authToken);
  const tried = new Set<string>();
  for (const spelling of spellings(url)) {
    if (tried.has(spelling)) continue;
    tried.add(spelling);
    const expected = Buffer.from(sign(spelling + signed));
    if (given.length === expected.length && timingSafeEqual(given, expected)) return true;
  }
  return false;
};
