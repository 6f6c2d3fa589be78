import { sql, type DatabaseIntrospector, type Kysely } from 'kysely';

/**
 * The tables of the database that the connection is in. SHOW TABLES reads names only; information_schema, asked for `database()`, makes
 * MariaDB open every table of the server and wait for whoever is changing one.
 */
export const tableNames = async (db: Kysely<unknown>): Promise<readonly string[]> => {
  const { rows } = await sql<Record<string, string>>`show tables`.execute(db);
  return rows.flatMap((row) => Object.values(row));
};

/** As much of Kysely's introspection as its migrator asks for: which tables there are. */
export const namesOnly = (db: Kysely<unknown>): DatabaseIntrospector => ({
  getSchemas: () => Promise.resolve([]),
  getTables: async () => (await tableNames(db)).map((name) => ({ name, columns: [], isView: false, isForeign: false })),
});
