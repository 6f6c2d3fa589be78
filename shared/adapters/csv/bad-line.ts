import type { ReadRow } from '#ports/row-reader.ts';

/** A physical line that can't be used, as far as it was read: its text is not kept, it may have no end. */
export type BadLine = Readonly<{ bytes: number; text: string }>;

export const noBadLine: BadLine = { bytes: 0, text: '' };

/** What is kept of it: enough to find it again in the file. */
const keptChars = 200;

const cr = 0x0d;
const lf = 0x0a;

/** Behind the first line break; undefined where there is none, or where a line feed might follow. */
const lineEnd = (bytes: Buffer): number | undefined => {
  const feed = bytes.indexOf(lf);
  const carriage = bytes.subarray(0, feed < 0 ? bytes.length : feed).indexOf(cr);
  if (carriage < 0) return feed < 0 ? undefined : feed + 1;
  if (carriage + 1 === bytes.length) return undefined;
  return bytes[carriage + 1] === lf ? carriage + 2 : carriage + 1;
};

/** `size` of the bytes belong to the line; `isEnd`: and no more after them. */
export type Skipped = Readonly<{ line: BadLine; size: number; isEnd: boolean }>;

/** Goes on over a bad line. `isLast`: no bytes come after these. */
export const skipLine = ({ bytes: before, text }: BadLine, bytes: Buffer, isLast: boolean): Skipped => {
  const end = lineEnd(bytes) ?? (isLast ? bytes.length : undefined);
  const size = end ?? bytes.length - (bytes.at(-1) === cr ? 1 : 0);
  const more = text.length < keptChars ? bytes.toString('utf8', 0, Math.min(size, 4 * keptChars)) : '';
  return { line: { bytes: before + size, text: (text + more).slice(0, keptChars) }, size, isEnd: end !== undefined };
};

export const badRow = ({ bytes, text }: BadLine, end: number, maxRecordBytes: number): ReadRow => ({
  cells: [text.replace(/[\r\n]+$/, '')],
  end,
  fault: bytes > maxRecordBytes ? 'row_too_large' : 'row_unreadable',
});
