import type { ParsedUrlQuery } from 'node:querystring';
import type { ReadReport, StatusReport } from '#ports/provider.ts';
import { tokensOf, type AuthToken } from './auth-tokens.ts';
import { openWords } from './sealed-words.ts';
import { callEndOf } from './statuses.ts';
import { twimlAfterKey } from './voice-twiml.ts';

export type CallReport = Readonly<{
  /** of the callback's URL: `k` and `s` are ours */
  query: URLSearchParams;
  form: ParsedUrlQuery;
  messageId: string;
  accountId: string;
  authToken: AuthToken;
  /** gives a call under way other words; undefined where nothing can be told to Twilio from here */
  redirect?: ((callSid: string, twiml: string) => Promise<void>) | undefined;
}>;

const callSid = /^CA[0-9a-fA-F]{32}$/;
const key = /^[0-9*#]$/;

/** A machine took the call: it gets the words that were made for it, from their beginning. */
const redirecting = ({ query, form, messageId, authToken, redirect }: CallReport): (() => Promise<void>) | undefined => {
  const sealed = query.get('s');
  const isMachine = typeof form.AnsweredBy === 'string' && form.AnsweredBy.startsWith('machine_end');
  if (sealed === null || !isMachine || !redirect) return undefined;
  const { current, previous } = tokensOf(authToken);
  const twiml = openWords(current, messageId, sealed) ?? (previous === undefined ? undefined : openWords(previous, messageId, sealed));
  return twiml === undefined ? undefined : () => redirect(String(form.CallSid), twiml);
};

/** Reads what Twilio tells of a call: a step of it, who answered, or a key that was pressed. */
export const callReportOf = (told: CallReport): ReadReport => {
  const { query, form, messageId, accountId } = told;
  const reference = form.CallSid;
  if (typeof reference !== 'string' || !callSid.test(reference)) return { kind: 'malformed', why: 'CallSid is no call id' };
  const common = { messageId, accountId, reference };
  const locale = query.get('k');
  if (locale !== null) {
    const { Digits: keys } = form;
    if (typeof keys !== 'string' || !key.test(keys)) return { kind: 'malformed', why: 'Digits is no key' };
    const report: StatusReport = { ...common, status: 'delivered', keys };
    return { kind: 'report', report, answer: { type: 'text/xml', body: twimlAfterKey(locale) } };
  }
  if (query.has('s') && form.CallStatus === undefined) {
    const follow = redirecting(told);
    return { kind: 'report', report: { ...common, status: 'sent' }, ...(follow && { follow }) };
  }
  const end = callEndOf(form.CallStatus, form.AnsweredBy);
  return end ? { kind: 'report', report: { ...common, ...end } } : { kind: 'malformed', why: 'CallStatus is missing or unknown' };
};
