import { laneOf } from '#domain/work/lane.ts';
import type { House } from './house.ts';
import { laneHint } from './lane-hint.ts';
import { topics } from './topics.ts';

/** What is queued meanwhile goes by the same hint. Milliseconds of real time. */
const gatherMs = 250;

export type NewWork = Readonly<{
  campaignId: string;
  /** work items */ paths: readonly string[];
  /** the earliest of them */ dueAt: string;
}>;

/** The lanes of these items are worked off from here on; one that has a handler goes on with it. */
export const wakeLanes = async ({ bus }: Pick<House, 'bus'>, { campaignId, paths, dueAt }: NewWork): Promise<void> => {
  const hints = paths.map((path) => ({ ...laneHint({ path, lane: { campaignId, lanes: [laneOf(path)], dueAt } }), delayMs: gatherMs }));
  if (hints.length > 0) await bus.publish(topics.sendBulk, hints);
};
