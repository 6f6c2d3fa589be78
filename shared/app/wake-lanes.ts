import { laneOf } from '#domain/work/lane.ts';
import type { House } from './house.ts';
import { wakeAt } from './lane-hint.ts';

/** What is queued meanwhile goes by the same hint. Milliseconds of real time. */
const gatherMs = 250;

export type NewWork = Readonly<{
  campaignId: string;
  /** work items */ paths: readonly string[];
  /** the earliest of them */ dueAt: string;
}>;

/** The lanes of these items are worked off from here on; one that has a handler goes on with it. */
export const wakeLanes = (house: Pick<House, 'bus' | 'documents'>, { campaignId, paths, dueAt }: NewWork): Promise<void> =>
  wakeAt(
    house,
    paths.map((path) => ({ path, lane: { campaignId, lanes: [laneOf(path)], dueAt } })),
    gatherMs,
  );
