import type { Bucket, StorageOptions } from '@google-cloud/storage';
import type { Agent, Dispatcher } from 'undici';

export type StorageConnection = Readonly<{
  projectId: string;
  /** another address than Google's: a storage server on this machine, to which nothing is authorized */
  apiEndpoint?: string;
  /** who is logged in, where that is not to be found out */
  authClient?: NonNullable<StorageOptions['authClient']>;
  /** shows who we are at another address as well */
  useAuthWithCustomEndpoint?: boolean;
}>;

export type Asked = Readonly<{ headers: Readonly<Record<string, string>>; requestMs: number; body?: Buffer }>;

/** A bucket by its SDK, and what goes past the SDK because it must be cut off in time: bodies, up and down. */
export type ConnectedBucket = Readonly<{
  bucket: Bucket;
  /** where a file's content is, without authorization */
  mediaUrl: (path: string, query: Readonly<Record<string, string>>) => string;
  authorization: () => Promise<Readonly<Record<string, string>>>;
  request: (method: 'GET' | 'PUT' | 'DELETE', url: string, asked: Asked) => Promise<Dispatcher.ResponseData>;
  close: () => Promise<void>;
}>;

const requester =
  (http: Agent): ConnectedBucket['request'] =>
  (method, url, { headers, requestMs, body }) => {
    const { origin, pathname, search } = new URL(url);
    const times = { headersTimeout: requestMs, bodyTimeout: requestMs };
    return http.request({ origin, path: pathname + search, method, headers, ...times, ...(body && { body }) });
  };

/**
 * Loads the SDK, which costs some 100 ms, and points it at the service. It is told to try nothing again: its retries know no deadline of
 * ours, and neither do its requests, because the `timeout` that it takes is ignored by the HTTP client below it.
 */
export const connectBucket = async (name: string, options: StorageConnection): Promise<ConnectedBucket> => {
  const [{ Storage }, { Agent }] = await Promise.all([import('@google-cloud/storage'), import('undici')]);
  const storage = new Storage({ ...options, retryOptions: { autoRetry: false } });
  const http = new Agent({ connect: { timeout: 10_000 }, allowH2: false });
  return {
    bucket: storage.bucket(name),
    mediaUrl: (path, query) =>
      `${storage.apiEndpoint}/storage/v1/b/${name}/o/${encodeURIComponent(path)}?${new URLSearchParams({ alt: 'media', ...query }).toString()}`,
    authorization: async () =>
      storage.customEndpoint && !storage.useAuthWithCustomEndpoint
        ? {}
        : Object.fromEntries((await storage.authClient.getRequestHeaders(storage.apiEndpoint)).entries()),
    request: requester(http),
    close: () => http.destroy(),
  };
};
