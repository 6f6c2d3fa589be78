import type { BigIntStats } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What was found out about a file's content, and the state of the file that it was found out about. */
export type FileFacts = Readonly<{
  bytes: number;
  md5: string;
  generation: number;
  mtimeNs: string;
  ctimeNs: string;
  inode: string;
  /** written through this store, so it was whole from the beginning */
  own: boolean;
  /** the upload by which it came */
  uploadId?: string;
}>;

type FoundOut = Pick<FileFacts, 'md5' | 'generation' | 'own' | 'uploadId'>;

export const factsOf = (stat: BigIntStats, found: FoundOut): FileFacts => ({
  ...found,
  bytes: Number(stat.size),
  mtimeNs: String(stat.mtimeNs),
  ctimeNs: String(stat.ctimeNs),
  inode: String(stat.ino),
});

/** Nothing has touched the file since: the facts hold. */
export const stillHold = (facts: FileFacts, stat: BigIntStats): boolean =>
  facts.bytes === Number(stat.size) &&
  facts.mtimeNs === String(stat.mtimeNs) &&
  facts.ctimeNs === String(stat.ctimeNs) &&
  facts.inode === String(stat.ino);

/**
 * Keeps facts beside the files, in a tree of the same shape, so that a restart hashes nothing again and every generation stays what it was.
 * They can be lost without harm: they are found out again. Their names begin with a dot, as no file's and no folder's does.
 */
export const factsFolder = (folder: string, writeWhole: (place: string, text: string) => Promise<void>) => {
  const placeOf = (path: string): string => join(folder, dirname(path), `.${basename(path)}`);
  return {
    read: async (path: string): Promise<FileFacts | undefined> => {
      try {
        return JSON.parse(await readFile(placeOf(path), 'utf8')) as FileFacts;
      } catch {
        return undefined;
      }
    },
    write: (path: string, facts: FileFacts): Promise<void> => writeWhole(placeOf(path), JSON.stringify(facts)),
    remove: (path: string): Promise<void> => rm(placeOf(path), { force: true }),
    removeFolder: (of: string): Promise<void> => rm(join(folder, of), { recursive: true, force: true }),
    /** Names in a folder (`''` or `a/b/`) of which there are facts, those of folders with a slash behind. */
    names: async (of: string): Promise<readonly string[]> => {
      const entries = await readdir(join(folder, of)).catch(() => []);
      return entries.map((name) => (name.startsWith('.') ? name.slice(1) : `${name}/`));
    },
  };
};

export type FactsFolder = ReturnType<typeof factsFolder>;
