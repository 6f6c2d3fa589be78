import type { Duplex } from 'node:stream';
import { createPool, format, type Pool, type PoolConnection, type PoolOptions as PoolSettings, type RowDataPacket } from 'mysql2/promise';
import { ReadModelAway } from '#ports/read-model.ts';
import { inOurWords, isAway } from './mysql-errors.ts';

/** Where the database is: a URL, or connections that somebody else makes and has already encrypted and proven (Cloud SQL's connector). */
export type MySqlDatabase =
  | Readonly<{
      /** mysql://user:password@host:port/database */
      url: string;
    }>
  | Readonly<{ stream: () => Duplex; user: string; database: string }>;

export type PoolOptions = MySqlDatabase & PoolLimits;

type PoolLimits = Readonly<{
  connections?: number;
  /** milliseconds to wait for a connection, and for an answer */
  connectTimeoutMs?: number;
  statementTimeoutMs?: number;
}>;

export type MySqlPool = Readonly<{ pool: Pool; connectTimeoutMs: number; statementTimeoutMs: number }>;

const strict = 'STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

/** Whatever the server's own settings are. Rows locked by partitions side by side need no gaps locked. */
const session = `SET time_zone = '+00:00', sql_mode = '${strict}', innodb_lock_wait_timeout = 20, lock_wait_timeout = 60`;
const isolation = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

type CallbackConnection = Readonly<{ query: (sql: string, done: (error: unknown) => void) => void }>;

/** Statements of thousands of rows have their values in the text: looking for placeholders in it would cost more than anything else. */
const withValues = (sql: string, values: unknown): string =>
  values === undefined || (Array.isArray(values) && values.length === 0) ? sql : format(sql, values as string[], false, 'Z');

/** Without a password the server may ask for one in clear text (IAM): it is empty, and the connection is encrypted already. */
const whereOf = (options: MySqlDatabase): PoolSettings => {
  if ('url' in options) return { uri: options.url };
  const { stream, user, database } = options;
  return { stream, user, password: '', database, enableCleartextPlugin: true };
};

export const openPool = (options: PoolOptions): MySqlPool => {
  const { connections = 8, connectTimeoutMs = 10_000, statementTimeoutMs = 120_000 } = options;
  const pool = createPool({
    ...whereOf(options),
    connectionLimit: connections,
    queueLimit: 1000,
    connectTimeout: connectTimeoutMs,
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    dateStrings: true,
    jsonStrings: true,
    multipleStatements: false,
    queryFormat: withValues,
    enableKeepAlive: true,
  });
  // Statements of a connection run in order: these two come before any other. Without them it is not used.
  pool.on('connection', (connection) => {
    for (const sql of [session, isolation])
      (connection as unknown as CallbackConnection).query(sql, (error) => error && connection.destroy());
  });
  return { pool, connectTimeoutMs, statementTimeoutMs };
};

/** A connection of the pool, or ReadModelAway after a while: the pool itself would wait for ever. */
const acquire = async ({ pool, connectTimeoutMs }: MySqlPool): Promise<PoolConnection> => {
  let late = false;
  const connection = pool.getConnection().then((found) => {
    if (late) found.release();
    return found;
  });
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      late = true;
      reject(new ReadModelAway(new Error(`no connection within ${connectTimeoutMs} ms`)));
    }, connectTimeoutMs);
  });
  connection.catch(() => undefined);
  try {
    return await Promise.race([connection, timeout]);
  } catch (error) {
    throw inOurWords(error);
  } finally {
    clearTimeout(timer);
  }
};

/** One statement as text, values already in it. */
export type Ask = <R extends RowDataPacket[] = RowDataPacket[]>(sql: string) => Promise<R>;
export type Session = Readonly<{ ask: Ask; connection: PoolConnection }>;

const sessionOn = (connection: PoolConnection, timeout: number): Session => ({
  connection,
  ask: async <R extends RowDataPacket[]>(sql: string) => (await connection.query<R>({ sql, timeout }))[0],
});

/** Works on one connection, which goes back to the pool, or is thrown away when it is in an unknown state. Throws in the port's words. */
export const withSession = async <Result>(mysql: MySqlPool, work: (session: Session) => Promise<Result>): Promise<Result> => {
  const connection = await acquire(mysql);
  try {
    const result = await work(sessionOn(connection, mysql.statementTimeoutMs));
    connection.release();
    return result;
  } catch (error) {
    // In a transaction or not: a rollback leaves a clean connection, unless nobody answers.
    const cause = (error as Error).cause ?? error;
    const clean =
      !isAway(cause) &&
      (await connection.query({ sql: 'ROLLBACK', timeout: mysql.connectTimeoutMs }).then(
        () => true,
        () => false,
      ));
    if (clean) connection.release();
    else connection.destroy();
    throw inOurWords(error);
  }
};

/** A pass over a whole table may take long, but not for ever. */
const longStatementMs = 60 * 60 * 1000;

/** A connection of one's own, for a lock or a snapshot that lasts; the caller destroys it. */
export const holdSession = async (mysql: MySqlPool): Promise<Session> => sessionOn(await acquire(mysql), longStatementMs);
