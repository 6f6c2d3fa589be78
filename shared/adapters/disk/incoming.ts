import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, type BigIntStats } from 'node:fs';
import { link, lstat, mkdir, open, rename, rm, unlink, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { FileMoved } from '#ports/file-store.ts';
import { codeOf, markForeign } from './disk-trouble.ts';

export type Arrived = Readonly<{ temporary: string; md5: string }>;

/** Of this process, so that another store on the same root does not take them for leftovers. */
const underWay = new Set<string>();

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

const isLeftover = (file: string, name: string): boolean => {
  const pid = Number(name.split('-', 1)[0]);
  return pid === process.pid ? !underWay.has(file) : !isAlive(pid);
};

/** What the content's own stream throws is its affair, not the disk's. */
async function* passed(pieces: AsyncIterable<Buffer | string> | Iterable<Buffer | string>): AsyncGenerator<Buffer | string> {
  try {
    yield* pieces;
  } catch (error) {
    throw markForeign(error);
  }
}

const writeAll = async (handle: FileHandle, content: Readable | Buffer | string): Promise<string> => {
  const hash = createHash('md5');
  // A string's iterator would give single characters.
  const pieces = content instanceof Readable ? (content as AsyncIterable<Buffer | string>) : [content];
  for await (const piece of passed(pieces)) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    hash.update(bytes);
    await handle.writeFile(bytes);
  }
  await handle.sync();
  return hash.digest('hex');
};

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes a file's folder and sees to it that a power cut does not take it away again. */
const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
};

const moveToNewName = async (temporary: string, place: string): Promise<void> => {
  try {
    await link(temporary, place);
    return await unlink(temporary);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new FileMoved();
    // File systems without links: the store's own lock is all there is.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error) ?? '')) throw error;
  }
  const there = await lstat(place).catch(() => undefined);
  if (there) throw new FileMoved();
  await rename(temporary, place);
};

/** Where files grow before anybody sees them. What a process left there when it died is removed when the next one opens the store. */
export const incomingFolder = (folder: string) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) if (isLeftover(join(folder, name), name)) rmSync(join(folder, name), { force: true });

  const freshName = (): string => {
    const temporary = join(folder, `${process.pid}-${randomBytes(9).toString('hex')}`);
    underWay.add(temporary);
    return temporary;
  };

  return {
    /** A few bytes under a name, old or new but never half. A power cut may lose them. */
    writeWhole: async (place: string, text: string): Promise<void> => {
      const temporary = freshName();
      try {
        await mkdir(dirname(place), { recursive: true, mode: 0o700 });
        await writeFile(temporary, text, { mode: 0o600 });
        await rename(temporary, place);
      } finally {
        underWay.delete(temporary);
      }
    },
    /** The whole content in a file of no name, on the disk. */
    receive: async (content: Readable | Buffer | string): Promise<Arrived> => {
      const temporary = freshName();
      // It may break before anybody reads it; whoever reads it then is told.
      if (content instanceof Readable) content.on('error', () => {});
      try {
        const handle = await open(temporary, 'wx', 0o600);
        try {
          return { temporary, md5: await writeAll(handle, content) };
        } finally {
          await handle.close();
        }
      } catch (error) {
        if (content instanceof Readable) content.destroy();
        await rm(temporary, { force: true });
        underWay.delete(temporary);
        throw error;
      }
    },
    /** Gives it its name, all at once. Throws FileMoved when it `mustBeNew` and is not. */
    place: async ({ temporary }: Arrived, place: string, mustBeNew: boolean): Promise<BigIntStats> => {
      await makeFolder(dirname(place));
      // By its handle: under its name there may be the file of another process by now.
      const handle = await open(temporary, 'r');
      try {
        await (mustBeNew ? moveToNewName(temporary, place) : rename(temporary, place));
        await syncFolder(dirname(place));
        return await handle.stat({ bigint: true });
      } finally {
        await handle.close();
      }
    },
    /** Removes what was not placed. */
    forget: async ({ temporary }: Arrived): Promise<void> => {
      await rm(temporary, { force: true });
      underWay.delete(temporary);
    },
  };
};
