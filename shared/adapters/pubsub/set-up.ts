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
  /** real time between two deliveries, growing from the first to the second */
  retrySeconds?: readonly [number, number];
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

const optionsFor = (deadLetterTopic: string, options: SetUpOptions): CreateSubscriptionOptions => {
  const { maxAttempts = 8, retrySeconds: [soonest, latest] = [10, 600], ackDeadlineSeconds = 600 } = options;
  return {
    ackDeadlineSeconds,
    retryPolicy: { minimumBackoff: { seconds: soonest }, maximumBackoff: { seconds: latest } },
    deadLetterPolicy: { deadLetterTopic, maxDeliveryAttempts: maxAttempts },
    expirationPolicy: {},
  };
};

/**
 * Topics, dead-letter topics and subscriptions, as terraform/ makes them on a real project: for emulators and tests. What is there
 * stays; a push goes to the endpoint that was named last.
 */
export const setUpTopics = async (
  { pubsub, projectId }: PubSubClient,
  subscriptions: readonly PushSubscription[],
  options: SetUpOptions = {},
): Promise<void> => {
  const one = async ({ topic, subscription, endpoint }: PushSubscription): Promise<void> => {
    const dead = deadName(topic);
    await Promise.all([unlessThere(pubsub.createTopic(topic)), unlessThere(pubsub.createTopic(dead))]);
    const kept = { ackDeadlineSeconds: 60, messageRetentionDuration: { seconds: keptSeconds }, expirationPolicy: {} };
    await unlessThere(pubsub.topic(dead).createSubscription(dead, kept));
    const pushConfig = { pushEndpoint: endpoint, ...(options.oidc && { oidcToken: options.oidc }) };
    const pushed = { ...optionsFor(`projects/${projectId}/topics/${dead}`, options), pushConfig };
    if (!(await unlessThere(pubsub.topic(topic).createSubscription(subscription, pushed)))) {
      await pubsub.subscription(subscription).modifyPushConfig(pushConfig);
    }
  };
  await Promise.all(subscriptions.map(one));
};
