import { openingOf, type ZoneHours } from '../contact-hours/open-hours.ts';
import { dayMs, dayOf, dayText, instantOf, instantText, localOf, minuteMs } from '../kernel/local-time.ts';
import { firingFrom, firingUntil } from './recurrence.ts';
import { isRecurring, windowOf, type Recurring, type Schedule } from './schedule.ts';
import type { Touch } from './touches.ts';
import { hoursOfWindow } from './window.ts';

/** Instants are UTC ISO. `appointmentAt` is there where the campaign maps a date and the row has one. */
export type Plan = Readonly<{
  schedule: Schedule;
  touch: Pick<Touch, 'offsetDays' | 'ahead'>;
  appointmentAt?: string | undefined;
  now: string;
  zone: string;
  /** when the recipient may be reached; left out: the schedule's window on the zone's clock */
  hours?: readonly ZoneHours[] | undefined;
  /** from here on something else takes its place: the next firing */
  until?: string | undefined;
}>;

export type Timing =
  | Readonly<{
      kind: 'due';
      sendAt: string;
      /** from here on the message is worth nothing: the appointment, or the next firing */
      validUntil?: string;
      /** local day of the nominal time, yyyy-mm-dd */
      day: string;
      /** local day of the appointment, yyyy-mm-dd */
      appointmentDay?: string;
    }>
  /** `neverOpen`: no hour is allowed in all zones where the recipient may be */
  | Readonly<{ kind: 'past_window'; neverOpen?: true }>;

/**
 * The clock of the appointment moved back by whole calendar days, whatever the clocks did between; then hours and minutes as they pass. Infinity
 * where a rule fires no more.
 */
const nominal = ({ schedule, touch, appointmentAt, now, zone }: Plan): number => {
  if (schedule === 'now') return Date.parse(now);
  if ('sendAt' in schedule) return Date.parse(schedule.sendAt);
  if (isRecurring(schedule)) return firingFrom({ ...schedule, zone }, Date.parse(now)) ?? Infinity;
  if (appointmentAt === undefined) throw new RangeError('a schedule relative to the appointment needs its time');
  const { days = touch.offsetDays ?? 0, hours = 0, minutes = 0 } = touch.ahead ?? {};
  const appointment = Date.parse(appointmentAt);
  const sameClock = touch.ahead && days === 0 ? appointment : instantOf(zone, localOf(zone, appointment) - days * dayMs);
  return sameClock - (hours * 60 + minutes) * minuteMs;
};

/** When a touch is meant to go, before any move into a window. Throws RangeError for a relative schedule without an appointment. */
export const nominalAt = (plan: Plan): string => instantText(nominal(plan));

const midnightOf = (zone: string, instant: number): number => instantOf(zone, dayOf(localOf(zone, instant)) * dayMs);

/** The instant at which the local day of an instant begins: from here on its messages may be queued. */
export const queueDay = (instant: string, zone: string): string => instantText(midnightOf(zone, Date.parse(instant)));

/**
 * From when on the next firing may be queued: the midnight of its day, or just behind the firing before it, so that each firing has a time of
 * its own and is the first one from there on. Never before now; undefined where nothing fires any more.
 */
const queueFiringFrom = (recurring: Recurring, { zone, now }: Pick<Plan, 'zone' | 'now'>): string | undefined => {
  const rule = { ...recurring, zone };
  const firing = firingFrom(rule, Date.parse(now));
  if (firing === undefined) return undefined;
  const before = firingUntil(rule, firing - 1) ?? -Infinity;
  return instantText(Math.max(midnightOf(zone, firing), before + 1, Date.parse(now)));
};

/** The midnight from which a touch may be queued, never before now; undefined for a rule that fires no more. */
export const queueFrom = (plan: Plan): string | undefined => {
  if (isRecurring(plan.schedule)) return queueFiringFrom(plan.schedule, plan);
  const midnight = midnightOf(plan.zone, nominal(plan));
  return midnight <= Date.parse(plan.now) ? plan.now : instantText(midnight);
};

const hoursOf = ({ schedule, zone, hours }: Plan): readonly ZoneHours[] => {
  const window = windowOf(schedule);
  return hours ?? (window ? [{ zone, hours: hoursOfWindow(window) }] : []);
};

const earlier = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

/** When a touch goes: its nominal time, not before now, moved into its hours; too late for the appointment, it must not go at all. */
export const timeOf = (plan: Plan): Timing => {
  const { zone, appointmentAt, until } = plan;
  const meant = nominal(plan);
  if (meant === Infinity) return { kind: 'past_window' };
  const sendAt = openingOf(hoursOf(plan), Math.max(meant, Date.parse(plan.now)));
  if (sendAt === undefined) return { kind: 'past_window', neverOpen: true };
  const validUntil = earlier(appointmentAt, until);
  if (validUntil !== undefined && sendAt >= Date.parse(validUntil)) return { kind: 'past_window' };
  return {
    kind: 'due',
    sendAt: instantText(sendAt),
    ...(validUntil === undefined ? {} : { validUntil }),
    day: dayText(localOf(zone, meant)),
    ...(appointmentAt === undefined ? {} : { appointmentDay: dayText(localOf(zone, Date.parse(appointmentAt))) }),
  };
};
