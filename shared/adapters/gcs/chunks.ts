import type { Readable } from 'node:stream';

export type Chunk = Readonly<{ bytes: Buffer; offset: number; isLast: boolean }>;

/** Pieces of exactly `size` bytes, the last one shorter (empty where there is nothing at all). No more than two are held at a time. */
export async function* chunksOf(content: AsyncIterable<Buffer | string>, size: number): AsyncGenerator<Chunk> {
  let held: Buffer[] = [];
  let [heldBytes, offset] = [0, 0];
  for await (const piece of content) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    held.push(bytes);
    heldBytes += bytes.length;
    // one byte more must be there, or this may be the last one
    while (heldBytes > size) {
      const [only] = held;
      const all = held.length === 1 && only ? only : Buffer.concat(held);
      yield { bytes: all.subarray(0, size), offset, isLast: false };
      held = [all.subarray(size)];
      heldBytes -= size;
      offset += size;
    }
  }
  yield { bytes: Buffer.concat(held), offset, isLast: true };
}

/** A string's own iterator would give single characters. */
export const asPieces = (content: Readable | Buffer | string): AsyncIterable<Buffer | string> =>
  typeof content === 'string' || Buffer.isBuffer(content)
    ? (async function* () {
        yield content;
      })()
    : (content as AsyncIterable<Buffer | string>);
