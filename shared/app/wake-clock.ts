import type { Cause } from '#domain/kernel/event.ts';
import { DocumentMoved, type DocumentWrite } from '#ports/documents.ts';
import { clockPath } from './campaign-document.ts';
import type { House } from './house.ts';

/** `replan`: look at every chunk, due or not, and at what waits in the queue. */
export type ClockDocument = Readonly<{ campaignId: string; replan?: boolean }>;

/** The campaign looks at all that it has at the next tick. */
export const replanWrite = (campaignId: string, { now }: Pick<Cause, 'now'>): DocumentWrite => ({
  path: clockPath(campaignId),
  data: { campaignId, replan: true } satisfies ClockDocument,
  dueAt: now,
});

/** Others wake the same clock at the same time: after these somebody has to write without asking. */
const tries = 4;

/**
 * Rows stand in the log and may be due: the campaign looks for due ones at the next tick. What its clock was told before stays told. A look at
 * every chunk for each packet would cost more with every packet. `commit` stores the write with what it follows from; it may be called again.
 */
export const wakeClock = async (
  { documents }: Pick<House, 'documents'>,
  campaignId: string,
  cause: Cause,
  commit: (wake: DocumentWrite) => Promise<void>,
): Promise<void> => {
  for (let left = tries; left > 0; left--) {
    const clock = await documents.get<ClockDocument>(clockPath(campaignId));
    const condition = clock ? { ifVersion: clock.version } : { ifAbsent: true as const };
    const data: ClockDocument = { ...clock?.data, campaignId };
    try {
      return await commit({ path: clockPath(campaignId), data, dueAt: cause.now, ...condition });
    } catch (error) {
      if (!(error instanceof DocumentMoved) || error.path !== clockPath(campaignId)) throw error;
    }
  }
  return commit(replanWrite(campaignId, cause));
};
