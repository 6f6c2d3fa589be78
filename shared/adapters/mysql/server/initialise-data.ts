import fs from 'node:fs';
import path from 'node:path';
import { runCommand } from './run-command.ts';
import type { ServerProgram } from './server-program.ts';

const timeoutMs = 120_000;

/** A server that root starts refuses to run unless it is told to stay root. */
export const asRoot = (): readonly string[] => (process.getuid?.() === 0 ? ['--user=root'] : []);

const bootstrapScripts = [
  'system_tables.sql',
  'performance_tables.sql',
  'system_tables_data.sql',
  'maria_add_gis_sp_bootstrap.sql',
  'sys_schema.sql',
];

const readScript = (share: string, name: string): string => {
  // Newer packages say mariadb_ where older ones say mysql_.
  const file = ['mysql_', 'mariadb_', ''].map((prefix) => path.join(share, prefix + name)).find(fs.existsSync);
  if (file === undefined) throw new Error(`the server's own file ${name} is missing in ${share}`);
  return fs.readFileSync(file, 'utf8');
};

/** What MariaDB's install script feeds to the server, without that script: it wants programs that are not there. */
const bootstrapSql = (share: string): string =>
  [
    'CREATE DATABASE mysql;',
    'USE mysql;',
    "SET @current_hostname='localhost';",
    'SET @auth_root_socket=NULL;',
    'SET @skip_auth_anonymous=1;',
    ...bootstrapScripts.map((name) => readScript(share, name)),
    "DELETE FROM mysql.global_priv WHERE User='root' AND Host<>'localhost';",
    '',
  ].join('\n');

const fill = async (server: ServerProgram, work: string): Promise<string> => {
  const data = path.join(work, 'data');
  // A server that starts deletes the temporary tables in its tmpdir, also those of others: none may be shared.
  const tmp = path.join(work, 'tmp');
  fs.mkdirSync(data, { mode: 0o700 });
  fs.mkdirSync(tmp, { mode: 0o700 });
  const args = ['--no-defaults', ...asRoot(), `--datadir=${data}`, `--tmpdir=${tmp}`, ...server.baseArgs];
  const command = { program: server.file, env: server.env, timeoutMs };
  if (server.product === 'MySQL') await runCommand({ ...command, args: [...args, '--initialize-insecure'] });
  else {
    const small = ['--bootstrap', '--innodb-log-file-size=8M', '--log-warnings=0'];
    await runCommand({ ...command, args: [...args, ...small], input: bootstrapSql(server.share) });
  }
  return data;
};

/**
 * Creates the server's system tables in `folder`. They grow under another name and are renamed when whole, so a folder that exists is a
 * finished one, whenever the process was killed. What an interrupted run left is removed.
 */
export const initialiseData = async (server: ServerProgram, folder: string): Promise<void> => {
  const parent = path.dirname(folder);
  const unfinished = `${path.basename(folder)}.new-`;
  for (const name of fs.readdirSync(parent).filter((entry) => entry.startsWith(unfinished))) {
    fs.rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const work = fs.mkdtempSync(path.join(parent, unfinished));
  try {
    fs.renameSync(await fill(server, work), folder);
  } finally {
    fs.rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
};
