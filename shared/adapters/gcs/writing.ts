import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FileMetadata } from '@google-cloud/storage';
import { FileMoved } from '#ports/file-store.ts';
import { asPieces, chunksOf } from './chunks.ts';
import type { ConnectedBucket } from './connect-bucket.ts';
import { persistently, type Patience } from './patience.ts';
import { failedPrecondition, isMissing, statusOf, StorageTrouble } from './storage-trouble.ts';
import { uploadKey, writeIdKey, writeIdOf } from './stored-object.ts';
import { uploadSession } from './upload-session.ts';

export type Written = Readonly<{ object: FileMetadata; md5: string }>;

/** Of the content's own stream: it is the caller's to word. */
const foreign = new WeakSet<object>();
export const isForeign = (error: unknown): boolean => typeof error === 'object' && error !== null && foreign.has(error);

async function* marked(pieces: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer | string> {
  try {
    yield* pieces;
  } catch (error) {
    if (typeof error === 'object' && error !== null) foreign.add(error);
    throw error;
  }
}

type Writing = Readonly<{ connected: ConnectedBucket; path: string; writeId: string; patience: Patience; uploadId?: string | undefined }>;

/** The object at this path where it is the one of this very write: an answer that got lost, here or before some proxy, is no foreign writer. */
const findOwn = async ({ connected: { bucket }, path, writeId, patience }: Writing): Promise<FileMetadata | undefined> => {
  try {
    const [object] = await persistently(patience, () => bucket.file(path).getMetadata());
    return writeIdOf(object) === writeId ? object : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

const startSession = async (
  { connected: { bucket }, path, writeId, patience, uploadId }: Writing,
  ifGeneration: number | undefined,
): Promise<string> => {
  const preconditionOpts = ifGeneration === undefined ? {} : { ifGenerationMatch: ifGeneration };
  const metadata = {
    contentType: 'application/octet-stream',
    metadata: { [writeIdKey]: writeId, ...(uploadId !== undefined && { [uploadKey]: uploadId }) },
  };
  try {
    // a session whose address got lost is left to the service, which forgets it
    const [address] = await persistently(patience, () => bucket.file(path).createResumableUpload({ metadata, preconditionOpts }));
    return address;
  } catch (error) {
    if (statusOf(error) === failedPrecondition) throw new FileMoved();
    throw error;
  }
};

const refusedWith = async (writing: Writing, status: number): Promise<FileMetadata> => {
  const own = await findOwn(writing);
  if (own) return own;
  if (status === failedPrecondition) throw new FileMoved();
  throw new StorageTrouble('storage_upload_refused', `Cloud Storage refused an upload (${status}): write the file again`);
};

/**
 * Writes a content of any length, holding two chunks of it at most. It is an object only when its last byte has arrived and its MD5 is
 * what it was here. Throws FileMoved when `ifGeneration` does not hold then.
 */
export const writeWhole = async (
  {
    chunkBytes,
    ...place
  }: Readonly<{ connected: ConnectedBucket; path: string; patience: Patience; chunkBytes: number; uploadId?: string | undefined }>,
  content: Readable | Buffer | string,
  ifGeneration: number | undefined,
): Promise<Written> => {
  const writing = { ...place, writeId: randomUUID() };
  // It may break before anybody reads it; whoever reads it then is told.
  if (content instanceof Readable) content.on('error', () => {});
  const hash = createHash('md5');
  let session: ReturnType<typeof uploadSession> | undefined;
  try {
    session = uploadSession(place.connected, await startSession(writing, ifGeneration), place.patience);
    for await (const chunk of chunksOf(marked(asPieces(content)), chunkBytes)) {
      hash.update(chunk.bytes);
      const digest = chunk.isLast ? hash.digest() : undefined;
      const sent = await session.send(chunk, digest?.toString('base64') ?? '');
      if ('more' in sent) continue;
      const object = 'object' in sent ? sent.object : await refusedWith(writing, sent.refused);
      if (digest) return { object, md5: digest.toString('hex') };
      throw new StorageTrouble('storage_upload_refused', 'Cloud Storage ended an upload too early: write the file again');
    }
    throw new Error('a content without a last chunk');
  } catch (error) {
    if (content instanceof Readable) content.destroy();
    await session?.cancel().catch(() => undefined);
    throw error;
  }
};
