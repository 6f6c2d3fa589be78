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
  /** resolves when the database answers; throws why it does not after `timeoutMs` */
  ready: (timeoutMs: number) => Promise<void>;
  /** starts it when it is not there; never throws */
  look: () => void;
  close: () => Promise<void>;
}>;

const retryMs = 5_000;

type State = { model?: ReadModel; server?: MySqlServer; starting?: Promise<void>; failedAt: number; why?: unknown; closed: boolean };

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
  const look = (): void => {
    if (state.closed || state.starting || isThere() || Date.now() - state.failedAt < retryMs) return;
    state.starting = start(config, state, log)
      .catch((error: unknown) => {
        state.failedAt = Date.now();
        state.why = error;
        log.warn(
          { reason: error instanceof Error ? error.message : 'unknown' },
          'the reporting database does not start; sending goes on, reports wait',
        );
      })
      .finally(() => (state.starting = undefined));
  };
  const model = (): ReadModel => {
    if (state.model && isThere()) return state.model;
    look();
    throw new ReadModelAway(state.why ?? new Error('it is starting'));
  };
  const ready = async (timeoutMs: number): Promise<void> => {
    for (const until = Date.now() + timeoutMs; !isThere();) {
      look();
      await state.starting;
      if (isThere()) return;
      if (Date.now() > until) throw new ReadModelAway(state.why);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  return {
    readModel: {
      checkpoint: async (partition) => model().checkpoint(partition),
      transact: async (batch, work) => model().transact(batch, work),
      report: async (name, params) => model().report(name, params),
      beginRebuild: async (tables) => model().beginRebuild(tables),
      ping: async () => model().ping(),
      close: async () => {},
    },
    ready,
    look,
    close: async () => {
      state.closed = true;
      await state.starting;
      await state.model?.close().catch(() => undefined);
      await state.server?.stop();
    },
  };
};
