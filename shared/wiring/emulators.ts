import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { createServer, connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Google's own emulators of Firestore and Pub/Sub, as the gcloud CLI brings them (`gcloud components install cloud-firestore-emulator
 * pubsub-emulator`). They are started by their jars: the Firebase CLI wants a newer Java than they do.
 */
export type EmulatorJars = Readonly<{ firestore: string; pubsub: string }>;

/** What is missing, in one line. */
export type EmulatorsMissing = Readonly<{ missing: string }>;

const run = promisify(execFile);
const askMs = 20_000;

const sdkRoot = async (): Promise<string | undefined> => {
  try {
    const { stdout } = await run('gcloud', ['info', '--format=value(installation.sdk_root)'], { timeout: askMs });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
};

const hasJava = (): Promise<boolean> =>
  run('java', ['-version'], { timeout: askMs }).then(
    () => true,
    () => false,
  );

export const findEmulators = async (): Promise<EmulatorJars | EmulatorsMissing> => {
  const root = await sdkRoot();
  if (root === undefined) return { missing: 'the gcloud CLI is not installed' };
  const firestore = join(root, 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar');
  const [pubsub] = globSync(join(root, 'platform/pubsub-emulator/lib/cloud-pubsub-emulator-*-all.jar'));
  if (!existsSync(firestore) || pubsub === undefined)
    return { missing: 'the emulators are not installed: gcloud components install cloud-firestore-emulator pubsub-emulator' };
  if (!(await hasJava())) return { missing: 'the emulators need Java 11 or newer, and there is no java' };
  return { firestore, pubsub };
};

/** `host` is `127.0.0.1:port`, as FIRESTORE_EMULATOR_HOST and PUBSUB_EMULATOR_HOST take it. */
export type Emulator = Readonly<{ host: string; isUp: () => boolean; close: () => Promise<void> }>;

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const startMs = 60_000;
const pollMs = 50;
const stopMs = 5_000;

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (is: boolean) => (): void => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', answer(true)).once('error', answer(false));
  });

const untilListening = async (child: ChildProcess, port: number, said: () => string): Promise<void> => {
  const until = Date.now() + startMs;
  while (!(await listens(port))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > until)
      throw new Error(`an emulator does not start: ${said().slice(-1000)}`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
};

/** The shell ends Java when our end of its input closes: also when this process is killed. */
const untilInputEnds =
  'exec 3<&0; "$@" & child=$!; (cat <&3 >/dev/null; kill "$child" 2>/dev/null) & watcher=$!; wait "$child"; kill "$watcher" 2>/dev/null';

const start = async (javaArgs: readonly string[], port: number): Promise<Emulator> => {
  const child = spawn('sh', ['-c', untilInputEnds, 'sh', 'java', ...javaArgs], { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4000)));
  const isUp = (): boolean => child.exitCode === null && child.signalCode === null;
  const close = async (): Promise<void> => {
    if (!isUp()) return;
    const exit = once(child, 'exit');
    child.stdin.end();
    const timer = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), stopMs);
    await exit;
    clearTimeout(timer);
  };
  try {
    await untilListening(child, port, () => said);
  } catch (error) {
    await close();
    throw error;
  }
  child.unref();
  return { host: `127.0.0.1:${port}`, isUp, close };
};

const heap = ['-Xmx2g', '-XX:+UseParallelGC'];

export const startFirestoreEmulator = async ({ firestore }: EmulatorJars, rulesFile?: string): Promise<Emulator> => {
  const port = await freePort();
  const rules = rulesFile === undefined ? [] : [`--rules=${rulesFile}`];
  const args = ['-Duser.language=en', ...heap, '-cp', firestore, 'com.google.cloud.datastore.emulator.firestore.CloudFirestore'];
  return start([...args, '--host=127.0.0.1', `--port=${port}`, ...rules], port);
};

export const startPubSubEmulator = async ({ pubsub }: EmulatorJars): Promise<Emulator> => {
  const port = await freePort();
  return start([...heap, '-jar', pubsub, '--host=127.0.0.1', `--port=${port}`], port);
};
