import type { ErrorCode } from './error-codes.ts';

/** One thing that is wrong with the input; `pointer` (RFC 6901) says where: `/body/messages/3/fields`, `/query/limit`, `/header/If-Match`; `line` and `column` in a text of several lines, from 1. */
export type InputError = Readonly<{ pointer: string; code: string; detail: string; line?: number; column?: number }>;

/** Whom a refusal is about, where nobody has proved to be that one: for the audit log. */
export type Whose = Readonly<{ companyId: string; by: string }>;

type More = Readonly<{ errors?: readonly InputError[]; headers?: Readonly<Record<string, string>>; whose?: Whose | undefined }>;

/** An answer that is none of what was asked for. `detail` says what to do next and may change, left out: the words of the code, which never changes. */
export class Problem extends Error {
  readonly code: string;
  readonly errors: readonly InputError[];
  readonly headers: Readonly<Record<string, string>>;
  readonly whose: Whose | undefined;
  constructor(code: string, detail?: string, { errors = [], headers = {}, whose }: More = {}) {
    super(detail ?? '');
    this.name = 'Problem';
    this.code = code;
    this.errors = errors;
    this.headers = headers;
    this.whose = whose;
  }
}

export type ProblemPlace = Readonly<{
  /** where people reach us, without a trailing slash */
  origin: string;
  /** path of the request */
  instance: string;
  requestId: string;
}>;

const mostDetail = 1_000;

/** Words of the rules may name what they refuse, and that may be a megabyte. */
const short = (text: string): string => (text.length <= mostDetail ? text : `${text.slice(0, mostDetail).toWellFormed()}…`);

/** As it goes over the wire: RFC 9457. Long words are cut, so that no answer grows with its request. */
export const problemBody = (
  { code, message, errors }: Pick<Problem, 'code' | 'message' | 'errors'>,
  { title, status, type, words }: ErrorCode,
  { origin, instance, requestId }: ProblemPlace,
) => {
  const docUrl = `${origin}/docs#errors-${code}`;
  return {
    type: type ?? docUrl,
    title,
    status,
    detail: message === '' ? words : short(message),
    instance,
    code,
    ...(errors.length === 0
      ? {}
      : { errors: errors.map(({ pointer, detail, ...rest }) => ({ pointer: short(pointer), ...rest, detail: short(detail) })) }),
    request_id: requestId,
    doc_url: docUrl,
  };
};
