import path from 'node:path';
import { asRoot } from './initialise-data.ts';
import type { ServerProgram } from './server-program.ts';

export type Place = Readonly<{ dataDir: string; data: string; port: number; initFile: string; pidFile: string }>;

const sqlMode = [
  'ONLY_FULL_GROUP_BY',
  'STRICT_TRANS_TABLES',
  'NO_ZERO_IN_DATE',
  'NO_ZERO_DATE',
  'ERROR_FOR_DIVISION_BY_ZERO',
  'NO_ENGINE_SUBSTITUTION',
].join(',');

/**
 * Durability is relaxed on purpose: everything in here can be rebuilt from the event log, and rows change together with their checkpoint
 * in one transaction. A killed server loses nothing; a machine that loses power may lose the last second (projection does it again) or,
 * without the doublewrite buffer, a torn page (the folder is deleted and rebuilt).
 */
const relaxed = ['--innodb-flush-log-at-trx-commit=2', '--innodb-doublewrite=OFF', '--skip-log-bin'];

const small = ['--innodb-buffer-pool-size=128M', '--max-connections=100', '--performance-schema=OFF', '--max-allowed-packet=64M'];

const exact = [
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_unicode_ci',
  '--default-time-zone=+00:00',
  `--sql-mode=${sqlMode}`,
];

/** Loopback only, no socket file, clients read and write no files but in our tmp. */
const closed = ['--bind-address=127.0.0.1', '--skip-name-resolve', '--socket=', '--local-infile=OFF'];

const ofProduct: Readonly<Record<ServerProgram['product'], readonly string[]>> = {
  MySQL: ['--mysqlx=OFF', '--innodb-redo-log-capacity=128M'],
  MariaDB: ['--innodb-log-file-size=128M'],
};

/** The whole command line of the server: it reads no configuration of the machine. */
export const serverArguments = (server: ServerProgram, place: Place): readonly string[] => [
  '--no-defaults',
  ...asRoot(),
  `--datadir=${place.data}`,
  `--port=${place.port}`,
  `--pid-file=${place.pidFile}`,
  `--init-file=${place.initFile}`,
  `--tmpdir=${path.join(place.dataDir, 'tmp')}`,
  `--secure-file-priv=${path.join(place.dataDir, 'tmp')}`,
  ...server.baseArgs,
  ...closed,
  ...exact,
  ...relaxed,
  ...small,
  ...ofProduct[server.product],
];
