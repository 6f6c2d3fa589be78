import type { Cause } from '#domain/kernel/event.ts';
import type { House } from './house.ts';
import { laneOf } from '#domain/work/lane.ts';
import type { WorkItem } from '#domain/work/work-item.ts';
import { sendLane } from './send-lane.ts';
import { sendWork, type LaneHint, type SendWorkOptions } from './send-work.ts';

export type DueHint = Readonly<{ path: string; lane?: LaneHint['lane'] | undefined }>;

/** An item that is asked for alone leads its lane as any other: whoever holds one of a campaign's items goes on with its lane. */
const laneAt = async ({ documents }: House, path: string): Promise<LaneHint['lane'] | undefined> => {
  const found = await documents.get<WorkItem>(path);
  if (!found || found.data.priority === 'now') return undefined;
  return { campaignId: found.data.campaignId, lanes: [laneOf(path)], dueAt: found.dueAt ?? '' };
};

/** Sends a work item, and with it what else is due in its lane. */
export const sendDue = async (house: House, { path, lane: told }: DueHint, cause: Cause, options?: SendWorkOptions): Promise<void> => {
  const lane = told ?? (await laneAt(house, path));
  if (lane) await sendLane(house, { path, lane }, cause, options);
  else await sendWork(house, path, cause, options);
};
