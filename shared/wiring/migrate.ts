import { isAway } from '#adapters/mysql/mysql-errors.ts';
import { openPool } from '#adapters/mysql/mysql-pool.ts';
import { migrateDown, migrateUp } from '#adapters/mysql/migrator.ts';
import { startMySqlServer } from '#adapters/mysql/server/start-mysql-server.ts';
import { inData, type Config } from './config.ts';
import { holdFolder, readHouseFile } from './data-folder.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import { migrationsDir } from './reporting.ts';

const withPool = async <T>(url: string, work: (pool: ReturnType<typeof openPool>['pool']) => Promise<T>): Promise<T> => {
  const { pool } = openPool({ url, connections: 2 });
  try {
    return await work(pool);
  } catch (error) {
    if (!isAway(error)) throw error;
    throw new HouseUnavailable(`the database does not answer (${(error as Error).message}): look at MYSQL_URL and at its server`);
  } finally {
    await pool.end();
  }
};

/** Names of the migrations that ran. A private server belongs to a house, so that one has to be stopped first. */
export const migrate = async (config: Config, down: number | undefined): Promise<readonly string[]> => {
  const run = (url: string) =>
    withPool(url, (pool) => (down === undefined ? migrateUp(pool, migrationsDir) : migrateDown(pool, migrationsDir, down)));
  if (config.mysqlUrl !== undefined) return run(config.mysqlUrl);
  const running = readHouseFile(config.dataDir);
  const held = (() => {
    try {
      return holdFolder(config.dataDir);
    } catch (error) {
      if (running)
        throw new HouseUnavailable('the house is running and has migrated its own database at its start: stop it first, or set MYSQL_URL');
      throw error;
    }
  })();
  try {
    const options = { dataDir: inData(config, 'mysql'), cacheDir: config.cacheDir, database: 'carillon', env: config.env, log: () => {} };
    const server = await startMySqlServer(options);
    try {
      return await run(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    held.release();
  }
};
