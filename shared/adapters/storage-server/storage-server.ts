import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gate as newGate, type Access, type Gate, type Permission } from './access.ts';
import { readApiRequest, type ApiRequest } from './api-request.ts';
import { faults as newFaults, type Fault, type Operation } from './faults.ts';
import { finalizeEvents, type Notify } from './finalize-events.ts';
import { objectShelf } from './object-shelf.ts';
import { objectsApi, type Handler } from './objects-api.ts';
import { refusal, send, type Reply } from './reply.ts';
import { StorageError } from './storage-error.ts';
import { uploadSessions } from './upload-sessions.ts';
import { uploadsApi } from './uploads-api.ts';

export type StorageServerOptions = Readonly<{
  /** loopback port; 0: any free one */
  port?: number;
  /** where everything is kept, for the next start as well; none: a folder that goes with the server */
  dir?: string;
  bucket: string;
  /** who is told of every finished object */
  notify?: Notify;
  /** who may do what; none: everybody everything, though a signed URL is always checked */
  access?: Access;
  /** for the age of signatures, milliseconds */
  now?: () => number;
}>;

export type StorageServer = Readonly<{
  port: number;
  /** what STORAGE_EMULATOR_HOST takes */
  url: string;
  /** events that nobody has taken yet */
  pendingEvents: () => number;
  /** uploads that were begun and neither finished nor cancelled */
  openUploads: () => number;
  fail: (fault: Fault) => void;
  /** No request fails any more. */
  mend: () => void;
  close: () => Promise<void>;
}>;

/** What a caller needs for an operation that its handler does not check itself. */
const needed: Readonly<Partial<Record<Operation, Permission>>> = {
  'bucket.get': 'list',
  'object.list': 'list',
  'object.get': 'get',
  'object.read': 'get',
  'object.change': 'update',
  'object.delete': 'delete',
};

/** The session's address is the right to write to it. */
const needsNobody = (operation: Operation): boolean => ['upload.put', 'upload.status', 'upload.cancel'].includes(operation);

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => resolve((server.address() as AddressInfo).port));
  });

const openFolder = (given: string | undefined): Readonly<{ dir: string; forget: () => void }> => {
  const dir = given ?? mkdtempSync(join(tmpdir(), 'carillon-storage-'));
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(dir)) if (name.startsWith('new-')) rmSync(join(dir, name), { force: true });
  return { dir, forget: () => (given === undefined ? rmSync(dir, { recursive: true, force: true }) : undefined) };
};

const inStorageWords = (error: unknown): StorageError =>
  error instanceof StorageError ? error : new StorageError(500, 'backendError', 'Backend Error');

const assemble = (dir: string, gate: Gate, { bucket, notify }: StorageServerOptions) => {
  const parts = { dir, bucket, shelf: objectShelf(dir, bucket), events: finalizeEvents(dir, notify), gate };
  const sessions = uploadSessions(dir);
  const faults = newFaults();
  const cuts = new WeakMap<IncomingMessage, number>();
  const cutAfter = ({ request }: ApiRequest): number => cuts.get(request) ?? Infinity;
  const handlers: Readonly<Partial<Record<Operation, Handler>>> = { ...objectsApi(parts), ...uploadsApi(parts, { sessions, cutAfter }) };

  const handle = async (asked: ApiRequest, fault: Fault | undefined): Promise<Reply> => {
    const handler = handlers[asked.operation];
    if (!handler) throw new StorageError(404, 'notFound', 'Not Found');
    if (asked.bucket !== bucket) throw new StorageError(404, 'notFound', 'The specified bucket does not exist.');
    if (fault?.kind === 'status') throw new StorageError(fault.status, 'backendError', 'Ordered by a test.');
    if (fault?.kind === 'cut') cuts.set(asked.request, fault.afterBytes);
    const caller = needsNobody(asked.operation) ? undefined : parts.gate.callerOf(asked);
    const permission = needed[asked.operation];
    if (permission) parts.gate.check(caller, permission, asked.name);
    return handler(asked, caller);
  };
  return { ...parts, sessions, faults, handle, cutAfter };
};

const answer = async ({ handle, faults, cutAfter }: ReturnType<typeof assemble>, request: IncomingMessage, response: ServerResponse) => {
  const asked = readApiRequest(request);
  const fault = faults.take(asked.operation);
  if (fault?.kind === 'slow') await sleep(fault.delayMs, undefined, { ref: false });
  const reply = await handle(asked, fault).catch((error: unknown) => {
    if (error instanceof Error && error.message === 'cut') throw error;
    return refusal(inStorageWords(error), asked.api);
  });
  if (fault?.kind === 'lose-answer') {
    if (typeof reply.body === 'object') reply.body.destroy();
    throw new Error('the answer is lost');
  }
  await send(response, reply, fault?.kind === 'cut' && asked.operation === 'object.read' ? cutAfter(asked) : Infinity);
};

/**
 * The part of Cloud Storage's JSON API that its SDK uses, uploads by signed URL, and the finalize event, on loopback: for tests and for the
 * house on emulators. Objects, uploads under way and events that nobody has taken are known again after a restart. Rejects when the
 * port is taken.
 */
export const startStorageServer = async (options: StorageServerOptions): Promise<StorageServer> => {
  const gate = newGate(options.bucket, options.access, options.now ?? Date.now);
  const { dir, forget } = openFolder(options.dir);
  const parts = assemble(dir, gate, options);
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 600_000 }, (request, response) => {
    // a page in somebody's browser that had its own name point here has no business with files
    const isForeign = !loopback.test(request.headers.host ?? '');
    // taken now: a request whose body was given up has none any more
    const { socket } = request;
    if (isForeign) response.writeHead(403).end();
    else answer(parts, request, response).catch(() => socket.destroy());
  });
  try {
    const port = await listen(server, options.port ?? 0);
    return {
      port,
      url: `http://127.0.0.1:${port}`,
      pendingEvents: parts.events.pending,
      openUploads: parts.sessions.open,
      fail: parts.faults.add,
      mend: parts.faults.clear,
      close: async () => {
        parts.events.close();
        const closed = new Promise((resolve) => void server.close(resolve));
        server.closeAllConnections();
        await closed;
        forget();
      },
    };
  } catch (error) {
    parts.events.close();
    forget();
    throw error;
  }
};
