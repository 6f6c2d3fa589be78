import { gcsFileStore, type GcsFileStoreOptions } from '#adapters/gcs/file-store.ts';
import { startStorageServer, type StorageServer, type StorageServerOptions } from '#adapters/storage-server/storage-server.ts';

// Nobody is to look for Google's machines from here.
process.env['METADATA_SERVER_DETECTION'] = 'none';

export const testBucket = 'carillon-test-drops';

export type GcsFiles = ReturnType<typeof gcsFileStore>;

export type TestStorage = Readonly<{
  server: StorageServer;
  /** one more file store on the same bucket, with an SDK of its own */
  files: (options?: Partial<GcsFileStoreOptions>) => GcsFiles;
}>;

/** Short pauses, and answers that are waited for long enough on a slow machine. */
const patience = { requestMs: 10_000, totalMs: 20_000, firstPauseMs: 5, longestPauseMs: 50 };

/** A storage server on loopback, in a folder that goes with it unless told. */
export const openTestStorage = async (options: Partial<StorageServerOptions> = {}): Promise<TestStorage> => {
  const server = await startStorageServer({ bucket: testBucket, ...options });
  const connection = { bucket: testBucket, projectId: 'carillon-test', apiEndpoint: server.url };
  return { server, files: (more = {}) => gcsFileStore({ ...connection, patience, chunkBytes: 256 * 1024, ...more }) };
};
