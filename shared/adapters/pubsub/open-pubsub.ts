import type { Log } from '#ports/log.ts';
import type { MessageBus } from '#ports/message-bus.ts';
import { openClient, type ClientOptions } from './client.ts';
import { deadLetterBox } from './dead-letters.ts';
import { openPublisher } from './publisher.ts';
import type { PushReceiver } from './push-receiver.ts';
import { setUpTopics, type PushSubscription, type SetUpOptions } from './set-up.ts';

export type PubSubOptions = ClientOptions &
  Readonly<{
    log: Pick<Log, 'info'>;
    /** whose dead letters are listed, replayed and dropped; left out: nobody's */
    topics?: readonly string[];
    /** takes pushes for `subscribe`, on this machine alone */
    receiver?: PushReceiver;
    /** for a request of publishing with its retries, default 45 s */
    publishTimeoutMs?: number;
    /** the longest `delayMs` that is waited for, default 75 s; what wants to wait longer is found by the next tick */
    mostDelayMs?: number;
    /** how long a pull waits before it takes a dead-letter subscription for empty, default 3 s */
    quietMs?: number;
  }>;

export type PubSubBus = MessageBus &
  Readonly<{
    /** Makes what terraform/ makes on a real project, where it is not there yet: for emulators and tests. */
    setUp: (subscriptions: readonly PushSubscription[], options?: SetUpOptions) => Promise<void>;
  }>;

/** With these a handler that sends for its three minutes, and asks for what is in doubt before, stays within its 300 s. */
const defaultMostDelayMs = 75_000;

const nobodySubscribes = (): never => {
  throw new Error('Pub/Sub pushes to the doors themselves: nothing in this process can subscribe (only a local push receiver can)');
};

/**
 * The bus over Google's Pub/Sub: at least once, in no order, and `key` drops nothing, so that whoever is behind it bears doubles. What is
 * published is stored by Google when it resolves. It has no delays: `publish` waits for them itself, and leaves long ones to the tick.
 */
export const openPubSub = async (options: PubSubOptions): Promise<PubSubBus> => {
  const { topics = [], receiver, log, publishTimeoutMs = 45_000, mostDelayMs = defaultMostDelayMs, quietMs = 3_000 } = options;
  const client = await openClient(options);
  const publisher = openPublisher(client, { timeoutMs: publishTimeoutMs, mostDelayMs, log });
  const box = deadLetterBox(client, { topics, quietMs });
  let closing: Promise<void> | undefined;
  const close = async (timeoutMs: number): Promise<void> => {
    // those that it waits for may publish until they are done
    await receiver?.quiet(timeoutMs);
    await publisher.stop();
    await receiver?.close();
    await client.close();
  };
  return {
    publish: publisher.publish,
    subscribe: receiver?.subscribe ?? nobodySubscribes,
    // only Cloud Monitoring knows, minutes later
    pending: async () => undefined,
    deadLetters: box.list,
    replay: (id) => box.take(id, (topic, outgoing) => publisher.send(topic, [outgoing])),
    replayAll: (limit) => box.takeAll(limit, (topic, outgoing) => publisher.send(topic, [outgoing])),
    drop: (id) => box.take(id, async () => undefined),
    setUp: (subscriptions, given) => setUpTopics(client, subscriptions, given),
    close: (timeoutMs) => (closing ??= close(timeoutMs)),
  };
};
