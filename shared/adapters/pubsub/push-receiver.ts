import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Deliver, Subscription } from '#ports/message-bus.ts';
import { jsonOf, parsePush, type PushedMessage } from '#ports/push-envelope.ts';

/** What the emulator pushes to, where a process on this machine subscribes: on Google Cloud the doors themselves are pushed to. */
export type PushReceiver = Readonly<{
  port: number;
  urlOf: (topic: string) => string;
  subscribe: (topic: string, subscription: Subscription, deliver: Deliver) => void;
  /** Takes nothing more, waits for what is under way up to `timeoutMs`. */
  quiet: (timeoutMs: number) => Promise<void>;
  close: () => Promise<void>;
}>;

type Lane = { readonly subscription: Subscription; readonly deliver: Deliver; running: number; readonly waiting: (() => void)[] };

const mostBytes = 10_000_000;
const mostWaiting = 1_000;
const leasesUntilOverdue = 10;
const countedMessages = 10_000;
const pollMs = 5;

const bodyOf = async (request: IncomingMessage): Promise<string | undefined> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

const inTime = async (work: Promise<void>, ms: number): Promise<void> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`the handler did not end within ${ms} ms`)), ms);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** The emulator tells no attempt: deliveries are counted here, as long as the process lives. */
const attemptCounter = () => {
  const counts = new Map<string, number>();
  return ({ id, attempt }: PushedMessage): number => {
    const counted = (counts.get(id) ?? 0) + 1;
    counts.delete(id);
    counts.set(id, counted);
    for (const oldest of counts.keys()) {
      if (counts.size <= countedMessages) break;
      counts.delete(oldest);
    }
    return attempt ?? counted;
  };
};

/** Undefined: nobody can take it now, so that it comes again. */
const turnIn = (lane: Lane): Promise<void> | undefined => {
  lane.running += 1;
  if (lane.running <= lane.subscription.concurrency) return Promise.resolve();
  if (lane.waiting.length >= mostWaiting) {
    lane.running -= 1;
    return undefined;
  }
  const { promise, resolve } = Promise.withResolvers<void>();
  lane.waiting.push(resolve);
  return promise;
};

const turnOver = (lane: Lane): void => {
  lane.running -= 1;
  lane.waiting.shift()?.();
};

/** `asked`: a port that it had before; the emulator forgets for minutes what it was pushing when an endpoint moves. */
export const openPushReceiver = async (asked = 0): Promise<PushReceiver> => {
  const lanes = new Map<string, Lane>();
  const attemptOf = attemptCounter();
  let closing = false;

  const deliver = async (lane: Lane, topic: string, message: PushedMessage): Promise<number> => {
    const { handlerTimeoutMs = lane.subscription.leaseMs * leasesUntilOverdue } = lane.subscription;
    const turn = turnIn(lane);
    if (!turn) return 429;
    await turn;
    try {
      if (closing) return 503;
      const { id, data, context } = message;
      const delivery = { id, topic, data: data as Record<string, unknown>, attempt: attemptOf(message), context };
      await inTime(lane.deliver(delivery), handlerTimeoutMs);
      return 204;
    } catch {
      return 500;
    } finally {
      turnOver(lane);
    }
  };

  const answer = async (request: IncomingMessage): Promise<number> => {
    const body = await bodyOf(request);
    const topic = decodeURIComponent((request.url ?? '').slice(1));
    const lane = lanes.get(topic);
    const message = body === undefined ? undefined : parsePush(jsonOf(body));
    if (!message) return 400;
    return lane && !closing ? deliver(lane, topic, message) : 503;
  };

  const respond = (request: IncomingMessage, response: ServerResponse): void => {
    const end = (status: number): void => void response.writeHead(status).end();
    answer(request).then(end, () => end(500));
  };
  const server = createServer(respond).listen(asked, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const idle = (): boolean => [...lanes.values()].every(({ running }) => running === 0);
  return {
    port,
    urlOf: (topic) => `http://127.0.0.1:${port}/${encodeURIComponent(topic)}`,
    subscribe: (topic, subscription, handler) => {
      if (lanes.has(topic)) throw new Error(`${topic} has a subscriber already`);
      lanes.set(topic, { subscription, deliver: handler, running: 0, waiting: [] });
    },
    quiet: async (timeoutMs) => {
      closing = true;
      const until = performance.now() + timeoutMs;
      while (!idle() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, pollMs));
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
