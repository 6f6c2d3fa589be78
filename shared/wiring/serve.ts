import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { problem, type DoorRequest, type DoorResponse } from '#functions/door.ts';
import { admission, full, roomOfAHouse, type Admission, type Guest, type Room } from './admission.ts';
import { HouseUnavailable } from './house-unavailable.ts';
import { letGo } from './let-go.ts';

/** One route of the embedded server; undefined: not mine. Those that take a stream are asked before the body is read. */
export type Route = ((request: DoorRequest) => Promise<DoorResponse> | undefined) & Readonly<{ takesStream?: true }>;

const maxBodyBytes = 1_000_000;
/** For a body of a megabyte; whoever takes a stream watches it himself. */
const readMs = 30_000;
const requestMs = 300_000;
/** As long as Cloud Run gives an instance that is to end. */
const endingMs = 10_000;

const tooLarge = problem(413, 'too_large', 'A request may have one megabyte. Drop files instead of posting them.');

/** The whole body, or why it was not read. By events: an async iterator costs as much as the rest of a callback's handling. */
const readBody = (request: IncomingMessage, guest: Guest): Promise<string | DoorResponse> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    let isRefused = false;
    const timer = setTimeout(() => reject(new Error('the body did not come in time')), readMs);
    request.on('data', (part: Buffer) => {
      // whoever was refused has left: what he still sends is not counted
      if (isRefused) return;
      bytes += part.length;
      const isTooLarge = bytes > maxBodyBytes;
      isRefused = isTooLarge || !guest.brings(part.length);
      if (isRefused) resolve(isTooLarge ? tooLarge : full);
      else parts.push(part);
    });
    request.once('end', () => {
      clearTimeout(timer);
      const [only] = parts;
      if (!isRefused) resolve(parts.length === 1 && only ? only.toString('utf8') : Buffer.concat(parts).toString('utf8'));
    });
    request.once('error', reject);
    request.once('close', () => {
      clearTimeout(timer);
      if (!request.complete) reject(new Error('the caller went away'));
    });
  });

const write = (response: ServerResponse, { status, headers = {}, body = '', bytes }: DoorResponse): void => {
  response.writeHead(status, { ...headers, 'content-length': bytes?.byteLength ?? Buffer.byteLength(body) });
  response.end(bytes ?? body);
};

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/** A page in somebody's browser may reach this port under a name of its own that points here (DNS rebinding): its Host gives it away. */
const isForeign = ({ headers: { host = '' } }: IncomingMessage, publicHost: string | undefined): boolean =>
  !loopback.test(host) && host !== publicHost;

const firstOf = (routes: readonly Route[], asked: DoorRequest): Promise<DoorResponse> | undefined => {
  for (const route of routes) {
    const answered = route(asked);
    if (answered) return answered;
  }
  return undefined;
};

const readAndAnswer = async (
  request: IncomingMessage,
  { streamed, read, guest }: Serving & Readonly<{ guest: Guest }>,
): Promise<DoorResponse> => {
  const { method = 'GET', url = '/' } = request;
  const head = { method, url, headers: request.headers as DoorRequest['headers'], body: '' };
  const taken = firstOf(streamed, { ...head, stream: request });
  if (taken) return taken;
  const body = await readBody(request, guest);
  if (typeof body !== 'string') return { ...body, headers: { ...body.headers, connection: 'close' } };
  return firstOf(read, { ...head, body }) ?? problem(404, 'not_found', 'There is nothing here. Try /health/ready.');
};

const answer = async (request: IncomingMessage, serving: Serving): Promise<DoorResponse> => {
  if (isForeign(request, serving.publicHost)) return problem(403, 'host_unknown', 'This house answers under its own address alone.');
  const guest = serving.admit();
  if (!guest) return full;
  try {
    return await readAndAnswer(request, { ...serving, guest });
  } finally {
    guest.leave();
  }
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

type Serving = Readonly<{
  streamed: readonly Route[];
  read: readonly Route[];
  admit: Admission;
  /** the name under which providers reach us, where that is not loopback */ publicHost?: string;
}>;

export type Listening = Readonly<{ port: number; close: () => Promise<void> }>;

export type ServeOptions = Readonly<{
  asked: number;
  had?: number | undefined;
  publicUrl?: string | undefined;
  room?: Room;
  /** for what is under way when it closes */ endsWithinMs?: number;
}>;

/** Nobody new is let in; what is under way is answered, within this time. A connection that a client keeps open is idle from then on. */
const closeGently = (server: Server, mostMs: number): Promise<void> =>
  new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), mostMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });

/** All doors behind one server on loopback. `asked` is a port that must be had, `had` one to take again where it is free. */
export const serve = async (
  routes: readonly Route[],
  { asked, had, publicUrl, room = roomOfAHouse, endsWithinMs = endingMs }: ServeOptions,
): Promise<Listening> => {
  const [read, streamed] = [routes.filter((route) => !route.takesStream), routes.filter((route) => route.takesStream)];
  const serving = { read, streamed, admit: admission(room), ...(publicUrl === undefined ? {} : { publicHost: new URL(publicUrl).host }) };
  const server = createServer((request, response) => {
    answer(request, serving)
      .then((answered) => {
        letGo(request, response);
        write(response, answered);
      })
      .catch(() => response.destroy());
  });
  server.requestTimeout = requestMs;
  server.keepAliveTimeout = 65_000;
  try {
    const port = await listen(server, asked !== 0 ? asked : (had ?? 0)).catch((error: unknown) => {
      if (asked !== 0 || had === undefined) throw error;
      return listen(server, 0);
    });
    return {
      port,
      close: () => closeGently(server, endsWithinMs),
    };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new HouseUnavailable(`can't listen on 127.0.0.1:${asked} (${code}): choose a free port with --port, or leave it out`);
  }
};
