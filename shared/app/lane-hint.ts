import type { Share } from '#domain/work/lane.ts';
import type { BusMessage } from '#ports/message-bus.ts';
import type { LaneHint } from './send-work.ts';

const keyOf = ({ campaignId, lanes }: LaneHint['lane']): string => `${campaignId}#${lanes.join('.')}`;

/** Wakes a handler for the lanes, at the item. */
export const laneHint = ({ path, lane }: LaneHint): BusMessage => ({ data: { path, lane }, key: keyOf(lane) });

/** The same for a share of a campaign's queue. */
export const shareHint = ({ campaignId, lanes, first }: Share): BusMessage =>
  laneHint({ path: first.path, lane: { campaignId, lanes, dueAt: first.dueAt } });
