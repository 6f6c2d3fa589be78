import type { Cause } from '#domain/kernel/event.ts';
import { fairShares, laneOf, type Queue } from '#domain/work/lane.ts';
import type { WorkItem } from '#domain/work/work-item.ts';
import { readCampaign } from './campaign-document.ts';
import { duePages } from './due-pages.ts';
import type { Document, DueCursor } from '#ports/documents.ts';
import type { House } from './house.ts';
import { noteTick } from './note-tick.ts';
import { wakeShares } from './lane-hint.ts';
import { timeLimit } from './time-limit.ts';
import { topics } from './topics.ts';
import { wakeWatches } from './wake-watches.ts';
import { wakeWebhooks } from './wake-webhooks.ts';
import { wakeWork } from './wake-work.ts';

/** Whether a campaign's items want a hand now: the paused ones wait where they are, the archived ones are let go. */
const movingCampaigns = (house: House) => {
  const known = new Map<string, boolean>();
  return async (campaignId: string): Promise<boolean> => {
    const moving = known.get(campaignId) ?? (await readCampaign(house.documents, campaignId))?.campaign.status !== 'paused';
    known.set(campaignId, moving);
    return moving;
  };
};

/** A handler wakes no more after this much real time: the next one goes on behind the last item. */
const mostMs = 80_000;

/** Items that wait for a limit inside a handler are due that much later: whoever works on them must be seen. */
const lookAheadMs = 60_000;

type Due = Document<WorkItem>;

/** Notes where each lane's first item stands, and which lanes somebody is at who comes by it. */
const note = (
  queues: Map<string, Queue>,
  { path, data, dueAt = '' }: Due,
  { now, realMs }: Readonly<{ now: string; realMs: number }>,
): void => {
  const { companyId, campaignId, lease } = data;
  const key = `${companyId}/${campaignId}`;
  const queue = queues.get(key) ?? { companyId, campaignId, first: new Map(), busy: new Set() };
  queues.set(key, queue);
  const lane = laneOf(path);
  // whoever has an item goes on behind it: what stands before it has lost its hint
  if ((lease?.until ?? 0) > realMs) {
    if (!queue.first.has(lane)) queue.busy.add(lane);
  } else if (dueAt <= now && !queue.first.has(lane)) queue.first.set(lane, { dueAt, path });
};

/** Replies whose hint was lost, or that are to be tried again, as webhooks are. */
const wakeReplies = async ({ documents, bus }: House, now: string): Promise<void> => {
  for (const collection of ['received', 'webhooks'])
    for await (const due of duePages(documents, collection, now))
      await bus.publish(
        topics.replyReceived,
        due.map(({ path }) => ({ data: { path }, key: path })),
      );
};

/**
 * Whoever has something due is sent to send-work: what a person waits for item by item, campaigns lane by lane, in turns over companies and
 * campaigns. What was handed over is looked after. Every partition's readers are woken in case a hint was lost.
 */
export const tickSends = async (house: House, cause: Cause, after?: DueCursor): Promise<void> => {
  const { documents, bus, store, clock } = house;
  const moves = movingCampaigns(house);
  const isOver = timeLimit(clock, mostMs);
  const queues = new Map<string, Queue>();
  const at = { now: cause.now, realMs: clock.realMs() };
  const tell = (): Promise<void> => wakeShares(house, fairShares([...queues.values()]));
  let told = 0;
  await bus.publish(
    topics.logAppended,
    store.partitions().map((partition) => ({ data: { partition }, key: partition })),
  );
  if (!after) await wakeReplies(house, cause.now);
  if (!after) await wakeWebhooks(house);
  const until = new Date(Date.parse(cause.now) + lookAheadMs).toISOString();
  for await (const due of duePages<WorkItem>(documents, 'queue', until, after)) {
    const moving: Due[] = [];
    for (const item of due) if (await moves(item.data.campaignId)) moving.push(item);
    const waitedFor = moving.filter(({ data, dueAt = '' }) => data.priority === 'now' && dueAt <= cause.now);
    await wakeWork(
      house,
      waitedFor.map(({ path, data }) => ({ item: data, hint: { data: { path }, key: path } })),
    );
    for (const item of moving) if (item.data.priority !== 'now') note(queues, item, at);
    told += moving.filter(({ dueAt = '' }) => dueAt <= cause.now).length;
    const { path, dueAt = cause.now } = due.at(-1) ?? { path: '' };
    if (!isOver()) continue;
    await tell();
    return bus.publish(topics.tickSends, [{ data: { after: { path, dueAt } } }]);
  }
  await tell();
  await wakeWatches(house, cause);
  await noteTick(house, 'sends', told);
};
