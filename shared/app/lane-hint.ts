import type { Share } from '#domain/work/lane.ts';
import type { BusMessage } from '#ports/message-bus.ts';
import type { House } from './house.ts';
import { askLanes } from './hold-lanes.ts';
import type { LaneHint } from './send-work.ts';
import { topics } from './topics.ts';

const keyOf = ({ campaignId, lanes }: LaneHint['lane']): string => `${campaignId}#${lanes.join('.')}`;

/** Wakes a handler for the lanes, at the item. */
export const laneHint = ({ path, lane }: LaneHint): BusMessage => ({ data: { path, lane }, key: keyOf(lane) });

/** Wakes a handler for each of the hints' lanes, from the earliest place on that anybody asked for. `delayMs`: real time. */
export const wakeAt = async (house: Pick<House, 'bus' | 'documents'>, hints: readonly LaneHint[], delayMs?: number): Promise<void> => {
  if (hints.length === 0) return;
  for (const hint of hints) askLanes(house, hint);
  const delay = delayMs === undefined ? {} : { delayMs };
  await house.bus.publish(
    topics.sendBulk,
    hints.map((hint) => ({ ...laneHint(hint), ...delay })),
  );
};

/** The same for shares of queues. */
export const wakeShares = (house: Pick<House, 'bus' | 'documents'>, shares: readonly Share[]): Promise<void> =>
  wakeAt(
    house,
    shares.map(({ campaignId, lanes, first }) => ({ path: first.path, lane: { campaignId, lanes, dueAt: first.dueAt } })),
  );
