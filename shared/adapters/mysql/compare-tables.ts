import type { RowDataPacket } from 'mysql2/promise';
import type { Table, TableDifference } from '#ports/read-model.ts';
import type { Session } from './mysql-pool.ts';
import { quoted } from './sql-text.ts';

type Side = Session & Readonly<{ nameOf: (table: Table) => string }>;

/** Every column of a row in one digest; QUOTE tells NULL from an empty text. MySQL 9.6 has no MD5 any more. */
const contentOf = ({ columns }: Table): string =>
  `SHA2(CONCAT_WS('|', ${columns.map((column) => `QUOTE(${quoted(column)})`).join(', ')}), 256)`;

type Sum = Readonly<{ rows: number; content: string }>;

/** Number and content of all rows in one pass, whatever their order. */
const sumOf = async ({ ask, nameOf }: Side, table: Table): Promise<Sum> => {
  const part = (from: number) => `CAST(BIT_XOR(CAST(CONV(SUBSTRING(content, ${from}, 16), 16, 10) AS UNSIGNED)) AS CHAR)`;
  const [row] = await ask(
    `SELECT COUNT(*) AS row_count, CONCAT_WS(' ', ${part(1)}, ${part(17)}) AS content ` +
      `FROM (SELECT ${contentOf(table)} AS content FROM ${quoted(nameOf(table))}) AS contents`,
  );
  return { rows: Number(row?.['row_count']), content: String(row?.['content']) };
};

type Hashed = Readonly<{ key: readonly (string | number)[]; content: string }>;

/** The rows in the order of their key, as they come. */
async function* hashed({ connection, nameOf }: Side, table: Table): AsyncGenerator<Hashed> {
  const keys = table.key.map(quoted).join(', ');
  const sql = `SELECT ${keys}, ${contentOf(table)} AS content FROM ${quoted(nameOf(table))} ORDER BY ${keys}`;
  const stream = (
    connection as unknown as { connection: { query: (sql: string) => { stream: (o: object) => AsyncIterable<RowDataPacket> } } }
  ).connection
    .query(sql)
    .stream({ highWaterMark: 1000 });
  for await (const row of stream) yield { key: table.key.map((column) => row[column] as string | number), content: String(row['content']) };
}

/** Keys are numbers, or texts that the tables compare by their bytes. */
const compareKeys = (one: Hashed['key'], other: Hashed['key']): number => {
  for (let n = 0; n < one.length; n++) {
    if (one[n]! < other[n]!) return -1;
    if (one[n]! > other[n]!) return 1;
  }
  return 0;
};

const examplesAtMost = 5;

/** Walks both tables side by side. */
const differences = async (table: Table, before: Side, after: Side) => {
  const found = { onlyBefore: 0, onlyAfter: 0, changed: 0, examples: [] as string[] };
  const note = (kind: 'onlyBefore' | 'onlyAfter' | 'changed', { key }: Hashed): void => {
    found[kind] += 1;
    if (found.examples.length < examplesAtMost) found.examples.push(`${kind} ${key.join(' ')}`);
  };
  const [old, fresh] = [hashed(before, table), hashed(after, table)];
  let [one, other] = [await old.next(), await fresh.next()];
  while (one.done !== true || other.done !== true) {
    const order = one.done === true ? 1 : other.done === true ? -1 : compareKeys(one.value.key, other.value.key);
    if (order < 0) note('onlyBefore', one.value as Hashed);
    else if (order > 0) note('onlyAfter', other.value as Hashed);
    else if ((one.value as Hashed).content !== (other.value as Hashed).content) note('changed', one.value as Hashed);
    if (order <= 0) one = await old.next();
    if (order >= 0) other = await fresh.next();
  }
  return found;
};

/** The tables whose rows are not the same, with what differs. Columns beyond `columns` (times of writing) do not count. */
export const compareTables = async (tables: readonly Table[], before: Side, after: Side): Promise<readonly TableDifference[]> => {
  const different: TableDifference[] = [];
  for (const table of tables) {
    const [one, other] = await Promise.all([sumOf(before, table), sumOf(after, table)]);
    if (one.rows === other.rows && one.content === other.content) continue;
    const found = await differences(table, before, after);
    different.push({ table: table.name, before: one.rows, after: other.rows, ...found });
  }
  return different;
};
