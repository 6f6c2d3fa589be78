import { dueAtOf } from '#domain/work/work-item.ts';
import type { House } from './house.ts';
import { commitDecided, leaseOf, type WorkSession } from './work-session.ts';

/** Handlers of one process that wait for a limit without giving up their place: the others are free for those that need not wait. */
const mostSeats = 4;
/** The campaign is looked at again this often, milliseconds: a pause does not wait for a limit. */
const lookMs = 5_000;

const seats = new WeakMap<House['documents'], Set<string>>();

const seatsOf = ({ documents }: House): Set<string> => {
  const taken = seats.get(documents) ?? new Set<string>();
  seats.set(documents, taken);
  return taken;
};

/** Two handlers that wait for the same would get no more than one. */
const seatOf = ({ item }: WorkSession): string => `${item.priority}.${item.campaignId}.${item.waits?.why}`;

const takeSeat = (session: WorkSession): boolean => {
  const name = seatOf(session);
  if (session.seat === name) return true;
  leaveSeat(session);
  const taken = seatsOf(session.house);
  const lane = [...taken].filter((other) => other.startsWith(`${session.item.priority}.`)).length;
  if (taken.has(name) || lane >= mostSeats) return false;
  taken.add(name);
  session.seat = name;
  return true;
};

/** At the end of a handler, or before it waits for something else. */
export const leaveSeat = (session: WorkSession): void => {
  if (session.seat === undefined) return;
  seatsOf(session.house).delete(session.seat);
  delete session.seat;
};

/** Milliseconds of business time until the item's next message may go; undefined where no limit of pace holds it back. */
export const turnIn = ({ house, item }: WorkSession): number | undefined => {
  const { clock } = house;
  if (
    !clock.pause ||
    !item.waits ||
    item.waits.why === 'window' ||
    item.waits.why === 'registration' ||
    (item.notBefore ?? 0) > clock.realMs()
  )
    return undefined;
  const now = clock.now();
  const until = dueAtOf(item, now);
  return until === undefined ? undefined : Math.max(0, Date.parse(until) - Date.parse(now));
};

/**
 * Waits for the item's turn, or a part of that time, with the lease kept. False where nothing is waited for here: no limit holds it back, it
 * would take longer than `leftMs`, or others of this process wait for the same.
 */
export const waitForTurn = async (session: WorkSession, leftMs: number): Promise<boolean> => {
  const { house } = session;
  const ms = turnIn(session);
  if (ms === undefined || ms === 0 || ms > leftMs || !takeSeat(session)) return false;
  await house.clock.pause?.(Math.min(ms, lookMs));
  const { until = 0 } = session.item.lease ?? {};
  if (until - house.clock.realMs() < leaseOf(house) / 2) await commitDecided(session, (item) => ({ item, events: [] }));
  return true;
};
