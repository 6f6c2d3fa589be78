import { parse, type ParsedUrlQuery } from 'node:querystring';
import type { ReadReport, ReportRequest } from '#ports/provider.ts';
import { tokensOf, type AuthToken } from './auth-tokens.ts';
import { failureOf } from './error-codes.ts';
import { callReportOf, type CallReport } from './read-call-report.ts';
import { isSigned } from './signature.ts';
import { statusOf } from './statuses.ts';

export type ReportReader = Readonly<{
  accountId: string;
  /** signed with either of two while it changes */
  authToken: AuthToken;
  /** scheme, host and port under which Twilio reaches us; needed where requests arrive with a path only */
  publicUrl?: string | undefined;
  redirect?: CallReport['redirect'];
}>;

/** A status callback has 10 to 20 short fields. */
const largestBody = 64 * 1024;
const messageIdInQuery = /[?&]m=([^&#]*)/;
const messageSid = /^(SM|MM)[0-9a-fA-F]{32}$/;

const only = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');
const malformed = (why: string): ReadReport => ({ kind: 'malformed', why });

const messageIdOf = (url: string): string => {
  const [, encoded = ''] = messageIdInQuery.exec(url) ?? [];
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
};

const reportOf = (messageId: string, form: ParsedUrlQuery, accountId: string): ReadReport => {
  const reference = only(form.MessageSid);
  const status = statusOf(form.MessageStatus);
  const errorCode = only(form.ErrorCode);
  if (!messageSid.test(reference)) return malformed('MessageSid is missing or no message id');
  if (!status) return malformed('MessageStatus is missing or unknown');
  const failed = status === 'undelivered' || status === 'failed';
  const providerCode = /^[1-9]\d{3,5}$/.test(errorCode) ? errorCode : undefined;
  return {
    kind: 'report',
    report: {
      messageId,
      accountId,
      reference,
      status,
      ...(failed && { code: providerCode ? failureOf(Number(providerCode)).code : 'provider_error' }),
      ...(failed && providerCode && { providerCode }),
    },
  };
};

/**
 * Reads a status callback: signature over the exact URL and body, our account, our message id from the URL's `m`. Parameters that
 * we do not know are signed and otherwise ignored: Twilio adds them without notice. `why` never quotes the request.
 */
export const readReport = (reader: ReportReader, request: ReportRequest): ReadReport => {
  const { accountId, authToken, publicUrl = '' } = reader;
  if (request.method !== 'POST') return malformed('not a POST');
  if (request.body.length > largestBody) return malformed('the body is too large');
  const signature = request.headers['x-twilio-signature'];
  if (!signature) return { kind: 'foreign', why: 'no signature' };
  const [path = ''] = request.url.split('#', 1);
  const url = path.startsWith('/') ? publicUrl.replace(/\/+$/, '') + path : path;
  const form = parse(request.body, '&', '=', { maxKeys: 0 });
  const { current, previous } = tokensOf(authToken);
  const isOurs = isSigned(current, signature, url, form) || (previous !== undefined && isSigned(previous, signature, url, form));
  if (!isOurs) return { kind: 'foreign', why: 'the signature does not match' };
  if (form.AccountSid !== accountId) return { kind: 'foreign', why: 'another account' };
  const messageId = messageIdOf(url);
  if (!messageId) return malformed('the callback URL names no message');
  if (form.CallSid === undefined) return reportOf(messageId, form, accountId);
  const { searchParams: query } = new URL(url, 'http://path.invalid');
  return callReportOf({ query, form, messageId, accountId, authToken, redirect: reader.redirect });
};
