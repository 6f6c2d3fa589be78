import { join } from 'node:path';
import { openPool } from '#adapters/mysql/mysql-pool.ts';
import { migrateUp } from '#adapters/mysql/migrator.ts';
import { mysqlReadModel } from '#adapters/mysql/read-model.ts';
import { startMySqlServer, type MySqlServer } from '#adapters/mysql/server/start-mysql-server.ts';
import type { Log } from '#ports/log.ts';
import { ReadModelAway, type ReadModel } from '#ports/read-model.ts';
import { inData, type Config } from './config.ts';

export const migrationsDir = join(import.meta.dirname, '../../sql/migrations');

/** The reporting database: started in the background, started again when it died. While it is away every call throws ReadModelAway. */
export type Reporting = Readonly<{
  readModel: ReadModel;
  /** resolves when the database answers; throws why it does not, after a try that failed or `timeoutMs` */
  ready: (timeoutMs: number) => Promise<void>;
  /** starts it when it is not there; never throws */
  look: () => void;
  /** called whenever it has started: what was projected into it may lag by whatever happened meanwhile */
  onStarted: (listener: () => void) => void;
  close: () => Promise<void>;
}>;

const retryMs = 5_000;

type State = {
  model?: ReadModel;
  server?: MySqlServer;
  starting?: Promise<void>;
  failedAt: number;
  /** why it is away, as it was told last: told once, however often it is tried */
  told?: string;
  why?: unknown;
  onStarted?: () => void;
  closed: boolean;
};

const reasonOf = (error: unknown): string => {
  const { cause } = error as Error;
  return cause instanceof Error ? reasonOf(cause) : error instanceof Error ? error.message : 'unknown';
};

const urlOf = async (config: Config, state: State, log: Log): Promise<string> => {
  if (config.mysqlUrl !== undefined) return config.mysqlUrl;
  if (state.server) return state.server.restart();
  const options = { dataDir: inData(config, 'mysql'), cacheDir: config.cacheDir, database: 'carillon', env: config.env };
  state.server = await startMySqlServer({ ...options, log: (line) => log.info({}, line) });
  return state.server.url;
};

const start = async (config: Config, state: State, log: Log): Promise<void> => {
  await state.model?.close().catch(() => undefined);
  state.model = undefined;
  const url = await urlOf(config, state, log);
  const { pool } = openPool({ url, connections: 2 });
  try {
    await migrateUp(pool, migrationsDir);
  } finally {
    await pool.end();
  }
  state.model = mysqlReadModel({ url });
};

export const openReporting = (config: Config, log: Log): Reporting => {
  const state: State = { failedAt: 0, closed: false };
  const isThere = (): boolean => state.model !== undefined && (state.server?.alive() ?? true);
  const tell = (error: unknown, words: string): void => {
    const reason = reasonOf(error);
    if (!state.closed && state.told !== reason) log.warn({ reason }, words);
    state.told = reason;
  };
  const away = (error: unknown): void => {
    if (state.told === undefined) tell(error, 'the reporting database does not answer; sending goes on, reports wait');
  };
  const back = (): void => {
    if (state.told !== undefined) log.warn({}, 'the reporting database is back; reports catch up');
    state.told = undefined;
    state.why = undefined;
  };
  const look = (): void => {
    if (state.closed || state.starting || isThere() || Date.now() - state.failedAt < retryMs) return;
    if (state.model) away(new Error('its server has ended, and is started again'));
    state.starting = start(config, state, log)
      .then(() => {
        back();
        state.onStarted?.();
      })
      .catch((error: unknown) => {
        state.failedAt = Date.now();
        state.why = error;
        tell(error, 'the reporting database does not start, and is tried again; sending goes on, reports wait');
      })
      .finally(() => (state.starting = undefined));
  };
  const asked = async <T>(work: (model: ReadModel) => Promise<T>): Promise<T> => {
    if (!state.model || !isThere()) {
      look();
      throw new ReadModelAway(state.why ?? new Error('it is starting'));
    }
    try {
      const result = await work(state.model);
      back();
      return result;
    } catch (error) {
      if (error instanceof ReadModelAway) away(error);
      throw error;
    }
  };
  const ready = async (timeoutMs: number): Promise<void> => {
    const asking = Date.now();
    while (!isThere()) {
      look();
      await state.starting;
      if (isThere()) return;
      if (state.failedAt > asking || Date.now() > asking + timeoutMs) throw new ReadModelAway(state.why);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  return {
    readModel: {
      checkpoint: (partition) => asked((model) => model.checkpoint(partition)),
      transact: (batch, work) => asked((model) => model.transact(batch, work)),
      report: (name, params) => asked((model) => model.report(name, params)),
      beginRebuild: (tables) => asked((model) => model.beginRebuild(tables)),
      ping: () => asked((model) => model.ping()),
      close: async () => {},
    },
    ready,
    look,
    onStarted: (listener) => {
      state.onStarted = listener;
      if (isThere()) listener();
    },
    close: async () => {
      state.closed = true;
      await state.starting;
      await state.model?.close().catch(() => undefined);
      await state.server?.stop();
    },
  };
};
