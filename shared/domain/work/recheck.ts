import type { KnownCampaign } from '../campaign/campaign.ts';
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

/** Twilio takes at most ten hours; a provider that takes less clamps it. */
const longestSeconds = 36_000;

const windowOf = (definition: Definition, { channel, offset }: Place): ContactWindow | undefined => {
  const touch = plannedTouches(definition).find((planned) => planned.channel === channel && planned.offset === offset);
  const schedule = touch?.schedule ?? definition.schedule;
  return schedule === 'now' ? undefined : schedule.window;
};

const secondsBetween = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / 1000);

/** Window and validity of each message, at `now`. */
export const recheck = (
  campaign: Extract<KnownCampaign, { status: 'active' }>,
  messages: readonly Recheckable[],
  now: string,
): Rechecked => {
  const { definition } = campaign.approved;
  const go: { index: number; validitySeconds: number }[] = [];
  const postpone: [number, string][] = [];
  const expired: number[] = [];
  const windows = new Map<string, ContactWindow | undefined>();
  for (const { index, place, validUntil } of messages) {
    const key = `${place.channel}.${place.offset}`;
    if (!windows.has(key)) windows.set(key, windowOf(definition, place));
    const window = windows.get(key);
    const opening = nextOpening(window, definition.timezone, now);
    if (validUntil !== undefined && opening >= validUntil) expired.push(index);
    else if (opening > now) postpone.push([index, opening]);
    else {
      const closing = closingAfter(window, definition.timezone, now) ?? validUntil;
      const last = closing !== undefined && validUntil !== undefined && validUntil < closing ? validUntil : closing;
      const seconds = last === undefined ? longestSeconds : secondsBetween(now, last);
      go.push({ index, validitySeconds: Math.max(1, Math.min(longestSeconds, seconds)) });
    }
  }
  return { go, postpone, expired };
};
