import type { Cause } from '#domain/kernel/event.ts';
import type { WorkItem } from '#domain/work/work-item.ts';
import { readCampaign } from './campaign-document.ts';
import { duePages } from './due-pages.ts';
import type { House } from './house.ts';
import { noteTick } from './note-tick.ts';
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

/** Every work item whose hour has come is sent to send-work; every partition's readers are woken in case a hint was lost. */
export const tickSends = async (house: House, cause: Cause): Promise<void> => {
  const { documents, bus, store } = house;
  const moves = movingCampaigns(house);
  let told = 0;
  await bus.publish(
    topics.logAppended,
    store.partitions().map((partition) => ({ data: { partition }, key: partition })),
  );
  for await (const due of duePages<WorkItem>(documents, 'queue', cause.now)) {
    const moving = [];
    for (const { path, data } of due) if (await moves(data.campaignId)) moving.push({ item: data, hint: { data: { path }, key: path } });
    await wakeWork(house, moving);
    told += moving.length;
  }
  await noteTick(house, 'sends', told);
};
