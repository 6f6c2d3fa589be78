import { lstat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { checkFilePath } from '#domain/kernel/file-path.ts';
import { FileGone, FileMoved, type FileStore, type StoredFile } from '#ports/file-store.ts';
import { codeOf, withClearErrors } from './disk-trouble.ts';
import { contentFrom, md5Of, openRegular, type OpenFile } from './file-content.ts';
import { factsFolder, factsOf, stillHold, type FileFacts } from './file-facts.ts';
import { walkFiles } from './file-walk.ts';
import { incomingFolder } from './incoming.ts';
import { pathLock } from './path-lock.ts';

export type DiskFileStoreOptions = Readonly<{
  /** a file that somebody copied in by hand is listed when nothing has touched it for this long */
  settleMs?: number;
}>;

const toStored = (path: string, { bytes, md5, generation, uploadId }: FileFacts): StoredFile => ({
  path,
  bytes,
  md5,
  generation,
  ...(uploadId === undefined ? {} : { uploadId }),
});

/** Errors of a single file that must not hide all the others from a listing. */
const isItsOwnTrouble = (error: unknown): boolean => error instanceof FileMoved || ['EACCES', 'EPERM'].includes(codeOf(error) ?? '');

const tries = 3;

/**
 * Files in a folder that people may copy into as well. A generation is the microsecond in which a content came to its path, or the next
 * number when the clock does not move on; what is known of a file stands below `.files`, together with files still on their way.
 */
export const diskFileStore = (root: string, { settleMs = 500 }: DiskFileStoreOptions = {}): FileStore => {
  const placeOf = (path: string): string => join(root, path);
  const incoming = incomingFolder(placeOf('.files/incoming'));
  const facts = factsFolder(placeOf('.files/facts'), incoming.writeWhole);
  const locked = pathLock();
  /** of the newest own write: two may fall into one tick of the system's clock */
  let last = 0;

  const nextGeneration = (ctimeNs: bigint, known: FileFacts | undefined): number =>
    Math.max(Number(ctimeNs / 1000n), (known?.generation ?? 0) + 1);

  /** Reads a file of which nothing is known, or that was touched since. */
  const findOut = async (path: string, file: OpenFile): Promise<FileFacts | undefined> => {
    const known = await facts.read(path);
    if (known && stillHold(known, file.stat)) return known;
    const md5 = await md5Of(file);
    if (md5 === undefined) return undefined;
    // New permissions or a restored backup make no new content.
    const unchanged = known?.md5 === md5 && known.mtimeNs === String(file.stat.mtimeNs);
    const found = unchanged ? known : { md5, generation: nextGeneration(file.stat.ctimeNs, known), own: false };
    const now = factsOf(file.stat, found);
    await facts.write(path, now);
    return now;
  };

  /** What is known of the file now; undefined when there is none. Throws FileMoved when it keeps being written to. Needs the path's lock. */
  const lookLocked = async (path: string): Promise<FileFacts | undefined> => {
    for (let left = tries; left > 0; left--) {
      const file = await openRegular(placeOf(path));
      if (!file) return undefined;
      try {
        const found = await findOut(path, file);
        if (found) return found;
      } finally {
        await file.handle.close();
      }
    }
    throw new FileMoved();
  };

  const look = (path: string): Promise<FileFacts | undefined> => locked(path, () => lookLocked(path));

  const openAt = async (path: string, generation: number | undefined): Promise<OpenFile> => {
    for (let left = tries; left > 0; left--) {
      const known = generation === undefined ? undefined : await look(path);
      const file = await openRegular(placeOf(path));
      if (!file) throw new FileGone();
      if (generation === undefined) return file;
      if (known && stillHold(known, file.stat) && known.generation === generation) return file;
      await file.handle.close();
    }
    throw new FileMoved();
  };

  const isSettled = ({ own, ctimeNs }: FileFacts): boolean => {
    const ageMs = Date.now() - Number(BigInt(ctimeNs) / 1_000_000n);
    // A negative age means that the clock was put back: nothing to wait for.
    return own || ageMs < 0 || ageMs >= settleMs;
  };

  const lookInListing = async (path: string): Promise<FileFacts | undefined> => {
    try {
      const stat = await lstat(placeOf(path), { bigint: true });
      const known = await facts.read(path);
      if (known && stillHold(known, stat)) return isSettled(known) ? known : undefined;
      // Not worth hashing while it still grows.
      return isSettled(factsOf(stat, { md5: '', generation: 0, own: false })) ? await look(path) : undefined;
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || isItsOwnTrouble(error)) return undefined;
      throw error;
    }
  };

  /** Forgets files and folders that somebody removed by hand. */
  const removeOrphans = async (folder: string, names: ReadonlySet<string>): Promise<void> => {
    for (const name of await facts.names(folder)) {
      if (names.has(name)) continue;
      const path = folder + name;
      await locked(path, async () => {
        if (await lstat(placeOf(path)).catch(() => undefined)) return;
        await (name.endsWith('/') ? facts.removeFolder(path) : facts.remove(path));
      });
    }
  };

  const checked = <T>(path: string, work: () => Promise<T>): Promise<T> =>
    withClearErrors(async () => {
      checkFilePath(path);
      return work();
    });

  return {
    write: (path, content, { ifGeneration, uploadId } = {}) =>
      checked(path, async () => {
        const arrived = await incoming.receive(content);
        try {
          return await locked(path, async () => {
            if (ifGeneration !== undefined && ((await lookLocked(path))?.generation ?? 0) !== ifGeneration) throw new FileMoved();
            const known = await facts.read(path);
            const stat = await incoming.place(arrived, placeOf(path), ifGeneration === 0);
            last = Math.max(nextGeneration(stat.ctimeNs, known), last + 1);
            const now = factsOf(stat, { md5: arrived.md5, generation: last, own: true, ...(uploadId === undefined ? {} : { uploadId }) });
            await facts.write(path, now);
            return toStored(path, now);
          });
        } finally {
          await incoming.forget(arrived);
        }
      }),
    stat: (path) =>
      checked(path, async () => {
        const found = await look(path);
        return found && toStored(path, found);
      }),
    read: (path, { start = 0, generation } = {}) =>
      checked(path, async () => contentFrom(await openAt(path, generation), Math.max(0, start))),
    list: (prefix, limit, after) =>
      withClearErrors(async () => {
        const found: StoredFile[] = [];
        if (limit < 1) return found;
        const walk = { root, prefix, onFolder: removeOrphans, ...(after !== undefined && { after }) };
        for await (const path of walkFiles(walk)) {
          const known = await lookInListing(path);
          if (known) found.push(toStored(path, known));
          if (found.length >= limit) break;
        }
        return found;
      }),
    remove: (path) =>
      checked(path, () =>
        locked(path, async () => {
          await unlink(placeOf(path)).catch((error: unknown) => {
            if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error) ?? '')) throw error;
          });
          await facts.remove(path);
        }),
      ),
  };
};
