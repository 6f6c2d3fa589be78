import { inspectTopics } from '#adapters/pubsub/inspect-topics.ts';
import doors from '#functions/doors.json' with { type: 'json' };
import type { GoogleCloudConfig } from '../config.ts';
import { ok, wrong, type Check } from './check.ts';

const prefix = 'topic:';

/** Every door that a topic wakes has its topic, its subscription, and a place for its dead letters. */
export const topicsCheck = ({ projectId, pubsubHost: host }: GoogleCloudConfig): Check => ({
  name: 'topics',
  next: 'see that Pub/Sub is there and that this account may look at it (roles/pubsub.viewer)',
  run: async () => {
    const wanted = doors.flatMap(({ name, trigger }) =>
      trigger.startsWith(prefix) ? [{ topic: trigger.slice(prefix.length), subscription: name }] : [],
    );
    const [first, ...more] = await inspectTopics({ projectId, host }, wanted);
    if (first === undefined) return ok(`${wanted.length} topics with their subscriptions and dead letters`);
    const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
    return wrong(`${first}${others}`, 'run terraform apply: it makes what is missing');
  },
});
