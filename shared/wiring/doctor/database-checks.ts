import type { DatabaseState } from '#adapters/mysql/inspect-database.ts';
import { ok, wrong, type Check } from './check.ts';

/** Looks once, for all checks that ask. */
const once = <T>(look: () => Promise<T>): (() => Promise<T>) => {
  let looked: Promise<T> | undefined;
  return () => (looked ??= look());
};

/** The reporting database: it answers, its version is one that we know, and its tables are those of this program. `latest`: sql/LATEST. */
export const databaseChecks = (inspect: () => Promise<DatabaseState>, latest: string): readonly Check[] => {
  const state = once(inspect);
  return [
    {
      name: 'mysql',
      next: 'see that its server runs, and that CARILLON_SQL_INSTANCE or MYSQL_URL says where; sending goes on without it, reports wait',
      run: async () => {
        const { product, version, supported, megabytes } = await state();
        if (supported) return ok(`${product} ${version}; the tables take ${megabytes} MB`);
        return wrong(`${product} ${version} is older than this program knows`, 'take MySQL 8.0 or newer, or MariaDB 10.11 or newer');
      },
    },
    {
      name: 'migrations',
      next: 'the tables could not be looked at: mend what "mysql" says first',
      run: async () => {
        const { latest: applied, pending, unknown } = await state();
        const newer = unknown.at(-1);
        if (newer !== undefined)
          return wrong(`a newer version of this program was here (${newer})`, 'run that version, or migrate down with it');
        if (pending.length > 0) return wrong(`${pending.length} are missing, the first one is ${pending[0]}`, 'run "carillon migrate"');
        return applied === latest
          ? ok(`up to ${latest}`)
          : wrong(`the tables are at ${applied}, sql/LATEST names ${latest}`, 'deploy the whole program: its files do not belong together');
      },
    },
  ];
};
