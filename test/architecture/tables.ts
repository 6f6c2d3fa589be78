import { sourceOf } from './source.ts';

/** Tables of the house itself and words that all companies share. */
const ofNoCompany = new Set([
  'schema_changes',
  'projection_checkpoints',
  'contact_methods',
  'contact_status',
  'contact_method_providers',
  'data_ingest_source',
  'data_ingest_stage',
  'message_functions',
]);

type Demand = Readonly<{ holds: (sql: string, table: string) => boolean; otherwise: string }>;

const demands: readonly Demand[] = [
  {
    holds: (sql, table) => ofNoCompany.has(table) || /\bcompany_id\b[^,]*\bNOT NULL\b/i.test(sql),
    otherwise: 'every table has a company_id (NOT NULL)',
  },
  { holds: (sql) => !/\bTIMESTAMP\b(?!\s*\()/i.test(sql), otherwise: 'DATETIME(3) in UTC, not TIMESTAMP: its days depend on the session' },
  { holds: (sql) => !/\bDATETIME\b(?!\(3\))/i.test(sql), otherwise: 'DATETIME(3): milliseconds count' },
  {
    holds: (sql, table) => ofNoCompany.has(table) || !/\bFOREIGN KEY\b|\bREFERENCES\b/i.test(sql),
    otherwise: 'no foreign keys: tables are fed by streams that arrive independently',
  },
  {
    holds: (sql) => /CHARSET\s*=\s*utf8mb4\b/i.test(sql) && /COLLATE\s*=\s*utf8mb4_unicode_ci\b/i.test(sql),
    otherwise: 'state utf8mb4 and utf8mb4_unicode_ci: a database may have another default',
  },
];

/** SQL without comments and without the insides of strings. */
const bareSql = (sql: string): string => sourceOf('', sql.replaceAll(/--.*$/gm, '')).bare;

/** What is wrong with the table that a migration creates, if it creates one. */
export const tableProblems = (file: string, sql: string): readonly string[] => {
  const bare = bareSql(sql);
  const [, table] = /\bCREATE TABLE\s+(?:IF NOT EXISTS\s+)?(\w+)/i.exec(bare) ?? [];
  return table ? demands.filter(({ holds }) => !holds(bare, table)).map(({ otherwise }) => `${file} ${table}: ${otherwise}`) : [];
};
