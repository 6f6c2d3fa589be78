import { z } from 'zod';
import { CallFailed } from '#http/call-failed.ts';
import { codeInFront, reasonOfCode } from '#domain/registration/reason-of-code.ts';
import { reasonOfWords } from '#domain/registration/reason-of-words.ts';
import type { Reason, ReasonCode } from '#domain/registration/reasons.ts';
import type { Submission } from '#domain/registration/standing.ts';
import { RegistrarSilent } from '#ports/registrar.ts';
import { TooManyRequests } from './call-errors.ts';
import { outcomeOfError } from './outcome.ts';

/** Codes that say more than their words. https://www.twilio.com/docs/api/errors */
const reasonOfTwilio: Readonly<Record<string, ReasonCode>> = {
  20003: 'auth_failed',
  20404: 'not_found',
  20429: 'rate_limited',
  21404: 'number_taken',
  21422: 'number_taken',
  21452: 'number_taken',
  21712: 'too_many',
  21728: 'incomplete',
  // of brands
  30701: 'incomplete',
  30702: 'not_found',
  30729: 'not_eligible',
  30790: 'temporary',
  30791: 'temporary',
  30794: 'email',
  30795: 'tax_number',
  30796: 'stock',
  30799: 'identity_unverified',
  // of toll-free numbers
  30451: 'address',
  30460: 'forbidden_content',
  30464: 'forbidden_content',
  30466: 'forbidden_content',
  30501: 'incomplete',
  30511: 'opt_in',
  30841: 'opt_in',
  30842: 'opt_in',
  30863: 'forbidden_content',
  30879: 'not_found',
  // of registrations
  30881: 'email',
  30882: 'forbidden_content',
  30883: 'forbidden_content',
  30884: 'spam',
  30885: 'spam',
  30886: 'description',
  30888: 'attributes',
  30889: 'attributes',
  30890: 'help',
  30891: 'website',
  30892: 'link',
  30893: 'samples',
  30894: 'brand_mismatch',
  30895: 'attributes',
  30896: 'opt_in',
  30897: 'forbidden_content',
  30898: 'too_many',
  30899: 'carrier',
  30900: 'use_case',
  30902: 'carrier',
  30909: 'opt_in',
  30914: 'entity_type',
  30915: 'entity_type',
  30924: 'opt_in',
  30925: 'opt_in',
  30930: 'too_many',
};

const mostReasons = 50;
const longest = 1_000;

const failure = z.looseObject({
  error_code: z.coerce.string().optional(),
  errorCode: z.coerce.string().optional(),
  code: z.coerce.string().optional(),
  description: z.string().nullish(),
  error_description: z.string().nullish(),
  error_message: z.string().nullish(),
  message: z.string().nullish(),
  fields: z.array(z.string()).nullish(),
});

/** Errors of a brand, a bundle or a campaign, each with our word for it. None: one that says nothing. */
export const refusedFor = (errors: unknown, words?: string | null): Readonly<{ reasons: readonly Reason[]; said: readonly string[] }> => {
  const read = z.array(failure).safeParse(errors ?? []);
  const list = read.success ? read.data.slice(0, mostReasons) : [];
  const found = list.map((one) => {
    const providerCode = (one.error_code ?? one.errorCode ?? one.code)?.slice(0, 40);
    const text = [one.description, one.error_description, one.error_message, one.message].find(Boolean) ?? '';
    const code =
      reasonOfTwilio[providerCode ?? ''] ?? reasonOfCode(codeInFront(text)) ?? reasonOfWords(`${(one.fields ?? []).join(' ')} ${text}`);
    return { reason: { code, ...(providerCode === undefined ? {} : { providerCode }) }, text: text.slice(0, longest) };
  });
  if (found.length === 0 && words)
    return { reasons: [{ code: reasonOfCode(codeInFront(words)) ?? reasonOfWords(words) }], said: [words.slice(0, longest)] };
  return {
    reasons: found.length > 0 ? found.map(({ reason }) => reason) : [{ code: 'other' }],
    said: found.map(({ text }) => text).filter((text) => text !== ''),
  };
};

const refusalOf = (error: unknown): Readonly<{ status: number; code?: number; message: string }> | undefined => {
  const { status, code, message } = Object(error) as { status?: unknown; code?: unknown; message?: unknown };
  if (typeof status !== 'number' || status < 400 || status >= 500 || status === 408) return undefined;
  return { status, ...(typeof code === 'number' ? { code } : {}), message: typeof message === 'string' ? message : '' };
};

/** What a failed request means: refused when Twilio says so or nothing was written, else nobody knows. */
export const submissionOfError = (error: unknown): Submission => {
  if (error instanceof TooManyRequests)
    return { kind: 'refused', retryable: true, reasons: [{ code: 'rate_limited', providerCode: '20429' }] };
  if (error instanceof CallFailed)
    return error.written ? { kind: 'unknown', code: error.code } : { kind: 'refused', retryable: true, reasons: [{ code: 'unreachable' }] };
  const refusal = refusalOf(error);
  if (!refusal) return { kind: 'unknown', code: 'server_error' };
  const { status, code, message } = refusal;
  if (status === 401) return { kind: 'refused', retryable: true, reasons: [{ code: 'auth_failed', providerCode: String(code ?? 20003) }] };
  const reason = refusedFor([{ ...(code === undefined ? {} : { code: String(code) }), message }]);
  return { kind: 'refused', retryable: false, ...reason };
};

/** Of a request that only asks: undefined where there is no such thing. Throws RegistrarSilent. */
export const unlessGone = (error: unknown): undefined => {
  const { status } = Object(error) as { status?: unknown };
  if (status === 404) return undefined;
  const outcome = outcomeOfError(error);
  throw new RegistrarSilent(outcome.kind === 'accepted' ? 'unreadable_answer' : outcome.code);
};
