import type { FieldPacket, RowDataPacket } from 'mysql2/promise';
import type { ReadModel, Report, Value } from '#ports/read-model.ts';
import { archiveRows } from './archive-webhooks.ts';
import { beginRebuild } from './begin-rebuild.ts';
import { endConsents } from './end-consents.ts';
import { forgetPerson } from './forget-person.ts';
import { openPool, withSession, type MySqlPool, type PoolOptions } from './mysql-pool.ts';
import { namedReport } from './named-report.ts';
import { readModelWriter } from './read-model-writer.ts';
import { reportPatience } from './report-patience.ts';

const reportOn = async (mysql: MySqlPool, name: string, sql: string): Promise<Report> =>
  withSession(mysql, async ({ connection }) => {
    const [rows, fields]: [RowDataPacket[], FieldPacket[]] = await connection.query<RowDataPacket[]>({
      sql,
      timeout: reportPatience(name, mysql.statementTimeoutMs),
    });
    return { columns: fields.map(({ name }) => name), rows };
  });

/** The reporting tables in MySQL 8.0 or newer, or MariaDB 10.11 or newer. */
export const mysqlReadModel = (options: PoolOptions): ReadModel => {
  const mysql = openPool(options);
  return {
    ...readModelWriter(mysql, ({ name }) => name),
    report: async (name: string, params: Readonly<Record<string, Value>>) => reportOn(mysql, name, namedReport(name, params)),
    archive: (order) => archiveRows(mysql, order),
    endConsents: (before, most) => endConsents(mysql, before, most),
    forget: (person) => forgetPerson(mysql, person),
    beginRebuild: (tables) => beginRebuild(mysql, tables),
    ping: () => withSession(mysql, async ({ ask }) => void (await ask('SELECT 1'))),
    close: () => mysql.pool.end(),
  };
};
