import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReportRequest } from '#ports/provider.ts';

export type CallbackReceiver = Readonly<{
  origin: string;
  requests: ReportRequest[];
  /** The next so many callbacks are answered with this status. */
  refuse: (count: number, status: number) => void;
  close: () => Promise<void>;
}>;

/** Takes a provider's callbacks and keeps them as a door would hand them to `readReport`. */
export const openCallbackReceiver = async (port = 0): Promise<CallbackReceiver> => {
  const requests: ReportRequest[] = [];
  let refusals: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)]));
      const url = `http://${request.headers.host}${request.url}`;
      requests.push({ method: String(request.method), url, headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(refusals.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  const close = async () => {
    const closed = new Promise((resolve) => void server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    refuse: (count, status) => {
      refusals = Array.from({ length: count }, () => status);
    },
    close,
  };
};
