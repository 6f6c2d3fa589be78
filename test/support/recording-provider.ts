import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Channel, Outcome, Outgoing, Provider } from '#ports/provider.ts';

export type RecordingProvider = Readonly<{
  provider: Provider;
  /** what it was handed, in its order, as it came over the wire */
  received: readonly Outgoing[];
  close: () => Promise<void>;
}>;

/** A provider of whatever channels are named: over HTTP on loopback it takes everything but what it is told to refuse, and reports nothing. */
export const openRecordingProvider = async (
  channels: readonly Channel[],
  accountId: string,
  refuses: (message: Outgoing) => boolean = () => false,
): Promise<RecordingProvider> => {
  const received: Outgoing[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const message = JSON.parse(Buffer.concat(parts).toString('utf8')) as Outgoing;
      received.push(message);
      if (refuses(message)) response.writeHead(400).end();
      else response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ reference: `R${received.length}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const send = async (message: Outgoing): Promise<Outcome> => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(message), signal: AbortSignal.timeout(5_000) });
    if (response.status !== 201) return { kind: 'refused', code: 'provider_error', retryable: false };
    const { reference } = (await response.json()) as { reference: string };
    return { kind: 'accepted', reference };
  };
  const provider: Provider = {
    name: 'recording',
    accountId,
    channels,
    callTimeoutMs: 5_000,
    send,
    listLagMs: 0,
    readReport: () => ({ kind: 'foreign', why: 'it reports nothing' }),
    close: async () => undefined,
  };
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { provider, received, close };
};
