import { rowChunksOf, type RowChunk } from '#domain/message/row-chunk.ts';
import type { Documents, DueCursor } from '#ports/documents.ts';

const page = 200;

/** Touches of a campaign that wait for their day, counted in the working documents. */
export const waitingTouches = async (documents: Documents, campaignId: string): Promise<number> => {
  let waiting = 0;
  let after: DueCursor | undefined;
  for (;;) {
    const chunks = await documents.due<RowChunk>(rowChunksOf(campaignId), '9999', page, after);
    for (const { data } of chunks) for (const numbers of Object.values(data.due)) waiting += numbers.length;
    const last = chunks.at(-1);
    if (chunks.length < page || !last?.dueAt) return waiting;
    after = { dueAt: last.dueAt, path: last.path };
  }
};
