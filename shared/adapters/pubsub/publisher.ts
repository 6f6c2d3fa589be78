import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Topic } from '@google-cloud/pubsub';
import type { Log } from '#ports/log.ts';
import type { BusMessage } from '#ports/message-bus.ts';
import { attributeNames } from '#ports/push-envelope.ts';
import type { PubSubClient } from './client.ts';

/** Messages of one moment share a request, up to what Pub/Sub takes at once. */
const batching = { maxMessages: 500, maxBytes: 4_000_000, maxMilliseconds: 5 };
/** A call has no more than these under way, however many it was given. */
const underWay = 1_000;
/** An attribute takes 1,024 bytes, and nothing reads this one but people. */
const longestKey = 256;

/** A request that is not answered is sent again, which may make two messages of one: they carry the same id. */
const retrying = (totalMs: number) => ({
  retry: {
    backoffSettings: {
      initialRetryDelayMillis: 100,
      retryDelayMultiplier: 2,
      maxRetryDelayMillis: 5_000,
      initialRpcTimeoutMillis: Math.min(10_000, totalMs),
      rpcTimeoutMultiplier: 1,
      maxRpcTimeoutMillis: Math.min(10_000, totalMs),
      totalTimeoutMillis: totalMs,
    },
  },
});

export type Outgoing = Readonly<{ data: Buffer; attributes: Readonly<Record<string, string>> }>;

export const newId = (): string => `tsk_${randomUUID().replaceAll('-', '')}`;

const outgoing = ({ data, key, context = {} }: BusMessage): Outgoing => ({
  data: Buffer.from(JSON.stringify(data)),
  attributes: {
    [attributeNames.id]: newId(),
    ...(key !== undefined && key.length <= longestKey && { [attributeNames.key]: key }),
    ...(context.correlation !== undefined && { [attributeNames.correlation]: context.correlation }),
    ...(context.traceparent !== undefined && { [attributeNames.traceparent]: context.traceparent }),
  },
});

export type Publisher = Readonly<{
  publish: (topic: string, messages: readonly BusMessage[]) => Promise<void>;
  /** as it is, attributes included */
  send: (topic: string, messages: readonly Outgoing[]) => Promise<void>;
  /** Takes nothing more and waits for what is on its way; whoever waits for a delay is refused. */
  stop: () => Promise<void>;
}>;

export type PublisherOptions = Readonly<{
  /** for one request, its retries included */
  timeoutMs: number;
  /** the longest delay that is waited for; a message with a longer one is left to the next tick */
  mostDelayMs: number;
  log: Pick<Log, 'info'>;
}>;

class BusClosed extends Error {
  constructor() {
    super('the bus is closed');
    this.name = 'BusClosed';
  }
}

const delayOf = ({ delayMs = 0 }: BusMessage): number => {
  if (!(delayMs >= 0 && delayMs <= Number.MAX_SAFE_INTEGER)) throw new RangeError('delayMs is a number of milliseconds from 0 on');
  return Math.ceil(delayMs);
};

/** Messages by the real time that they wait for, the soonest first. */
const byDelay = (messages: readonly BusMessage[]): readonly (readonly [number, readonly BusMessage[]])[] =>
  [...Map.groupBy(messages, delayOf)].toSorted(([one], [other]) => one - other);

export const openPublisher = ({ pubsub }: PubSubClient, { timeoutMs, mostDelayMs, log }: PublisherOptions): Publisher => {
  const topics = new Map<string, Topic>();
  const stopping = new AbortController();
  const onTheirWay = new Set<Promise<void>>();
  const topicOf = (name: string): Topic => {
    const topic = topics.get(name) ?? pubsub.topic(name, { batching, gaxOpts: retrying(timeoutMs) });
    topics.set(name, topic);
    return topic;
  };

  const sendAll = async (name: string, messages: readonly Outgoing[]): Promise<void> => {
    const topic = topicOf(name);
    for (let first = 0; first < messages.length; first += underWay) {
      const sent = messages.slice(first, first + underWay).map((message) => topic.publishMessage(message));
      const refused = (await Promise.allSettled(sent)).find(({ status }) => status === 'rejected');
      if (refused?.status === 'rejected') throw refused.reason as Error;
    }
  };

  const send = async (name: string, messages: readonly Outgoing[]): Promise<void> => {
    if (stopping.signal.aborted) throw new BusClosed();
    const sending = sendAll(name, messages);
    onTheirWay.add(sending);
    try {
      await sending;
    } finally {
      onTheirWay.delete(sending);
    }
  };

  const wait = (ms: number): Promise<void> =>
    sleep(ms, undefined, { signal: stopping.signal }).catch(() => {
      throw new BusClosed();
    });

  return {
    publish: async (topic, messages) => {
      if (stopping.signal.aborted) throw new BusClosed();
      const started = performance.now();
      for (const [delayMs, group] of byDelay(messages)) {
        if (delayMs > mostDelayMs)
          return log.info({ topic, delayMs }, 'the delay is too long to wait for here: the next tick finds what it was for');
        const left = delayMs - (performance.now() - started);
        if (left > 0) await wait(left);
        await send(topic, group.map(outgoing));
      }
    },
    send,
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(onTheirWay);
    },
  };
};
