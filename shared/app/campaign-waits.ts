import { channels, type Channel } from '#domain/kernel/ids.ts';
import { remember } from '#domain/kernel/remember.ts';
import type { WaitReason, WorkItem } from '#domain/work/work-item.ts';
import { queueOf } from '#domain/work/work-item.ts';
import type { Halt } from '#domain/company/company.ts';
import { waysOf } from './carrier-of.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { knownCompany } from './known-company.ts';
import { waitingTouches } from './waiting-touches.ts';

/**
 * What holds messages back. `day`: their row's day has not come; `hour`: they have one, later today; `turn`: nothing, a handler takes them
 * next; `doubt`: nobody can tell yet whether they were sent; `provider`: it asked to be left alone for a while; `route`:
 * every way is stopped until a setting is mended; `carrier`: no account that is there carries the channel; else a limit, or the hours.
 */
export type Holding = 'day' | 'hour' | 'turn' | 'doubt' | 'provider' | 'route' | 'carrier' | 'paused' | 'halted' | WaitReason;

export type Wait = Readonly<{
  why: Holding;
  messages: number;
  /** when the first of them may go, UTC ISO, where that is known */
  until?: string;
}>;

type Asked = Readonly<{ campaignId: string; companyId: string; status: string; halted: Halt | undefined }>;
type At = Readonly<{ now: string; realMs: number; isCarried: (channel: Channel) => boolean }>;
type Found = { messages: number; until?: string };

/** What a look goes through at most: beyond that the counts are of the first ones due. */
const mostItems = 20_000;

const add = (waits: Map<Holding, Found>, why: Holding, messages: number, until?: string): void => {
  if (messages === 0) return;
  const known = waits.get(why) ?? { messages: 0 };
  const first = [known.until, until].filter((at) => at !== undefined).sort()[0];
  waits.set(why, { messages: known.messages + messages, ...(first === undefined ? {} : { until: first }) });
};

const holdingOf = ({ status, halted }: Asked, item: WorkItem, { realMs, isCarried }: At): Holding | undefined => {
  if (halted) return 'halted';
  if (status === 'paused') return 'paused';
  if ((item.notBefore ?? 0) > realMs) return 'provider';
  if (!isCarried(item.channel)) return 'carrier';
  return item.noRoute ? 'route' : item.waits?.why;
};

/** Nobody knows when these end. */
const noTime: ReadonlySet<Holding> = new Set(['route', 'carrier']);

/** Whether anybody could send it if nothing was stopped; a house that is shut knows no providers, and says nothing. */
const carriedBy = async (house: House, companyId: string): Promise<At['isCarried']> => {
  const company = await knownCompany(house, companyId);
  if (!company || (house.providers?.() ?? []).length === 0) return () => true;
  return remember(channels.length, (channel: Channel) => waysOf(house, company, channel).length > 0);
};

const addItem = (waits: Map<Holding, Found>, asked: Asked, item: WorkItem, at: At): void => {
  const held = holdingOf(asked, item, at);
  const due = item.pending.filter(([, sendAt]) => sendAt <= at.now);
  const later = item.pending.filter(([, sendAt]) => sendAt > at.now);
  const next = later.map(([, sendAt]) => sendAt).sort()[0];
  add(waits, 'doubt', item.inFlight.length);
  const isForAll = held === 'halted' || held === 'paused';
  // a time that has passed says nothing: whoever has his turn looks again
  const until = item.waits && item.waits.until > at.now ? item.waits.until : undefined;
  add(waits, held ?? 'turn', due.length, isForAll || held === undefined || noTime.has(held) ? undefined : until);
  add(waits, isForAll ? held : (item.waits?.why ?? 'hour'), later.length, next);
};

/** Everything of a campaign that was not sent yet, by what it waits for; most first. Answers also while the reporting database is away. */
export const campaignWaits = async (house: House, asked: Asked): Promise<readonly Wait[]> => {
  const { documents, clock } = house;
  const waits = new Map<Holding, Found>();
  const at: At = { now: clock.now(), realMs: clock.realMs(), isCarried: await carriedBy(house, asked.companyId) };
  let seen = 0;
  for await (const items of duePages<WorkItem>(documents, queueOf(asked.companyId), '9999')) {
    for (const { data } of items) if (data.campaignId === asked.campaignId) addItem(waits, asked, data, at);
    seen += items.length;
    if (seen >= mostItems) break;
  }
  const next = (await documents.get(`campaignClock/${asked.campaignId}`))?.dueAt;
  add(waits, 'day', await waitingTouches(documents, asked.campaignId), next);
  return Array.from(waits, ([why, found]) => ({ why, ...found })).toSorted((one, other) => other.messages - one.messages);
};
