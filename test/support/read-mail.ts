/** What a mail program shows of a mail: headers by their lower-case names, and its parts by their type. */
export type ReadMail = Readonly<{ headers: Readonly<Record<string, string>>; parts: Readonly<Record<string, string>> }>;

const bytesOfQuoted = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

const decodeBody = (encoding: string, body: string): string => {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? bytesOfQuoted(body).toString() : body;
};

/** Encoded words (RFC 2047); what stands between two of them is none of the text. */
const decodeHeader = (value: string): string => {
  const word = /=\?utf-8\?([QB])\?([^?]*)\?=/gi;
  const bytes = (kind: string, text: string) =>
    kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : bytesOfQuoted(text.replaceAll('_', ' '));
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/(?:=\?utf-8\?[QB]\?[^?]*\?=)+/gi, (run) =>
      Buffer.concat([...run.matchAll(word)].map(([, kind = '', text = '']) => bytes(kind, text))).toString(),
    );
};

const headersOf = (head: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), decodeHeader(line.slice(line.indexOf(':') + 1).trim())]),
  );

const split = (raw: string): readonly [head: string, body: string] => {
  const at = raw.indexOf('\r\n\r\n');
  return [raw.slice(0, at), raw.slice(at + 4)];
};

/** Reads a mail of one part, or of several side by side. */
export const readMail = (raw: string): ReadMail => {
  const [head, body] = split(raw);
  const headers = headersOf(head);
  const type = headers['content-type'] ?? 'text/plain';
  const boundary = /boundary="([^"]+)"/.exec(type)?.[1];
  if (boundary === undefined) {
    const text = decodeBody(headers['content-transfer-encoding'] ?? '7bit', body).replace(/\r?\n$/, '');
    return { headers, parts: { [type.split(';')[0] ?? '']: text } };
  }
  const inner = body.split(`--${boundary}`).slice(1, -1);
  const read = inner.map((part) => readMail(part.replace(/^\r\n/, '').replace(/\r\n$/, '')).parts);
  return { headers, parts: Object.assign({}, ...read) as Readonly<Record<string, string>> };
};
