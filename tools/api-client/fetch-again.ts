/** How a request is tried again. */
export type Trying = Readonly<{
  /** at most so many requests for one call */
  tries: number;
  /** one request and its answer may take so long, milliseconds */
  timeoutMs: number;
  /** whoever is told to wait longer hears the answer instead, milliseconds */
  mostWaitMs: number;
  fetch: (request: Request) => Promise<Response>;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}>;

const firstWaitMs = 250;

/** Retry-After in milliseconds: seconds, or a date (RFC 9110, 10.2.3). */
export const retryAfterMs = (value: string | null, now: number): number | undefined => {
  if (value === null || value.trim() === '') return undefined;
  const at = /^\s*\d+\s*$/.test(value) ? now + Number(value) * 1_000 : Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
};

/** Twice as long each time, and never at the same moment as everybody else. */
const backoffMs = (attempt: number): number => firstWaitMs * 2 ** attempt * (0.5 + Math.random() / 2);

/** Nothing was done: too many requests, the same one still being worked on, or somebody who is away for a moment. */
const waitFor = ({ status, headers }: Response, attempt: number): number | undefined => {
  const told = retryAfterMs(headers.get('retry-after'), Date.now());
  if (status === 429 || status === 503) return told ?? backoffMs(attempt);
  return status === 409 ? told : undefined;
};

/** What may have been done, and is not done twice by doing it again: a POST has its Idempotency-Key. */
const isSafeAgain = ({ method, headers }: Request): boolean =>
  ['GET', 'HEAD', 'PUT', 'DELETE'].includes(method) || headers.has('idempotency-key');

/** The wait in milliseconds, or what there is to say now. */
const attemptOf = async (request: Request, { fetch, timeoutMs }: Trying): Promise<Response | Readonly<{ failed: unknown }>> => {
  try {
    return await fetch(new Request(request.clone(), { signal: AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]) }));
  } catch (error) {
    if (request.signal.aborted || !isSafeAgain(request)) throw error;
    return { failed: error };
  }
};

/** `fetch`, tried again where that is harmless: 429 and 503 as Retry-After says, and connections that broke. */
export const fetchAgain =
  (trying: Trying) =>
  async (request: Request): Promise<Response> => {
    for (let attempt = 0; ; attempt++) {
      const isLast = attempt + 1 >= trying.tries;
      const answer = await attemptOf(request, trying);
      if (!(answer instanceof Response)) {
        if (isLast) throw answer.failed;
        await trying.sleep(backoffMs(attempt), request.signal);
        continue;
      }
      const wait = waitFor(answer, attempt);
      if (wait === undefined || isLast || wait > trying.mostWaitMs) return answer;
      await answer.body?.cancel();
      await trying.sleep(wait, request.signal);
    }
  };
