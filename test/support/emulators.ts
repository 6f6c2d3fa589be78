import { findEmulators, startFirestoreEmulator, startPubSubEmulator, type Emulator, type EmulatorJars } from '#wiring/emulators.ts';

const found = await findEmulators();
const jars: EmulatorJars | undefined = 'missing' in found ? undefined : found;
const reason = 'missing' in found ? found.missing : '';

/** One of each for all suites of a run; each suite takes a project of its own, so that nobody sees anybody's data. Ended with the process. */
const running = new Map<string, Promise<Emulator>>();

const shared = (name: string, start: () => Promise<Emulator>): Promise<Emulator> => {
  const known = running.get(name) ?? start();
  running.set(name, known);
  return known;
};

const theirs = (): EmulatorJars => {
  if (!jars) throw new Error(reason);
  return jars;
};

/** `127.0.0.1:port` of the run's Firestore emulator. */
export const firestoreHost = async (): Promise<string> => (await shared('firestore', () => startFirestoreEmulator(theirs()))).host;
export const pubsubHost = async (): Promise<string> => (await shared('pubsub', () => startPubSubEmulator(theirs()))).host;

let projects = 0;
/** A project that nobody else has; emulators take any name. */
export const freshProject = (): string => `test-${process.pid}-${++projects}`;

let told = false;

/** A suite on Google's emulators. Where they are not installed it is skipped, and one line says why. */
export const describeOnEmulators = (title: string, body: (this: Mocha.Suite) => void): void => {
  if (jars) {
    describe(`${title} [emulators]`, body);
    return;
  }
  if (!told) process.stdout.write(`  suites on Google's emulators are skipped: ${reason}\n`);
  told = true;
  describe.skip(`${title} [emulators] (skipped: ${reason})`, body);
};
