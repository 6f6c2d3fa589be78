import type { KnownCampaign } from '#domain/campaign/campaign.ts';
import { fallbackDueAt } from '#domain/delivery/fallback.ts';
import { watchedIn, type Watched } from '#domain/delivery/watched.ts';
import type { Cause } from '#domain/kernel/event.ts';
import { fallbacksAt } from '#domain/message/compile-fallbacks.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import { DocumentMoved, type Document } from '#ports/documents.ts';
import { StreamMoved } from '#ports/event-store.ts';
import { readCampaign } from './campaign-document.ts';
import { compiledCampaign } from './compiled-campaign.ts';
import type { House } from './house.ts';
import { lookAtMessages, nextLookAt } from './look-at-messages.ts';
import { queueFallbacks } from './queue-fallbacks.ts';
import { watchedItem, type Watch } from './watch-writes.ts';
import { withCompany } from './with-company.ts';

const tries = 5;
const minuteMs = 60_000;
/** While messages of the item are still to be handed over, or their campaign stands still, somebody looks again this much later. */
const againMinutes = 5;

const later = (now: string, minutes: number): string => new Date(Date.parse(now) + minutes * minuteMs).toISOString();

type Watching = Readonly<{
  house: House;
  cause: Cause;
  watch: Watch;
  /** when to look again, where the item is still there */ again: readonly string[];
}>;
type Active = Extract<KnownCampaign, { status: 'active' }>;

const compiledFor = ({ house, watch }: Watching, { approved }: Active): Promise<CompiledDefinition> =>
  withCompany(house, watch.companyId, compiledCampaign(watch.campaignId, approved));

type Next = Readonly<{ dueAt?: string | undefined }>;

/** Tells by the next channel what is to be told, and says when somebody is to look again. */
const fallBack = async (watching: Watching): Promise<Next> => {
  const { house, cause, watch, again } = watching;
  const campaign = (await readCampaign(house.documents, watch.campaignId))?.campaign;
  if (campaign?.status !== 'active') return campaign?.status === 'paused' ? { dueAt: later(cause.now, againMinutes) } : {};
  const compiled = await compiledFor(watching, campaign);
  for (let left = tries; ; left--) {
    const { events, at } = await house.store.read(watch.stream);
    const watched = watchedIn(events, watch);
    const stepsOf = ({ origin }: Watched) => fallbacksAt(compiled, origin);
    const dueAtOf = (one: Watched): string | undefined => fallbackDueAt(one, stepsOf(one));
    const due = watched.filter((one) => (dueAtOf(one) ?? '9999') <= cause.now);
    try {
      const told = await queueFallbacks({ house, cause, watch, approved: campaign.approved, compiled, events, at }, due);
      // the others of those that are due can't be told by any other channel; a commit takes so many
      if (told > 0 && told < due.length) continue;
      const coming = watched.flatMap((one) => dueAtOf(one) ?? []).filter((dueAt) => dueAt > cause.now);
      return { dueAt: [...coming, ...again].sort()[0] };
    } catch (error) {
      if (!(error instanceof StreamMoved || error instanceof DocumentMoved) || left <= 1) throw error;
    }
  }
};

type LookedAt = Pick<Watch, 'lookedAt' | 'round'>;

/** Asks what nobody has reported, and says when it is to be asked again. */
const look = async ({ house, cause, watch, again }: Watching): Promise<Next & LookedAt> => {
  const looking = { house, cause, watch };
  const before = watchedIn((await house.store.read(watch.stream)).events, watch);
  const { round, hasNews } = await lookAtMessages(looking, before);
  const after = hasNews ? watchedIn((await house.store.read(watch.stream)).events, watch) : before;
  const lookedAt = round ? watch.lookedAt : (watch.round?.since ?? cause.now);
  const next = round ? later(cause.now, 2 ** Math.max(0, round.silent - 1)) : nextLookAt(looking, after, lookedAt);
  const dueAt = [next, ...again].filter((at) => at !== undefined).sort()[0];
  return { ...(lookedAt === undefined ? {} : { lookedAt }), ...(round ? { round } : {}), dueAt };
};

/**
 * Looks after the messages of a work item that were handed over: asks their provider about those that were never reported to an end, and tells
 * by the campaign's next channel whom this one did not reach. It ends when nothing of them is to come.
 */
export const watchMessages = async (house: House, path: string, cause: Cause): Promise<void> => {
  const found: Document<Watch> | undefined = await house.documents.get<Watch>(path);
  if (!found || (found.dueAt ?? '') > cause.now) return;
  const watch = found.data;
  // read before the messages: an item that is gone sends nothing more
  const item = await house.documents.get(watchedItem(path));
  const soonest = later(cause.now, againMinutes);
  const again = item ? [(item.dueAt ?? '') > soonest ? (item.dueAt ?? '') : soonest] : [];
  const watching: Watching = { house, cause, watch, again };
  const looked = await look(watching);
  const next = path.includes('/watches/') ? await fallBack(watching) : {};
  const dueAt = [looked.dueAt, next.dueAt].filter((at) => at !== undefined).sort()[0];
  const { round: _, ...known } = watch;
  const { dueAt: __, ...lookedAt } = looked;
  const data: Watch = { ...known, ...lookedAt };
  try {
    await house.documents.write([
      dueAt === undefined ? { path, delete: true, ifVersion: found.version } : { path, data, dueAt, ifVersion: found.version },
    ]);
  } catch (error) {
    // somebody else has looked meanwhile
    if (!(error instanceof DocumentMoved)) throw error;
  }
};
