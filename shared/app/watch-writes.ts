import { fallbackMinutes } from '#domain/campaign/fallback-entries.ts';
import type { QueuedEvent } from '#domain/delivery/chunk-messages.ts';
import type { Recorded } from '#domain/kernel/event.ts';
import type { Channel } from '#domain/kernel/ids.ts';
import type { MessageEvent } from '#domain/message/events.ts';
import { workOf, workPath } from '#domain/work/work-item.ts';
import type { DocumentWrite } from '#ports/documents.ts';
import { readCampaign } from './campaign-document.ts';
import type { WorkSession } from './work-session.ts';

/** A round of questions that is not over: when it began, up to which message it came, and how many goes in a row had no answer. */
export type Round = Readonly<{ since: string; to: number; silent: number }>;

/** The messages of a work item, watched from the moment at which the first of them was handed over until nothing of them is to come. */
export type Watch = Readonly<{
  companyId: string;
  campaignId: string;
  channel: Channel;
  stream: string;
  cause: string;
  /** until when their providers were asked, business time */
  lookedAt?: string | undefined;
  /** they are being asked: a part of the messages was */
  round?: Round | undefined;
}>;

/** What other channels follow is looked after on time; where only reports may be lost there is no hurry. */
type Kind = 'watches' | 'looks';
export const watchPath = (queuePath: string, kind: Kind): string => queuePath.replace('/queue/', `/${kind}/`);
/** The item that is watched. */
export const watchedItem = (path: string): string => path.replace(/\/(?:watches|looks)\//, '/queue/');

type Decided = Pick<Watch, 'companyId' | 'stream'> & Readonly<{ queued: Recorded<QueuedEvent>; now: string }>;

/** For the commit that says after all that a message was handed over: nobody may look after its item any more. */
export const watchAgain = ({ companyId, stream, queued: { cause, data: of }, now }: Decided): DocumentWrite => {
  const { campaignId, channel } = of;
  const data: Watch = { companyId, campaignId, channel, stream, cause };
  return { path: watchPath(workPath(companyId, workOf(cause, channel)), 'watches'), data, dueAt: now };
};

const minutesFrom = (now: string, minutes: number): string => new Date(Date.parse(now) + minutes * 60_000).toISOString();
/** The first look of those that nothing follows. */
const firstLookMinutes = 15;

const fallbackOf = async ({ house, item }: WorkSession): Promise<number | null> => {
  const approved = (await readCampaign(house.documents, item.campaignId))?.campaign.approved;
  return (approved && fallbackMinutes(approved.definition, item.channel)) ?? null;
};

/** With the commit that first says of an item's messages that they were handed over, or refused: who looks after them from then on. */
export const watchWrites = async (session: WorkSession, events: readonly MessageEvent[]): Promise<readonly DocumentWrite[]> => {
  if (session.watched || !events.some(({ type }) => type === 'MessageSent' || type === 'MessageFailed')) return [];
  const { house, item, path, provider } = session;
  const known = session.fallbackMinutes === undefined ? await fallbackOf(session) : session.fallbackMinutes;
  session.fallbackMinutes = known;
  const minutes = known ?? undefined;
  const isFailed = minutes !== undefined && events.some(({ type }) => type === 'MessageFailed');
  const isSent = events.some(({ type }) => type === 'MessageSent') && (minutes !== undefined || provider.look !== undefined);
  if (!isFailed && !isSent) return [];
  const own = watchPath(path, minutes === undefined ? 'looks' : 'watches');
  if (await house.documents.get(own)) {
    session.watched = true;
    return [];
  }
  const { companyId, campaignId, channel, payload } = item;
  const data: Watch = { companyId, campaignId, channel, stream: payload.stream, cause: payload.cause };
  const first = isFailed ? 0 : Math.min(firstLookMinutes, minutes ?? firstLookMinutes);
  return [{ path: own, ifAbsent: true, data, dueAt: minutesFrom(house.clock.now(), first) }];
};
