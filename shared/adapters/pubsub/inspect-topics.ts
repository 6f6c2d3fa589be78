import { openClient, type ClientOptions, type PubSubClient } from './client.ts';
import { deadName } from './set-up.ts';

/** A topic and the subscription that pushes its messages to a door. */
export type WantedTopic = Readonly<{ topic: string; subscription: string }>;

const subscriptionTrouble = async ({ pubsub }: PubSubClient, { topic, subscription }: WantedTopic): Promise<string | undefined> => {
  const asked = pubsub.subscription(subscription);
  const [there] = await asked.exists();
  if (!there) return `the subscription ${subscription} is not there: nobody hears of ${topic}`;
  const [{ topic: heard, deadLetterPolicy, pushConfig }] = await asked.getMetadata();
  if (!heard?.endsWith(`/${topic}`)) return `the subscription ${subscription} hears of another topic than ${topic}`;
  if (!pushConfig?.pushEndpoint) return `the subscription ${subscription} pushes to nobody`;
  if (!deadLetterPolicy?.deadLetterTopic?.endsWith(`/${deadName(topic)}`))
    return `the subscription ${subscription} has no dead letters: what fails is tried for ever, or lost`;
  return undefined;
};

const topicTrouble = async (client: PubSubClient, wanted: WantedTopic): Promise<string | undefined> => {
  const { pubsub } = client;
  const dead = deadName(wanted.topic);
  const [[topic], [deadTopic], [deadSubscription]] = await Promise.all([
    pubsub.topic(wanted.topic).exists(),
    pubsub.topic(dead).exists(),
    pubsub.subscription(dead).exists(),
  ]);
  if (!topic) return `the topic ${wanted.topic} is not there`;
  if (!deadTopic) return `the topic ${dead} is not there: what was given up would be lost`;
  if (!deadSubscription) return `the subscription ${dead} is not there: what was given up is kept by nobody`;
  return subscriptionTrouble(client, wanted);
};

/** What is not as terraform/ makes it, one sentence each; none: all is well. Asks, changes nothing. */
export const inspectTopics = async (options: ClientOptions, wanted: readonly WantedTopic[]): Promise<readonly string[]> => {
  const client = await openClient(options);
  try {
    const troubles = await Promise.all(wanted.map((each) => topicTrouble(client, each)));
    return troubles.filter((trouble) => trouble !== undefined);
  } finally {
    await client.close();
  }
};
