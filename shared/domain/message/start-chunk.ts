import { notBefore, type RowChunk } from './row-chunk.ts';

/** What was held back until the time that was named goes from another one on; what waits longer by itself goes on doing so. */
export const startChunkAt = (chunk: RowChunk, startsAt: string): RowChunk => {
  const { startsAt: before, touches, due, version } = chunk;
  const moved: Record<string, readonly number[]> = {};
  for (const [day, numbers] of Object.entries(due)) {
    const from = day === before ? startsAt : day;
    moved[from] = [...(moved[from] ?? []), ...numbers];
  }
  return { ...chunk, startsAt, due: notBefore({ version, touches, due: moved }, startsAt).due };
};
