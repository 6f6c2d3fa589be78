import { setTimeout as sleep } from 'node:timers/promises';
import type { v1 } from '@google-cloud/firestore';
import type { Metadata } from '@grpc/grpc-js';
import { backoff } from './backoff.ts';
import { isWorthAnotherRead } from './call-failure.ts';
import { operationMeter, type Meter } from './meter.ts';
import { versionOf, type Precondition, type Stored, type Timestamp, type Value, type Write } from './proto.ts';

export type FirestoreOptions = Readonly<{
  projectId: string;
  databaseId: string;
  /** `host:port` of an emulator. With it no credentials are used or looked for. */
  host?: string;
  meter?: Meter;
  /** added to every call, to see what a distance does */
  delayMs?: number;
  /** after that a commit counts as lost; 10 s unless told */
  commitMs?: number;
}>;

export type Query = Readonly<{
  /** path of the document under which to look, '' for the database */
  parent: string;
  structuredQuery: object;
  /** stops after the result with which so many bytes were read */
  maxBytes?: number;
}>;

/** `isCut`: `maxBytes` was reached, there may be more. */
export type Page = Readonly<{ found: readonly Stored[]; isCut: boolean }>;

export type FirestoreConnection = Readonly<{
  /** `projects/…/databases/…/documents`: what paths stand under in references */
  root: string;
  meter: Meter;
  /** All or nothing, tried once: whoever calls knows what a lost answer means. Rejects with the error of gRPC. */
  commit: (writes: readonly Write[]) => Promise<void>;
  /** The documents in the order of their paths; `mask` names the fields that are wanted, none for the version alone. */
  getMany: (paths: readonly string[], mask?: readonly string[]) => Promise<readonly (Stored | undefined)[]>;
  query: (query: Query) => Promise<Page>;
  /** Calls that are under way fail. */
  close: () => Promise<void>;
}>;

const commitMostMs = 10_000;
const readMs = 10_000;
const readTries = 4;
const readBackoffMs = 50;
const readBackoffMostMs = 2_000;

type Answers = NodeJS.EventEmitter & { cancel: () => void };
type CallOptions = Readonly<{ deadline: number }>;
type Stub = Readonly<{
  commit: (request: object, metadata: Metadata, options: CallOptions, done: (error: Error | null) => void) => void;
  batchGetDocuments: (request: object, metadata: Metadata, options: CallOptions) => Answers;
  runQuery: (request: object, metadata: Metadata, options: CallOptions) => Answers;
  close: () => void;
}>;
type Opened = Readonly<{ stub: Stub; metadata: (params: string) => Metadata }>;

/**
 * The SDK's own channel with its credentials, and the plain calls on it: what the SDK does on top (retries that nobody hears of, conversion
 * of values) is what we must do ourselves.
 */
const open = async ({ host, projectId }: FirestoreOptions, database: string): Promise<Opened> => {
  const { default: sdk } = (await import('@google-cloud/firestore')) as unknown as { default: { v1: typeof v1 } };
  // the copy that the SDK itself uses: its version is pinned to be one and the same
  const grpc = await import('@grpc/grpc-js');
  const [servicePath = '', port] = host?.split(':') ?? [];
  const local = {
    servicePath,
    port: Number(port),
    sslCreds: grpc.credentials.createInsecure(),
    // else the credentials of this machine would be asked for theirs
    clientOptions: { universeDomain: 'googleapis.com' },
    // nor does what stays on this machine go through a proxy
    'grpc.enable_http_proxy': 0,
  };
  const options = { projectId, ...(host !== undefined && local) } as ConstructorParameters<typeof v1.FirestoreClient>[0];
  const client = new sdk.v1.FirestoreClient(options);
  const stub = (await client.initialize()) as unknown as Stub;
  const metadata = (params: string): Metadata => {
    const headers = new grpc.Metadata();
    headers.set('google-cloud-resource-prefix', database);
    headers.set('x-goog-request-params', params);
    // what an emulator takes for the administrator that a server is
    if (host !== undefined) headers.set('authorization', 'Bearer owner');
    return headers;
  };
  return { stub, metadata };
};

type Answer = Readonly<{
  document?: Readonly<{ name: string; fields: Stored['fields']; updateTime: Timestamp }> | null;
  found?: Answer['document'];
  missing?: string;
}>;

const sizeOf = (value: Value): number => {
  if ('bytesValue' in value) return value.bytesValue.length;
  if ('stringValue' in value) return value.stringValue.length;
  if ('arrayValue' in value) return value.arrayValue.values.reduce((sum, one) => sum + sizeOf(one), 0);
  return 8;
};

const bytesOf = (fields: object): number =>
  Object.entries(fields as Record<string, Value>).reduce((sum, [name, value]) => sum + name.length + sizeOf(value), 0);

const countWrites = (meter: Meter, writes: readonly Write[]): void => {
  let deletes = 0;
  let ttlDeletes = 0;
  let bytesWritten = 0;
  for (const write of writes) {
    if ('delete' in write) deletes += 1;
    else {
      bytesWritten += bytesOf(write.update.fields);
      if ('expiresAt' in write.update.fields && !(write.currentDocument && 'updateTime' in write.currentDocument)) ttlDeletes += 1;
    }
  }
  meter.count({ writes: writes.length - deletes, deletes, ttlDeletes, bytesWritten, commits: 1 });
};

/** Collects what a call streams; `take` says whether it wants more. */
const collect = (answers: Answers, take: (answer: Answer) => boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    let enough = false;
    answers.on('data', (answer: Answer) => {
      if (enough || take(answer)) return;
      enough = true;
      resolve();
      answers.cancel();
    });
    answers.once('end', resolve);
    answers.on('error', reject);
  });

/** Nothing is called before the first use: the SDK is large. */
export const connectFirestore = (options: FirestoreOptions): FirestoreConnection => {
  const { projectId, databaseId, meter = operationMeter(), delayMs, commitMs = commitMostMs } = options;
  const database = `projects/${projectId}/databases/${databaseId}`;
  const root = `${database}/documents`;
  const databaseParam = `database=${encodeURIComponent(database)}`;
  let opening: Promise<Opened> | undefined;
  const opened = async (): Promise<Opened> => {
    if (delayMs !== undefined) await sleep(delayMs);
    opening ??= open(options, database).catch((error: unknown) => {
      // credentials may come later
      opening = undefined;
      throw error;
    });
    return opening;
  };

  const toStored = (found: NonNullable<Answer['document']>): Stored => {
    meter.count({ bytesRead: bytesOf(found.fields) });
    return { path: found.name.slice(root.length + 1), fields: found.fields, version: versionOf(found.updateTime) };
  };

  const nameOf = (path: string): string => `${root}/${path}`;
  const toRequest = (write: Write): object => {
    const currentDocument: Precondition | undefined = write.currentDocument;
    const condition = currentDocument && { currentDocument };
    if ('delete' in write) return { delete: nameOf(write.delete), ...condition };
    const { update, updateMask } = write;
    return {
      update: { name: nameOf(update.name), fields: update.fields },
      ...(updateMask && { updateMask: { fieldPaths: updateMask } }),
      ...condition,
    };
  };

  const reading = async <T>(read: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      try {
        return await read();
      } catch (error) {
        if (tries >= readTries || !isWorthAnotherRead(error)) throw error;
        await backoff(tries, readBackoffMs, readBackoffMostMs);
      }
    }
  };

  const commit = async (writes: readonly Write[]): Promise<void> => {
    const { stub, metadata } = await opened();
    const request = { database, writes: writes.map(toRequest) };
    await new Promise<void>((resolve, reject) => {
      const done = (error: Error | null): void => (error ? reject(error) : resolve());
      stub.commit(request, metadata(databaseParam), { deadline: Date.now() + commitMs }, done);
    });
    countWrites(meter, writes);
  };

  const getMany = async (paths: readonly string[], mask?: readonly string[]): Promise<readonly (Stored | undefined)[]> => {
    const { stub, metadata } = await opened();
    const request = {
      database,
      documents: paths.map(nameOf),
      ...(mask && { mask: { fieldPaths: mask.length > 0 ? mask : ['__name__'] } }),
    };
    const found = new Map<string, Stored>();
    const answers = stub.batchGetDocuments(request, metadata(databaseParam), { deadline: Date.now() + readMs });
    await collect(answers, (answer) => {
      meter.count({ reads: 1 });
      if (answer.found) {
        const stored = toStored(answer.found);
        found.set(stored.path, stored);
      }
      return true;
    });
    return paths.map((path) => found.get(path));
  };

  const query = async ({ parent, structuredQuery, maxBytes = Infinity }: Query): Promise<Page> => {
    const { stub, metadata } = await opened();
    const under = parent === '' ? root : nameOf(parent);
    const found: Stored[] = [];
    let bytes = 0;
    const params = `parent=${encodeURIComponent(under)}`;
    const answers = stub.runQuery({ parent: under, structuredQuery }, metadata(params), { deadline: Date.now() + readMs });
    await collect(answers, ({ document }) => {
      if (!document) return true;
      found.push(toStored(document));
      bytes += bytesOf(document.fields);
      return bytes < maxBytes;
    });
    meter.count({ reads: Math.max(1, found.length) });
    return { found, isCut: bytes >= maxBytes };
  };

  return {
    root,
    meter,
    commit,
    getMany: (paths, mask) => (paths.length === 0 ? Promise.resolve([]) : reading(() => getMany(paths, mask))),
    query: (asked) => reading(() => query(asked)),
    close: async () => {
      const { stub } = (await opening?.catch(() => undefined)) ?? {};
      stub?.close();
    },
  };
};
