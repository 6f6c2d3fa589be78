import type { ContactWindow, Definition } from '../campaign/definition.ts';
import { plannedTouches } from '../campaign/touches.ts';
import { closingAfter, nextOpening } from '../campaign/window.ts';
import type { Place } from '../kernel/ids.ts';

/** What is looked at once more in the moment of sending. Times are UTC ISO. */
export type Recheckable = Readonly<{ index: number; place: Place; validUntil?: string }>;

export type Rechecked = Readonly<{
  /** may go now; the provider must not deliver later than this many seconds from now */
  go: readonly Readonly<{ index: number; validitySeconds: number }>[];
  /** the window is shut: again at its next opening */
  postpone: readonly (readonly [number, string])[];
  /** worth nothing any more */
  expired: readonly number[];
}>;

/** Twilio takes one second to ten hours; a provider that takes less clamps it. */
const shortestSeconds = 1;
const longestSeconds = 36_000;

/** A touch that its campaign no longer names keeps to the hours of the campaign. */
const windowOf = (definition: Definition, { channel, offset }: Place): ContactWindow | undefined => {
  const touch = plannedTouches(definition).find((planned) => planned.channel === channel && planned.offset === offset);
  const schedule = touch?.schedule ?? definition.schedule;
  return schedule === 'now' ? undefined : schedule.window;
};

const secondsBetween = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / 1000);

/** From when on a message may go, and until when it may arrive. */
type Hours = Readonly<{ from: string; to?: string }>;

/** The end of the hours that are open now; hours that go on after midnight do not end there. */
const endOfHours = (window: ContactWindow, zone: string, now: string): string | undefined => {
  let end = closingAfter(window, zone, now);
  while (end !== undefined && secondsBetween(now, end) < longestSeconds && nextOpening(window, zone, end) === end) {
    end = closingAfter(window, zone, end);
  }
  return end;
};

/** In the last second of a window nothing goes any more: no provider can be told to deliver in less than a second. */
const hoursAt = (window: ContactWindow | undefined, zone: string, now: string): Hours => {
  if (!window) return { from: now };
  const to = endOfHours(window, zone, now);
  if (to === undefined) return { from: nextOpening(window, zone, now) };
  return secondsBetween(now, to) < shortestSeconds ? { from: nextOpening(window, zone, to) } : { from: now, to };
};

/** Whole seconds from now in which the message may arrive. */
const secondsLeft = ({ to }: Hours, validUntil: string | undefined, now: string): number =>
  [to, validUntil].reduce((least, end) => (end === undefined ? least : Math.min(least, secondsBetween(now, end))), longestSeconds);

/** Window and validity of each message by the approved definition of its campaign, at `now`. */
export const recheck = (definition: Definition, messages: readonly Recheckable[], now: string): Rechecked => {
  const go: { index: number; validitySeconds: number }[] = [];
  const postpone: [number, string][] = [];
  const expired: number[] = [];
  const known = new Map<string, Hours>();
  for (const { index, place, validUntil } of messages) {
    const key = `${place.channel}.${place.offset}`;
    const hours = known.get(key) ?? hoursAt(windowOf(definition, place), definition.timezone, now);
    known.set(key, hours);
    const seconds = secondsLeft(hours, validUntil, now);
    if (validUntil !== undefined && (hours.from >= validUntil || seconds < shortestSeconds)) expired.push(index);
    else if (hours.from > now) postpone.push([index, hours.from]);
    else go.push({ index, validitySeconds: seconds });
  }
  return { go, postpone, expired };
};
