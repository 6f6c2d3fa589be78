import { open } from 'node:fs/promises';
import { SecretUnreadable, type Secret } from '#ports/secrets.ts';

export const filePrefix = 'file:';

const othersMayTouch = 0o077;
/** Secret Manager's own limit of a payload. */
const largestBytes = 65_536;

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown error';

/** Undefined when there is no file. */
const contentOf = async (name: string, path: string): Promise<Buffer | undefined> => {
  const handle = await open(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new SecretUnreadable(name, 'forbidden', `${path} can't be opened (${codeOf(error)}); mend its permissions`);
  });
  if (!handle) return undefined;
  try {
    const { mode, size } = await handle.stat();
    if ((mode & othersMayTouch) !== 0)
      throw new SecretUnreadable(name, 'open', `others may read or write it; run "chmod 600 ${path}", and take it for known to them`);
    if (size > largestBytes) throw new SecretUnreadable(name, 'broken', `${path} is larger than any secret; put the right file there`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
};

/** A secret in a file (`file:PATH`), for houses without Secret Manager; the version before it, while it rotates, in `PATH.previous`. */
export const readFileSecret = async (name: string): Promise<Secret> => {
  const path = name.slice(filePrefix.length);
  const [current, previous] = await Promise.all([contentOf(name, path), contentOf(name, `${path}.previous`)]);
  if (!current) throw new SecretUnreadable(name, 'missing', `there is no file ${path}; put it there with mode 0600`);
  return previous ? { current, previous } : { current };
};
