import { z } from 'zod';
import { retryAfterMs } from '#http/one-call.ts';
import type { Outcome } from '#ports/provider.ts';
import { failureOf, saysNothing } from './error-codes.ts';
import { NoAnswer } from './no-answer.ts';
import { billOf, sentMessage } from './sent-message.ts';

const unknown = (code: string): Outcome => ({ kind: 'unknown', code });

/** An answer without a message's id proves nothing: the message may have been made. */
export const outcomeOfAnswer = (answer: unknown): Outcome => {
  const parsed = z.object({ data: sentMessage }).safeParse(answer);
  if (!parsed.success) return unknown('unreadable_answer');
  return { kind: 'accepted', reference: parsed.data.data.id, ...billOf(parsed.data.data) };
};

const refusal = z.object({
  status: z.int(),
  error: z.object({
    errors: z
      .array(z.object({ code: z.coerce.string().regex(/^[1-9]\d{3,5}$/), source: z.object({ pointer: z.string() }).nullish().catch(null) }))
      .min(1),
  }),
});

/** Telnyx's exception of an answered request. Its text may hold a phone number: it is never passed on. */
const outcomeOfRefusal = (error: unknown): Outcome => {
  const { status, headers } = Object(error) as { status?: unknown; headers?: unknown };
  if (typeof status === 'number' && status >= 500) return unknown('server_error');
  const after = headers instanceof Headers ? retryAfterMs(headers.get('retry-after')) : undefined;
  const parsed = refusal.safeParse(error);
  const [first] = parsed.success ? parsed.data.error.errors : [];
  const providerCode = first ? { providerCode: first.code } : {};
  if (status === 429)
    return { kind: 'refused', code: 'rate_limited', retryable: true, ...providerCode, ...(after !== undefined && { retryAfterMs: after }) };
  if (status === 401) return { kind: 'refused', code: 'auth_failed', retryable: true, ...providerCode };
  // Not in Telnyx's shape, so perhaps not from Telnyx; and 408 says that somebody on the way stopped waiting.
  if (typeof status !== 'number' || status < 400 || status === 408 || !first || saysNothing.has(first.code))
    return unknown('unreadable_answer');
  const { code, retryable = false } = failureOf(first.code, first.source?.pointer);
  return { kind: 'refused', code, retryable, ...providerCode };
};

/**
 * What a failed request means. Refused: 429 and any other 4xx in Telnyx's shape, or nothing was written. All else is unknown: Telnyx has no
 * idempotency key, and after a 5xx, a time-out or a cut connection the message may exist.
 */
export const outcomeOfError = (error: unknown): Outcome => {
  const { cause } = Object(error) as { cause?: unknown };
  if (!(cause instanceof NoAnswer)) return outcomeOfRefusal(error);
  const { code, written } = cause.failure;
  return written ? unknown(code) : { kind: 'refused', code, retryable: true };
};
