import { Readable } from 'node:stream';
import { rowReaders } from '#wiring/row-readers.ts';
import type { ReadRow, SourceFile } from '#ports/row-reader.ts';

/** The content in blocks of this size, from a byte on, as a file store gives it. */
const opener =
  (content: string | Buffer, blockBytes = 65_536) =>
  (start: number): Promise<Readable> => {
    const bytes = Buffer.from(content).subarray(start);
    const count = Math.ceil(bytes.length / blockBytes);
    const blocks = Array.from({ length: count }, (_, n) => bytes.subarray(n * blockBytes, (n + 1) * blockBytes));
    return Promise.resolve(Readable.from(blocks, { objectMode: false }));
  };

export const sourceOf = (content: string | Buffer, name: string, blockBytes?: number): SourceFile => ({
  open: opener(content, blockBytes),
  name,
  bytes: Buffer.byteLength(content),
});

export const rowsOf = async (
  content: string | Buffer,
  { start = 0, blockBytes = 65_536, name = 'a.csv' } = {},
): Promise<readonly ReadRow[]> => Array.fromAsync(rowReaders().read(sourceOf(content, name, blockBytes), start));
export const cellsOf = async (content: string | Buffer, blockBytes?: number): Promise<readonly (readonly string[])[]> =>
  (await rowsOf(content, blockBytes === undefined ? {} : { blockBytes })).map(({ cells }) => cells);
/** Cells of a good row, the fault of a bad one. */
export const outline = async (content: string | Buffer): Promise<readonly (string | undefined)[]> =>
  (await rowsOf(content)).map(({ cells, fault }) => fault ?? cells.join('|'));
