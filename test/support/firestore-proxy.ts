import { once } from 'node:events';
import http2 from 'node:http2';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * What happens to a commit on its way:
 * - `cut`: it is made, and the connection breaks before the answer
 * - `never`: it never arrives, and the connection breaks
 * - `hold`: the connection breaks, and it arrives when it is released
 * - `silence`: nobody answers, and it arrives when it is released
 */
export type Fault = 'cut' | 'never' | 'hold' | 'silence';

export type FirestoreProxy = Readonly<{
  host: string;
  /** The next commits meet these, one each; `undefined` lets one through. */
  next: (...faults: readonly (Fault | undefined)[]) => void;
  /** Asked for every commit for which `next` names nothing. */
  always: (choose: () => Fault | undefined) => void;
  /** Lets what is held go on to the database, and resolves when it was answered. */
  release: () => Promise<void>;
  /** How many are held. */
  held: () => number;
  close: () => Promise<void>;
}>;

const { HTTP2_HEADER_PATH } = http2.constants;

/** Stands between a client and Firestore, knows one call from another, and breaks them at exactly the wrong moment. */
export const openFirestoreProxy = async (target: string): Promise<FirestoreProxy> => {
  const upstream = http2.connect(`http://${target}`);
  upstream.on('error', () => undefined);
  const sessions = new Set<http2.Http2Session>();
  const planned: (Fault | undefined)[] = [];
  let choose: () => Fault | undefined = () => undefined;
  let waiting: (() => Promise<void>)[] = [];

  const send = (headers: http2.IncomingHttpHeaders, body: Buffer): http2.ClientHttp2Stream => {
    // a deadline of the client would run from the moment of arrival
    const { 'grpc-timeout': _, ...rest } = headers;
    const call = upstream.request(rest);
    call.on('error', () => undefined);
    call.end(body);
    return call;
  };

  const pass = (stream: http2.ServerHttp2Stream, call: http2.ClientHttp2Stream): void => {
    let trailers: http2.IncomingHttpHeaders = {};
    call.on('response', ({ ':status': status, ...headers }, flags) => {
      if (stream.destroyed) return;
      const endStream = (flags & http2.constants.NGHTTP2_FLAG_END_STREAM) > 0;
      stream.respond({ ':status': status, ...headers }, endStream ? { endStream } : { waitForTrailers: true });
    });
    call.on('trailers', (found) => (trailers = found));
    stream.on('wantTrailers', () => stream.sendTrailers(trailers));
    call.pipe(stream);
  };

  const answered = async (call: http2.ClientHttp2Stream): Promise<void> => {
    call.resume();
    if (!call.closed) await once(call, 'close');
  };

  const meet = async (fault: Fault | undefined, stream: http2.ServerHttp2Stream, headers: http2.IncomingHttpHeaders): Promise<void> => {
    const body = await buffer(stream);
    const cutOff = (): void => stream.session?.destroy();
    if (fault === undefined) return pass(stream, send(headers, body));
    if (fault === 'cut') await answered(send(headers, body));
    if (fault === 'hold' || fault === 'silence') waiting.push(() => answered(send(headers, body)));
    if (fault !== 'silence') cutOff();
  };

  const server = http2.createServer();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => undefined).on('close', () => sessions.delete(session));
  });
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined);
    const isCommit = String(headers[HTTP2_HEADER_PATH]).endsWith('/Commit');
    const fault = !isCommit ? undefined : planned.length > 0 ? planned.shift() : choose();
    // a client that goes away takes its body with it
    meet(fault, stream, headers).catch(() => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: (...faults) => void planned.push(...faults),
    always: (chooser) => void (choose = chooser),
    release: async () => {
      const released = waiting;
      waiting = [];
      await Promise.all(released.map((go) => go()));
    },
    held: () => waiting.length,
    close: async () => {
      upstream.destroy();
      for (const session of sessions) session.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
