import { rowReaders } from './row-readers.ts';
import { connectFirestore } from '#adapters/firestore/connection.ts';
import { firestoreDocuments } from '#adapters/firestore/documents.ts';
import { firestoreEventStore } from '#adapters/firestore/event-store.ts';
import { gcsFileStore } from '#adapters/gcs/file-store.ts';
import { gcsUploads } from '#adapters/gcs/uploads.ts';
import { openPubSub } from '#adapters/pubsub/open-pubsub.ts';
import { openSecrets } from '#adapters/secret-manager/open-secrets.ts';
import { keysIn, textsIn } from '#adapters/secret-manager/secret-forms.ts';
import { webhookCaller } from '#adapters/webhooks/webhook-caller.ts';
import { customersListen } from '#app/customers-listen.ts';
import type { House } from '#app/house.ts';
import { topics } from '#app/topics.ts';
import type { MasterKeys } from '#log/key-documents.ts';
import { documentVault } from '#log/vault.ts';
import type { Clock } from '#ports/clock.ts';
import type { Secrets } from '#ports/secrets.ts';
import { aboutOf } from './about.ts';
import { systemClock } from './clocks.ts';
import { commitHints } from './commit-hints.ts';
import type { Config, GoogleCloudConfig } from './config.ts';
import { configuredProviders, type FollowText } from './configured-providers.ts';
import { openProviders, type ProviderOptions } from './open-providers.ts';
import { hasCarriers, openRegistrars } from './open-registrars.ts';
import { pagesOf } from './pages-of.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import { handingOn } from './log-context.ts';
import { openLog } from './logging.ts';
import { keepMeter } from './meter-file.ts';
import type { OpenHouse } from './open-house.ts';
import { cloudSource, openReporting } from './reporting.ts';
import { withTestNetwork } from './with-test-network.ts';

/** The house on Google Cloud, as every door and every command opens it: many processes share it, and none of them keeps anything. */
export type CloudHouse = OpenHouse &
  Readonly<{
    /** resolves when whatever must leave the process before it may stand still has left it */
    settled: () => Promise<void>;
  }>;

const closeMs = 20_000;

const cloudOf = ({ googleCloud }: Config): GoogleCloudConfig => {
  if (!googleCloud) throw new HouseUnavailable('set CARILLON_HOUSE=google-cloud and what belongs to it (docs/DEPLOY.md)');
  return googleCloud;
};

/** Google's emulators on this machine, with a token that is refused elsewhere: customers' servers are here too. */
const isEmulated = ({ firestoreHost, push }: GoogleCloudConfig): boolean => firestoreHost !== undefined && 'token' in push;

/** The providers that this house has credentials for; without them it sends nothing. */
const providersOf = async (config: Config, cloud: GoogleCloudConfig, secrets: Secrets): Promise<ProviderOptions> => {
  const { publicUrl } = config;
  const follow: FollowText = async (name) => {
    const secret = await secrets.follow(name);
    return () => textsIn(name, secret());
  };
  const configured = await configuredProviders(config, follow);
  if (!cloud.twilio) return configured;
  const { accountId, authTokenSecret } = cloud.twilio;
  return { ...configured, twilio: { accountId, authToken: await follow(authTokenSecret), publicUrl } };
};

const storeOf = async (cloud: GoogleCloudConfig, secrets: Secrets, onCommit: (partition: string) => void) => {
  const { projectId, firestoreDatabase: databaseId, firestoreHost: host } = cloud;
  const connection = connectFirestore({ projectId, databaseId, host });
  const documents = firestoreDocuments(connection);
  const { masterKeySecret, fingerprintKeySecret } = cloud;
  const { current: fingerprintKey } = keysIn(fingerprintKeySecret, await secrets.read(fingerprintKeySecret));
  const masterKey: MasterKeys = async (options) => keysIn(masterKeySecret, await secrets.read(masterKeySecret, options));
  const vault = documentVault({ documents, masterKey, fingerprintKey });
  return { connection, documents, vault, store: firestoreEventStore({ connection, vault, onCommit }) };
};

/** Each door has an address of its own where no load balancer stands before them: replies go to another one than reports. */
const incomingAt = (publicUrl: string): string => publicUrl.replace('//receive-status-', '//receive-incoming-');

/** Opens it with the rights of this process. Throws HouseUnavailable and ConfigInvalid in words for people. */
export const openCloud = async (config: Config, clock: Clock = systemClock): Promise<CloudHouse> => {
  const cloud = cloudOf(config);
  const log = openLog(config);
  const secrets = openSecrets({ log });
  const bus = await openPubSub({ projectId: cloud.projectId, host: cloud.pubsubHost, log, topics: Object.values(topics) });
  const handing = handingOn(bus);
  const listen = customersListen(() => documents, clock.realMs);
  const hints = commitHints(() => handing, listen);
  const { connection, documents, vault, store } = await storeOf(cloud, secrets, hints.note);
  const meter = keepMeter(config.meterDir, connection.meter);
  const storage = { projectId: cloud.projectId, bucket: cloud.bucket, apiEndpoint: cloud.storageHost };
  const files = gcsFileStore(storage);
  const uploads = gcsUploads(storage);
  const reporting = openReporting(cloudSource(config), log);
  const options = await providersOf(config, cloud, secrets);
  const providers = await openProviders(options);
  const registrars = openRegistrars(options);
  const [first] = providers.all;
  const house: House = {
    about: aboutOf(config),
    store,
    documents,
    vault,
    // health asks it for no count: Pub/Sub keeps none, and a look at the dead letters takes seconds
    bus: handing,
    files,
    uploads,
    rows: rowReaders(),
    leaseMs: config.leaseMs,
    readModel: reporting.readModel,
    clock,
    log,
    ...withTestNetwork({ vault, clock, publicUrl: () => incomingAt(config.publicUrl ?? '') }, () => providers),
    providers: () => providers.all,
    registrarFor: registrars.of,
    registrarNamed: registrars.named,
    mustBeRegistered: hasCarriers(options),
    webhooks: webhookCaller({ loopback: isEmulated(cloud) }),
    publicUrl: config.publicUrl ?? '',
    ...pagesOf(config),
  };
  return {
    house,
    bus,
    reporting,
    // its doors are functions, open whoever else is
    live: true,
    account: { provider: first?.name ?? 'twilio', accountId: first?.accountId ?? '' },
    settled: hints.settled,
    close: async () => {
      await hints.settled();
      hints.stop();
      await bus.close(closeMs);
      await providers.close();
      await registrars.close();
      await reporting.close();
      await files.close();
      await uploads.close();
      await connection.close();
      await secrets.close();
      meter.close();
    },
  };
};
