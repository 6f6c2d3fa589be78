import type { protos } from '@google-cloud/pubsub';
import type { DeadLetter } from '#ports/message-bus.ts';
import { attributeNames, jsonOf, ownId } from '#ports/push-envelope.ts';
import type { PubSubClient } from './client.ts';
import type { Outgoing } from './publisher.ts';
import { deadName } from './set-up.ts';

export type DeadLetterOptions = Readonly<{
  topics: readonly string[];
  /** a pull that brings nothing for so long has seen everything, milliseconds of real time */
  quietMs: number;
}>;

type Received = protos.google.pubsub.v1.IReceivedMessage;

/** One letter while it is held: nobody else sees it before it is let go. */
type Held = Readonly<{ ackId: string; letter: DeadLetter; outgoing: Outgoing }>;

/** What Pub/Sub adds to a letter. */
const source = 'CloudPubSubDeadLetterSource';
const perPull = 500;
/** However many letters there are, one look is over. */
const mostPulls = 100;
const deadlineExceeded = 4;
const callMs = 10_000;

const attributesOf = ({ message }: Received): Readonly<Record<string, string>> => message?.attributes ?? {};

const isoOf = (at: protos.google.protobuf.ITimestamp | null | undefined): string =>
  new Date(Number(at?.seconds ?? 0) * 1000 + (at?.nanos ?? 0) / 1e6).toISOString();

/** Data that is no object is not shown: nobody knows what is in it. */
const shownData = (bytes: Uint8Array): DeadLetter['data'] => {
  const data = jsonOf(Buffer.from(bytes).toString('utf8'));
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as DeadLetter['data']) : {};
};

const heldOf = (topic: string, received: Received): Held => {
  const attributes = attributesOf(received);
  const bytes = (received.message?.data ?? new Uint8Array()) as Uint8Array;
  const id = attributes[attributeNames.id] ?? ownId(deadName(topic), received.message?.messageId ?? '');
  const letter: DeadLetter = {
    id,
    topic,
    data: shownData(bytes),
    attempts: Number(attributes[`${source}DeliveryCount`] ?? 0),
    error: `Pub/Sub keeps no reason: the log lines of ${attributes[attributeNames.id] ?? 'its door'} say what failed`,
    deadAt: isoOf(received.message?.publishTime),
  };
  const own = Object.entries(attributes).filter(([name]) => !name.startsWith(source));
  return { ackId: received.ackId ?? '', letter, outgoing: { data: Buffer.from(bytes), attributes: Object.fromEntries(own) } };
};

/**
 * The letters of the topics' dead-letter subscriptions. They are pulled, held while somebody looks, and let go at once: a look uses none
 * up. Two people who look at the same time may each see a part.
 */
export const deadLetterBox = ({ subscriber, projectId }: PubSubClient, { topics, quietMs }: DeadLetterOptions) => {
  const pathOf = (topic: string): string => `projects/${projectId}/subscriptions/${deadName(topic)}`;

  const pull = async (topic: string, most: number): Promise<readonly Received[]> => {
    try {
      const request = { subscription: pathOf(topic), maxMessages: Math.min(most, perPull) };
      const [{ receivedMessages }] = await subscriber.pull(request, { timeout: quietMs, maxRetries: 0 });
      return receivedMessages ?? [];
    } catch (error) {
      // nothing came in the time that was given
      if ((error as { code?: number }).code === deadlineExceeded) return [];
      throw error;
    }
  };

  /** A pull that is never answered looks like one that found nothing: whoever asks is told which of the two it is. */
  const checkAnswers = async (): Promise<void> => {
    const [topic] = topics;
    if (topic !== undefined) await subscriber.getSubscription({ subscription: pathOf(topic) }, { timeout: callMs, maxRetries: 0 });
  };

  const letGo = async (topic: string, ackIds: readonly string[]): Promise<void> => {
    for (let first = 0; first < ackIds.length; first += perPull) {
      const request = { subscription: pathOf(topic), ackIds: ackIds.slice(first, first + perPull), ackDeadlineSeconds: 0 };
      await subscriber.modifyAckDeadline(request, { timeout: callMs });
    }
  };

  /** Calls `seen` with a topic's letters as they come, until it has enough; lets all of them go. */
  const look = async (topic: string, seen: (held: Held) => boolean | Promise<boolean>, most: number): Promise<void> => {
    const ackIds: string[] = [];
    try {
      for (let pulls = 0; pulls < mostPulls && ackIds.length < most; pulls++) {
        const received = await pull(topic, most - ackIds.length);
        if (received.length === 0) return;
        ackIds.push(...received.map(({ ackId }) => ackId ?? ''));
        for (const one of received) if (await seen(heldOf(topic, one))) return;
      }
    } finally {
      await letGo(topic, ackIds);
    }
  };

  const settle = (topic: string, { ackId }: Held): Promise<unknown> =>
    subscriber.acknowledge({ subscription: pathOf(topic), ackIds: [ackId] }, { timeout: callMs });

  return {
    /** Up to `limit`, the newest of those first. */
    list: async (limit: number): Promise<readonly DeadLetter[]> => {
      await checkAnswers();
      const letters = new Map<string, DeadLetter>();
      const note = ({ letter }: Held): boolean => {
        letters.set(`${letter.topic} ${letter.id}`, letter);
        return letters.size >= limit;
      };
      if (limit > 0) await Promise.all(topics.map((topic) => look(topic, note, limit)));
      return [...letters.values()].toSorted((one, other) => (one.deadAt < other.deadAt ? 1 : -1)).slice(0, limit);
    },
    /** Takes the letter of that id out once `before` is done; false when there is none. */
    take: async (id: string, before: (topic: string, outgoing: Outgoing) => Promise<void>): Promise<boolean> => {
      await checkAnswers();
      let found = false;
      const takeIt =
        (topic: string) =>
        async (held: Held): Promise<boolean> => {
          if (held.letter.id !== id) return found;
          await before(topic, held.outgoing);
          await settle(topic, held);
          return (found = true);
        };
      if (id !== '') await Promise.all(topics.map((topic) => look(topic, takeIt(topic), perPull * mostPulls)));
      return found;
    },
    /** The same for up to `limit` of them, whatever their id; returns how many. */
    takeAll: async (limit: number, before: (topic: string, outgoing: Outgoing) => Promise<void>): Promise<number> => {
      await checkAnswers();
      let taken = 0;
      for (const topic of topics) {
        const takeEach = async (held: Held): Promise<boolean> => {
          await before(topic, held.outgoing);
          await settle(topic, held);
          return ++taken >= limit;
        };
        if (taken < limit) await look(topic, takeEach, limit - taken);
      }
      return taken;
    },
  };
};
