import { randomUUID } from 'node:crypto';
import { Pool, type Dispatcher } from 'undici';
import type { Agenda } from './agenda.ts';
import { callbackTarget, type CallbackTarget, type RetryReason } from './callback-url.ts';
import type { Behaviour } from './options.ts';
import { queue } from './queue.ts';
import { signTwilioRequest } from './sign.ts';

/** A callback to be made; `settled` is called once it arrived, with its answer, or was given up. */
export type Callback = Readonly<{ url: string; params: Readonly<Record<string, string>>; settled: (answer?: string) => void }>;

export type CallbackCounts = Readonly<{ arrived: number; retried: number; held: number; dropped: number }>;

export type CallbackSender = Readonly<{
  send: (callback: Callback) => void;
  /** Waiting for their turn, under way, or to be tried again. */
  pending: () => number;
  counts: () => CallbackCounts;
  close: () => Promise<void>;
}>;

type Try = { callback: Callback; id: string; attempt: number; givenUpAt: number | undefined };

const mostOrigins = 16;
const mostChunks = 64;
const retryAfterMs = 100;
const firstPauseMs = 250;
const longestPauseMs = 10_000;

const encodeForm = (params: Readonly<Record<string, string>>): string => {
  let form = '';
  for (const key of Object.keys(params)) form += `${form && '&'}${key}=${encodeURIComponent(params[key] ?? '')}`;
  return form;
};

/** Resolves to the answer when the callback arrived, else to the reason, in the words of Twilio's overrides. */
const post = (
  pool: Pool,
  target: CallbackTarget,
  request: Readonly<{ headers: string[]; body: string }>,
): Promise<Readonly<{ answer: string }> | RetryReason> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let controller: Dispatcher.DispatchController | undefined;
    let statusCode = 0;
    const fail = () => {
      clearTimeout(timer);
      controller?.abort(new Error('given up'));
      resolve(controller ? 'rt' : 'ct');
    };
    const timer = setTimeout(fail, target.connectTimeoutMs + target.readTimeoutMs);
    pool.dispatch(
      { method: 'POST', path: target.path, headers: request.headers, body: request.body },
      {
        onRequestStart: (started) => {
          controller = started;
        },
        onResponseStart: (_controller, status) => {
          statusCode = status;
        },
        onResponseData: (_controller, chunk) => void (chunks.length < mostChunks && chunks.push(chunk)),
        onResponseEnd: () => {
          clearTimeout(timer);
          if (statusCode < 300) resolve({ answer: chunks.length === 0 ? '' : Buffer.concat(chunks).toString() });
          else resolve(statusCode >= 500 || statusCode === 429 ? '5xx' : '4xx');
        },
        onResponseError: fail,
      },
    );
  });

const poolsByOrigin = (concurrency: number) => {
  const pools = new Map<string, Pool>();
  const poolOf = ({ origin, connectTimeoutMs }: CallbackTarget): Pool | undefined => {
    const key = `${origin} ${connectTimeoutMs}`;
    let pool = pools.get(key);
    if (!pool && pools.size < mostOrigins) {
      pool = new Pool(origin, { connections: concurrency, pipelining: 1, allowH2: false, connect: { timeout: connectTimeoutMs } });
      pools.set(key, pool);
    }
    return pool;
  };
  return { poolOf, close: async () => void (await Promise.all([...pools.values()].map((pool) => pool.destroy()))) };
};

/** Makes status callbacks: signed, over kept connections, so many at a time, retried as their URL asks, then held or dropped. */
export const callbackSender = (
  { authToken, callbackConcurrency }: Readonly<{ authToken: string; callbackConcurrency: number }>,
  behaviour: () => Behaviour,
  agenda: Agenda,
): CallbackSender => {
  const pools = poolsByOrigin(callbackConcurrency);
  const counts = { arrived: 0, retried: 0, held: 0, dropped: 0 };
  const waiting = queue<Try>();
  let [underWay, paused, closed] = [0, 0, false];

  const again = (one: Try, ms: number) => {
    paused += 1;
    agenda.after(ms, () => {
      paused -= 1;
      enqueue(one);
    });
  };
  const giveUp = (one: Try, reason: RetryReason) => {
    const { keepTryingMs } = behaviour();
    if (keepTryingMs === 0 || reason === '4xx' || Date.now() > (one.givenUpAt ??= Date.now() + keepTryingMs)) {
      counts.dropped += 1;
      one.callback.settled();
      return;
    }
    counts.held += 1;
    again(one, Math.min(firstPauseMs * 2 ** Math.min(one.attempt, 10), longestPauseMs));
  };
  const attempt = async (one: Try) => {
    const target = callbackTarget(one.callback.url, behaviour().callbackOrigin);
    const pool = target && pools.poolOf(target);
    if (!target || !pool) return giveUp(one, '4xx');
    const { params } = one.callback;
    const headers = [
      'content-type',
      'application/x-www-form-urlencoded',
      'user-agent',
      'TwilioProxy/1.1',
      'i-twilio-idempotency-token',
      one.id,
    ];
    headers.push('x-twilio-signature', signTwilioRequest(authToken, target.url, params));
    const result = await post(pool, target, { headers, body: encodeForm(params) });
    if (closed) return;
    one.attempt += 1;
    if (typeof result !== 'string') {
      counts.arrived += 1;
      one.callback.settled(result.answer);
    } else if (one.attempt <= target.retries && target.retryOn.includes(result)) {
      counts.retried += 1;
      again(one, retryAfterMs * one.attempt);
    } else giveUp(one, result);
  };
  const next = () => {
    while (underWay < callbackConcurrency && waiting.size() > 0) {
      underWay += 1;
      void attempt(waiting.take()).finally(() => {
        underWay -= 1;
        if (!closed) next();
      });
    }
  };
  const enqueue = (one: Try) => {
    if (closed) return;
    waiting.add(one);
    next();
  };
  return {
    send: (callback) => enqueue({ callback, id: randomUUID(), attempt: 0, givenUpAt: undefined }),
    pending: () => waiting.size() + underWay + paused,
    counts: () => ({ ...counts }),
    close: async () => {
      closed = true;
      await pools.close();
    },
  };
};
