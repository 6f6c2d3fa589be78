import type { Outcome } from '#ports/provider.ts';
import { CallFailed } from './call-failed.ts';
import { jsonOf } from './json-of.ts';
import { retryAfterMs, type HttpCall, type HttpClient } from './one-call.ts';

/** An answer that says something: its body as JSON, undefined where it is none. */
export type Told = Readonly<{ statusCode: number; json: unknown }>;

const unknown = (code: string): Outcome => ({ kind: 'unknown', code });

/**
 * Hands a message to a provider once. What every provider means by its answer is decided here, as little as is sure: 429 was not processed,
 * 5xx may have been, 408 says that somebody on the way stopped waiting, and without a whole answer it is known whether anything was written.
 * `read` decides the others.
 */
export const sendOnce = async (http: HttpClient, call: HttpCall, read: (told: Told) => Outcome): Promise<Outcome> => {
  try {
    const { statusCode, body, headers } = await http.call(call);
    if (statusCode === 429) {
      const after = retryAfterMs(headers['retry-after']);
      return { kind: 'refused', code: 'rate_limited', retryable: true, ...(after !== undefined && { retryAfterMs: after }) };
    }
    if (statusCode >= 500) return unknown('server_error');
    return statusCode === 408 ? unknown('unreadable_answer') : read({ statusCode, json: jsonOf(body) });
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    return error.written ? unknown(error.code) : { kind: 'refused', code: error.code, retryable: true };
  }
};

/** The provider did not say what became of a message, or what it has. */
export class NotAnswered extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the provider did not answer what became of messages: ${code}`);
    this.name = 'NotAnswered';
    this.code = code;
  }
}

/**
 * Asks once. Undefined: the provider knows nothing of that name (404, in JSON: a page may be anybody's). Rejects with NotAnswered for anything
 * but an answer.
 */
export const askOnce = async (http: HttpClient, call: HttpCall): Promise<unknown> => {
  const answer = await http.call(call).catch((error: unknown) => {
    throw error instanceof CallFailed ? new NotAnswered(error.code) : error;
  });
  const json = [200, 404].includes(answer.statusCode) ? jsonOf(answer.body) : undefined;
  if (answer.statusCode === 404 && json !== undefined) return undefined;
  if (json === undefined) throw new NotAnswered(answer.statusCode === 429 ? 'rate_limited' : 'unreadable_answer');
  return json;
};
