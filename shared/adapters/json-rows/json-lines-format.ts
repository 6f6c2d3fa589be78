import { readingLimits } from '#domain/packet/reading-limits.ts';
import type { ReadRow, RowFormat, SourceFile } from '#ports/row-reader.ts';
import { looksLikeLines } from './kind-of-json.ts';
import type { Element } from './list-splitter.ts';
import { headerOf, objectRow } from './object-rows.ts';

const lineFeed = 0x0a;

type Line = Readonly<{ element: Element; /** the byte behind it */ end: number }>;

/** Lines from a byte on. Of one that is too large only its end is looked for. */
async function* linesOf({ open }: SourceFile, start: number): AsyncGenerator<Line> {
  const source = await open(start);
  let parts: Buffer[] = [];
  let size = 0;
  let at = start;
  const keep = (part: Buffer): void => {
    size += part.length;
    at += part.length;
    parts = size > readingLimits.recordBytes ? [] : [...parts, part];
  };
  const line = (): Line => {
    const element = size > readingLimits.recordBytes ? undefined : Buffer.concat(parts);
    parts = [];
    size = 0;
    return { element, end: at };
  };
  try {
    for await (const block of source as AsyncIterable<Buffer>) {
      let from = 0;
      for (let feed = block.indexOf(lineFeed); feed >= 0; feed = block.indexOf(lineFeed, from)) {
        keep(block.subarray(from, feed + 1));
        from = feed + 1;
        yield line();
      }
      keep(block.subarray(from));
    }
    if (size > 0) yield line();
  } finally {
    source.destroy();
  }
}

const isBlank = (element: Element): boolean =>
  element !== undefined && element.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
const withoutMark = (element: Element): Element => (element?.toString('hex', 0, 3) === 'efbbbf' ? element.subarray(3) : element);

async function* elementsOf(file: SourceFile): AsyncGenerator<Element> {
  for await (const { element } of linesOf(file, 0)) yield withoutMark(element);
}

/** A place in the file is a byte of it plus one, so that the beginning of the rows is not the beginning of the file, where the header comes from. */
async function* read(file: SourceFile, start: number): AsyncGenerator<ReadRow> {
  const header = await headerOf(elementsOf(file));
  if (start === 0) yield { cells: header, end: 1, row: 0, understood: { format: 'json_lines', encoding: 'utf-8', columns: header.length } };
  for await (const { element, end } of linesOf(file, Math.max(0, start - 1))) {
    if (isBlank(element)) yield { cells: [], end: end + 1 };
    else yield objectRow(withoutMark(element), header, { end: end + 1 });
  }
}

/** An object a line: rows are numbered by their lines. */
export const jsonLinesFormat: RowFormat = { isIt: (head, { name }) => looksLikeLines(head, name), read };
