import { createHash, verify } from 'node:crypto';
import type { ApiRequest } from './api-request.ts';
import { StorageError } from './storage-error.ts';

/** V4 signatures of URLs: https://cloud.google.com/storage/docs/authentication/canonical-requests. */
const longestSeconds = 7 * 24 * 60 * 60;
const skewSeconds = 15 * 60;

export const isSigned = ({ query }: ApiRequest): boolean => query.has('X-Goog-Signature');

const strictly = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .filter(([key]) => key !== 'X-Goog-Signature')
    .map(([key, value]) => [strictly(key), strictly(value)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join('&');

const headerOf = ({ request: { headers } }: ApiRequest, name: string): string => {
  const value = headers[name];
  // signers leave the port out
  const text = name === 'host' ? (headers.host ?? '').replace(/:\d+$/, '') : Array.isArray(value) ? value.join(',') : (value ?? '');
  return text.trim().replaceAll(/\s{2,}/g, ' ');
};

const canonicalRequest = (asked: ApiRequest, signed: readonly string[]): string =>
  [
    asked.request.method,
    asked.rawPath,
    canonicalQuery(asked.query),
    signed.map((name) => `${name}:${headerOf(asked, name)}\n`).join(''),
    signed.join(';'),
    signed.includes('x-goog-content-sha256') ? headerOf(asked, 'x-goog-content-sha256') : 'UNSIGNED-PAYLOAD',
  ].join('\n');

const timeOf = (text: string): number => {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
};

const refuse = (status: number, reason: string, message: string): never => {
  throw new StorageError(status, reason, message);
};

const checkTime = (query: URLSearchParams, nowMs: number): void => {
  const at = timeOf(query.get('X-Goog-Date') ?? '') / 1000;
  const seconds = Number(query.get('X-Goog-Expires'));
  if (!(at > 0) || !(seconds > 0 && seconds <= longestSeconds))
    refuse(400, 'AuthenticationRequired', 'The times of the signature are wrong.');
  if (nowMs / 1000 < at - skewSeconds) refuse(403, 'AccessDenied', 'Request is not yet valid.');
  if (nowMs / 1000 >= at + seconds) refuse(400, 'ExpiredToken', 'The provided token has expired.');
};

/** The address of the account that signed the request's URL. Throws where the URL was changed, is too old, or nobody known signed it. */
export const signerOf = (asked: ApiRequest, keys: Readonly<Record<string, string>>, nowMs: number): string => {
  const { query, request } = asked;
  const [signer = '', ...scope] = (query.get('X-Goog-Credential') ?? '').split('/');
  const key = Object.hasOwn(keys, signer) ? keys[signer] : undefined;
  const date = query.get('X-Goog-Date') ?? '';
  if (query.get('X-Goog-Algorithm') !== 'GOOG4-RSA-SHA256' || key === undefined || scope[0] !== date.slice(0, 8))
    return refuse(403, 'SignatureDoesNotMatch', 'Access denied.');
  const signed = (query.get('X-Goog-SignedHeaders') ?? '').split(';');
  const unsigned = Object.keys(request.headers).find((name) => name.startsWith('x-goog-') && !signed.includes(name));
  if (unsigned !== undefined || !signed.includes('host'))
    refuse(400, 'MalformedSecurityHeader', 'Header was included in the request but not in the signed headers.');
  const hash = createHash('sha256').update(canonicalRequest(asked, signed)).digest('hex');
  const text = ['GOOG4-RSA-SHA256', date, scope.join('/'), hash].join('\n');
  const signature = Buffer.from(query.get('X-Goog-Signature') ?? '', 'hex');
  if (!verify('RSA-SHA256', Buffer.from(text), key, signature))
    refuse(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.');
  checkTime(query, nowMs);
  return signer;
};
