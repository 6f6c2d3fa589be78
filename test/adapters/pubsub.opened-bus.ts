import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { openPubSub, type PubSubBus } from '#adapters/pubsub/open-pubsub.ts';
import { openPushReceiver, type PushReceiver } from '#adapters/pubsub/push-receiver.ts';
import type { SetUpOptions } from '#adapters/pubsub/set-up.ts';
import type { Deliver, MessageBus } from '#ports/message-bus.ts';
import { freshProject, pubsubHost } from '../support/emulators.ts';

const worker = path.join(import.meta.dirname, 'pubsub.bus-worker.ts');

export const topics = ['work', 'other', 'next', 'idle'];

/** Pub/Sub keeps no count: what was published and what handlers have done is counted here. */
const ledger = () => {
  let open = 0;
  return {
    counted: (bus: MessageBus): MessageBus => ({
      ...bus,
      publish: async (topic, messages) => {
        const waited = messages.filter(({ delayMs = 0 }) => delayMs < 100_000);
        open += waited.length;
        await bus.publish(topic, messages).catch((error: unknown) => {
          open -= waited.length;
          throw error;
        });
      },
      subscribe: (topic, subscription, deliver) => {
        const seen = new Set<string>();
        const noting: Deliver = async (delivery) => {
          await deliver(delivery);
          // delivered twice is possible, done twice is not counted
          if (!seen.has(delivery.id)) open -= 1;
          seen.add(delivery.id);
        };
        bus.subscribe(topic, subscription, noting);
      },
      // what other processes published is done here, too
      pending: async () => Math.max(0, open),
    }),
  };
};

export type OpenedPubSub = Readonly<{
  bus: MessageBus;
  own: () => PubSubBus;
  host: string;
  projectId: string;
  reopen: () => Promise<MessageBus>;
  worker: (label: string) => ChildProcess;
  close: () => Promise<void>;
}>;

type Running = Readonly<{ own: PubSubBus; receiver: PushReceiver }>;

/** A project of its own on the emulator, pushed to this process. It delivers again after a second. */
export const openEmulatedBus = async (options: SetUpOptions = {}): Promise<OpenedPubSub> => {
  const host = await pubsubHost();
  const projectId = freshProject();
  const { counted } = ledger();
  const start = async (port?: number): Promise<Running> => {
    const receiver = await openPushReceiver(port);
    const log = { info: () => undefined };
    const own = await openPubSub({ projectId, host, receiver, topics, quietMs: 500, log });
    const subscriptions = topics.map((topic) => ({ topic, subscription: `${topic}-door`, endpoint: receiver.urlOf(topic) }));
    await own.setUp(subscriptions, { maxAttempts: 100, ...options });
    return { own, receiver };
  };
  let running = await start();
  return {
    bus: counted(running.own),
    own: () => running.own,
    host,
    projectId,
    reopen: async () => {
      await running.own.close(0);
      running = await start(running.receiver.port);
      return counted(running.own);
    },
    worker: (label) =>
      spawn(process.execPath, [worker, host, projectId, String(running.receiver.port), label], { stdio: ['ignore', 'pipe', 'inherit'] }),
    close: () => running.own.close(0),
  };
};
