import type { RowDataPacket } from 'mysql2/promise';
import { openPool, withSession, type MySqlDatabase } from './mysql-pool.ts';
import { migrationStatus } from './migrator.ts';

/** What stands behind the reporting tables. */
export type DatabaseState = Readonly<{
  product: 'MySQL' | 'MariaDB';
  version: string;
  /** MySQL 8.0 or newer, MariaDB 10.11 or newer */
  supported: boolean;
  /** the newest migration that was applied */
  latest: string | undefined;
  pending: readonly string[];
  /** of a newer program than this one */
  unknown: readonly string[];
  megabytes: number;
}>;

const least = { MySQL: [8, 0], MariaDB: [10, 11] } as const;

/** `8.4.3` or `10.11.14-MariaDB-0+deb12u2` */
const productOf = (text: string): Pick<DatabaseState, 'product' | 'version' | 'supported'> => {
  const product = /mariadb/i.test(text) ? 'MariaDB' : 'MySQL';
  const [version = text, major, minor] = /(\d+)\.(\d+)[.\d]*/.exec(text) ?? [];
  const [leastMajor, leastMinor] = least[product];
  const supported = Number(major) > leastMajor || (Number(major) === leastMajor && Number(minor) >= leastMinor);
  return { product, version, supported };
};

type About = RowDataPacket & Readonly<{ version: string; megabytes: string | number }>;

const aboutSql = `SELECT VERSION() AS version, (
  SELECT COALESCE(ROUND(SUM(data_length + index_length) / 1048576), 0) FROM information_schema.tables WHERE table_schema = DATABASE()
) AS megabytes`;

/** Asks, changes nothing. Throws ReadModelAway when nobody answers. */
export const inspectDatabase = async (database: MySqlDatabase, migrationsDir: string): Promise<DatabaseState> => {
  const mysql = openPool({ ...database, connections: 1, connectTimeoutMs: 10_000, statementTimeoutMs: 20_000 });
  try {
    const [about] = await withSession(mysql, ({ ask }) => ask<About[]>(aboutSql));
    const { applied, pending, unknown } = await migrationStatus(mysql.pool, migrationsDir);
    return { ...productOf(about?.version ?? ''), latest: applied.at(-1)?.name, pending, unknown, megabytes: Number(about?.megabytes) };
  } finally {
    await mysql.pool.end();
  }
};
