import type { Readable } from 'node:stream';
import type { SourceFile } from './row-reader.ts';

export type Opened = Readonly<{
  head: Buffer;
  /** nothing follows the head */ isWhole: boolean;
  source: Readable;
  rest: AsyncIterable<Buffer>;
}>;

async function* restOf(blocks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  for (;;) {
    const { done, value } = await blocks.next();
    if (done === true) return;
    yield value;
  }
}

/** Opens the file and reads its first bytes, `size` and more, or all that there are; `rest` is what follows. Whoever calls destroys the source. */
export const openHead = async ({ open }: SourceFile, size: number): Promise<Opened> => {
  const source = await open(0);
  try {
    const blocks = (source as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    const parts: Buffer[] = [];
    let bytes = 0;
    let isWhole = false;
    while (bytes < size && !isWhole) {
      const { done, value } = await blocks.next();
      if (done === true) isWhole = true;
      else {
        parts.push(value);
        bytes += value.length;
      }
    }
    return { head: Buffer.concat(parts), isWhole, source, rest: restOf(blocks) };
  } catch (error) {
    source.destroy();
    throw error;
  }
};

/** The first `size` bytes of a file, or all that there are. */
export const readHead = async (file: SourceFile, size: number): Promise<Readonly<{ head: Buffer; isWhole: boolean }>> => {
  const { head, isWhole, source } = await openHead(file, size);
  source.destroy();
  return { head: head.subarray(0, size), isWhole: isWhole && head.length <= size };
};
