import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { diskFileStore } from '#adapters/disk/file-store.ts';
import { defaultCacheDir } from '#adapters/mysql/server/default-cache-dir.ts';
import { startMySqlServer, type MySqlServer } from '#adapters/mysql/server/start-mysql-server.ts';
import { simulatorAccount } from '#adapters/simulator/options.ts';
import { projectionLag, tailsOf } from '#app/projection-lag.ts';
import type { HouseStatus } from '#app/house-status.ts';
import type { Definition } from '#domain/campaign/definition.ts';
import type { WorkItem } from '#domain/work/work-item.ts';
import { command } from '#wiring/command-client.ts';
import { readConfig, type Config } from '#wiring/config.ts';
import { isHouse, readHouseFile } from '#wiring/data-folder.ts';
import { demoResult, type DemoResult } from '#wiring/demo-result.ts';
import { openEmbedded } from '#wiring/embedded.ts';
import { readJson } from '#wiring/read-json.ts';
import { tightFlags } from '#wiring/tight-heap.ts';
import { eventually } from '../support/eventually.ts';
import { spawnSimulator } from '../support/simulator.ts';
import type { Look, Platform, Victim } from './platform.ts';

const companyId = 'co_chaos';
const campaignFile = join(import.meta.dirname, '../../examples/now.json');
const upMs = 60_000;
const caughtUpMs = 60_000;

export type EmbeddedOptions = Readonly<{ folder: string; seed: number; leaseMs: number; callTimeoutMs: number; listLagMs: number }>;

/** Reads the store of a house that is alive, frozen or dead. */
const lookInto = (dataDir: string): Look => {
  const db = new DatabaseSync(join(dataDir, 'house.db'), { readOnly: true, timeout: 10_000 });
  try {
    const documents = (collection: string): readonly Readonly<{ path: string; data: string }>[] =>
      db.prepare('select path, data from documents where collection = ? and due_at is not null').all(collection) as [];
    const items = documents('queue').map(({ path, data }) => ({ path, item: JSON.parse(data) as WorkItem }));
    const packets = db.prepare(`select data from documents where path like 'packets/%'`).all() as { data: string }[];
    return {
      inFlight: items.flatMap(({ path, item }) => item.inFlight.map(([index]) => `${path}#${index}`)),
      waiting: items.reduce((sum, { item }) => sum + item.pending.length, 0),
      loaded: packets.filter(({ data }) => (JSON.parse(data) as { status: string }).status === 'loaded').length,
      chunks: documents('rowChunks').length,
    };
  } finally {
    db.close();
  }
};

const nothing: Look = { inFlight: [], waiting: 0, loaded: 0, chunks: 0 };

type HouseProcess = Readonly<{ child: ChildProcess; /** the end of what it said */ said: () => string }>;

const keptWords = 2_000;

const startHouse = (config: Partial<Config>, compiled: string): HouseProcess => {
  const args = [...tightFlags, join(import.meta.dirname, 'house.ts'), JSON.stringify(config)];
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-keptWords)));
  return { child, said: () => said };
};

const startReporting = (folder: string): Promise<MySqlServer> => {
  const cacheDir = defaultCacheDir(process.env, homedir());
  const dataDir = join(folder, 'mysql');
  return startMySqlServer({ dataDir, cacheDir, database: 'chaos', env: process.env, log: () => undefined });
};

/** Counts once the reporting tables have everything that the log has. */
const countAll = async (config: Config, campaignId: string, ledgerFile: string): Promise<DemoResult> => {
  const definition = readJson(campaignFile) as Definition;
  const embedded = await openEmbedded(config);
  try {
    await embedded.reporting.ready(upMs);
    const lag = await projectionLag(embedded.house, await tailsOf(embedded.house));
    if (lag.commits > 0) throw new Error(`the reporting tables lack ${lag.commits} commits`);
    return await demoResult(embedded, { companyId, campaignId, definition, ledgerFile }, 1);
  } finally {
    await embedded.close();
  }
};

/**
 * A house on one machine, `carillon start` in a process of its own. Its folder is locked: nobody takes over while it is frozen, so it is
 * continued, and must not act on a lease that ran out. It ticks every five minutes: what goes on sooner needs no tick.
 */
export const embeddedPlatform = async (options: EmbeddedOptions): Promise<Platform> => {
  const { folder, seed, leaseMs, callTimeoutMs, listLagMs } = options;
  const dataDir = join(folder, 'house');
  const ledgerFile = join(folder, 'network', 'ledger.jsonl');
  mkdirSync(join(folder, 'network'), { recursive: true });
  const [mysql, network] = await Promise.all([startReporting(folder), spawnSimulator({ port: 0, ledgerFile, seed })]);
  const networkUrl = `http://127.0.0.1:${network.port}`;
  const twilio = { ...simulatorAccount, baseUrl: networkUrl, callTimeoutMs, listLagMs };
  const given: Partial<Config> = { dataDir, leaseMs, twilio, mysqlUrl: mysql.url, logLevel: 'error' };
  const config = readConfig(given, {});
  const compiled = join(folder, 'compiled');
  let house = startHouse(given, compiled);
  const isUp = (): boolean => {
    const { child, said } = house;
    if (child.exitCode !== null) throw new Error(`the house has ended by itself with ${child.exitCode}: ${said()}`);
    return readHouseFile(dataDir)?.pid === child.pid;
  };
  const close = async (): Promise<void> => {
    const { child } = house;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
    network.process.kill('SIGKILL');
    await mysql.stop();
  };
  try {
    await eventually('the house is open', isUp, upMs);
    const put = (await command(config, 'put-campaign', { companyId, definition: readJson(campaignFile) })) as { campaignId: string };
    const { campaignId } = put;
    await command(config, 'approve-campaign', { campaignId });
    await command(config, 'activate-campaign', { campaignId });
    return {
      leaseMs,
      callTimeoutMs,
      listLagMs,
      ledgerFile,
      networkUrl,
      close,
      // only into the folder: a house that lives sees it, one that is dead finds it when it comes back
      drop: async (name, csv) => {
        await diskFileStore(dataDir).write(`drops/${companyId}/${campaignId}/${name}`, csv);
      },
      look: async () => (isHouse(dataDir) ? lookInto(dataDir) : nothing),
      pick: (): Victim => ({ name: 'house', sends: true, kill: (signal) => void house.child.kill(signal) }),
      revive: async () => {
        if (house.child.signalCode === null) await once(house.child, 'exit');
        house = startHouse(given, compiled);
        await eventually('the house is open again', isUp, upMs);
      },
      result: async () => {
        const caughtUp = async (): Promise<boolean> => ((await command(config, 'status', {})) as HouseStatus).reporting.behindCommits === 0;
        await eventually('the reporting tables have everything', caughtUp, caughtUpMs);
        const ended = once(house.child, 'exit');
        house.child.kill('SIGINT');
        await ended;
        return countAll(config, campaignId, ledgerFile);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};
