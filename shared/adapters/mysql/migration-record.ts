import { sql, type Kysely } from 'kysely';
import { tableNames } from './migration-tables.ts';

/** What a migration does, as the table schema_changes keeps it. */
export type SchemaChange = Readonly<{ version: string; direction: 'up' | 'down'; sql: string; name: string }>;
/** `resumed`: an earlier run began this change and did not live to write down its end. */
export type Begun = Readonly<{ id: number | undefined; resumed: boolean }>;

type ChangeType = 'table_create' | 'table_alter' | 'index_create' | 'data_migration';

const kinds: readonly Readonly<{ pattern: RegExp; type: ChangeType }>[] = [
  { pattern: /^CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?`?(\w+)/i, type: 'table_create' },
  { pattern: /^(?:ALTER|DROP|RENAME)\s+TABLE\s+(?:IF\s+EXISTS\s+)?`?(\w+)/i, type: 'table_alter' },
  { pattern: /^CREATE\s+(?:UNIQUE\s+|FULLTEXT\s+)?INDEX\s+\w+\s+ON\s+`?(\w+)/i, type: 'index_create' },
  { pattern: /^DROP\s+INDEX\s+\w+\s+ON\s+`?(\w+)/i, type: 'table_alter' },
  { pattern: /^(?:INSERT|REPLACE)\s+(?:IGNORE\s+)?INTO\s+`?(\w+)/i, type: 'data_migration' },
  { pattern: /^DELETE\s+FROM\s+`?(\w+)/i, type: 'data_migration' },
  { pattern: /^UPDATE\s+`?(\w+)/i, type: 'data_migration' },
];

const leadingComment = /^(?:\s*--[^\n]*\n)*/;

/** Reads the kind of change, its table and the comment at the head of the file. A statement of another kind has no type. */
export const describeChange = (text: string): Readonly<{ type: ChangeType | null; table: string | null; comment: string }> => {
  const head = leadingComment.exec(text)?.[0] ?? '';
  const statement = text.slice(head.length).trim();
  const comment = head
    .replace(/^\s*--\s?/gm, '')
    .replaceAll('\n', ' ')
    .trim();
  for (const { pattern, type } of kinds) {
    const table = pattern.exec(statement)?.[1];
    if (table !== undefined) return { type, table, comment };
  }
  return { type: null, table: null, comment };
};

const isKept = async (db: Kysely<unknown>): Promise<boolean> => (await tableNames(db)).includes('schema_changes');

const insertRow = async (db: Kysely<unknown>, change: SchemaChange, applied: boolean): Promise<number> => {
  const { type, table, comment } = describeChange(change.sql);
  const appliedAt = applied ? sql`utc_timestamp(3)` : sql`null`;
  const { insertId } = await sql`
    insert into schema_changes (version, direction, change_type, table_name, change_description, applied_by, applied_at)
    values (${change.version}, ${change.direction}, ${type}, ${table}, ${comment || change.name}, left(current_user(), 100), ${appliedAt})
  `.execute(db);
  return Number(insertId);
};

/** Writes down that a change begins: a row without applied_at, which is also what an interrupted run leaves behind. */
export const beginChange = async (db: Kysely<unknown>, change: SchemaChange): Promise<Begun> => {
  if (!(await isKept(db))) return { id: undefined, resumed: false };
  const { rows } = await sql<{ id: number; direction: string }>`
    select id, direction from schema_changes where version = ${change.version} order by id desc limit 1`.execute(db);
  const last = rows[0];
  // The migrator asks for a direction again only when it did not learn that it was done.
  if (last?.direction === change.direction) return { id: last.id, resumed: true };
  return { id: await insertRow(db, change, false), resumed: false };
};

/** The row of a change that is done. The table's own creation is written down afterwards, its own removal takes the rows along. */
export const finishChange = async (db: Kysely<unknown>, change: SchemaChange, begun: Begun): Promise<void> => {
  if (!(await isKept(db))) return;
  if (begun.id === undefined) await insertRow(db, change, true);
  else await sql`update schema_changes set applied_at = coalesce(applied_at, utc_timestamp(3)) where id = ${begun.id}`.execute(db);
};

/** A change that the server refused has not happened. */
export const forgetChange = async (db: Kysely<unknown>, begun: Begun): Promise<void> => {
  if (begun.id === undefined || begun.resumed) return;
  await sql`delete from schema_changes where id = ${begun.id}`.execute(db);
};
