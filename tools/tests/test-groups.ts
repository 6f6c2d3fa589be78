import fs from 'node:fs';
import path from 'node:path';

export type TestGroup = Readonly<{ name: string; files: readonly string[] }>;

const FILES_A_GROUP = 14;
const ON_EMULATORS = /describeOnEmulators/;

const filesUnder = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.posix.join(folder, ...file.split(path.sep)))
    .sort();

const groupOf = (file: string): string => {
  if (ON_EMULATORS.test(fs.readFileSync(file, 'utf8'))) return 'on Google’s emulators';
  return file.split('/').slice(0, 2).join('/');
};

/** What takes longest begins first, so that no lane works on alone at the end. */
const LONGEST_FIRST = [
  'on Google’s emulators',
  'test/flow',
  'test/functions',
  'test/app',
  'test/api',
  'test/adapters',
  'test/wiring',
  'test/domain',
];
const rank = (name: string): number => {
  const at = LONGEST_FIRST.indexOf(name);
  return at === -1 ? LONGEST_FIRST.length : at;
};

/**
 * The test files under `folder`, those that share servers together: one group runs in one process, which starts a MySQL server or
 * Google's emulators once for all its files.
 */
export const testGroups = (folder: string): readonly TestGroup[] => {
  const byName = Map.groupBy(filesUnder(folder), groupOf);
  return [...byName]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
    .flatMap(([name, files]) => {
      const size = rank(name) === 0 ? files.length : FILES_A_GROUP;
      const parts = Math.ceil(files.length / size);
      return Array.from({ length: parts }, (_, part) => ({
        name: parts === 1 ? name : `${name} ${part + 1}/${parts}`,
        files: files.slice(part * size, (part + 1) * size),
      }));
    });
};
