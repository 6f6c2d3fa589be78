import { z } from 'zod';
import { StorageError } from './storage-error.ts';

/** Metadata and objects sent in one piece together with it. Larger ones go by sessions. */
const largest = 32 * 1024 * 1024;

export const readBody = async (body: AsyncIterable<Buffer>): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > largest) throw new StorageError(413, 'uploadTooLarge', 'Send larger objects by a resumable upload.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

const described = z.object({
  name: z.string().optional(),
  contentType: z.string().optional(),
  contentEncoding: z.string().optional(),
  metadata: z.record(z.string(), z.string()).optional(),
});
export type Described = z.infer<typeof described>;

export const readDescribed = (text: string): Described => {
  try {
    return described.parse(text === '' ? {} : JSON.parse(text));
  } catch {
    throw new StorageError(400, 'parseError', 'Parse Error');
  }
};

const separator = Buffer.from('\r\n\r\n');

const partAt = (body: Buffer, from: number, mark: Buffer): Readonly<{ head: string; content: Buffer; end: number }> => {
  const headEnd = body.indexOf(separator, from);
  const end = body.indexOf(Buffer.concat([Buffer.from('\r\n'), mark]), Math.max(headEnd, 0));
  if (headEnd < 0 || end < 0) throw new StorageError(400, 'badContent', 'Malformed multipart body.');
  return { head: body.toString('utf8', from, headEnd), content: body.subarray(headEnd + separator.length, end), end: end + 2 };
};

/** The two parts of `uploadType=multipart`: what the object is called, and what is in it. */
export const readMultipart = (body: Buffer, contentType = ''): Readonly<{ facts: Described; content: Buffer }> => {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw new StorageError(400, 'badContent', 'Missing multipart boundary.');
  const mark = Buffer.from(`--${boundary}`);
  const first = partAt(body, body.indexOf(mark), mark);
  const second = partAt(body, first.end, mark);
  const type = /^content-type:\s*(.+)$/im.exec(second.head)?.[1]?.trim();
  const facts = readDescribed(first.content.toString('utf8'));
  return { facts: { ...facts, contentType: facts.contentType ?? type }, content: second.content };
};
