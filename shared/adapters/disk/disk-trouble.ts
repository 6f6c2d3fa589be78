import { Refusal } from '#domain/kernel/refusal.ts';

/** The disk does not do what was asked; worth another try once somebody has looked at it. */
export class DiskTrouble extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'DiskTrouble';
    this.code = code;
  }
}

const full = ['disk_full', 'the disk with the files is full: make room on it'] as const;
const forbidden = ['disk_forbidden', 'the folder with the files may not be read or written by this user: mend its permissions'] as const;
const exhausted = ['disk_files_exhausted', 'too many files are open on this machine: raise the limit of open files'] as const;

const troubles: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: ['disk_read_only', 'the folder with the files can only be read: put the data folder on a disk that can be written'],
  EMFILE: exhausted,
  ENFILE: exhausted,
  EIO: ['disk_broken', 'the disk with the files reports an error: see the system log'],
};

export const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | undefined)?.code;

/** Errors that came in with somebody's content: they are theirs to word. */
const foreign = new WeakSet<Error>();

export const markForeign = (error: unknown): unknown => {
  if (error instanceof Error) foreign.add(error);
  return error;
};

/** The system's own errors name paths, and a file's name may name a person: they are said again in words of ours, without the path. */
export const inOurWords = (error: unknown): unknown => {
  const system = error instanceof Error && 'syscall' in error && !foreign.has(error) ? codeOf(error) : undefined;
  if (system === undefined) return error;
  if (['ENOTDIR', 'EISDIR', 'EEXIST', 'ENOTEMPTY'].includes(system))
    return new Refusal('file_path_taken', 'a folder stands where the file should, or a file where its folder should: choose another name');
  const [code, message] = troubles[system] ?? ['disk_trouble', `the disk with the files answered ${system}`];
  return new DiskTrouble(code, message);
};

export const withClearErrors = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw inOurWords(error);
  }
};
