import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { uploadQuantum, type UploadToOpen } from '#ports/uploads.ts';
import { codeOf } from './disk-trouble.ts';

/** What is known of an upload. `received`: bytes that are on the disk for good. */
export type HeldUpload = Omit<UploadToOpen, 'origin'> &
  Readonly<{ origin?: string; received: number; untilMs: number; /** the file stands under its path */ md5?: string }>;

/** Nothing came for so long: whoever sent it is gone. */
const idleMs = 30_000;

type Piece = Readonly<{ body: Readable; start: number; end: number; isLast: boolean }>;

/**
 * Uploads under way, in a folder that nobody lists as files: what has come of each, and what is known of it. The names are digests, so that
 * whoever reads the folder can not write to an upload.
 */
export const uploadShelf = (folder: string) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const placeOf = (token: string): string => join(folder, createHash('sha256').update(token).digest('hex'));
  const dataOf = (token: string): string => `${placeOf(token)}.data`;

  const write = async (token: string, upload: HeldUpload): Promise<void> => {
    const temporary = `${placeOf(token)}.new`;
    await writeFile(temporary, JSON.stringify(upload), { mode: 0o600 });
    await rename(temporary, `${placeOf(token)}.json`);
  };

  const readAt = async (place: string): Promise<HeldUpload | undefined> => {
    try {
      return JSON.parse(await readFile(place, 'utf8')) as HeldUpload;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  };

  const remove = async (place: string): Promise<void> => {
    await rm(`${place}.data`, { force: true });
    await rm(`${place}.json`, { force: true });
  };

  /** Writes what is new behind what is there; how much there is now, in whole quanta unless the last byte came. */
  const receive = async (token: string, upload: HeldUpload, { body, start, end, isLast }: Piece): Promise<number> => {
    const file = await open(dataOf(token), 'r+');
    let [at, received] = [start, upload.received];
    const idle = setTimeout(() => body.destroy(new Error('nothing came any more')), idleMs);
    try {
      for await (const piece of body as AsyncIterable<Buffer>) {
        idle.refresh();
        const fresh = piece.subarray(Math.max(0, received - at), Math.max(0, end + 1 - at));
        if (fresh.length > 0) await file.write(fresh, 0, fresh.length, received);
        received += fresh.length;
        at += piece.length;
      }
    } catch {
      // a connection that broke: what came before it is kept
    } finally {
      clearTimeout(idle);
      if (!(isLast && received === upload.bytes)) received -= received % uploadQuantum;
      await file.sync();
      await file.close();
    }
    return Math.max(received, upload.received);
  };

  return {
    dataOf,
    open: async (upload: HeldUpload): Promise<string> => {
      const token = randomBytes(32).toString('base64url');
      await writeFile(dataOf(token), '', { mode: 0o600 });
      await write(token, upload);
      return token;
    },
    find: (token: string): Promise<HeldUpload | undefined> => readAt(`${placeOf(token)}.json`),
    write,
    /** Takes a piece that begins no later than where the upload stands. Resolves also where the connection broke. */
    take: async (token: string, upload: HeldUpload, piece: Piece): Promise<HeldUpload> => {
      const received = await receive(token, upload, piece);
      // bytes behind it are of a piece that broke off
      await truncate(dataOf(token), received);
      const after = { ...upload, received };
      await write(token, after);
      return after;
    },
    forgetData: (token: string): Promise<void> => rm(dataOf(token), { force: true }),
    remove: (token: string): Promise<void> => remove(placeOf(token)),
    /** Forgets those whose time is over, and leftovers of a kill; how many, and how many are left. */
    sweep: async (nowMs: number): Promise<Readonly<{ gone: number; left: number }>> => {
      let gone = 0;
      const names = await readdir(folder);
      const known = new Set(names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)));
      for (const name of known) {
        const upload = await readAt(join(folder, `${name}.json`));
        if (upload && upload.untilMs > nowMs) continue;
        await remove(join(folder, name));
        known.delete(name);
        gone += 1;
      }
      return { gone, left: known.size };
    },
  };
};
