import type { ParsedUrlQuery } from 'node:querystring';
import type { ReadReport, ReportRequest } from '#ports/provider.ts';
import type { AuthToken } from './auth-tokens.ts';
import { failureOf } from './error-codes.ts';
import { callReportOf, type CallReport } from './read-call-report.ts';
import { readSigned } from './signed-request.ts';
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
/** The signature was right by then. */
const malformed = (why: string): ReadReport => ({ kind: 'malformed', why, isSigned: true });

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
  const { accountId, authToken } = reader;
  const signed = readSigned(reader, request, largestBody);
  if ('kind' in signed) return signed;
  const { url, form } = signed;
  const messageId = messageIdOf(url);
  // of another program with the same account: nothing here will ever know it
  if (!messageId) return { kind: 'malformed', why: 'the callback URL names no message' };
  if (form.CallSid === undefined) return reportOf(messageId, form, accountId);
  const { searchParams: query } = new URL(url, 'http://path.invalid');
  return callReportOf({ query, form, messageId, accountId, authToken, redirect: reader.redirect });
};
