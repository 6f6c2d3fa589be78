import type { ReadReport, ReportRequest } from '#ports/provider.ts';
import { fateOf } from './sent-message.ts';
import { isSigned } from './signature.ts';

export type ReportReader = Readonly<{
  accountId: string;
  /** of the account's developer settings; not its API key */
  signingKey: string;
  /** scheme, host and port under which MessageBird reaches us; needed where requests arrive with a path only */
  publicUrl?: string | undefined;
  /** milliseconds since 1970; the system's clock */
  now?: (() => number) | undefined;
}>;

const reference = /^[0-9a-z]{8,64}$/;
const malformed = (why: string): ReadReport => ({ kind: 'malformed', why });

/**
 * Reads a status report: a GET of the address that the message was sent with, with what became of it in the query. The signing key is the
 * account's own, so that whoever signs is the account; the reference that we gave the message names that account too, for one key may
 * serve several of our companies. `why` never quotes the request.
 */
export const readReport = ({ accountId, signingKey, publicUrl = '', now = Date.now }: ReportReader, request: ReportRequest): ReadReport => {
  if (request.method !== 'GET') return malformed('not a GET');
  const [called = ''] = request.url.split('#', 1);
  const url = called.startsWith('/') ? publicUrl.replace(/\/+$/, '') + called : called;
  const jwt = request.headers['messagebird-signature-jwt'] ?? '';
  if (!isSigned(signingKey, { jwt, url, body: request.body }, request.receivedAtMs ?? now()))
    return { kind: 'foreign', why: 'no signature of now that matches' };
  const query = new URLSearchParams(url.split('?').slice(1).join('?'));
  if (query.get('reference') !== accountId) return { kind: 'foreign', why: 'another account' };
  const [messageId, id, errorCode] = [query.get('m') ?? '', query.get('id') ?? '', Number(query.get('statusErrorCode') ?? 0)];
  const fate = fateOf(query.get('status') ?? '', Number.isInteger(errorCode) && errorCode > 0 ? errorCode : undefined);
  if (!/^[\w-]{1,200}$/.test(messageId)) return malformed('the callback URL names no message');
  if (!reference.test(id)) return malformed('id is missing or no message id');
  return fate
    ? { kind: 'report', report: { messageId, accountId, reference: id, ...fate } }
    : { kind: 'malformed', why: 'status is missing or unknown', isSigned: true };
};
