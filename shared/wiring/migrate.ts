import { openCloudSql, type CloudSqlOptions } from '#adapters/cloud-sql/open-cloud-sql.ts';
import { isAway } from '#adapters/mysql/mysql-errors.ts';
import { openPool, type MySqlDatabase } from '#adapters/mysql/mysql-pool.ts';
import { migrateDown, migrateUp } from '#adapters/mysql/migrator.ts';
import { startMySqlServer } from '#adapters/mysql/server/start-mysql-server.ts';
import { inData, type Config } from './config.ts';
import { checkThere } from './command-client.ts';
import { holdFolder, readHouseFile } from './data-folder.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import { migrationsDir } from './reporting.ts';

const withPool = async <T>(database: MySqlDatabase, work: (pool: ReturnType<typeof openPool>['pool']) => Promise<T>): Promise<T> => {
  const { pool } = openPool({ ...database, connections: 2 });
  try {
    return await work(pool);
  } catch (error) {
    if (!isAway(error)) throw error;
    throw new HouseUnavailable(
      `the database does not answer (${(error as Error).message}): look at CARILLON_SQL_INSTANCE or MYSQL_URL, and at its server`,
    );
  } finally {
    await pool.end();
  }
};

/** Cloud SQL, with the login of whoever migrates. */
const inCloudSql = async <T>(sql: CloudSqlOptions, run: (database: MySqlDatabase) => Promise<T>): Promise<T> => {
  const { database, close } = await openCloudSql(sql);
  try {
    return await run(database);
  } finally {
    close();
  }
};

/** Names of the migrations that ran. A private server belongs to a house, so that one has to be stopped first. */
export const migrate = async (config: Config, down: number | undefined): Promise<readonly string[]> => {
  const run = (database: MySqlDatabase) =>
    withPool(database, (pool) => (down === undefined ? migrateUp(pool, migrationsDir) : migrateDown(pool, migrationsDir, down)));
  if (config.googleCloud?.sql) return inCloudSql(config.googleCloud.sql, run);
  if (config.mysqlUrl !== undefined) return run({ url: config.mysqlUrl });
  checkThere(config, 'migrate');
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
      return await run({ url: server.url });
    } finally {
      await server.stop();
    }
  } finally {
    held.release();
  }
};
