import type { ClientConfig, PubSub, v1 } from '@google-cloud/pubsub';

export type PubSubClient = Readonly<{
  projectId: string;
  pubsub: PubSub;
  /** pulls one by one: a stream would take more letters than anybody asked for */
  subscriber: v1.SubscriberClient;
  emulated: boolean;
  close: () => Promise<void>;
}>;

export type ClientOptions = Readonly<{
  projectId: string;
  /** `127.0.0.1:port` of the emulator; left out: Google */
  host?: string | undefined;
}>;

/** Nobody asks for credentials, nor for the universe that they belong to: the emulator knows neither. */
const emulatorConfig = (host: string): ClientConfig => ({
  apiEndpoint: host,
  emulatorMode: true,
  clientOptions: { universeDomain: 'googleapis.com' },
});

/** Loads the SDK now: 0.2 s and 60 MB that no process pays for before it needs them. */
export const openClient = async ({ projectId, host }: ClientOptions): Promise<PubSubClient> => {
  const { PubSub, v1 } = await import('@google-cloud/pubsub');
  const pubsub = new PubSub({ projectId, ...(host !== undefined && emulatorConfig(host)) });
  const subscriber = new v1.SubscriberClient({ ...(await pubsub.getClientConfig()) });
  return {
    projectId,
    pubsub,
    subscriber,
    emulated: host !== undefined,
    close: async () => {
      await Promise.all([pubsub.close(), subscriber.close()]);
    },
  };
};
