import { Refusal } from './refusal.ts';

const longestPath = 1024;
/** The file system's 255 less room for the names of what is kept beside a file. */
const longestPart = 240;
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u001f\u007f\\]/;

const isPart = (part: string): boolean => part !== '' && !part.startsWith('.') && Buffer.byteLength(part) <= longestPart;

/** Parts divided by single slashes; none begins with a dot, so that a path never leaves its root nor meets what is hidden there. */
export const isFilePath = (path: string): boolean =>
  Buffer.byteLength(path) <= longestPath && path.isWellFormed() && !forbidden.test(path) && path.split('/').every(isPart);

/** Throws a Refusal for what is no path of a file. It does not repeat the path: file names may name people. */
export const checkFilePath = (path: string): void => {
  if (isFilePath(path)) return;
  throw new Refusal(
    'file_path_invalid',
    `a file path has names divided by single slashes, at most ${longestPart} bytes each, none that begins with a dot, no backslash: rename the file`,
  );
};
