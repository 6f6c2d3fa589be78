import type { Cause } from '#domain/kernel/event.ts';
import type { WorkItem } from '#domain/work/work-item.ts';
import { readCampaign } from './campaign-document.ts';
import { duePages } from './due-pages.ts';
import type { DueCursor } from '#ports/documents.ts';
import type { House } from './house.ts';
import { noteTick } from './note-tick.ts';
import { timeLimit } from './time-limit.ts';
import { topics } from './topics.ts';
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

/** Every work item whose hour has come is sent to send-work; every partition's readers are woken in case a hint was lost. */
export const tickSends = async (house: House, cause: Cause, after?: DueCursor): Promise<void> => {
  const { documents, bus, store } = house;
  const moves = movingCampaigns(house);
  const isOver = timeLimit(house.clock, mostMs);
  let told = 0;
  await bus.publish(
    topics.logAppended,
    store.partitions().map((partition) => ({ data: { partition }, key: partition })),
  );
  for await (const due of duePages<WorkItem>(documents, 'queue', cause.now, after)) {
    const moving = [];
    for (const { path, data } of due) if (await moves(data.campaignId)) moving.push({ item: data, hint: { data: { path }, key: path } });
    await wakeWork(house, moving);
    told += moving.length;
    const { path, dueAt = cause.now } = due.at(-1) ?? { path: '' };
    if (isOver()) return house.bus.publish(topics.tickSends, [{ data: { after: { path, dueAt } } }]);
  }
  await noteTick(house, 'sends', told);
};
