import { join } from 'node:path';
import type { About } from '#app/house.ts';
import type { Config } from './config.ts';
import { readJson } from './read-json.ts';

const packageFile = join(import.meta.dirname, '../../package.json');

/** What runs: the version of package.json, and the name that Cloud Run gives to each deployment. */
export const aboutOf = ({ env }: Pick<Config, 'env'>): About => {
  const { version } = readJson(packageFile) as { version: string };
  const revision = env['K_REVISION'];
  return { version, ...(revision === undefined ? {} : { revision }) };
};
