import type { Readable } from 'node:stream';

export type StoredFile = Readonly<{
  /** slash-separated, relative to the bucket */
  path: string;
  bytes: number;
  /** lower-case hex of the content's MD5 */
  md5: string;
  /** grows with every replacement of the content under this path */
  generation: number;
  /** the upload by which it came, where it was opened by one */
  uploadId?: string;
}>;

export type FileStore = Readonly<{
  /** the name by which storage events call it; a folder has none */
  bucket?: string;
  /** Visible under its path only when written whole (write, then rename). Throws FileMoved when ifGeneration (0: must be new) does not hold. */
  write: (path: string, content: Readable | Buffer | string, options?: { ifGeneration?: number; uploadId?: string }) => Promise<StoredFile>;
  stat: (path: string) => Promise<StoredFile | undefined>;
  /** Bytes from `start` on. Throws FileGone when the path is not there, FileMoved when its generation is another one. */
  read: (path: string, options?: { start?: number; generation?: number }) => Promise<Readable>;
  /** By path, in order, `limit` behind `after`. */
  list: (prefix: string, limit: number, after?: string) => Promise<readonly StoredFile[]>;
  remove: (path: string) => Promise<void>;
}>;

export class FileGone extends Error {
  readonly code = 'file_gone';
  constructor() {
    super('the file is not there any more: drop it again');
    this.name = 'FileGone';
  }
}

export class FileMoved extends Error {
  readonly code = 'file_moved';
  constructor() {
    super('the file was replaced meanwhile: its new content is a packet of its own');
    this.name = 'FileMoved';
  }
}
