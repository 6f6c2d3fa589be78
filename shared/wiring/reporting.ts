import { join } from 'node:path';
import { openCloudSql, type CloudSql } from '#adapters/cloud-sql/open-cloud-sql.ts';
import type { DatabaseState } from '#adapters/mysql/inspect-database.ts';
import type { MySqlDatabase } from '#adapters/mysql/mysql-pool.ts';
import type { MySqlServer } from '#adapters/mysql/server/start-mysql-server.ts';
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
  /** Its version and how far it is migrated. Throws ReadModelAway while nobody knows where it is. */
  inspect: () => Promise<DatabaseState>;
  /** called whenever it has started: what was projected into it may lag by whatever happened meanwhile */
  onStarted: (listener: () => void) => void;
  close: () => Promise<void>;
}>;

const retryMs = 5_000;

type State = {
  model?: ReadModel;
  /** where it was found last */
  database?: MySqlDatabase;
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

/** Where the reporting tables are, and whether whoever finds them may also bring them up to date. */
export type ReportingSource = Readonly<{
  /** called at the start, and again when the database has died */
  database: () => Promise<MySqlDatabase>;
  alive: () => boolean;
  /** a house that has its database to itself migrates it; many instances at once leave that to `carillon migrate` */
  migrates: boolean;
  close: () => Promise<void>;
}>;

/** MYSQL_URL, or a server that is started privately in the data folder. */
export const embeddedSource = (config: Config, log: Log): ReportingSource => {
  const { mysqlUrl } = config;
  let server: MySqlServer | undefined;
  const database = async (): Promise<MySqlDatabase> => {
    if (mysqlUrl !== undefined) return { url: mysqlUrl };
    if (server) return { url: await server.restart() };
    const options = { dataDir: inData(config, 'mysql'), cacheDir: config.cacheDir, database: 'carillon', env: config.env };
    const { startMySqlServer } = await import('#adapters/mysql/server/start-mysql-server.ts');
    server = await startMySqlServer({ ...options, log: (line) => log.info({}, line) });
    return { url: server.url };
  };
  return { database, alive: () => server?.alive() ?? true, migrates: true, close: async () => server?.stop() };
};

/** Cloud SQL through its connector, or MYSQL_URL. */
export const cloudSource = ({ mysqlUrl, googleCloud }: Config): ReportingSource => {
  let sql: CloudSql | undefined;
  const database = async (): Promise<MySqlDatabase> => {
    if (googleCloud?.sql) {
      sql?.close();
      sql = await openCloudSql(googleCloud.sql);
      return sql.database;
    }
    if (mysqlUrl === undefined) throw new Error('neither CARILLON_SQL_INSTANCE nor MYSQL_URL is set');
    return { url: mysqlUrl };
  };
  return { database, alive: () => true, migrates: false, close: async () => sql?.close() };
};

const migrateWhole = async (database: MySqlDatabase): Promise<void> => {
  const [{ openPool }, { migrateUp }] = await Promise.all([import('#adapters/mysql/mysql-pool.ts'), import('#adapters/mysql/migrator.ts')]);
  const { pool } = openPool({ ...database, connections: 2 });
  try {
    await migrateUp(pool, migrationsDir);
  } finally {
    await pool.end();
  }
};

/** What speaks MySQL is loaded here: most doors never do, and would start later for it. */
const start = async (source: ReportingSource, state: State): Promise<void> => {
  await state.model?.close().catch(() => undefined);
  state.model = undefined;
  const database = await source.database();
  state.database = database;
  if (source.migrates) await migrateWhole(database);
  const { mysqlReadModel } = await import('#adapters/mysql/read-model.ts');
  state.model = mysqlReadModel(database);
};

export const openReporting = (source: ReportingSource, log: Log): Reporting => {
  const state: State = { failedAt: 0, closed: false };
  const isThere = (): boolean => state.model !== undefined && source.alive();
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
    state.starting = start(source, state)
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
    if (!isThere()) look();
    // a database that others keep is there as soon as it is found; one of our own may take a minute, and nobody waits for reports so long
    if (!source.migrates) await state.starting;
    if (!state.model || !isThere()) {
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
      archive: (order) => asked((model) => model.archive(order)),
      endConsents: (before, most) => asked((model) => model.endConsents(before, most)),
      forget: (person) => asked((model) => model.forget(person)),
      beginRebuild: (tables) => asked((model) => model.beginRebuild(tables)),
      ping: () => asked((model) => model.ping()),
      close: async () => {},
    },
    ready,
    look,
    inspect: async () => {
      if (!state.database) throw new ReadModelAway(state.why);
      const { inspectDatabase } = await import('#adapters/mysql/inspect-database.ts');
      return inspectDatabase(state.database, migrationsDir);
    },
    onStarted: (listener) => {
      state.onStarted = listener;
      if (isThere()) listener();
    },
    close: async () => {
      state.closed = true;
      await state.starting;
      await state.model?.close().catch(() => undefined);
      await source.close();
    },
  };
};
