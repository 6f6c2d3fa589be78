import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadMasterKey } from '#adapters/disk/master-key.ts';
import { startMySqlServer } from '#adapters/mysql/server/start-mysql-server.ts';
import { openPubSub } from '#adapters/pubsub/open-pubsub.ts';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { startStorageServer } from '#adapters/storage-server/storage-server.ts';
import doors from '#functions/doors.json' with { type: 'json' };
import type { Log } from '#ports/log.ts';
import { inData, readConfig, type Config } from './config.ts';
import { startDoor, type DoorProcess } from './door-process.ts';
import { findEmulators, freePort, startFirestoreEmulator, startPubSubEmulator, type Emulator, type EmulatorJars } from './emulators.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import { migrate } from './migrate.ts';
import { startSimulatorProcess, type SimulatorProcess } from './simulator-process.ts';

/** Google Cloud on this machine: the emulators, a storage server, a database, the phone network, and every door as a process of its own. */
export type EmulatedCloud = Readonly<{
  /** what a process needs to open the house that the doors share */
  config: Config;
  doors: readonly DoorProcess[];
  simulator: SimulatorProcess;
  ledgerFile: string;
  /** where each door's process counts what Google would bill */
  meterDir: string;
  /** which of the emulators has ended, and what that means; undefined: they run */
  gone: () => string | undefined;
  close: () => Promise<void>;
}>;

const project = 'carillon-demo';
const bucket = 'carillon-demo-drops';

type Closer = () => unknown;

const stopMs = 10_000;

const mysqlUrlOf = async (config: Config, log: Log, closers: Closer[]): Promise<string> => {
  if (config.mysqlUrl !== undefined) return config.mysqlUrl;
  const options = { dataDir: inData(config, 'mysql'), cacheDir: config.cacheDir, database: 'carillon', env: config.env };
  const server = await startMySqlServer({ ...options, log: (line) => log.info({}, line) });
  closers.unshift(server.stop);
  return server.url;
};

const topicOf = (trigger: string): string | undefined => (trigger.startsWith('topic:') ? trigger.slice('topic:'.length) : undefined);

/** A process that serves a door: the door's own name, or `name-2` of a second one. */
type Served = Readonly<{ process: string; door: string; trigger: string }>;

/** Each door once, and those that have a twin twice. */
const servedBy = (twins: readonly string[]): readonly Served[] =>
  doors.flatMap(({ name: door, trigger }) => [
    { process: door, door, trigger },
    ...(twins.includes(door) ? [{ process: `${door}-2`, door, trigger }] : []),
  ]);

/** Topics and subscriptions as terraform/ makes them, but for the number of tries; a twin is told everything that the first one is told. */
const setUpBus = async (host: string, log: Log, pushedTo: ReadonlyMap<Served, string>): Promise<void> => {
  const bus = await openPubSub({ projectId: project, host, log });
  const subscriptions = [...pushedTo].flatMap(([{ process: subscription, trigger }, endpoint]) => {
    const topic = topicOf(trigger);
    return topic === undefined ? [] : [{ topic, subscription, endpoint }];
  });
  // the emulator tries again every second: a door that is killed must be back before its messages are given up
  await bus.setUp(subscriptions, { maxAttempts: 100 });
  await bus.close(stopMs);
};

/** What stands beneath the doors. */
type Ground = Readonly<{
  dir: string;
  /** what a push has to bring along */
  token: string;
  /** what the phone network signs its callbacks with */
  authToken: string;
  firestore: Emulator;
  pubsub: Emulator;
  mysqlUrl: string;
}>;

const freshFolder = (config: Config): string => {
  const dir = inData(config, 'emulators');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'meters'), { recursive: true, mode: 0o700 });
  for (const name of ['master.key', 'fingerprint.key']) loadMasterKey(join(dir, name));
  return dir;
};

const layGround = async (config: Config, log: Log, jars: EmulatorJars, closers: Closer[]): Promise<Ground> => {
  const dir = freshFolder(config);
  const [firestore, pubsub, mysqlUrl] = await Promise.all([
    startFirestoreEmulator(jars, join(import.meta.dirname, '../../firestore.rules')),
    startPubSubEmulator(jars),
    mysqlUrlOf(config, log, closers),
  ]);
  closers.push(firestore.close, pubsub.close);
  await migrate({ ...config, mysqlUrl }, undefined);
  const token = randomBytes(24).toString('base64url');
  return { dir, token, authToken: randomBytes(24).toString('hex'), firestore, pubsub, mysqlUrl };
};

/** The environment of every door, as Terraform sets it. */
const doorEnvironment = (
  config: Config,
  ground: Ground,
  urls: Readonly<{ twilio: string; mails: string; storage: string; callbacks: string }>,
) => ({
  PATH: config.env['PATH'],
  HOME: config.env['HOME'],
  CARILLON_HOUSE: 'google-cloud',
  CARILLON_LOG: config.logLevel,
  GOOGLE_CLOUD_PROJECT: project,
  CARILLON_BUCKET: bucket,
  CARILLON_MASTER_KEY_SECRET: `file:${join(ground.dir, 'master.key')}`,
  CARILLON_FINGERPRINT_KEY_SECRET: `file:${join(ground.dir, 'fingerprint.key')}`,
  CARILLON_TWILIO_URL: urls.twilio,
  CARILLON_TWILIO_ACCOUNT_SID: simulatorAccount.accountId,
  CARILLON_TWILIO_AUTH_TOKEN: ground.authToken,
  CARILLON_TWILIO_LIST_LAG: String(config.twilio?.listLagMs ?? 0),
  CARILLON_SMTP_URL: urls.mails,
  CARILLON_PUBLIC_URL: urls.callbacks,
  CARILLON_PUSH_TOKEN: ground.token,
  CARILLON_METER_DIR: join(ground.dir, 'meters'),
  CARILLON_LEASE_SECONDS: String(config.leaseMs / 1000),
  FIRESTORE_EMULATOR_HOST: ground.firestore.host,
  PUBSUB_EMULATOR_HOST: ground.pubsub.host,
  STORAGE_EMULATOR_HOST: urls.storage,
  METADATA_SERVER_DETECTION: 'none',
  MYSQL_URL: ground.mysqlUrl,
});

const goneOf = ({ firestore, pubsub }: Ground): string | undefined => {
  const ended = !firestore.isUp() ? 'Firestore' : !pubsub.isUp() ? 'Pub/Sub' : undefined;
  return ended && `Google's emulator of ${ended} has ended, and what it held went with it: run the same again, from the beginning`;
};

type Given = Readonly<{ config: Config; log: Log; twins: readonly string[] }>;

const openDoors = async ({ config, log, twins }: Given, ground: Ground, closers: Closer[]): Promise<Omit<EmulatedCloud, 'close'>> => {
  const { dir, token, authToken } = ground;
  const served = servedBy(twins);
  const ports = new Map<string, number>();
  for (const { process } of served) ports.set(process, await freePort());
  const urlOf = (name: string): string => `http://127.0.0.1:${ports.get(name)}`;
  const pushedTo = (name: string): string => `${urlOf(name)}/?token=${token}`;
  const callbacks = urlOf('receive-status');
  const ledgerFile = join(dir, 'ledger.jsonl');
  const simulator = await startSimulatorProcess({
    authToken,
    ledgerFile,
    mails: join(dir, 'mails'),
    callbackOrigin: callbacks,
    swift: true,
    log,
  });
  closers.unshift(simulator.close);
  const storage = await startStorageServer({ dir: join(dir, 'storage'), bucket, notify: { url: pushedTo('accept-drop') } });
  closers.unshift(storage.close);
  await setUpBus(ground.pubsub.host, log, new Map(served.map((one) => [one, pushedTo(one.process)])));
  const env = doorEnvironment(config, ground, { twilio: simulator.url, mails: simulator.mailUrl, storage: storage.url, callbacks });
  const start = ({ process, door }: Served): Promise<DoorProcess> => {
    const onStart = (_door: string, pid: number): void => writeFileSync(join(dir, `${process}.pid`), String(pid));
    return startDoor(door, { port: ports.get(process) ?? 0, env, log, onStart });
  };
  const processes = await Promise.all(served.map(start));
  closers.unshift(() => Promise.all(processes.map((door) => door.close())));
  const house = readConfig({ dataDir: config.dataDir }, env);
  return { config: house, doors: processes, simulator, ledgerFile, meterDir: join(dir, 'meters'), gone: () => goneOf(ground) };
};

export type CloudOptions = Readonly<{
  say: (line: string) => void;
  /** doors that a second process serves too, told everything that the first one is told: somebody else is there when one stands still */
  twins?: readonly string[];
}>;

/**
 * Starts all of it in the folder. What the emulators hold ends with them: each start begins with nothing. Throws HouseUnavailable where
 * the emulators are not installed.
 */
export const startEmulatedCloud = async (config: Config, log: Log, { say, twins = [] }: CloudOptions): Promise<EmulatedCloud> => {
  const jars = await findEmulators();
  if ('missing' in jars) throw new HouseUnavailable(`--on emulators needs Google's emulators, and ${jars.missing}`);
  const closers: Closer[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0)) await closer();
  };
  try {
    const ground = await layGround(config, log, jars, closers);
    say("Google's emulators of Firestore and Pub/Sub are up, and so is MySQL");
    const cloud = await openDoors({ config, log, twins }, ground, closers);
    say(`${cloud.doors.length} doors stand, each a process of its own`);
    return { ...cloud, close };
  } catch (error) {
    await close();
    throw error;
  }
};
