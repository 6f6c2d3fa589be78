import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the doors, the migration job and `npm ci` need on Google Cloud, and nothing else; `.gcloudignore` says the same to gcloud. */
const deployed = ['bin', 'functions', 'shared', 'sql', 'tools/node24', 'package.json', 'package-lock.json', '.npmrc', 'LICENSE'];

const isWanted = (path: string): boolean => !path.split('/').some((part) => part === 'node_modules' || part.startsWith('.'));

const filesUnder = (root: string, path: string): readonly string[] => {
  if (statSync(join(root, path)).isFile()) return [path];
  return globSync('**/*', { cwd: join(root, path) })
    .map((file) => `${path}/${file.replaceAll('\\', '/')}`)
    .filter((file) => isWanted(file) && statSync(join(root, file)).isFile());
};

/** Paths of the deploy package's files below the repository's root, always in the same order. */
export const deployFiles = (root: string): readonly string[] => deployed.flatMap((path) => filesUnder(root, path)).toSorted();
