/** One thing that is wrong with what was sent; `pointer` (RFC 6901) says where: `/body/messages/3/fields`. */
export type InputError = Readonly<{ pointer: string; code: string; detail: string }>;

/** What the API said instead of doing what was asked: RFC 9457. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  errors?: readonly InputError[];
  request_id: string;
  doc_url: string;
}>;

const isProblem = (json: unknown): json is Problem => typeof json === 'object' && json !== null && 'code' in json && 'detail' in json;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** An answer that is none of what was asked for. Decide by `code`, which never changes; `message` is for people and names the request. */
export class ApiError extends Error {
  readonly status: number;
  /** `http_502` and the like where somebody between us answered */
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly InputError[];
  readonly requestId: string | undefined;
  readonly docUrl: string | undefined;
  constructor({ status, headers }: Pick<Response, 'status' | 'headers'>, text: string) {
    const json = parsed(text);
    const problem = isProblem(json) ? json : undefined;
    const requestId = problem?.request_id ?? headers.get('request-id') ?? undefined;
    const code = problem?.code ?? `http_${status}`;
    const detail = problem?.detail ?? 'The answer did not come from the API itself.';
    super(`${problem?.title ?? `Status ${status}`}. ${detail} (${[code, requestId].filter(Boolean).join(', ')})`);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = problem?.errors ?? [];
    this.requestId = requestId;
    this.docUrl = problem?.doc_url;
  }
}
