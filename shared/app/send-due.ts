import type { Cause } from '#domain/kernel/event.ts';
import type { House } from './house.ts';
import { sendLane } from './send-lane.ts';
import { sendWork, type LaneHint, type SendWorkOptions } from './send-work.ts';

export type DueHint = Readonly<{ path: string; lane?: LaneHint['lane'] | undefined }>;

/** Sends a work item, and with it what else is due in its lane. */
export const sendDue = async (house: House, { path, lane }: DueHint, cause: Cause, options?: SendWorkOptions): Promise<void> => {
  if (lane) await sendLane(house, { path, lane }, cause, options);
  else await sendWork(house, path, cause, options);
};
