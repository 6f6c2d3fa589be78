import { rowChunksOf, waitingIn, type RowChunk } from '#domain/message/row-chunk.ts';
import type { Documents } from '#ports/documents.ts';
import { duePages } from './due-pages.ts';

/** Touches of a campaign that wait for their day, counted in the working documents. Firings that are still to come are none yet. */
export const waitingTouches = async (documents: Documents, campaignId: string): Promise<number> => {
  let waiting = 0;
  for await (const chunks of duePages<RowChunk>(documents, rowChunksOf(campaignId), '9999')) {
    for (const { data } of chunks) waiting += waitingIn(data);
  }
  return waiting;
};
