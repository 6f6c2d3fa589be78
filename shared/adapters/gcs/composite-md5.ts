import { createHash } from 'node:crypto';
import type { FileMetadata } from '@google-cloud/storage';
import type { ConnectedBucket } from './connect-bucket.ts';
import { inTime, type Patience } from './patience.ts';
import { reading } from './reading.ts';
import { generationOf, md5Key } from './stored-object.ts';

const mostRemembered = 1_000;

/**
 * Finds out the MD5 of an object that Cloud Storage has none of, because it was composed of others (`gcloud storage cp` sends large files
 * so): reads it once and notes it on the object, so that nobody reads it again. Where that is not allowed this process remembers it.
 */
export const compositeMd5 = (connected: ConnectedBucket, patience: Patience) => {
  const remembered = new Map<string, string>();

  const remember = (key: string, md5: string): void => {
    remembered.set(key, md5);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  };

  return async (path: string, object: FileMetadata): Promise<string> => {
    const generation = generationOf(object);
    const key = `${generation} ${path}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const hash = createHash('md5');
    const pieces = reading(connected, { path, generation, bytes: Number(object.size), start: 0 }, patience);
    for await (const piece of pieces as AsyncIterable<Buffer>) hash.update(piece);
    const md5 = hash.digest('hex');
    remember(key, md5);
    const note = connected.bucket.file(path).setMetadata({ metadata: { [md5Key]: md5 } }, { ifGenerationMatch: generation });
    await inTime(note, patience.requestMs).catch(() => undefined);
    return md5;
  };
};
