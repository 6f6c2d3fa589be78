import { Readable } from 'node:stream';
import type { FileMetadata, GetFilesOptions } from '@google-cloud/storage';
import { checkFilePath, isFilePath } from '#domain/kernel/file-path.ts';
import { FileGone, FileMoved, type FileStore, type StoredFile } from '#ports/file-store.ts';
import { compositeMd5 } from './composite-md5.ts';
import { connectBucket, type ConnectedBucket, type StorageConnection } from './connect-bucket.ts';
import { persistently, usualPatience, type Patience } from './patience.ts';
import { reading } from './reading.ts';
import { inOurWords, isMissing } from './storage-trouble.ts';
import { generationOf, md5Of, toStored } from './stored-object.ts';
import { isForeign, writeWhole } from './writing.ts';

export type GcsFileStoreOptions = StorageConnection &
  Readonly<{
    bucket: string;
    patience?: Partial<Patience>;
    /** of an upload, bytes; a multiple of 256 KiB. Two of them are held in memory */
    chunkBytes?: number;
  }>;

const usualChunkBytes = 4 * 1024 * 1024;
const mostListed = 1_000;
const tries = 3;

type Opened = Readonly<{ connected: ConnectedBucket; md5OfComposite: (path: string, object: FileMetadata) => Promise<string> }>;

type Page = Readonly<{ objects: readonly Readonly<{ path: string; object: FileMetadata }>[]; next: GetFilesOptions | null }>;

const wordedErrors = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw isForeign(error) ? error : inOurWords(error);
  }
};

/**
 * Files in a bucket of Cloud Storage. Connects on the first call. Errors are StorageTrouble and name no file; what passes (an overload, a
 * broken connection) is tried again for `patience.totalMs`.
 */
export const gcsFileStore = (options: GcsFileStoreOptions): FileStore & Readonly<{ bucket: string; close: () => Promise<void> }> => {
  const { bucket: name, patience: impatience, chunkBytes = usualChunkBytes, ...connection } = options;
  const patience = { ...usualPatience, ...impatience };
  let opening: Promise<Opened> | undefined;
  const open = (): Promise<Opened> =>
    (opening ??= connectBucket(name, connection).then((connected) => ({ connected, md5OfComposite: compositeMd5(connected, patience) })));

  const find = async ({ connected: { bucket } }: Opened, path: string): Promise<FileMetadata | undefined> => {
    try {
      const [object] = await persistently(patience, () => bucket.file(path).getMetadata());
      return object;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };

  const describe = async (opened: Opened, path: string, object: FileMetadata): Promise<StoredFile> =>
    toStored(path, object, md5Of(object) ?? (await opened.md5OfComposite(path, object)));

  /** Undefined where it was replaced or removed while its MD5 was found out. */
  const describeOrMiss = async (opened: Opened, path: string, object: FileMetadata): Promise<StoredFile | undefined> => {
    try {
      return await describe(opened, path, object);
    } catch (error) {
      if (error instanceof FileMoved || error instanceof FileGone) return undefined;
      throw error;
    }
  };

  const stat = async (opened: Opened, path: string): Promise<StoredFile | undefined> => {
    for (let left = tries; left > 0; left--) {
      const object = await find(opened, path);
      if (!object) return undefined;
      const found = await describeOrMiss(opened, path, object);
      if (found) return found;
    }
    throw new FileMoved();
  };

  const page = async ({ connected: { bucket } }: Opened, query: GetFilesOptions): Promise<Page> => {
    const [files, next] = await persistently(patience, () => bucket.getFiles(query));
    // asked for some fields alone, the SDK gives the service's own objects, not its files
    const objects = files as unknown as readonly FileMetadata[];
    return { objects: objects.map((object) => ({ path: object.name ?? '', object })), next };
  };

  const list = async (opened: Opened, prefix: string, limit: number, after: string | undefined): Promise<readonly StoredFile[]> => {
    const found: StoredFile[] = [];
    const fields = 'items(name,size,md5Hash,generation,metadata),nextPageToken';
    // the offset is the first name that may come: `after` itself comes again
    const from = after === undefined ? {} : { startOffset: after };
    let query: GetFilesOptions | null = { prefix, ...from, fields, autoPaginate: false, maxResults: Math.min(limit + 1, mostListed) };
    while (query && found.length < limit) {
      const { objects, next }: Page = await page(opened, query);
      for (const { path, object } of objects) {
        // folders' own objects and whatever else is no file of ours
        if (path === after || !isFilePath(path) || found.length >= limit) continue;
        const file = await describeOrMiss(opened, path, object);
        if (file) found.push(file);
      }
      query = next;
    }
    return found;
  };

  const checked = <T>(path: string, work: (opened: Opened) => Promise<T>): Promise<T> =>
    wordedErrors(async () => {
      checkFilePath(path);
      return work(await open());
    });

  return {
    bucket: name,
    write: (path, content, { ifGeneration, uploadId } = {}) =>
      checked(path, async ({ connected }) => {
        const { object, md5 } = await writeWhole({ connected, path, patience, chunkBytes, uploadId }, content, ifGeneration);
        return toStored(path, object, md5);
      }),
    stat: (path) => checked(path, (opened) => stat(opened, path)),
    read: (path, { start = 0, generation } = {}) =>
      checked(path, async (opened) => {
        const object = await find(opened, path);
        if (!object) throw new FileGone();
        if (generation !== undefined && generationOf(object) !== generation) throw new FileMoved();
        const [bytes, from] = [Number(object.size), Math.max(0, start)];
        if (from >= bytes) return Readable.from([], { objectMode: false });
        return reading(opened.connected, { path, generation: generationOf(object), bytes, start: from }, patience);
      }),
    list: (prefix, limit, after) => wordedErrors(async () => list(await open(), prefix, limit, after)),
    remove: (path) =>
      checked(path, async ({ connected: { bucket } }) => {
        await persistently(patience, () => bucket.file(path).delete()).catch((error: unknown) => {
          if (!isMissing(error)) throw error;
        });
      }),
    close: async () => {
      const opened = await opening?.catch(() => undefined);
      opening = undefined;
      await opened?.connected.close();
    },
  };
};
