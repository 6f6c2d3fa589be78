import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { eventually } from './eventually.ts';

const root = join(import.meta.dirname, '../..');
/** What a run of all tests shares, so that 22 doors need not compile the same files 22 times. */
const compiled = process.env['NODE_COMPILE_CACHE'];

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

export type Answer = Readonly<{ status: number; body: string; type: string }>;
export type Asked = Readonly<{
  method?: string;
  path?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer<ArrayBuffer>;
}>;

export type SingleDoor = Readonly<{
  port: number;
  ask: (asked: Asked) => Promise<Answer>;
  /** what it has written to stdout and stderr so far */
  said: () => string;
  /** Ends the process, so that its folder is free. */
  stop: () => Promise<void>;
}>;

const stopped = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
};

/**
 * One door alone in a process of its own, under Google's functions framework, as on Cloud Run. Sends to loopback only. `folder` is where the
 * code and its packages are: the project itself, unless it says otherwise.
 */
export const openSingleDoor = async (name: string, env: Readonly<Record<string, string>>, folder = root): Promise<SingleDoor> => {
  const port = await freePort();
  const kept = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...(compiled !== undefined && { NODE_COMPILE_CACHE: compiled }) };
  const child = spawn(process.execPath, [join(folder, 'node_modules/@google-cloud/functions-framework/build/src/main.js')], {
    cwd: folder,
    env: { ...kept, ...env, FUNCTION_TARGET: name, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => void said.push(text));
  const ask = async ({ method = 'POST', path = '/', headers = {}, body }: Asked): Promise<Answer> => {
    const signal = AbortSignal.timeout(30_000);
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, signal, ...(body !== undefined && { body }) });
    return { status: response.status, body: await response.text(), type: response.headers.get('content-type') ?? '' };
  };
  const serves = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/robots.txt`).then(
      () => true,
      () => {
        if (child.exitCode !== null) throw new Error(`${name} ended: ${said.join('')}`);
        return false;
      },
    );
  await eventually(`${name} under the functions framework`, serves);
  return { port, ask, said: () => said.join(''), stop: () => stopped(child) };
};

/** CloudEvents 1.0 in binary mode: attributes in headers, data in the body. */
export const binaryEvent = (data: unknown, id = 'evt_1'): Asked => ({
  headers: {
    'content-type': 'application/json',
    'ce-specversion': '1.0',
    'ce-id': id,
    'ce-source': '//test',
    'ce-type': 'com.example.test',
  },
  body: JSON.stringify(data),
});

/** The same in structured mode: everything in the body. */
export const structuredEvent = (data: unknown, id = 'evt_1'): Asked => ({
  headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
  body: JSON.stringify({ specversion: '1.0', id, source: '//test', type: 'com.example.test', datacontenttype: 'application/json', data }),
});

export type Pushed = Readonly<{ messageId?: string; attributes?: Readonly<Record<string, string>>; attempt?: number; topic?: string }>;

/** As Pub/Sub pushes a message to a URL. */
export const push = (data: unknown, { messageId = '1', attributes = {}, attempt, topic = 'work' }: Pushed = {}): Asked => {
  const bytes = Buffer.from(data === undefined ? '' : JSON.stringify(data)).toString('base64');
  const message = { data: bytes, attributes, messageId, message_id: messageId, publishTime: '2026-11-20T10:46:17.006Z' };
  const envelope = { message, subscription: `projects/carillon-test/subscriptions/${topic}`, ...(attempt && { deliveryAttempt: attempt }) };
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(envelope) };
};
