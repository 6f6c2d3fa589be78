import type { FileMetadata } from '@google-cloud/storage';
import type { StoredFile } from '#ports/file-store.ts';

/** Names of what we note on an object ourselves. */
export const writeIdKey = 'carillon-write';
export const md5Key = 'carillon-md5';
export const uploadKey = 'carillon-upload';

export const fromBase64 = (md5Hash: string): string => Buffer.from(md5Hash, 'base64').toString('hex');

const noted = ({ metadata }: FileMetadata, key: string): string | undefined => {
  const value = metadata?.[key];
  return typeof value === 'string' ? value : undefined;
};

export const writeIdOf = (object: FileMetadata): string | undefined => noted(object, writeIdKey);

/**
 * Lower-case hex; undefined for an object that was composed of others, of which Cloud Storage knows no MD5, until we have noted it. Whoever
 * notes a wrong one deceives nobody but the company in whose folder they may write.
 */
export const md5Of = (object: FileMetadata): string | undefined => {
  if (object.md5Hash !== undefined) return fromBase64(object.md5Hash);
  const md5 = noted(object, md5Key);
  return md5 !== undefined && /^[0-9a-f]{32}$/.test(md5) ? md5 : undefined;
};

/** Generations are microseconds since 1970 and fit a number until 2255. */
export const generationOf = ({ generation }: FileMetadata): number => Number(generation);

const uploadOf = (object: FileMetadata): Pick<StoredFile, 'uploadId'> => {
  const uploadId = noted(object, uploadKey);
  return uploadId === undefined ? {} : { uploadId };
};

export const toStored = (path: string, object: FileMetadata, md5: string): StoredFile => ({
  path,
  bytes: Number(object.size),
  md5,
  generation: generationOf(object),
  ...uploadOf(object),
});
