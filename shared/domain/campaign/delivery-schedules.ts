import type { Channel } from '../kernel/ids.ts';
import { instantText, minuteMs } from '../kernel/local-time.ts';
import type { Definition } from './definition.ts';
import { firingFrom } from './recurrence.ts';
import { isRecurring, isRelative, windowOf, type ContactWindow, type Schedule } from './schedule.ts';
import { closingAfter, nextOpening } from './window.ts';

/** When a channel of a campaign sends, as somebody looks at it now. Instants are UTC ISO. */
export type DeliverySchedule = Readonly<{
  channel: Channel;
  schedule: Schedule;
  /** it is the channel's own, and not the campaign's */
  isOwn: boolean;
  /** what begins it: a fixed time, a rule, each row's appointment, or that the row came */
  firesBy: 'time' | 'rule' | 'appointment' | 'arrival';
  /** the next ones, moved into the window; none where rows decide */
  nextFires: readonly string[];
  window?: ContactWindow;
  /** the window is open now, until then */
  openUntil?: string;
  /** it opens then */
  opensAt?: string;
}>;

const mostFires = 5;

const firesByOf = (schedule: Schedule): DeliverySchedule['firesBy'] => {
  if (schedule === 'now') return 'arrival';
  if (isRecurring(schedule)) return 'rule';
  return isRelative(schedule) ? 'appointment' : 'time';
};

const firesOf = (schedule: Schedule, zone: string, now: string): readonly string[] => {
  if (schedule === 'now' || isRelative(schedule)) return [];
  if (!isRecurring(schedule)) {
    const at = instantText(Date.parse(schedule.sendAt));
    return at < now ? [] : [at];
  }
  const { every, start } = schedule;
  const fires: string[] = [];
  let from: number | undefined = Date.parse(now);
  while (fires.length < mostFires) {
    from = firingFrom({ every, start, zone }, from);
    if (from === undefined) break;
    fires.push(instantText(from));
    from += minuteMs;
  }
  return fires;
};

const hoursNow = (
  window: ContactWindow | undefined,
  zone: string,
  now: string,
): Pick<DeliverySchedule, 'window' | 'openUntil' | 'opensAt'> => {
  if (!window) return {};
  const openUntil = closingAfter(window, zone, now);
  return openUntil === undefined ? { window, opensAt: nextOpening(window, zone, now) } : { window, openUntil };
};

/** One for each of the campaign's channels, in its order. */
export const deliverySchedules = ({ channels, schedule: common, timezone: zone }: Definition, now: string): readonly DeliverySchedule[] =>
  channels.map(({ channel, schedule: own }) => {
    const schedule = own ?? common;
    const window = windowOf(schedule);
    const nextFires = [...new Set(firesOf(schedule, zone, now).map((at) => nextOpening(window, zone, at)))];
    return { channel, schedule, isOwn: own !== undefined, firesBy: firesByOf(schedule), nextFires, ...hoursNow(window, zone, now) };
  });
