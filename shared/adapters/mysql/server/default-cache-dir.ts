import path from 'node:path';
import type { Environment } from './run-command.ts';

/** Where unpacked server packages are kept, for all data folders of this user (XDG Base Directory Specification). */
export const defaultCacheDir = (env: Environment, home: string): string => {
  const base = env['XDG_CACHE_HOME'];
  // The specification says that a relative path is to be ignored.
  return path.join(base !== undefined && path.isAbsolute(base) ? base : path.join(home, '.cache'), 'carillon');
};
