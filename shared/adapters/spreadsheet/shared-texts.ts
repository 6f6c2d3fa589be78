import type { Readable } from 'node:stream';
import { readingLimits } from '#domain/packet/reading-limits.ts';
import { FileUnreadable } from '#ports/row-reader.ts';
import { parseXml } from './xml-events.ts';

const { sharedTextBytes, sharedTexts } = readingLimits;

export type SharedTexts = Readonly<{ textOf: (index: number) => string | undefined }>;

export const tooLargeSheet = (): FileUnreadable =>
  new FileUnreadable(
    'sheet_too_large',
    'The spreadsheet is too large to be read as it is. In Excel: File > Save As > "CSV UTF-8 (comma delimited)", then drop that file.',
  );

/** Texts end to end in one buffer, outside of the heap: a million names as strings would be five times as large. */
const shelf = () => {
  let bytes = Buffer.allocUnsafe(65_536);
  let ends = new Uint32Array(4_096);
  let count = 0;
  let used = 0;
  const add = (text: string): void => {
    const size = Buffer.byteLength(text);
    if (used + size > sharedTextBytes || count >= sharedTexts) throw tooLargeSheet();
    if (used + size > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(used + size, bytes.length * 2));
      bytes.copy(larger, 0, 0, used);
      bytes = larger;
    }
    if (count === ends.length) {
      const more = new Uint32Array(ends.length * 2);
      more.set(ends);
      ends = more;
    }
    used += bytes.write(text, used);
    ends[count] = used;
    count += 1;
  };
  const textOf = (index: number): string | undefined =>
    index >= 0 && index < count ? bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]) : undefined;
  return { add, textOf };
};

/** What cells share (xl/sharedStrings.xml). Throws FileUnreadable where it is too much to be held. */
export const readSharedTexts = async (source: Readable | undefined): Promise<SharedTexts> => {
  const texts = shelf();
  if (!source) return texts;
  let parts = '';
  let inText = false;
  let inPhonetic = false;
  await parseXml(source, {
    open: (name) => {
      if (name === 'si') parts = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    close: (name) => {
      if (name === 'si') texts.add(parts);
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 't') inText = false;
    },
    text: (text) => {
      if (!inText) return;
      if (parts.length + text.length > 1_000_000) throw tooLargeSheet();
      parts += text;
    },
  });
  return texts;
};
