import { parse, type ParsedUrlQuery } from 'node:querystring';
import type { ReportRequest } from '#ports/provider.ts';
import { tokensOf, type AuthToken } from './auth-tokens.ts';
import { isSigned } from './signature.ts';

export type SignedBy = Readonly<{
  accountId: string;
  /** signed with either of two while it changes */
  authToken: AuthToken;
  /** scheme, host and port under which Twilio reaches us; needed where requests arrive with a path only */
  publicUrl?: string | undefined;
}>;

/** `url`: as it was signed. */
export type SignedForm = Readonly<{ url: string; form: ParsedUrlQuery }>;
export type NotSigned = Readonly<{ kind: 'foreign' | 'malformed'; why: string }>;

/** Addresses that a request may have been signed for: ours, and the one that it names itself, for each door may have a host of its own. */
const addressesOf = ({ url, headers }: ReportRequest, publicUrl: string): readonly string[] => {
  const [path = ''] = url.split('#', 1);
  if (!path.startsWith('/')) return [path];
  const { host } = headers;
  return [publicUrl.replace(/\/+$/, '') + path, ...(host === undefined ? [] : [`https://${host}${path}`])];
};

/**
 * The form of a request that Twilio signed with our account's token, over its exact address and all of its parameters, known ones or not. Who
 * knows no token signs nothing, whatever host a request names. `why` never quotes the request.
 */
export const readSigned = (
  { accountId, authToken, publicUrl = '' }: SignedBy,
  request: ReportRequest,
  largestBody: number,
): SignedForm | NotSigned => {
  if (request.method !== 'POST') return { kind: 'malformed', why: 'not a POST' };
  if (request.body.length > largestBody) return { kind: 'malformed', why: 'the body is too large' };
  const signature = request.headers['x-twilio-signature'];
  if (!signature) return { kind: 'foreign', why: 'no signature' };
  const form = parse(request.body, '&', '=', { maxKeys: 0 });
  const { current, previous } = tokensOf(authToken);
  const url = addressesOf(request, publicUrl).find(
    (one) => isSigned(current, signature, one, form) || (previous !== undefined && isSigned(previous, signature, one, form)),
  );
  if (url === undefined) return { kind: 'foreign', why: 'the signature does not match' };
  return form.AccountSid === accountId ? { url, form } : { kind: 'foreign', why: 'another account' };
};
