import type { CreateSubscriptionOptions } from '@google-cloud/pubsub';
import type { PubSubClient } from './client.ts';

/** Who is told of a topic's messages: a subscription has its door's name. */
export type PushSubscription = Readonly<{
  topic: string;
  subscription: string;
  /** where its messages are pushed to */
  endpoint: string;
}>;

export type SetUpOptions = Readonly<{
  /** signs each push */
  oidc?: Readonly<{ serviceAccountEmail: string; audience: string }>;
  /** deliveries before a message goes to the dead letters; Pub/Sub takes 5 to 100 */
  maxAttempts?: number;
  ackDeadlineSeconds?: number;
}>;

const alreadyExists = 6;

/** A week, as terraform/ has it, and the most that the emulator takes. */
const keptSeconds = 7 * 86_400;

export const deadName = (topic: string): string => `${topic}-dead`;

/** What is there already is as good. */
const unlessThere = async (created: Promise<unknown>): Promise<boolean> => {
  try {
    await created;
    return true;
  } catch (error) {
    if ((error as { code?: number }).code === alreadyExists) return false;
    throw error;
  }
};

/**
 * The emulator has no retry policy: given one, it stops to deliver as soon as two messages back off at a time (seen with 0.8.x of its jar).
 * Without one it delivers again after a second.
 */
const retryPolicy = { minimumBackoff: { seconds: 10 }, maximumBackoff: { seconds: 600 } };

const optionsFor = (emulated: boolean, deadLetterTopic: string, options: SetUpOptions): CreateSubscriptionOptions => {
  const { maxAttempts = 8, ackDeadlineSeconds = 600 } = options;
  return {
    ackDeadlineSeconds,
    ...(!emulated && { retryPolicy }),
    deadLetterPolicy: { deadLetterTopic, maxDeliveryAttempts: maxAttempts },
    expirationPolicy: {},
  };
};

/**
 * Topics, dead-letter topics and subscriptions, as terraform/ makes them on a real project: for emulators and tests. What is there
 * stays; a push goes to the endpoint that was named last.
 */
export const setUpTopics = async (
  { pubsub, projectId, emulated }: PubSubClient,
  subscriptions: readonly PushSubscription[],
  options: SetUpOptions = {},
): Promise<void> => {
  const one = async ({ topic, subscription, endpoint }: PushSubscription): Promise<void> => {
    const dead = deadName(topic);
    await Promise.all([unlessThere(pubsub.createTopic(topic)), unlessThere(pubsub.createTopic(dead))]);
    const kept = { ackDeadlineSeconds: 60, messageRetentionDuration: { seconds: keptSeconds }, expirationPolicy: {} };
    await unlessThere(pubsub.topic(dead).createSubscription(dead, kept));
    const pushConfig = { pushEndpoint: endpoint, ...(options.oidc && { oidcToken: options.oidc }) };
    const pushed = { ...optionsFor(emulated, `projects/${projectId}/topics/${dead}`, options), pushConfig };
    if (await unlessThere(pubsub.topic(topic).createSubscription(subscription, pushed))) return;
    const there = pubsub.subscription(subscription);
    const [known] = await there.getMetadata();
    // the emulator forgets until the ack deadline what it has under way when it is told an endpoint, be it the same one
    if (known.pushConfig?.pushEndpoint !== endpoint) await there.modifyPushConfig(pushConfig);
  };
  await Promise.all(subscriptions.map(one));
};
