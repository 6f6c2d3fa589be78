import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isFilePath } from '#domain/kernel/file-path.ts';
import { codeOf } from './disk-trouble.ts';

export type Walk = Readonly<{
  root: string;
  prefix: string;
  /** begin behind this path */
  after?: string;
  /** called with every folder (`''` or `a/b/`) that is walked whole, and the names in it, those of folders with a slash behind */
  onFolder?: (folder: string, names: ReadonlySet<string>) => Promise<void>;
}>;

/** A folder or a file may vanish, or be closed to us, while its parent is being read. */
const entriesOf = async (folder: string): Promise<readonly Dirent[]> => {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(codeOf(error) ?? '')) return [];
    throw error;
  }
};

const mayHold = (folder: string, { prefix, after }: Walk): boolean => {
  if (!folder.startsWith(prefix) && !prefix.startsWith(folder)) return false;
  return after === undefined || folder > after || after.startsWith(folder);
};

/** Paths of the files below a root, in order. Hidden ones, links, and names that are no path of ours are passed over. */
export async function* walkFiles(walk: Walk, folder = ''): AsyncGenerator<string> {
  const entries = (await entriesOf(join(walk.root, folder))).filter(({ name }) => isFilePath(folder + name));
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  // A folder sorts as its files do: with the slash behind its name.
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${name}/`);
  const names = [...files, ...folders].toSorted((a, b) => (a < b ? -1 : 1));
  if (walk.after === undefined && folder.startsWith(walk.prefix)) await walk.onFolder?.(folder, new Set(names));
  for (const name of names) {
    const path = folder + name;
    if (name.endsWith('/')) {
      if (mayHold(path, walk)) yield* walkFiles(walk, path);
    } else if (path.startsWith(walk.prefix) && (walk.after === undefined || path > walk.after)) yield path;
  }
}
