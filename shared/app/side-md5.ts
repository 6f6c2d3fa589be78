import { FileGone, type FileStore, type StoredFile } from '#ports/file-store.ts';

const suffix = '.md5';
/** "d41d8cd98f00b204e9800998ecf8427e  people.csv", as md5sum writes it, is far shorter. */
const mostBytes = 2_000;

/** The file whose MD5 a side file gives ("people.csv" of "people.csv.md5"); undefined for any other path. */
export const besideOf = (path: string): string | undefined => {
  const base = path.slice(0, -suffix.length);
  return path.toLowerCase().endsWith(suffix) && !base.endsWith('/') ? base : undefined;
};

/** What the sender says the MD5 of a file is, lower-case hex, by the side file that was dropped beside it; undefined where there is none. */
export const sideMd5 = async (files: FileStore, { path }: StoredFile): Promise<string | undefined> => {
  const side = await files.stat(path + suffix);
  if (!side || side.bytes > mostBytes) return undefined;
  try {
    const parts = await Array.fromAsync((await files.read(side.path)) as AsyncIterable<Buffer>);
    return /\b[0-9a-f]{32}\b/i.exec(Buffer.concat(parts).toString('latin1'))?.[0].toLowerCase();
  } catch (error) {
    if (error instanceof FileGone) return undefined;
    throw error;
  }
};
