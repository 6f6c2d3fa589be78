import { RebuildBusy, type ForgottenPerson } from '#ports/read-model.ts';
import { isPassing } from './mysql-errors.ts';
import { withSession, type MySqlPool, type Session } from './mysql-pool.ts';
import { rebuildLock } from './rebuild-lock.ts';
import { literal } from './sql-text.ts';

const tries = 4;
const perStatement = 500;

function* piecesOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += perStatement) yield all.slice(at, at + perStatement);
}

/** Each empties rows that still tell something, so that the count is how many there were. */
const statementsOf = ({ companyId, contactPoint, contact, messageIds, rows, packets }: ForgottenPerson): readonly string[] => {
  const company = `company_id = ${literal(companyId)}`;
  const point = literal(contactPoint);
  const ofContact = `${company} AND contact = ${literal(contact)}`;
  const messages = 'UPDATE messages SET to_number = NULL, message_text = NULL, reference = NULL WHERE';
  const told = '(to_number IS NOT NULL OR message_text IS NOT NULL OR reference IS NOT NULL)';
  return [
    `${messages} ${company} AND to_number = ${point}`,
    ...Array.from(
      piecesOf(messageIds),
      (ids) => `${messages} id IN (${ids.map((id) => literal(id)).join(', ')}) AND ${company} AND ${told}`,
    ),
    ...Array.from(piecesOf(rows), (some) => {
      const places = some.map(({ packetId, row }) => `(${literal(packetId)}, ${literal(row)})`).join(', ');
      return `UPDATE failures SET value = NULL WHERE (packet_id, file_row) IN (${places}) AND ${company} AND value IS NOT NULL`;
    }),
    ...packets.map(
      ({ packetId, cells }) =>
        `UPDATE packets SET ${cells.map((cell) => `${cell} = NULL`).join(', ')} WHERE id = ${literal(packetId)} AND ${company}`,
    ),
    `UPDATE replies SET from_point = NULL, body = NULL WHERE ${company} AND from_point = ${point}`,
    `UPDATE opt_outs SET contact_point = NULL WHERE ${ofContact} AND contact_point IS NOT NULL`,
    `UPDATE consent_ledger SET contact_point = NULL, shown = NULL, said = NULL, proof = NULL, recorded_by = NULL WHERE ${ofContact} AND contact_point IS NOT NULL`,
  ];
};

/** Whoever projects holds its checkpoint while it writes rows back that it has read: nobody does meanwhile. */
const once = async ({ ask, connection }: Session, person: ForgottenPerson): Promise<number> => {
  await ask('START TRANSACTION');
  await ask('SELECT partition_name FROM projection_checkpoints ORDER BY partition_name FOR UPDATE');
  let emptied = 0;
  for (const sql of statementsOf(person)) {
    const [result] = await connection.query(sql);
    emptied += (result as { affectedRows: number }).affectedRows;
  }
  await ask('COMMIT');
  return emptied;
};

/** Empties what names a person. Again: nothing. Throws RebuildBusy. */
export const forgetPerson = async (mysql: MySqlPool, person: ForgottenPerson): Promise<number> => {
  for (let left = tries; ; left--) {
    try {
      return await withSession(mysql, async (session) => {
        const [locked] = await session.ask(`SELECT GET_LOCK(${rebuildLock}, 0) AS locked`);
        if (Number(locked?.['locked']) !== 1) throw new RebuildBusy();
        try {
          return await once(session, person);
        } finally {
          await session.ask(`SELECT RELEASE_LOCK(${rebuildLock})`).catch(() => undefined);
        }
      });
    } catch (error) {
      if (!isPassing(error) || left <= 1) throw error;
    }
  }
};
