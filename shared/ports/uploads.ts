/** One file that is still to come, in as many pieces as its sender likes. */
export type UploadToOpen = Readonly<{
  /** of the house; noted on the finished file */
  uploadId: string;
  /** where the file will lie, as FileStore names it */
  path: string;
  /** of the whole file */
  bytes: number;
  contentType: string;
  /** of the page whose browser sends it: only there may a page's script read the answers */
  origin?: string | undefined;
}>;

/** `url` is the right to write this one file, and to nothing else: whoever has it needs no key. It belongs in no log. */
export type OpenUpload = Readonly<{ url: string; expiresAt: string }>;

/** `gone`: it ended, was cancelled, or its time is over. */
export type UploadState = Readonly<{ state: 'open'; receivedBytes: number } | { state: 'whole' } | { state: 'gone' }>;

/**
 * Resumable uploads by Google Cloud Storage's protocol (https://cloud.google.com/storage/docs/performing-resumable-uploads), wherever they go:
 * PUT with Content-Range, 308 with Range for what is kept, 200 once the file is whole and stands under its path.
 */
export type Uploads = Readonly<{
  open: (wanted: UploadToOpen) => Promise<OpenUpload>;
  look: (url: string, bytes: number) => Promise<UploadState>;
  /** What has come is thrown away; of one that has ended nothing. */
  cancel: (url: string) => Promise<void>;
  /** Forgets those that nobody finished in their time, with what came of them; how many. A service that does so by itself says 0. */
  sweep: () => Promise<number>;
}>;

/** Of all but the last piece: each is a multiple of it. */
export const uploadQuantum = 256 * 1024;
/** An upload that nobody finishes is forgotten after so long; Cloud Storage does so by itself. */
export const uploadLifeMs = 7 * 86_400_000;
