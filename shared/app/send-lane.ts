import type { Cause } from '#domain/kernel/event.ts';
import { allLanes, isBefore, laneOf, type Place } from '#domain/work/lane.ts';
import { queueOf, type WorkItem } from '#domain/work/work-item.ts';
import type { House } from './house.ts';
import { wakeAt } from './lane-hint.ts';
import { holdLanes } from './hold-lanes.ts';
import { comeAgain, sendWork, type LaneHint, type SendWorkOptions } from './send-work.ts';
import { timeLimit } from './time-limit.ts';

/** A handler works on a lane for so long, real time; then whoever else waits has his turn, and the lane goes on behind him. */
const sliceMs = 1_000;
const page = 50;
const endOfTime = '9999';

const companyOf = (path: string): string => path.split('/')[1] ?? '';

/** Why a walk along a lane ended: at its end, before an item that is another handler's turn, or where nothing moves. */
type End = Readonly<{ kind: 'through' } | { kind: 'later'; next: Place } | { kind: 'stands' }>;

type Walk = {
  readonly house: House;
  readonly cause: Cause;
  readonly hint: LaneHint;
  readonly isOver: () => boolean;
  readonly options: SendWorkOptions;
  /** for a limit */
  waited: boolean;
};

const isLeased = (item: WorkItem, realMs: number): boolean => (item.lease?.until ?? 0) > realMs;

/** One item of the lane. `stands`: the campaign does, or its limits say so, or somebody else is at it. */
const sendItem = async (way: Walk, path: string): Promise<'went' | 'stands'> => {
  const { house, cause, hint, options } = way;
  const found = await house.documents.get<WorkItem>(path);
  if (!found) return 'went';
  const own = { path, lane: hint.lane };
  if (isLeased(found.data, house.clock.realMs())) {
    if (options.insists === true) await comeAgain(house, own, options.afterwards);
    return 'stands';
  }
  const { end, waited } = await sendWork(house, path, cause, { ...options, lane: hint.lane });
  way.waited ||= waited;
  // where time stands still, it goes on only when everything that waits says until when
  return end === 'stands' || (end === 'waits' && house.clock.pause !== undefined) ? 'stands' : 'went';
};

/** From behind `from` to the end of the queue; `skips` what others are at instead of ending there. */
const walk = async (way: Walk, from: Place, { lanes, skips }: Readonly<{ lanes: readonly number[]; skips: boolean }>): Promise<End> => {
  const { house, hint, isOver } = way;
  const mine = new Set(lanes);
  for (let at = from; ;) {
    const items = await house.documents.due<WorkItem>(queueOf(companyOf(hint.path)), house.clock.now(), page, at);
    for (const { path, dueAt = '', data } of items) {
      at = { dueAt, path };
      if (data.campaignId !== hint.lane.campaignId || data.priority === 'now' || !mine.has(laneOf(path))) continue;
      if (isOver()) return { kind: 'later', next: at };
      if ((await sendItem(way, path)) === 'stands' && !skips) return { kind: 'stands' };
    }
    if (items.length < page) return { kind: 'through' };
  }
};

const wholeLane = async (way: Walk): Promise<End> => {
  const { hint } = way;
  const { lane, path } = hint;
  // a place may be that of another lane, whose handler has the item
  if (lane.lanes.includes(laneOf(path)) && (await sendItem(way, path)) === 'stands') return { kind: 'stands' };
  const end = await walk(way, { dueAt: lane.dueAt, path }, { lanes: lane.lanes, skips: false });
  // others found the limit taken while this one waited for it, and went home: nobody else does what they left
  if (end.kind !== 'through' || !way.waited) return end;
  const rest = await walk(way, { dueAt: '', path: '' }, { lanes: allLanes, skips: true });
  // behind its own end, so that it goes on with the others'
  if (rest.kind === 'later') return { kind: 'later', next: { dueAt: endOfTime, path: rest.next.path } };
  way.waited = false;
  return rest;
};

/**
 * Sends a lane's items one after the other, for about a second; what is left is told to the bus again, behind all others that wait there. It
 * begins at the earliest place that was asked for, whatever the hint says.
 */
export const sendLane = async (house: House, told: LaneHint, cause: Cause, options: SendWorkOptions = {}): Promise<void> => {
  const held = holdLanes(house, told);
  if (!held) return;
  const { path, dueAt } = held.from;
  const hint: LaneHint = { path, lane: { ...told.lane, lanes: held.lanes, dueAt } };
  const afterwards: Promise<unknown>[] = [];
  const isOver = timeLimit(house.clock, sliceMs);
  const way: Walk = { house, cause, hint, isOver, options: { ...options, afterwards }, waited: told.lane.waited === true };
  let end: End = { kind: 'stands' };
  try {
    end = await wholeLane(way);
  } finally {
    const asked = held.letGo();
    const next = end.kind === 'later' ? end.next : undefined;
    // what was asked for meanwhile is looked at also where this handler came to a stand: what held it up may not hold that up
    const goOn = asked && (!next || isBefore(asked, next)) ? asked : next;
    if (goOn) await wakeAt(house, [{ path: goOn.path, lane: { ...hint.lane, dueAt: goOn.dueAt, waited: way.waited } }]);
  }
  // the lane is free meanwhile; whoever dies here is delivered again, and nothing that was to come later is lost
  await Promise.all(afterwards);
};
