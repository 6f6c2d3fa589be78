import { campaign, type KnownCampaign } from '#domain/campaign/campaign.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { campaignStream } from '#domain/kernel/streams.ts';
import { rowChunksOf, type RowChunk } from '#domain/message/row-chunk.ts';
import { DocumentMoved, type Document, type DocumentWrite, type DueCursor } from '#ports/documents.ts';
import { campaignWrite, clockPath, readCampaign, type CampaignDocument } from './campaign-document.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { topics } from './topics.ts';

const page = 200;
const endOfTime = '9999-12-31T00:00:00.000Z';

/** A chunk wants a run when a touch of it is due, or when it was planned for another version or for a campaign that is no more. */
const publishChunks = async (
  house: House,
  { campaignId, run, until }: { campaignId: string; run: number; until: string },
): Promise<number> => {
  let after: DueCursor | undefined;
  for (let published = 0; ;) {
    const chunks = await house.documents.due<RowChunk>(rowChunksOf(campaignId), until, page, after);
    if (chunks.length === 0) return published;
    await house.bus.publish(
      topics.queueRows,
      chunks.map(({ path }) => ({ data: { path, run }, key: path })),
    );
    published += chunks.length;
    const last = chunks.at(-1);
    if (chunks.length < page || !last?.dueAt) return published;
    after = { dueAt: last.dueAt, path: last.path };
  }
};

type ClockDocument = Readonly<{ campaignId: string; /** look at every chunk, due or not */ replan?: boolean }>;

/** Chunks that a run was told to take are looked at again after this: one whose hint was lost is found by the campaign itself. */
const checkAfterMs = 10 * 60_000;
const checkAt = (now: string): string => new Date(Date.parse(now) + checkAfterMs).toISOString();

/** The clock after a run: the next day on which a chunk has something due, or the check of this run or the one before, whichever is first. */
const clockAfter = async (
  { documents }: House,
  clock: Document<ClockDocument>,
  run: { now: string; published: number },
): Promise<DocumentWrite> => {
  const { campaignId } = clock.data;
  const [next] = await documents.due<RowChunk>(rowChunksOf(campaignId), endOfTime, 1, { dueAt: run.now, path: '\uffff' });
  const check = run.published === 0 ? undefined : checkAt(run.now);
  // a run that finds nothing must not put off the check of the run before it, whose chunks may be on their way
  const kept = clock.dueAt !== undefined && clock.dueAt > run.now ? clock.dueAt : undefined;
  const dueAt = [next?.dueAt, check, kept].filter((at) => at !== undefined).sort()[0];
  return { path: clock.path, data: { campaignId }, ifVersion: clock.version, ...(dueAt === undefined ? {} : { dueAt }) };
};

const fire = async (
  house: House,
  { companyId, campaign: state }: CampaignDocument,
  clock: Document<ClockDocument>,
  cause: Cause,
): Promise<void> => {
  const { campaignId, replan } = clock.data;
  if (state.status === 'archived') {
    const letGo = await publishChunks(house, { campaignId, run: state.runs, until: endOfTime });
    // the clock goes with the last chunk: until then somebody has to look whether a hint was lost
    const after = letGo === 0 ? { delete: true as const } : { data: clock.data, dueAt: checkAt(cause.now) };
    return house.documents.write([{ path: clock.path, ifVersion: clock.version, ...after }]);
  }
  // A campaign that is not active keeps its rows waiting; activating or resuming it wakes the clock again.
  if (state.status !== 'active') return house.documents.write([{ path: clock.path, ifVersion: clock.version, data: clock.data }]);
  const published = await publishChunks(house, { campaignId, run: state.runs + 1, until: replan ? endOfTime : cause.now });
  const after = await clockAfter(house, clock, { now: cause.now, published });
  if (published === 0) return house.documents.write([after]);
  await handle(house.store, campaign, {
    stream: campaignStream(campaignId),
    companyId,
    command: { type: 'FireCampaign', data: { campaignId, firedAt: cause.now } },
    cause,
    documents: (fired) => [campaignWrite(campaignId, { companyId, campaign: fired as KnownCampaign }), after],
  });
};

/**
 * One run of a campaign: every chunk with a due row goes to queue-rows. After it was approved, activated, resumed or archived all of its
 * chunks go, to be planned anew where the version changed, or let go.
 */
export const fireCampaign = async (house: House, campaignId: string, cause: Cause): Promise<void> => {
  const found = await readCampaign(house.documents, campaignId);
  const clock = await house.documents.get<ClockDocument>(clockPath(campaignId));
  if (!found || !clock) return;
  try {
    await fire(house, found, clock, cause);
  } catch (error) {
    // Somebody woke the clock meanwhile: it is due still, and the next tick fires with what they brought.
    if (!(error instanceof DocumentMoved)) throw error;
  }
};
