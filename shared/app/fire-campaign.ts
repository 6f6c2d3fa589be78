import { campaign, type KnownCampaign } from '#domain/campaign/campaign.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { campaignStream } from '#domain/kernel/streams.ts';
import { rowChunksOf, type RowChunk } from '#domain/message/row-chunk.ts';
import { queueOf, type WorkItem } from '#domain/work/work-item.ts';
import { DocumentMoved, type Document, type DocumentWrite } from '#ports/documents.ts';
import { campaignWrite, clockPath, readCampaign, type CampaignDocument } from './campaign-document.ts';
import { duePages } from './due-pages.ts';
import { handle } from './handle.ts';
import type { House } from './house.ts';
import { topics } from './topics.ts';
import type { ClockDocument } from './wake-clock.ts';
import { wakeWork } from './wake-work.ts';

const endOfTime = '9999-12-31T00:00:00.000Z';

type Run = Readonly<{
  campaignId: string;
  run: number;
  now: string;
  /** look at every chunk, due or not, and want this version; 0: want them all gone */ version?: number;
}>;
type Published = Readonly<{ published: number; /** chunks and work items of another version than the one that sends */ stale: number }>;

/**
 * Hints of one run at a time: each of them has the chunks that come after its own. So a campaign of a thousand chunks stands in nobody's way for
 * longer than these take.
 */
const relays = 32;

const tellChunks = async ({ bus }: House, paths: readonly string[], run: number): Promise<void> => {
  const hints = paths.slice(0, relays).map((path, n) => {
    const more = paths.filter((_, at) => at >= relays && at % relays === n);
    return { data: { path, run, ...(more.length > 0 ? { more } : {}) }, key: path };
  });
  if (hints.length > 0) await bus.publish(topics.queueRows, hints);
};

/** A chunk wants a run when a touch of it is due, or when it was planned for another version or for a campaign that is no more. */
const publishChunks = async (house: House, { campaignId, run, now, version }: Run): Promise<Published> => {
  const paths: string[] = [];
  let stale = 0;
  for await (const chunks of duePages<RowChunk>(house.documents, rowChunksOf(campaignId), version === undefined ? now : endOfTime)) {
    const isStale = ({ data }: Document<RowChunk>): boolean => version !== undefined && data.version !== version;
    const wanted = chunks.filter((chunk) => isStale(chunk) || (chunk.dueAt ?? '') <= now);
    paths.push(...wanted.map(({ path }) => path));
    stale += wanted.filter(isStale).length;
  }
  await tellChunks(house, paths, run);
  return { published: paths.length, stale };
};

/** What waits in the queue is canceled or queued again now, not when it is due. Returns how many work items that are. */
const publishWork = async (house: House, companyId: string, isWanted: (item: WorkItem) => boolean): Promise<number> => {
  let published = 0;
  for await (const items of duePages<WorkItem>(house.documents, queueOf(companyId), endOfTime)) {
    const wanted = items.filter(({ data }) => isWanted(data));
    await wakeWork(
      house,
      wanted.map(({ path, data }) => ({ item: data, hint: { data: { path }, key: path } })),
    );
    published += wanted.length;
  }
  return published;
};

/** Chunks that a run was told to take are looked at again after this: one whose hint was lost is found by the campaign itself. */
const checkAfterMs = 10 * 60_000;
const checkAt = (now: string): string => new Date(Date.parse(now) + checkAfterMs).toISOString();

/** The clock after a run: the next day on which a chunk has something due, or the check of this run or the one before, whichever is first. */
const clockAfter = async (
  { documents }: House,
  clock: Document<ClockDocument>,
  run: Published & Readonly<{ now: string }>,
): Promise<DocumentWrite> => {
  const { campaignId } = clock.data;
  const [next] = await documents.due<RowChunk>(rowChunksOf(campaignId), endOfTime, 1, { dueAt: run.now, path: '\uffff' });
  const check = run.published + run.stale === 0 ? undefined : checkAt(run.now);
  // a run that finds nothing must not put off the check of the run before it, whose chunks may be on their way
  const kept = clock.dueAt !== undefined && clock.dueAt > run.now ? clock.dueAt : undefined;
  const dueAt = [next?.dueAt, check, kept].filter((at) => at !== undefined).sort()[0];
  // forgotten only once nothing is left of another version: a hint may have been lost too
  const data: ClockDocument = run.stale > 0 ? { campaignId, replan: true } : { campaignId };
  return { path: clock.path, data, ifVersion: clock.version, ...(dueAt === undefined ? {} : { dueAt }) };
};

const fire = async (
  house: House,
  { companyId, campaign: state, at }: CampaignDocument,
  clock: Document<ClockDocument>,
  cause: Cause,
): Promise<void> => {
  const { campaignId, replan } = clock.data;
  if (state.status === 'archived') {
    const { published: letGo } = await publishChunks(house, { campaignId, run: state.runs, now: cause.now, version: 0 });
    // after the chunks: what a run makes of them meanwhile is found here
    const canceled = await publishWork(house, companyId, (item) => item.campaignId === campaignId);
    // the clock goes with the last chunk and message: until then somebody has to look whether a hint was lost
    const after = letGo + canceled === 0 ? { delete: true as const } : { data: clock.data, dueAt: checkAt(cause.now) };
    return house.documents.write([{ path: clock.path, ifVersion: clock.version, ...after }]);
  }
  // A campaign that is not active keeps its rows waiting; activating or resuming it wakes the clock again.
  if (state.status !== 'active') return house.documents.write([{ path: clock.path, ifVersion: clock.version, data: clock.data }]);
  const { version } = state.approved;
  const done = await publishChunks(house, { campaignId, run: state.runs + 1, now: cause.now, ...(replan ? { version } : {}) });
  const isStale = (item: WorkItem): boolean => item.campaignId === campaignId && (item.version ?? version) !== version;
  const requeued = replan ? await publishWork(house, companyId, isStale) : 0;
  const after = await clockAfter(house, clock, { now: cause.now, published: done.published, stale: done.stale + requeued });
  if (done.published === 0) return house.documents.write([after]);
  await handle(house.store, campaign, {
    stream: campaignStream(campaignId),
    companyId,
    command: { type: 'FireCampaign', data: { campaignId, firedAt: cause.now } },
    cause,
    // a campaign has a run for each packet: reading all of them for each would cost more with every packet
    known: at === undefined ? undefined : { state, at },
    documents: (fired, { position }) => [campaignWrite(campaignId, { companyId, campaign: fired as KnownCampaign, at: position }), after],
  });
};

/**
 * One run of a campaign: every chunk with a due row goes to queue-rows. After it was approved, activated, resumed or archived all of its
 * chunks go, to be planned anew where the version changed, or let go, and so does what waits in the queue.
 */
export const fireCampaign = async (house: House, campaignId: string, cause: Cause): Promise<void> => {
  // the clock first: what wakes it changes the campaign in the same commit, so a campaign read later is never older than its clock
  const clock = await house.documents.get<ClockDocument>(clockPath(campaignId));
  const found = await readCampaign(house.documents, campaignId);
  if (!found || !clock) return;
  try {
    await fire(house, found, clock, cause);
  } catch (error) {
    // Somebody woke the clock meanwhile: it is due still, and the next tick fires with what they brought.
    if (!(error instanceof DocumentMoved)) throw error;
  }
};
