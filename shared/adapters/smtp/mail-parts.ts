/** A part of a mail (RFC 2045): its headers by their lower-case names, the first of each name, and what it holds, decoded. */
export type MailPart = Readonly<{
  headers: Readonly<Record<string, string>>;
  /** media type in lower case */
  type: string;
  text: string;
  parts: readonly MailPart[];
}>;

const mostParts = 50;
const deepest = 8;
const longestHead = 256 * 1024;

const bytesOfQuoted = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll(/=[ \t]*\r?\n/g, '')
      .replaceAll(/=([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

const decoded = (encoding: string, body: string): string => {
  if (/^base64$/i.test(encoding)) return Buffer.from(body, 'base64').toString();
  return /^quoted-printable$/i.test(encoding) ? bytesOfQuoted(body).toString() : body;
};

/** Header fields, unfolded; whoever writes a name twice means the first. */
export const headersOf = (head: string): Readonly<Record<string, string>> => {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const line of head
    .slice(0, longestHead)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) found[line.slice(0, colon).trim().toLowerCase()] ??= line.slice(colon + 1).trim();
  }
  return found;
};

const emptyLine = /\r?\n\r?\n/;

/** Head and body; a part may begin with the empty line, and then has no headers. */
const split = (raw: string): readonly [head: string, body: string] => {
  if (/^\r?\n/.test(raw)) return ['', raw.replace(/^\r?\n/, '')];
  const found = emptyLine.exec(raw);
  return found ? [raw.slice(0, found.index), raw.slice(found.index + found[0].length)] : [raw, ''];
};

const boundaryIn = (type: string): string | undefined => {
  const { quoted, bare } = /;\s*boundary\s*=\s*(?:"(?<quoted>[^"]{1,200})"|(?<bare>[^\s;"]{1,200}))/i.exec(type)?.groups ?? {};
  return quoted ?? bare;
};

/** What stands between the lines of a boundary. A mail that was cut off has a last part all the same. */
const between = (body: string, boundary: string): readonly string[] => {
  const found: string[] = [];
  let part: string[] | undefined;
  for (const line of body.split('\n')) {
    const said = line.trimEnd();
    if (said !== `--${boundary}` && said !== `--${boundary}--`) {
      part?.push(line);
      continue;
    }
    if (part) found.push(part.join('\n'));
    part = said === `--${boundary}` && found.length < mostParts ? [] : undefined;
    if (!part) return found;
  }
  return part ? [...found, part.join('\n')] : found;
};

const readAt = (raw: string, depth: number): MailPart => {
  const [head, body] = split(raw);
  const headers = headersOf(head);
  const whole = headers['content-type'] ?? 'text/plain';
  const type = (whole.split(';')[0] ?? '').trim().toLowerCase();
  const boundary = type.startsWith('multipart/') && depth < deepest ? boundaryIn(whole) : undefined;
  const text = boundary === undefined ? decoded(headers['content-transfer-encoding'] ?? '', body) : '';
  const parts = boundary === undefined ? [] : between(body, boundary).map((part) => readAt(part, depth + 1));
  return { headers, type, text, parts };
};

/** Reads a mail as far as its parts go; 50 parts side by side and eight levels at most, what is beyond is left out. Throws nothing. */
export const readMailParts = (raw: string): MailPart => readAt(raw, 0);
