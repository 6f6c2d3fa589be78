import { PassThrough, type Readable } from 'node:stream';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { FileUnreadable, type OpenZip, type SourceFile, type ZipFiles } from '#ports/row-reader.ts';
import { joined, tooMuch, unpackedLimit } from './gunzip.ts';

const { zipEntries, zipListBytes, unpackedBytes, unpackedRatio, unpackedFreely } = readingLimits;

export const damagedZip = (): FileUnreadable =>
  new FileUnreadable(
    'file_damaged',
    'The file is damaged: it is packed, and can not be unpacked. Save or pack it again, and drop it again.',
  );

/** The end of the file, where the list of its files stands, is read once; whatever else is asked for comes from the storage. */
class StoredFileReader extends RandomAccessReader {
  readonly #file: SourceFile;
  readonly #tail: Buffer;
  readonly #tailStart: number;
  failure: unknown;

  constructor(file: SourceFile, tail: Buffer, tailStart: number) {
    super();
    this.#file = file;
    this.#tail = tail;
    this.#tailStart = tailStart;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const out = new PassThrough();
    if (start >= this.#tailStart) {
      out.end(this.#tail.subarray(start - this.#tailStart, end - this.#tailStart));
      return out;
    }
    this.#copy(start, end, out).catch((error: unknown) => {
      this.failure = error;
      out.destroy(error as Error);
    });
    return out;
  }

  async #copy(start: number, end: number, out: PassThrough): Promise<void> {
    const source = await this.#file.open(start);
    out.once('close', () => source.destroy());
    let left = end - start;
    try {
      for await (const block of source as AsyncIterable<Buffer>) {
        const part = block.subarray(0, left);
        left -= part.length;
        if (out.destroyed) return;
        if (!out.write(part)) await drained(out);
        if (left <= 0) break;
      }
      out.end();
    } finally {
      source.destroy();
    }
  }
}

const drained = (out: PassThrough): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      out.off('drain', done).off('close', done);
      resolve();
    };
    out.once('drain', done).once('close', done);
  });

const tailOf = async ({ open }: SourceFile, start: number): Promise<Buffer> => {
  const source = await open(start);
  try {
    return Buffer.concat(await Array.fromAsync(source as AsyncIterable<Buffer>));
  } finally {
    source.destroy();
  }
};

const opened = (reader: StoredFileReader, bytes: number): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, bytes, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });

/** Every file of the zip by its name; folders are none. */
const entriesOf = (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('error', reject);
    zip.once('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });

const contentOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });

const locked = (): FileUnreadable =>
  new FileUnreadable('file_locked', 'The file is locked by a password. Save or pack it without one, and drop it again.');

const inWords = (error: unknown, reader: StoredFileReader): unknown => {
  if (error instanceof FileUnreadable) return error;
  return reader.failure ?? damagedZip();
};

type Opened = Readonly<{ zip: ZipFile; reader: StoredFileReader }>;

const readEntry = async ({ zip, reader }: Opened, entry: Entry | undefined, most: number): Promise<Readable> => {
  if (!entry) throw damagedZip();
  if (entry.isEncrypted()) throw locked();
  const allowed = Math.min(most, unpackedBytes, Math.max(unpackedFreely, entry.compressedSize * unpackedRatio));
  if (entry.uncompressedSize > allowed) throw tooMuch();
  return joined([await contentOf(zip, entry), unpackedLimit(() => entry.compressedSize)], () => reader.failure !== undefined);
};

/** Opens a zip whose list of files is at its end; places in it are found by opening the file there, so it is never held as a whole. */
export const openZip: OpenZip = async (file): Promise<ZipFiles> => {
  const { bytes } = file;
  if (bytes === undefined)
    throw new FileUnreadable('file_packed_twice', 'The file is packed more than once. Unpack it and drop what is in it.');
  const tailStart = Math.max(0, bytes - zipListBytes);
  const reader = new StoredFileReader(file, await tailOf(file, tailStart), tailStart);
  let zip: ZipFile;
  let entries: ReadonlyMap<string, Entry>;
  try {
    zip = await opened(reader, bytes);
    if (zip.entryCount > zipEntries) throw damagedZip();
    entries = await entriesOf(zip);
  } catch (error) {
    throw inWords(error, reader);
  }
  return {
    names: [...entries.keys()],
    read: (name, mostBytes) =>
      readEntry({ zip, reader }, entries.get(name), mostBytes).catch((error: unknown) => {
        throw inWords(error, reader);
      }),
    close: () => zip.close(),
  };
};
