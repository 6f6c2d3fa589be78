import { meanings, type Meaning } from '#domain/conversation/conversation.ts';
import type { PageLink } from './page-token.ts';
import type { NotTaken } from './page-words.ts';

type Request = Readonly<{ body: string; headers: Readonly<Record<string, string | undefined>> }>;

export type Posted = Readonly<{ what: Meaning | 'unsubscribe' }> | Readonly<{ wrong: NotTaken; status: number }>;

/** A button is a word; a mail program's whole form is a line. */
const mostLetters = 4_096;

const typeOf = (header = ''): Readonly<{ type: string; charset: string | undefined; boundary: string | undefined }> => ({
  type: (header.split(';')[0] ?? '').trim().toLowerCase(),
  charset: /;\s*charset\s*=\s*"?([\w-]+)/i.exec(header)?.[1]?.toLowerCase(),
  boundary: /;\s*boundary\s*=\s*(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(header)?.slice(1).find(Boolean),
});

/** Of a form with parts (RFC 7578), which mail programs may send: each field's first line. */
const partsIn = (body: string, boundary: string): URLSearchParams => {
  const fields = new URLSearchParams();
  for (const part of body.split(`--${boundary}`)) {
    const [head = '', ...content] = part.split('\r\n\r\n');
    const name = /content-disposition:\s*form-data;.*\bname="([^"]*)"/i.exec(head)?.[1];
    if (name !== undefined) fields.append(name, content.join('\r\n\r\n').replace(/\r\n$/, ''));
  }
  return fields;
};

const fieldsIn = ({ body, headers }: Request): URLSearchParams | undefined => {
  const { type, charset, boundary } = typeOf(headers['content-type']);
  const isPlain =
    (charset === undefined || charset === 'utf-8' || charset === 'us-ascii') && (headers['content-encoding'] ?? 'identity') === 'identity';
  // a mail program that says nothing of the type means a form
  if (isPlain && (type === 'application/x-www-form-urlencoded' || type === '')) return new URLSearchParams(body);
  return isPlain && type === 'multipart/form-data' && boundary !== undefined ? partsIn(body, boundary) : undefined;
};

/** What was posted: by our own button, or by a mail program for its user (RFC 8058). */
export const postedIn = ({ kind }: PageLink, request: Request): Posted => {
  if (request.body.length > mostLetters) return { wrong: 'too_large', status: 413 };
  const fields = fieldsIn(request);
  if (!fields) return { wrong: 'type_unknown', status: 415 };
  const chosen = fields.getAll('do');
  const isOneClick = fields.get('List-Unsubscribe') === 'One-Click' || (chosen.length === 1 && chosen[0] === 'unsubscribe');
  const what =
    kind === 'unsubscribe'
      ? isOneClick
        ? 'unsubscribe'
        : undefined
      : meanings.find((meaning) => chosen.length === 1 && meaning === chosen[0]);
  return what === undefined ? { wrong: 'nothing_chosen', status: 400 } : { what };
};
