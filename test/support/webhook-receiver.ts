import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = Readonly<{ headers: Readonly<Record<string, string>>; body: string; event: Told }>;
type Told = Readonly<{ id: string; type: string; timestamp: string; sample?: true; data: Readonly<Record<string, unknown>> }>;
type Answering = (response: ServerResponse, received: Received) => void;

export type WebhookReceiver = Readonly<{
  url: string;
  received: Received[];
  /** from now on; default: 204 */
  answer: (answering: Answering) => void;
  close: () => Promise<void>;
}>;

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** A customer's server, on loopback. */
export const openWebhookReceiver = async (): Promise<WebhookReceiver> => {
  const received: Received[] = [];
  let answering: Answering = (response) => void response.writeHead(204).end();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const one = { headers: headersOf(request), body, event: JSON.parse(body) as Told };
      received.push(one);
      answering(response, one);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (next) => void (answering = next),
    close: async () => {
      const closed = new Promise((resolve) => void server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
};

/** An answer with a status, and a Retry-After where one is given. */
export const answers =
  (status: number, headers: Record<string, string> = {}, body = ''): Answering =>
  (response) =>
    void response.writeHead(status, headers).end(body);
