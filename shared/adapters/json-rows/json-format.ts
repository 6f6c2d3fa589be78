import type { ReadRow, RowFormat, SourceFile } from '#ports/row-reader.ts';
import { looksLikeLines, looksLikeList } from './kind-of-json.ts';
import { listSplitter, type Element } from './list-splitter.ts';
import { headerOf, objectRow } from './object-rows.ts';

async function* elementsOf({ open }: SourceFile): AsyncGenerator<Element> {
  const splitter = listSplitter();
  const source = await open(0);
  try {
    for await (const block of source as AsyncIterable<Buffer>) yield* splitter.take(block);
    splitter.end();
  } finally {
    source.destroy();
  }
}

async function* read(file: SourceFile, start: number): AsyncGenerator<ReadRow> {
  const header = await headerOf(elementsOf(file));
  if (start === 0) yield { cells: header, end: 1, row: 0, understood: { format: 'json', encoding: 'utf-8', columns: header.length } };
  let row = 0;
  for await (const element of elementsOf(file)) {
    row += 1;
    if (row >= start) yield objectRow(element, header, { end: row + 1, row });
  }
}

/** JSON with one list of objects: rows are numbered as they stand in it, and a place in the file is the number of the next one. */
export const jsonFormat: RowFormat = { isIt: (head, { name }) => looksLikeList(head) && !looksLikeLines(head, name), read };
