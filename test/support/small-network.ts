import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OutgoingContent, ReportRequest } from '#ports/provider.ts';
import type { Trouble } from '../contracts/provider.opened.ts';

export type Answer = Readonly<{ status: number; json: unknown }>;
export type Asked = Readonly<{ method: string; path: string; query: URLSearchParams; headers: IncomingHttpHeaders; body: string }>;
/** A message that the network has taken. */
export type Taken = Readonly<{ to: string; from: string; content: OutgoingContent; callbackUrl?: string; tag?: string }>;
export type Kept = Taken & Readonly<{ id: string; createdAt: number; status: string }>;

/** How a provider's API sounds. */
export type Dialect = Readonly<{
  isKnown: (headers: IncomingHttpHeaders) => boolean;
  stranger: Answer;
  isCreate: (asked: Asked) => boolean;
  /** a create request → the message, or how it is refused */
  take: (asked: Asked) => Taken | Answer;
  idOf: (number: number) => string;
  created: (message: Kept) => Answer;
  troubles: Readonly<Record<'too many requests' | 'error' | 'unavailable', Answer>>;
  /** any other request */
  ask: (asked: Asked, kept: readonly Kept[]) => Answer;
  /** what becomes of a message, in the network's words, in order; each is reported where `report` makes a request of it */
  steps: readonly string[];
  report: (message: Kept) => ReportRequest | undefined;
}>;

export type SmallNetwork = Readonly<{
  port: number;
  baseUrl: string;
  trouble: (kind: Trouble) => Promise<void>;
  received: (to: string) => Promise<readonly Readonly<{ to: string; from: string; content: OutgoingContent }>[]>;
  close: () => Promise<void>;
}>;

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

const sendJson = (response: ServerResponse, { status, json }: Answer): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
};

const isAnswer = (given: Taken | Answer): given is Answer => 'status' in given;

/** A provider in small, on loopback: takes messages over HTTP, makes trouble when told, and calls back. Keeps everything in memory. */
export const openSmallNetwork = async (dialect: Dialect): Promise<SmallNetwork> => {
  const kept: Kept[] = [];
  const open = new Set<Promise<unknown>>();
  let [next, closed]: [Trouble | undefined, boolean] = [undefined, false];

  const report = async (message: Kept): Promise<void> => {
    const request = dialect.report(message);
    if (!request) return;
    const { method, url, headers, body } = request;
    const given = Object.entries(headers).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
    await fetch(url, { method, headers: given, ...(method !== 'GET' && { body }) }).catch(() => undefined);
  };
  const travel = async (number: number): Promise<void> => {
    // answers go first: many callbacks would make the next requests wait
    await sleep(20);
    for (const status of dialect.steps) {
      if (closed) return;
      kept[number] = { ...kept[number]!, status };
      await report(kept[number]);
    }
  };
  const goWrong = (response: ServerResponse, trouble: Trouble): void => {
    if (trouble === 'silence') return;
    if (trouble === 'cut' || trouble === 'cut after accept') return void response.destroy();
    if (trouble === 'malformed after accept') return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"id": "');
    sendJson(response, dialect.troubles[trouble]);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://network.invalid');
    const body = await readBody(request);
    const asked = { method: String(request.method), path: pathname, query: searchParams, headers: request.headers, body };
    if (!dialect.isKnown(asked.headers)) return sendJson(response, dialect.stranger);
    const trouble = next;
    next = undefined;
    if (trouble && !trouble.endsWith('after accept')) return goWrong(response, trouble);
    if (!dialect.isCreate(asked)) return sendJson(response, dialect.ask(asked, kept));
    const taken = dialect.take(asked);
    if (isAnswer(taken)) return sendJson(response, taken);
    const number = kept.length;
    kept.push({ ...taken, id: dialect.idOf(number), createdAt: Date.now(), status: 'accepted' });
    if (trouble) goWrong(response, trouble);
    else sendJson(response, dialect.created(kept[number]!));
    return travel(number);
  };
  const server = createServer((request, response) => {
    const answering = answer(request, response).finally(() => open.delete(answering));
    open.add(answering);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    baseUrl: `http://127.0.0.1:${port}`,
    trouble: async (kind) => void (next = kind),
    received: async (recipient) => kept.filter(({ to }) => to === recipient).map(({ to, from, content }) => ({ to, from, content })),
    close: async () => {
      closed = true;
      const stopped = new Promise((resolve) => void server.close(resolve));
      server.closeAllConnections();
      await Promise.allSettled(open);
      await stopped;
    },
  };
};
