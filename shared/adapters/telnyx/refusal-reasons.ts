import { z } from 'zod';
import type { Reason } from '#domain/registration/reasons.ts';
import { codeInFront, reasonOfCode } from '#domain/registration/reason-of-code.ts';
import { reasonOfWords } from '#domain/registration/reason-of-words.ts';
import type { Submission } from '#domain/registration/standing.ts';
import { RegistrarSilent } from '#ports/registrar.ts';
import { outcomeOfError } from './outcome.ts';

const mostReasons = 50;
const longest = 1_000;

/** One failure: a text, or an object with one. */
const failure = z.union([
  z.string().min(1),
  z.looseObject({
    code: z.coerce.string().optional(),
    title: z.string().nullish(),
    detail: z.string().nullish(),
    description: z.string().nullish(),
    message: z.string().nullish(),
    fields: z.array(z.string()).nullish(),
  }),
]);
type Failure = z.infer<typeof failure>;

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const wordsOf = (one: Failure): string =>
  typeof one === 'string' ? one : ([one.description, one.detail, one.message, one.title].find((text) => text != null && text !== '') ?? '');

export type Refused = Readonly<{ reasons: readonly Reason[]; said: readonly string[] }>;

/** Telnyx gives failures as a text, as JSON in a text, or as a list: each with our word for it. None: one that says nothing. */
export const refusedFor = (given: unknown): Refused => {
  const value = typeof given === 'string' ? jsonOf(given) : given;
  const list = z.array(failure).safeParse(Array.isArray(value) ? value : value == null || value === '' ? [] : [value]);
  const failures = list.success ? list.data.slice(0, mostReasons) : [];
  const reasons = failures.map((one): Reason => {
    const code = typeof one === 'string' ? undefined : one.code?.slice(0, 40);
    const fields = typeof one === 'string' ? '' : (one.fields ?? []).join(' ');
    const own = reasonOfCode(code) ?? reasonOfCode(codeInFront(wordsOf(one)));
    return { code: own ?? reasonOfWords(`${fields} ${wordsOf(one)}`), ...(code === undefined ? {} : { providerCode: code }) };
  });
  const said = failures.map((one) => wordsOf(one).slice(0, longest)).filter((text) => text !== '');
  return { reasons: reasons.length > 0 ? reasons : [{ code: 'other' }], said };
};

const bodyOf = (error: unknown): unknown => {
  const { error: body } = Object(error) as { error?: unknown };
  const { errors, detail } = Object(body) as { errors?: unknown; detail?: unknown };
  return errors ?? detail;
};

const usual: Readonly<Record<string, Reason['code']>> = {
  auth_failed: 'auth_failed',
  rate_limited: 'rate_limited',
  not_found: 'not_found',
};

/** What a failed request means: refused when Telnyx says so or nothing was written, else nobody knows. */
export const submissionOfError = (error: unknown): Submission => {
  const outcome = outcomeOfError(error);
  const { status } = Object(error) as { status?: unknown };
  if (typeof status === 'number' && status >= 400 && status < 500 && status !== 408) {
    const refused = refusedFor(bodyOf(error));
    const known = outcome.kind === 'refused' ? usual[outcome.code] : undefined;
    const reasons = known === undefined ? refused.reasons : [{ ...refused.reasons[0], code: known }];
    return { kind: 'refused', retryable: status === 429, ...refused, reasons };
  }
  if (outcome.kind === 'refused') return { kind: 'refused', retryable: true, reasons: [{ code: 'unreachable' }] };
  return { kind: 'unknown', code: outcome.kind === 'unknown' ? outcome.code : 'unreadable_answer' };
};

/** Of a request that only asks: undefined where there is no such thing. Throws RegistrarSilent. */
export const unlessGone = (error: unknown): undefined => {
  const { status } = Object(error) as { status?: unknown };
  if (status === 404) return undefined;
  const outcome = outcomeOfError(error);
  throw new RegistrarSilent(outcome.kind === 'accepted' ? 'unreadable_answer' : outcome.code);
};

/** Throws RegistrarSilent for an answer of another shape. */
export const readable = <T>(schema: z.ZodType<T>, answer: unknown): T => {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new RegistrarSilent('unreadable_answer');
};
