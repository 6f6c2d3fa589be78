import { CallFailed } from '#http/call-failed.ts';
import type { Outcome } from '#ports/provider.ts';
import { TooManyRequests } from './call-errors.ts';
import { failureOf } from './error-codes.ts';

/** The fields of a message or call that say what it costs. */
export type Billed = Readonly<{ numSegments?: unknown; price?: unknown; priceUnit?: unknown }>;
type Created = Billed & Readonly<{ sid?: unknown }>;

/** Ids of messages and of calls. */
export const providerSid = /^(SM|MM|CA)[0-9a-fA-F]{32}$/;
const unknown = (code: string): Outcome => ({ kind: 'unknown', code });

/** Segments, and the price without the sign by which Twilio says that it is to be paid. */
export const billOf = ({ numSegments, price, priceUnit }: Billed) => {
  const segments = Number(numSegments);
  return {
    ...(Number.isInteger(segments) && segments > 0 && { segments }),
    ...(typeof price === 'string' && {
      price: price.replace(/^-/, ''),
      ...(typeof priceUnit === 'string' && { currency: priceUnit.toUpperCase() }),
    }),
  };
};

/** An answer without the id of what was asked for proves nothing: it may have been made. */
export const outcomeOfAnswer = ({ sid, ...billed }: Created, made: 'message' | 'call' = 'message'): Outcome => {
  if (typeof sid !== 'string' || !providerSid.test(sid) || sid.startsWith('CA') !== (made === 'call')) return unknown('unreadable_answer');
  return { kind: 'accepted', reference: sid, ...billOf(billed) };
};

/** An error of Twilio's, as its SDK throws it (RestException, TwilioServiceException). Its text may hold a phone number: it is never passed on. */
const outcomeOfRefusal = (status: number, twilioCode: number | undefined): Outcome => {
  if (status >= 500) return unknown('server_error');
  if (status === 401) return { kind: 'refused', code: 'auth_failed', retryable: true, providerCode: String(twilioCode ?? 20003) };
  // Not in Twilio's shape, so perhaps not from Twilio; and 408 says that somebody on the way stopped waiting.
  if (status < 400 || status === 408 || twilioCode === undefined) return unknown('unreadable_answer');
  const { code, retryable = false } = failureOf(twilioCode);
  return { kind: 'refused', code, retryable, providerCode: String(twilioCode) };
};

/**
 * What a failed create means. Refused: documented as not processed (429, any 4xx in Twilio's shape), or nothing was written. All else is
 * unknown: Twilio has no idempotency key, and after a 5xx, a time-out or a cut connection the message may exist.
 */
export const outcomeOfError = (error: unknown): Outcome => {
  if (error instanceof TooManyRequests)
    return {
      kind: 'refused',
      code: 'rate_limited',
      retryable: true,
      providerCode: '20429',
      ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
    };
  if (error instanceof CallFailed) return error.written ? unknown(error.code) : { kind: 'refused', code: error.code, retryable: true };
  const { status, code } = Object(error) as { status?: unknown; code?: unknown };
  if (typeof status === 'number') return outcomeOfRefusal(status, typeof code === 'number' && code > 0 ? code : undefined);
  return unknown('unreadable_answer');
};
