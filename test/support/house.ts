import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rowReaders } from '#wiring/row-readers.ts';
import { diskFileStore } from '#adapters/disk/file-store.ts';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { sqliteBus } from '#adapters/sqlite/bus.ts';
import { twilioProvider } from '#adapters/twilio/twilio-provider.ts';
import { webhookCaller } from '#adapters/webhooks/webhook-caller.ts';
import type { House } from '#app/house.ts';
import type { FileStore } from '#ports/file-store.ts';
import type { Log } from '#ports/log.ts';
import type { BusMessage, MessageBus } from '#ports/message-bus.ts';
import type { Provider } from '#ports/provider.ts';
import { ReadModelAway, type ReadModel } from '#ports/read-model.ts';
import { enterHouse } from '#wiring/current-house.ts';
import { doorRoutes } from '#wiring/doors.ts';
import { folderUploads, uploadRoute } from '#wiring/folder-uploads.ts';
import { serve } from '#wiring/serve.ts';
import { withAhead } from '#wiring/with-ahead.ts';
import { withTestNetwork } from '#wiring/with-test-network.ts';
import { crashes, mortal, type Crashes } from './crashes.ts';
import { openSimulator, type OpenSimulator } from './simulator.ts';
import { openTestStore, type TestStore } from './store.ts';
import { testClock, type TestClock } from './test-clock.ts';

export type Hint = BusMessage & Readonly<{ topic: string }>;
export type LogLine = Readonly<{ level: 'info' | 'warn' | 'error'; fields: Readonly<Record<string, unknown>>; message: string }>;

export type TestHouse = Readonly<{
  house: House;
  clock: TestClock;
  bus: MessageBus;
  opened: TestStore;
  simulator: OpenSimulator;
  provider: Provider;
  crashes: Crashes;
  /** everything that was published, in its order; tests take out what they deliver */
  hints: Hint[];
  lines: readonly LogLine[];
  folder: string;
  close: () => Promise<void>;
}>;

export type TestHouseOptions = Readonly<{
  /** business time at the start */
  at?: string;
  /** how long a call of the provider may take, milliseconds */
  callTimeoutMs?: number;
  /** how far the adapter takes the provider's list to lag behind, milliseconds */
  listLagMs?: number;
  /** listens on loopback for callbacks, with the real doors */
  listening?: boolean;
  /** what another provider could not do */
  without?: 'find';
  /** default: the simulator's own */
  authToken?: string;
  readModel?: ReadModel;
  /** default: a folder */
  files?: FileStore;
}>;

export const testNow = '2026-11-02T16:00:00.000Z';

const away = async (): Promise<never> => {
  throw new ReadModelAway(new Error('this house has no reporting database'));
};
const readModelAway: ReadModel = {
  checkpoint: away,
  transact: away,
  report: away,
  archive: away,
  endConsents: away,
  forget: away,
  beginRebuild: away,
  ping: away,
  close: async () => undefined,
};

const recordingLog = (lines: LogLine[]): Log => {
  const level =
    (name: LogLine['level']): Log['info'] =>
    (fields, message) =>
      void lines.push({ level: name, fields, message });
  return { info: level('info'), warn: level('warn'), error: level('error') };
};

/** Also notes what is published, for tests that deliver hints themselves, lose them or deliver them twice. */
const noted = (bus: MessageBus, hints: Hint[]): Pick<MessageBus, 'publish'> => ({
  publish: async (topic, messages) => {
    await bus.publish(topic, messages);
    hints.push(...messages.map((message) => ({ topic, ...message })));
  },
});

/** Nobody listens there: reports are lost. */
const nowhere = 'http://127.0.0.1:9';

/** The embedded house over real parts in a folder of its own, without timers and subscriptions: tests call the verbs. */
export const openTestHouse = async (options: TestHouseOptions = {}): Promise<TestHouse> => {
  const { at = testNow, callTimeoutMs = 1_000, listLagMs = 0, listening = false, without, readModel = readModelAway } = options;
  const { accountId, authToken } = { ...simulatorAccount, ...(options.authToken !== undefined && { authToken: options.authToken }) };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-house-'));
  const opened = openTestStore({ file: path.join(folder, 'house.db') });
  const lines: LogLine[] = [];
  const log = recordingLog(lines);
  const clock = testClock(at);
  const bus = sqliteBus({ db: opened.db, log, random: () => 0 });
  const hints: Hint[] = [];
  const dying = crashes();
  const simulator = await openSimulator({ undeliveredShare: 0 });
  const files = options.files ?? diskFileStore(folder, { settleMs: 0 });
  const uploads = folderUploads({ files, dataDir: folder, bus: noted(bus, hints), publicUrl: () => publicUrl });
  const server = listening ? await serve([...doorRoutes(), uploadRoute(uploads)], { asked: 0 }) : undefined;
  const publicUrl: string = server ? `http://127.0.0.1:${server.port}` : nowhere;
  const twilio = await twilioProvider({ accountId, authToken, baseUrl: simulator.baseUrl, callTimeoutMs, listLagMs, publicUrl });
  const { find, ...unable } = twilio;
  const able: Provider = without === 'find' || !find ? unable : { ...unable, find };
  const { provider, ...parts } = mortal({ ...opened, bus: noted(bus, hints), provider: able }, dying);
  const early = mortal({ ...opened.early, bus, provider: able }, dying);
  const caller = webhookCaller({ loopback: true, timeoutMs: 1_000 });
  const built: House = {
    ...parts,
    webhooks: { ...caller, call: dying.step(caller.call) },
    vault: opened.vault,
    files,
    uploads,
    rows: rowReaders(),
    readModel,
    clock,
    log,
    ...withTestNetwork({ vault: opened.vault, clock, publicUrl: () => publicUrl }, () => ({
      of: ({ accountId }) => (accountId === provider.accountId ? provider : undefined),
      named: (name) => (name === provider.name ? provider : undefined),
    })),
    providers: () => [provider],
    publicUrl,
  };
  const house = withAhead(built, { ...early, settled: opened.early.settled });
  if (server) enterHouse(house);
  const close = async (): Promise<void> => {
    await simulator.close();
    await server?.close();
    await twilio.close();
    await bus.close(5_000);
    opened.close();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { house, clock, bus, opened, simulator, provider, crashes: dying, hints, lines, folder, close };
};
