import { isUtf8 } from 'node:buffer';

/** `ascii`: nothing in the head tells; a record that is no UTF-8 is then Windows-1252. */
export type Encoding = 'utf-8' | 'ascii' | 'utf-16le' | 'utf-16be' | 'windows-1252';
/** `markBytes`: of the byte order mark. */
export type Encoded = Readonly<{ encoding: Encoding; markBytes: number }>;

const marks: readonly (readonly [hex: string, encoding: Encoding])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

const zerosAt = (head: Buffer, parity: number): number =>
  head.reduce((sum, byte, at) => sum + (byte === 0 && at % 2 === parity ? 1 : 0), 0);

/** Latin text in UTF-16 has a zero in most of its pairs of bytes, always on the same side. */
const unmarkedUtf16 = (head: Buffer): Encoding | undefined => {
  const sample = head.subarray(0, 2_000);
  const [even, odd] = [zerosAt(sample, 0), zerosAt(sample, 1)];
  if (even + odd < sample.length / 4 || (even > 0 && odd > 0)) return undefined;
  return even > 0 ? 'utf-16be' : 'utf-16le';
};

const isAscii = (line: Buffer): boolean => line.every((byte) => byte < 0x80);

/** One damaged row does not make a file Windows-1252: its lines that are not ASCII vote. */
const byLines = (head: Buffer): Encoding => {
  let votes = 0;
  for (let at = 0; at < head.length;) {
    const feed = head.indexOf(0x0a, at);
    const line = head.subarray(at, feed < 0 ? head.length : feed);
    if (!isAscii(line)) votes += isUtf8(line) ? 1 : -1;
    at += line.length + 1;
  }
  return votes > 0 ? 'utf-8' : 'windows-1252';
};

/** Without the character that the end of the head may have cut. */
const uncut = (head: Buffer): Buffer => {
  let end = head.length;
  while (end > 0 && head.length - end < 3 && ((head[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return (head[end - 1] ?? 0) >= 0xc0 ? head.subarray(0, end - 1) : head;
};

/** The encoding of a text by its first bytes. `isWhole`: there are no more. */
export const encodingOf = (head: Buffer, isWhole: boolean): Encoded => {
  const marked = marks.find(([hex]) => head.toString('hex', 0, hex.length / 2) === hex);
  if (marked) return { encoding: marked[1], markBytes: marked[0].length / 2 };
  const wide = head.length >= 8 ? unmarkedUtf16(head) : undefined;
  if (wide) return { encoding: wide, markBytes: 0 };
  const text = isWhole ? head : uncut(head);
  if (isAscii(text)) return { encoding: 'ascii', markBytes: 0 };
  return { encoding: isUtf8(text) ? 'utf-8' : byLines(text), markBytes: 0 };
};

const latin = new TextDecoder('windows-1252');

/** Windows-1252 of a text that was read as ISO 8859-1: they differ in the signs between 80 and 9F, the euro and typographic quotes among them. */
export const asWindows1252 = (cell: string): string => (/[\x80-\x9f]/.test(cell) ? latin.decode(Buffer.from(cell, 'latin1')) : cell);
