import { openingOf, type ZoneHours } from '../contact-hours/open-hours.ts';
import type { Schedule } from './definition.ts';
import { dayMs, dayOf, dayText, instantOf, instantText, localOf } from '../kernel/local-time.ts';
import type { Touch } from './touches.ts';
import { hoursOfWindow } from './window.ts';

/** Instants are UTC ISO. `appointmentAt` is there where the campaign maps a date and the row has one. */
export type Plan = Readonly<{
  schedule: Schedule;
  touch: Pick<Touch, 'offsetDays'>;
  appointmentAt?: string | undefined;
  now: string;
  zone: string;
  /** when the recipient may be reached; left out: the schedule's window on the zone's clock */
  hours?: readonly ZoneHours[] | undefined;
}>;

export type Timing =
  | Readonly<{
      kind: 'due';
      sendAt: string;
      /** from here on the message is worth nothing: the appointment */
      validUntil?: string;
      /** local day of the nominal time, yyyy-mm-dd */
      day: string;
      /** local day of the appointment, yyyy-mm-dd */
      appointmentDay?: string;
    }>
  /** `neverOpen`: no hour is allowed in all zones where the recipient may be */
  | Readonly<{ kind: 'past_window'; neverOpen?: true }>;

/** The nominal time on the zone's clock; the clock of the appointment moved back by whole calendar days, whatever the clocks did between. */
const nominalLocal = ({ schedule, touch, appointmentAt, now, zone }: Plan): number => {
  if (schedule === 'now') return localOf(zone, Date.parse(now));
  if ('sendAt' in schedule) return localOf(zone, Date.parse(schedule.sendAt));
  if (appointmentAt === undefined) throw new RangeError('a schedule relative to the appointment needs its time');
  return localOf(zone, Date.parse(appointmentAt)) - (touch.offsetDays ?? 0) * dayMs;
};

const nominal = (plan: Plan): number => {
  const { schedule, zone } = plan;
  if (schedule === 'now') return Date.parse(plan.now);
  return 'sendAt' in schedule ? Date.parse(schedule.sendAt) : instantOf(zone, nominalLocal(plan));
};

/** When a touch is meant to go, before any move into a window. Throws RangeError for a relative schedule without an appointment. */
export const nominalAt = (plan: Plan): string => instantText(nominal(plan));

/** The instant at which the local day of an instant begins: from here on its messages may be queued. */
export const queueDay = (instant: string, zone: string): string => {
  const local = localOf(zone, Date.parse(instant));
  return instantText(instantOf(zone, dayOf(local) * dayMs));
};

/** The midnight from which a touch may be queued, never before now. */
export const queueFrom = (plan: Plan): string => {
  const midnight = instantOf(plan.zone, dayOf(nominalLocal(plan)) * dayMs);
  return midnight <= Date.parse(plan.now) ? plan.now : instantText(midnight);
};

const hoursOf = ({ schedule, zone, hours }: Plan): readonly ZoneHours[] => {
  if (hours) return hours;
  const window = schedule === 'now' ? undefined : schedule.window;
  return window ? [{ zone, hours: hoursOfWindow(window) }] : [];
};

/** When a touch goes: its nominal time, not before now, moved into the window; too late for the appointment, it must not go at all. */
export const timeOf = (plan: Plan): Timing => {
  const { zone, appointmentAt } = plan;
  const earliest = Math.max(nominal(plan), Date.parse(plan.now));
  const sendAt = openingOf(hoursOf(plan), earliest);
  if (sendAt === undefined) return { kind: 'past_window', neverOpen: true };
  const day = dayText(nominalLocal(plan));
  if (appointmentAt === undefined) return { kind: 'due', sendAt: instantText(sendAt), day };
  const appointment = Date.parse(appointmentAt);
  if (sendAt >= appointment) return { kind: 'past_window' };
  const appointmentDay = dayText(localOf(zone, appointment));
  return { kind: 'due', sendAt: instantText(sendAt), validUntil: appointmentAt, day, appointmentDay };
};
