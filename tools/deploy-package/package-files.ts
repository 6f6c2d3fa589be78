import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/**
 * What goes to Google Cloud: the doors and all they know, the command line (migrations run with it), and what `npm ci` reads. No test, no
 * benchmark, no document. `tools/node24` is named by package.json, so that an installation with development packages would miss it.
 */
const packed = ['functions', 'shared', 'bin', 'sql', 'tools/node24', 'package.json', 'package-lock.json', '.npmrc', 'LICENSE'] as const;

export type PackedFile = Readonly<{ path: string; content: Buffer; executable: boolean }>;

const filesUnder = (path: string): readonly string[] =>
  statSync(join(root, path)).isDirectory() ? globSync(`${path}/**/*`, { cwd: root, exclude: ['**/node_modules'] }) : [path];

/** By path, so that the same files always make the same package. */
export const packageFiles = (): readonly PackedFile[] =>
  packed
    .flatMap(filesUnder)
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({
      path,
      content: readFileSync(join(root, path)),
      executable: path.endsWith('.sh') || path === 'bin/carillon.ts',
    }));
