import { Readable, Transform, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { FileUnreadable, type OpenFile, type Wrapping } from '#ports/row-reader.ts';

/** Leaves out the first `start` bytes. */
export const skipBytes = (start: number): Transform => {
  let left = start;
  return new Transform({
    transform(block: Buffer, _encoding, done) {
      const skipped = Math.min(left, block.length);
      left -= skipped;
      done(null, skipped < block.length ? block.subarray(skipped) : undefined);
    },
  });
};

export const tooMuch = (): FileUnreadable =>
  new FileUnreadable(
    'file_unpacks_too_large',
    'Unpacked, the file is far larger than a packed list of people would be. Drop it unpacked, or export it again.',
  );

/** Ends with FileUnreadable where more comes out than a file of that many packed bytes may hold. `packed` is asked as it goes. */
export const unpackedLimit = (packed: () => number): Transform => {
  const { unpackedBytes, unpackedRatio, unpackedFreely } = readingLimits;
  let bytes = 0;
  return new Transform({
    transform(block: Buffer, _encoding, done) {
      bytes += block.length;
      const most = Math.min(unpackedBytes, Math.max(unpackedFreely, packed() * unpackedRatio));
      if (bytes > most) done(tooMuch());
      else done(null, block);
    },
  });
};

const broken = (): FileUnreadable =>
  new FileUnreadable('file_damaged', 'The packed file is damaged: it can not be unpacked. Pack it again, or drop it unpacked.');

/** One stream of several. Errors of the storage come out as they are, all others as damage in words. */
export const joined = (streams: readonly [Readable, ...Transform[]], isStorage: (error: unknown) => boolean): Readable => {
  const last = streams.at(-1) as Transform;
  const out = Readable.from(
    (async function* (): AsyncGenerator<Buffer> {
      let failure: unknown;
      pipeline(streams as readonly NodeJS.ReadWriteStream[], (error) => (failure = error));
      try {
        yield* last as AsyncIterable<Buffer>;
      } catch (error) {
        const reason = failure ?? error;
        throw reason instanceof FileUnreadable || isStorage(reason) ? reason : broken();
      } finally {
        for (const stream of streams) stream.destroy();
      }
    })(),
    { objectMode: false },
  );
  return out;
};

const openUnpacked =
  (open: OpenFile): OpenFile =>
  async (start) => {
    const source = await open(0);
    const gunzip = createGunzip();
    const limit = unpackedLimit(() => gunzip.bytesWritten);
    let storageError: unknown;
    source.once('error', (error) => (storageError = error));
    const isStorage = (error: unknown): boolean =>
      error === storageError || (error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE';
    return joined([source, gunzip, limit, skipBytes(start)], isStorage);
  };

/** A file packed by gzip: a place in it is a byte of what it unpacks to. */
export const gzipWrapping: Wrapping = {
  container: 'gzip',
  isIt: (head) => head[0] === 0x1f && head[1] === 0x8b,
  unwrap: async ({ open, name }) => ({ open: openUnpacked(open), name: name.replace(/\.gz(ip)?$/i, '') }),
};
