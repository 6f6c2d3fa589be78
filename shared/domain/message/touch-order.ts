import { isRecurring, isRelative } from '../campaign/schedule.ts';
import { nominalAt } from '../campaign/timing.ts';
import { dayText, localOf } from '../kernel/local-time.ts';
import type { ToAssemble } from './assemble.ts';
import type { CompiledTouch } from './compile-definition.ts';
import { zoneOf, type Read } from './read-row.ts';

/** How the touches of one row stand to each other in time. */

/** When the row's appointment is, and by whose clock. */
type About = Pick<Read, 'appointmentAt' | 'site'>;

const nominalOf = ({ compiled, now }: ToAssemble, { schedule, ...touch }: CompiledTouch, about: About): string =>
  // rules fire by the campaign's clock
  nominalAt({
    schedule,
    touch,
    appointmentAt: about.appointmentAt,
    now,
    zone: isRecurring(schedule) ? compiled.definition.timezone : zoneOf(compiled, about),
  });

const clockOf = (zone: string, instant: string): string => new Date(localOf(zone, Date.parse(instant))).toISOString().slice(11, 16);

/** Tells messages of one row and day apart that the campaign wants both: the first one of a day is the day's. */
export const turnOf = (input: ToAssemble, about: About, day: string): string => {
  const { compiled, touch } = input;
  const zone = zoneOf(compiled, about);
  if (touch.firings?.severalADay) return ` ${clockOf(zone, nominalOf(input, touch, about))}`;
  if (!isRelative(touch.schedule) || !compiled.touches.some(({ ahead }) => ahead)) return '';
  const own = nominalOf(input, touch, about);
  const before = compiled.touches.filter((other) => {
    if (other.channel !== touch.channel || !isRelative(other.schedule)) return false;
    const at = nominalOf(input, other, about);
    return at < own && dayText(localOf(zone, Date.parse(at))) === day;
  });
  return before.length === 0 ? '' : ` ${before.length + 1}`;
};

/**
 * A file that comes late finds several of its offsets past at once. Only the last of them goes: the earlier ones would say the same in the
 * same minute.
 */
export const isOvertaken = (input: ToAssemble, about: About): boolean => {
  const { compiled, touch, now } = input;
  if (about.appointmentAt === undefined || !isRelative(touch.schedule) || compiled.touches.length === 1) return false;
  const own = nominalOf(input, touch, about);
  if (own > now) return false;
  return compiled.touches.some((other) => {
    if (other.channel !== touch.channel || !isRelative(other.schedule)) return false;
    const at = nominalOf(input, other, about);
    return at > own && at <= now;
  });
};

/** A firing behind the appointment: those after it are too. */
export const isOver = (input: ToAssemble, about: About): boolean => {
  const { touch, now } = input;
  const { appointmentAt } = about;
  if (appointmentAt === undefined || !touch.firings) return false;
  return appointmentAt <= now || appointmentAt <= nominalOf(input, touch, about);
};
