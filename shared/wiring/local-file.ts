import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '#domain/kernel/refusal.ts';
import { FileUnreadable, type SourceFile } from '#ports/row-reader.ts';
import { checkFile } from './check-file.ts';

/** A file of this machine, to be read by rows. Throws HouseUnavailable where it can't be. */
export const localFile = (path: string): SourceFile => {
  checkFile(path);
  return { open: (start) => Promise.resolve(createReadStream(path, { start })), name: basename(path), bytes: statSync(path).size };
};

/** A file that can't be used is the caller's to mend. */
export const readingFile = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileUnreadable) throw new Refusal(error.code, error.message);
    throw error;
  }
};
