import fs from 'node:fs';
import path from 'node:path';
import { runCommand, type Environment } from './run-command.ts';

/** A server that can be run here. */
export type ServerProgram = Readonly<{
  file: string;
  product: 'MySQL' | 'MariaDB';
  /** major.minor.patch */
  version: string;
  /** The folder with the server's own messages, character sets and SQL files. */
  share: string;
  /** What its files lie under, in place of the path that was built into it. */
  baseArgs: readonly string[];
  env: Environment;
  origin: 'installed' | 'unpacked';
}>;

type Found = Readonly<{ file: string; usr: string; env: Environment; origin: ServerProgram['origin'] }>;

const oldest = { MySQL: [8, 0], MariaDB: [10, 11] } as const;

const isNewEnough = (product: ServerProgram['product'], major: number, minor: number): boolean => {
  const [wantedMajor, wantedMinor] = oldest[product];
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
};

/** Asks a server file what it is. Undefined when it is older than MySQL 8.0 or MariaDB 10.11. */
export const describeServer = async (found: Found): Promise<ServerProgram | undefined> => {
  const answer = await runCommand({ program: found.file, args: ['--no-defaults', '--version'], env: found.env, timeoutMs: 15_000 });
  const [, version = '', major = '', minor = ''] = /Ver ((\d+)\.(\d+)\.\d+)/.exec(answer) ?? [];
  const product = /mariadb/i.test(answer) ? 'MariaDB' : 'MySQL';
  if (version === '' || !isNewEnough(product, Number(major), Number(minor))) return undefined;
  const share = ['share/mariadb', 'share/mysql', 'share'].map((name) => path.join(found.usr, name)).find(hasErrorMessages);
  const plugins = ['lib/mysql/plugin', 'lib64/mysql/plugin', 'lib/plugin'].map((name) => path.join(found.usr, name)).find(fs.existsSync);
  if (share === undefined) return undefined;
  const baseArgs = [`--basedir=${found.usr}`, `--lc-messages-dir=${share}`, `--character-sets-dir=${path.join(share, 'charsets')}`];
  return {
    file: found.file,
    product,
    version,
    share,
    baseArgs: plugins === undefined ? baseArgs : [...baseArgs, `--plugin-dir=${plugins}`],
    env: found.env,
    origin: found.origin,
  };
};

const hasErrorMessages = (share: string): boolean => fs.existsSync(path.join(share, 'english', 'errmsg.sys'));
