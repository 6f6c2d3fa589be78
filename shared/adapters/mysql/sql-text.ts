import { escape } from 'mysql2';
import type { Increment, Row, Table, Value } from '#ports/read-model.ts';
import { RowRefused } from '#ports/read-model.ts';

/** Anything but plain printable text and letters of other languages goes through the driver's escaping. */
const plain = /^[ !#-&(-[\]-~\u00a0-\uffff]*$/;

/** A value as SQL text; the session's sql_mode keeps backslashes special. */
export const literal = (value: Value): string => {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  return plain.test(value) ? `'${value}'` : escape(value);
};

export const quoted = (name: string): string => `\`${name.replaceAll('`', '')}\``;
const list = (names: readonly string[]): string => names.map(quoted).join(', ');

const rowsPerStatement = 1000;
const charactersPerStatement = 1_000_000;

const tuple = (table: Table, row: Row, columns: readonly string[]): string => {
  let text = '(';
  for (let n = 0; n < columns.length; n++) {
    const value = row[columns[n]!];
    if (value === undefined || (typeof value === 'number' && !Number.isFinite(value)))
      throw new RowRefused(table.name, `no value in ${columns[n]}`);
    text += n === 0 ? literal(value) : `,${literal(value)}`;
  }
  return `${text})`;
};

/** Statements of up to 1,000 rows or a million characters. */
function* multiRow(head: string, tuples: Iterable<string>, tail: string): Generator<string> {
  let text = '';
  let rows = 0;
  for (const one of tuples) {
    if (rows === rowsPerStatement || text.length + one.length > charactersPerStatement) {
      if (rows > 0) yield head + text + tail;
      text = '';
      rows = 0;
    }
    text += rows === 0 ? one : `,${one}`;
    rows += 1;
  }
  if (rows > 0) yield head + text + tail;
}

function* tuples(table: Table, rows: readonly Row[], columns: readonly string[]): Generator<string> {
  for (const row of rows) yield tuple(table, row, columns);
}

export type Name = (table: Table) => string;

/** MariaDB has no row alias for the new values, MySQL still has VALUES(). */
const setTo = (column: string): string => `${quoted(column)} = VALUES(${quoted(column)})`;

export const putStatements = (table: Table, rows: readonly Row[], name: Name): Iterable<string> => {
  const rest = table.columns.filter((column) => !table.key.includes(column));
  const head = `INSERT INTO ${quoted(name(table))} (${list(table.columns)}) VALUES `;
  return multiRow(head, tuples(table, rows, table.columns), ` ON DUPLICATE KEY UPDATE ${rest.map(setTo).join(', ')}`);
};

/** Not INSERT IGNORE, which would let wrong values pass. */
export const insertStatements = (table: Table, rows: readonly Row[], name: Name): Iterable<string> => {
  const head = `INSERT INTO ${quoted(name(table))} (${list(table.columns)}) VALUES `;
  return multiRow(head, tuples(table, rows, table.columns), ` ON DUPLICATE KEY UPDATE ${setTo(table.key[0]!)}`);
};

export const incrementStatements = (table: Table, rows: readonly Increment[], name: Name): Iterable<string> => {
  const counters = Object.keys(rows[0]?.add ?? {});
  const head = `INSERT INTO ${quoted(name(table))} (${list([...table.key, ...counters])}) VALUES `;
  const add = counters.map((column) => `${quoted(column)} = ${quoted(column)} + VALUES(${quoted(column)})`).join(', ');
  const whole = rows.map((row) => ({ ...row.key, ...row.add }));
  return multiRow(head, tuples(table, whole, [...table.key, ...counters]), ` ON DUPLICATE KEY UPDATE ${add}`);
};

export const loadStatements = (table: Table, keys: readonly Row[], name: Name): Iterable<string> => {
  const columns = table.key.length === 1 ? quoted(table.key[0]!) : `(${list(table.key)})`;
  const head = `SELECT ${list(table.columns)} FROM ${quoted(name(table))} WHERE ${columns} IN (`;
  return multiRow(head, tuples(table, keys, table.key), ')');
};
