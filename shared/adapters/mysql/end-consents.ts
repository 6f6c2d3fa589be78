import type { ResultSetHeader } from 'mysql2/promise';
import { withSession, type MySqlPool } from './mysql-pool.ts';
import { literal, quoted } from './sql-text.ts';

/** Tables of consent, when a row's words were said, and what in it names a person. */
const personal = [
  { table: 'consent_ledger', at: 'happened_at', columns: ['contact_point', 'shown', 'said', 'proof', 'recorded_by'] },
  { table: 'opt_outs', at: 'opted_out_at', columns: ['contact_point'] },
] as const;

/** As a rebuild would show rows whose keys are gone. */
export const endConsents = (mysql: MySqlPool, before: string, most: number): Promise<number> =>
  withSession(mysql, async ({ connection }) => {
    let emptied = 0;
    for (const { table, at, columns } of personal) {
      const set = columns.map((name) => `${quoted(name)} = NULL`).join(', ');
      const [{ affectedRows }] = await connection.query<ResultSetHeader>(
        `UPDATE ${quoted(table)} SET ${set} WHERE ${quoted(at)} < ${literal(before)} AND contact_point IS NOT NULL LIMIT ${literal(most)}`,
      );
      emptied += affectedRows;
    }
    return emptied;
  });
