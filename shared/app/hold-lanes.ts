import { isBefore, type Place } from '#domain/work/lane.ts';
import type { House } from './house.ts';
import type { LaneHint } from './send-work.ts';

/** What this process knows of a lane: whether it has a handler, and the earliest place that the next one is asked to begin at. */
type Known = { held: boolean; asked: Place | undefined };

type Lanes = Pick<House, 'documents'>;

const lanesOf = new WeakMap<House['documents'], Map<string, Known>>();

/** Where hints go to other processes, what was asked for here is never fetched: the oldest is forgotten, for each hint says its own place too. */
const mostKnown = 10_000;

const knownIn = ({ documents }: Lanes): Map<string, Known> => {
  const known = lanesOf.get(documents) ?? new Map<string, Known>();
  lanesOf.set(documents, known);
  return known;
};

const nameOf = (campaignId: string, lane: number): string => `${campaignId}#${lane}`;

const earliest = (places: readonly Place[]): Place | undefined =>
  places.length === 0 ? undefined : places.reduce((one, other) => (isBefore(other, one) ? other : one));

const ask = (known: Map<string, Known>, name: string, place: Place): void => {
  const lane = known.get(name) ?? { held: false, asked: undefined };
  known.set(name, { ...lane, asked: earliest([place, ...(lane.asked ? [lane.asked] : [])]) });
  if (known.size <= mostKnown) return;
  for (const [oldest, { held }] of known) {
    if (held) continue;
    known.delete(oldest);
    return;
  }
};

const placeOf = ({ path, lane }: LaneHint): Place => ({ dueAt: lane.dueAt, path });

/** A hint is on its way. A bus may drop it for one of the same lane that waits and begins later: whoever gets that one begins here. */
export const askLanes = (house: Lanes, hint: LaneHint): void => {
  const known = knownIn(house);
  for (const lane of hint.lane.lanes) ask(known, nameOf(hint.lane.campaignId, lane), placeOf(hint));
};

/** Lanes that a handler holds, and where he begins. */
export type Held = Readonly<{ lanes: readonly number[]; from: Place; letGo: () => Place | undefined }>;

/**
 * Takes those of the hint's lanes that nobody of this process is at; whoever is at the others looks there too. Undefined: somebody is at all
 * of them. `letGo` says where they were asked for meanwhile.
 */
export const holdLanes = (house: Lanes, hint: LaneHint): Held | undefined => {
  const known = knownIn(house);
  const { campaignId } = hint.lane;
  const isHeld = (lane: number): boolean => known.get(nameOf(campaignId, lane))?.held === true;
  const lanes = hint.lane.lanes.filter((lane) => !isHeld(lane));
  for (const lane of hint.lane.lanes.filter(isHeld)) ask(known, nameOf(campaignId, lane), placeOf(hint));
  if (lanes.length === 0) return undefined;
  const names = lanes.map((lane) => nameOf(campaignId, lane));
  const asked = (): readonly Place[] => names.flatMap((name) => known.get(name)?.asked ?? []);
  const from = earliest([placeOf(hint), ...asked()]) ?? placeOf(hint);
  for (const name of names) known.set(name, { held: true, asked: undefined });
  const letGo = (): Place | undefined => {
    const place = earliest(asked());
    for (const name of names) known.delete(name);
    return place;
  };
  return { lanes, from, letGo };
};
