import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What passes, for whoever watches. */
export type Passing =
  | Readonly<{ kind: 'came'; id: string; type: string }>
  | Readonly<{ kind: 'answered'; id: string; status: number; url: string }>
  | Readonly<{ kind: 'unanswered'; id: string; url: string; why: string }>;

export type WebhookRelay = Readonly<{ url: string; close: () => Promise<void> }>;

const forwardMs = 14_000;
const mostBytes = 64_000;
const mostAnswer = 4_096;
/** Of the connection, not of the call. */
const ownHeaders = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding']);

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    if ((bytes += (part as Buffer).length) > mostBytes) throw new Error('larger than any event');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString();
};

const typeIn = (body: string): string => {
  try {
    return String((JSON.parse(body) as { type?: unknown }).type);
  } catch {
    return 'no event';
  }
};

/** Takes what the house calls on loopback and hands it on as it is, signatures included; the answer goes back. */
export const relayWebhooks = async (url: string, watch: (passing: Passing) => void): Promise<WebhookRelay> => {
  const forward = async (request: IncomingMessage): Promise<Readonly<{ status: number; body: string }>> => {
    const body = await bodyOf(request);
    const id = String(request.headers['webhook-id'] ?? '');
    watch({ kind: 'came', id, type: typeIn(body) });
    const headers = Object.entries(request.headers).flatMap(([name, value]) => (ownHeaders.has(name) ? [] : [[name, String(value)]]));
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: Object.fromEntries(headers) as Record<string, string>,
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(forwardMs),
      });
      watch({ kind: 'answered', id, status: answer.status, url });
      return { status: answer.status, body: (await answer.text()).slice(0, mostAnswer) };
    } catch (error) {
      const { cause, message } = error as Error;
      watch({ kind: 'unanswered', id, url, why: cause instanceof Error ? cause.message : message });
      return { status: 502, body: 'nobody answered where this was forwarded to' };
    }
  };
  const server = createServer((request, response) => {
    forward(request).then(
      ({ status, body }) => void response.writeHead(status).end(body),
      () => void response.writeHead(400).end(),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      const closed = new Promise((resolve) => void server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
};
