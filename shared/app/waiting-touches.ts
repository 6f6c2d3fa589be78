import { rowChunksOf, type RowChunk } from '#domain/message/row-chunk.ts';
import type { Documents } from '#ports/documents.ts';
import { duePages } from './due-pages.ts';

/** Touches of a campaign that wait for their day, counted in the working documents. */
export const waitingTouches = async (documents: Documents, campaignId: string): Promise<number> => {
  let waiting = 0;
  for await (const chunks of duePages<RowChunk>(documents, rowChunksOf(campaignId), '9999')) {
    for (const { data } of chunks) for (const numbers of Object.values(data.due)) waiting += numbers.length;
  }
  return waiting;
};
