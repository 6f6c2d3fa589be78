import { sign, type KeyObject } from 'node:crypto';
import { openHttpClient, type HttpClient } from '#http/one-call.ts';
import type { Agenda } from '../agenda.ts';
import { callbackTarget } from '../callback-url.ts';
import type { Behaviour } from '../options.ts';
import { queue } from '../queue.ts';

/** `settled` is called once it arrived, or was given up. */
export type Webhook = Readonly<{ url: string; body: (attempt: number) => object; settled: (arrived: boolean) => void }>;

export type WebhookSender = Readonly<{ send: (webhook: Webhook) => void; pending: () => number; close: () => Promise<void> }>;

type Try = { webhook: Webhook; attempt: number; givenUpAt: number | undefined };

/** Telnyx waits 2 s for an answer, and tries an URL three times. */
const patienceMs = 2_000;
const attempts = 3;
const concurrency = 64;
const mostOrigins = 16;
const firstPauseMs = 100;
const longestPauseMs = 10_000;

/** The headers of a webhook: the signature covers the time and the body, not the URL. */
export const signedHeaders = (key: KeyObject, body: string, nowMs: number): readonly string[] => {
  const timestamp = String(Math.floor(nowMs / 1000));
  const signature = sign(null, Buffer.from(`${timestamp}|${body}`), key).toString('base64');
  return ['content-type', 'application/json', 'telnyx-timestamp', timestamp, 'telnyx-signature-ed25519', signature];
};

const clientsByOrigin = () => {
  const clients = new Map<string, Promise<HttpClient>>();
  return {
    of: (origin: string): Promise<HttpClient> | undefined => {
      if (!clients.has(origin) && clients.size < mostOrigins)
        clients.set(origin, openHttpClient({ origin, callTimeoutMs: patienceMs, connections: concurrency }));
      return clients.get(origin);
    },
    close: async () => void (await Promise.all([...clients.values()].map(async (client) => (await client).close()))),
  };
};

/** Makes webhooks: signed, so many at a time, three times each, then held as long as `keepTryingMs` says, or dropped. */
export const webhookSender = (key: KeyObject, behaviour: () => Behaviour, agenda: Agenda): WebhookSender => {
  const clients = clientsByOrigin();
  const waiting = queue<Try>();
  let [underWay, paused, closed] = [0, 0, false];

  const post = async ({ webhook, attempt }: Try): Promise<boolean> => {
    const target = callbackTarget(webhook.url, behaviour().callbackOrigin);
    const client = target && (await clients.of(target.origin));
    if (!target || !client) return false;
    const body = JSON.stringify(webhook.body(attempt));
    const headers = signedHeaders(key, body, Date.now());
    const answer = await client.call({ method: 'POST', path: target.path, headers, body }).catch(() => undefined);
    return answer !== undefined && answer.statusCode < 300;
  };
  const again = (one: Try) => {
    const { keepTryingMs } = behaviour();
    const isHeld = one.attempt > attempts && keepTryingMs > 0 && Date.now() < (one.givenUpAt ??= Date.now() + keepTryingMs);
    if (one.attempt > attempts && !isHeld) return one.webhook.settled(false);
    paused += 1;
    return agenda.after(Math.min(firstPauseMs * 2 ** Math.min(one.attempt, 10), longestPauseMs), () => {
      paused -= 1;
      enqueue(one);
    });
  };
  const attempt = async (one: Try) => {
    const arrived = await post(one);
    if (closed) return;
    one.attempt += 1;
    if (arrived) one.webhook.settled(true);
    else again(one);
  };
  const next = () => {
    while (underWay < concurrency && waiting.size() > 0) {
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
    send: (webhook) => enqueue({ webhook, attempt: 1, givenUpAt: undefined }),
    pending: () => waiting.size() + underWay + paused,
    close: async () => {
      closed = true;
      await clients.close();
    },
  };
};
