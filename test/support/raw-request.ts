import { connect } from 'node:net';

/** What came back over the wire, as far as it came; headers in lower case, the last of each name. */
export type RawAnswer = Readonly<{ status: number; headers: Readonly<Record<string, string>>; text: string }>;

export type RawAsking = Readonly<{
  method: string;
  path: string;
  /** in their order; names may stand twice */
  headers?: readonly (readonly [name: string, value: string])[];
  body?: string | Buffer;
}>;

const answerMs = 20_000;

const bodyOf = (headers: Readonly<Record<string, string>>, rest: string): string => {
  if (headers['transfer-encoding'] !== 'chunked') return rest;
  const size = Number.parseInt(rest, 16);
  const from = rest.indexOf('\r\n') + 2;
  return size > 0 ? rest.slice(from, from + size) + bodyOf(headers, rest.slice(from + size + 2)) : '';
};

const answerOf = (text: string): RawAnswer => {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { status: Number(first.split(' ')[1] ?? 0), headers, text: bodyOf(headers, text.slice(end + 4)) };
};

/** A request byte by byte, with whatever a well-behaved client would never send. Its connection ends with the answer. */
export const askRaw = (origin: string, { method, path, headers = [], body = '' }: RawAsking): Promise<RawAnswer> => {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.setEncoding('latin1').setTimeout(answerMs, () => socket.destroy(new Error(`no answer to ${method} ${path}: ${text}`)));
    socket.on('data', (part: string) => (text += part));
    socket.once('error', (error) => (text === '' ? reject(error) : resolve(answerOf(text))));
    socket.once('close', () => resolve(answerOf(text)));
    const lines = [['host', hostname], ['connection', 'close'], ...headers].map(([name, value]) => `${name}: ${value}`);
    socket.write(Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1'));
    socket.write(body);
  });
};
