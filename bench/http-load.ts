import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { share } from './ledger-times.ts';

export type LoadOptions = Readonly<{
  port: number;
  connections: number;
  /** left out: as many as are answered */
  perSecond?: number;
}>;

export type LoadResult = Readonly<{
  seconds: number;
  /** how many were answered with each status */
  statuses: Readonly<Record<string, number>>;
  /** milliseconds from the moment at which a request was to leave, so that a server that keeps it waiting is not let off */
  p50: number;
  p99: number;
  longest: number;
}>;

const headEnd = '\r\n\r\n';
const lengthIn = /\r\ncontent-length: *(\d+)/i;

/** The status of the answer that the text begins with, and where it ends; undefined: there is more to come. */
const answerIn = (text: string): Readonly<{ status: string; end: number }> | undefined => {
  const head = text.indexOf(headEnd);
  if (head < 0) return undefined;
  const end = head + headEnd.length + Number(lengthIn.exec(text.slice(0, head))?.[1] ?? 0);
  return text.length < end ? undefined : { status: text.slice(9, 12), end };
};

/** One request at a time over one connection that is kept; a client that parses no more than it must leaves the other side all of the machine. */
const lineTo = (port: number): Promise<Readonly<{ ask: (request: Buffer) => Promise<string>; end: () => void }>> =>
  new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let text = '';
    let answered: ((status: string) => void) | undefined;
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => {
      text += part;
      const answer = answerIn(text);
      if (!answer) return;
      text = text.slice(answer.end);
      answered?.(answer.status);
    });
    socket.on('close', () => answered?.('closed'));
    socket.once('error', reject);
    const ask = (request: Buffer): Promise<string> =>
      new Promise((done) => {
        answered = done;
        socket.write(request);
      });
    socket.once('connect', () => resolve({ ask, end: () => socket.destroy() }));
  });

/** Sends all of the requests, at the given rate whatever the answers take, or one after the other over each connection. */
export const loadHttp = async (requests: readonly Buffer[], { port, connections, perSecond }: LoadOptions): Promise<LoadResult> => {
  const lines = await Promise.all(Array.from({ length: connections }, () => lineTo(port)));
  const statuses: Record<string, number> = {};
  const waits: number[] = [];
  const started = performance.now();
  const dueAt = (n: number): number => (perSecond === undefined ? performance.now() : started + (1000 * n) / perSecond);
  let next = 0;
  await Promise.all(
    lines.map(async ({ ask, end }) => {
      for (let n = next++; n < requests.length; n = next++) {
        const due = dueAt(n);
        if (due - performance.now() > 0.5) await sleep(due - performance.now());
        const status = await ask(requests[n] as Buffer);
        waits.push(performance.now() - due);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
      end();
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  waits.sort((one, other) => one - other);
  return { seconds, statuses, p50: share(waits, 0.5), p99: share(waits, 0.99), longest: share(waits, 1) };
};
