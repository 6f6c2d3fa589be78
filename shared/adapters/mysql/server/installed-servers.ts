import fs from 'node:fs';
import path from 'node:path';
import type { Environment } from './run-command.ts';
import { describeServer, type ServerProgram } from './server-program.ts';

/** Folders that are often missing in a user's PATH: Debian, Fedora, Oracle's own packages, Homebrew on both kinds of Mac. */
const usualFolders = [
  '/usr/sbin',
  '/usr/libexec',
  '/usr/local/sbin',
  '/usr/local/mysql/bin',
  '/opt/homebrew/opt/mysql/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/usr/local/opt/mysql/bin',
  '/usr/local/opt/mariadb/bin',
];

const isProgram = (file: string): boolean => {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
};

/** Servers on this machine that are new enough, MySQL first. */
export const installedServers = async (env: Environment, folders: readonly string[] = usualFolders): Promise<readonly ServerProgram[]> => {
  const places = [...(env['PATH'] ?? '').split(path.delimiter).filter((place) => path.isAbsolute(place)), ...folders];
  const files = ['mysqld', 'mariadbd'].flatMap((name) => places.map((place) => path.join(place, name))).filter(isProgram);
  const servers: ServerProgram[] = [];
  for (const file of new Set(files.map((name) => fs.realpathSync(name)))) {
    // A file that can't even say its version is no server for us.
    const server = await describeServer({ file, usr: path.dirname(path.dirname(file)), env, origin: 'installed' }).catch(() => undefined);
    if (server !== undefined) servers.push(server);
  }
  return servers;
};
