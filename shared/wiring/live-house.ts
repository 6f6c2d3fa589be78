import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dropsPrefix } from '#app/accept-drop.ts';
import { topics } from '#app/topics.ts';
import { voidLeases } from '#app/void-leases.ts';
import { loadMasterKey } from '#adapters/disk/master-key.ts';
import { watchDrops } from '#adapters/disk/watch.ts';
import type { Clock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import type { Ticks } from '#ports/ticks.ts';
import { problem, type DoorRequest } from '#functions/door.ts';
import { systemClock } from './clocks.ts';
import { runCommand } from './commands.ts';
import { inData, type Config } from './config.ts';
import { configuredProviders } from './configured-providers.ts';
import { enterHouse } from './current-house.ts';
import { removeHouseFile, writeHouseFile } from './data-folder.ts';
import { doorRoutes, loadPromptDoors, subscribeDoors } from './doors.ts';
import { openEmbedded, type Embedded } from './embedded.ts';
import { operatorIn } from './operator-header.ts';
import { uploadRoute } from './folder-uploads.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import type { ProviderOptions } from './open-providers.ts';
import { pausedTicks } from './paused-ticks.ts';
import { serve, type Route } from './serve.ts';
import { ledgerFileOf, simulatedProviders } from './simulated-providers.ts';
import { startSimulatorProcess, type SimulatorProcess } from './simulator-process.ts';
import { houseTimers } from './timers.ts';

/** The embedded house with its doors open. */
export type LiveHouse = Embedded &
  Readonly<{
    port: number;
    simulator?: SimulatorProcess;
    ticks: Ticks;
    /** campaigns and sends at once, paused or not: for whoever keeps the time himself */
    tick: () => Promise<void>;
  }>;

export type LiveOptions = Readonly<{
  clock?: Clock;
  /** real time between two ticks; none: somebody else ticks */
  tickMs?: number;
  /** people of the simulated network who write back, 0 to 1 */
  replyShare?: number | undefined;
}>;

/** Compared by digest, so that the time it takes tells nothing. */
const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());

const commandRoute =
  (embedded: Embedded, token: () => string): Route =>
  ({ url, method, headers, body }: DoorRequest) => {
    if (method !== 'POST' || !url.startsWith('/house/')) return undefined;
    if (!isSame(headers['authorization'] ?? '', `Bearer ${token()}`)) {
      return Promise.resolve(problem(401, 'token_invalid', "Commands need the token in the data folder's house.json."));
    }
    return runCommand(embedded, url.slice('/house/'.length), { body, operator: operatorIn(headers) });
  };

const portFile = (config: Config): string => inData(config, 'port');

/** Callbacks that were asked for before a kill come to the port of then. */
const portBefore = (config: Config): number | undefined => {
  try {
    return Number(readFileSync(portFile(config), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
};

/** Only hints: when they can't be published the next tick wakes what lags. */
const wakeProjections = ({ house: { store }, bus }: Embedded): void => {
  const hints = store.partitions().map((partition) => ({ data: { partition }, key: partition }));
  bus.publish(topics.logAppended, hints).catch(() => undefined);
};

const watchFolder = (embedded: Embedded, config: Config): (() => void | Promise<void>) => {
  const { bus } = embedded;
  const watcher = watchDrops(config.dataDir, (path) => {
    if (path.startsWith(dropsPrefix)) void bus.publish(topics.dropFinalized, [{ data: { path }, key: path }]).catch(() => undefined);
  });
  return () => watcher.close();
};

/** The simulator's account is in everybody's copy of this program; its token is this folder's own, or anybody could sign callbacks. */
const simulatorToken = (config: Config): string => {
  if (config.publicUrl !== undefined) {
    throw new HouseUnavailable(
      'CARILLON_PUBLIC_URL is for a real provider, but none is configured: set CARILLON_TWILIO_ACCOUNT_SID and CARILLON_TWILIO_AUTH_TOKEN (or those of Telnyx), or leave it out',
    );
  }
  mkdirSync(inData(config, 'simulator'), { recursive: true, mode: 0o700 });
  return loadMasterKey(inData(config, 'simulator', 'token')).toString('hex');
};

const hasPhones = ({ twilio, telnyx }: Config): boolean => twilio !== undefined || telnyx !== undefined;

const definedOf = (options: ProviderOptions): ProviderOptions =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

const startSimulator = (
  config: Config,
  told: Readonly<{ publicUrl: string; swift: boolean; replyShare: number | undefined; log: Log }>,
): Promise<SimulatorProcess> =>
  startSimulatorProcess({
    authToken: simulatorToken(config),
    network: config.simulate,
    ledgerFile: ledgerFileOf(config),
    mails: inData(config, 'mails'),
    callbackOrigin: told.publicUrl,
    swift: told.swift,
    replyShare: told.replyShare,
    log: told.log,
  });

const mostTriedAgain = 1_000;

/** Tasks are hints: what was given up for a reason that may be gone by now gets another chance with every start. */
const tryAgain = async ({ bus }: Embedded): Promise<void> => {
  for (const { id } of await bus.deadLetters(mostTriedAgain)) await bus.replay(id);
};

/** Opens the house of a folder with all of its doors. Throws HouseUnavailable with one line for people. */
export const openLiveHouse = async (config: Config, { clock = systemClock, tickMs, replyShare }: LiveOptions = {}): Promise<LiveHouse> => {
  const paused = pausedTicks(config.dataDir);
  paused.read();
  const opened = await openEmbedded(config, clock);
  const ticks = houseTimers(opened, paused);
  const embedded: Embedded & { ticks: Ticks } = { ...opened, ticks, live: true };
  const closers: (() => unknown)[] = [];
  try {
    enterHouse(embedded.house);
    // nobody knows it before it is written to the folder
    let token: string = randomUUID();
    const routes = [...doorRoutes(), uploadRoute(embedded.uploads), commandRoute(embedded, () => token)];
    const server = await serve(routes, { asked: config.port, had: portBefore(config), publicUrl: config.publicUrl });
    closers.unshift(server.close);
    writeFileSync(portFile(config), String(server.port));
    const publicUrl = config.publicUrl ?? `http://127.0.0.1:${server.port}`;
    embedded.reporting.look();
    const configured = await configuredProviders(config);
    const simulator = hasPhones(config)
      ? undefined
      : await startSimulator(config, { publicUrl, swift: tickMs === undefined, replyShare, log: embedded.house.log });
    if (simulator) closers.push(simulator.close);
    const simulated = simulator && simulatedProviders(config.simulate, { ...simulator, token: simulatorToken(config) });
    await embedded.connect({ ...simulated, ...definedOf(configured) }, publicUrl);
    await voidLeases(embedded.house);
    await tryAgain(embedded);
    subscribeDoors(embedded.bus);
    embedded.reporting.onStarted(() => wakeProjections(embedded));
    token = writeHouseFile(config.dataDir, server.port).token;
    closers.unshift(() => removeHouseFile(config.dataDir), watchFolder(embedded, config));
    if (tickMs !== undefined) {
      closers.unshift(ticks.start(tickMs));
      // what can not be loaded is said by its first call
      loadPromptDoors().catch(() => undefined);
    }
    const tick = async (): Promise<void> => {
      await ticks.run('campaigns');
      await ticks.run('sends');
    };
    const close = async (): Promise<void> => {
      const [first, ...rest] = closers.splice(0);
      await first?.();
      await embedded.bus.close(20_000);
      for (const closer of rest) await closer();
      await embedded.close();
    };
    return { ...embedded, port: server.port, simulator, tick, close };
  } catch (error) {
    for (const closer of closers) await closer();
    await embedded.close();
    throw error;
  }
};
