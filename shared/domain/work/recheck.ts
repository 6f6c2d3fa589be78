import { allowedHours, type Reach } from '../campaign/contact-rules.ts';
import type { Definition } from '../campaign/definition.ts';
import { windowOf } from '../campaign/schedule.ts';
import { plannedTouches } from '../campaign/touches.ts';
import { closingOf, openingOf, type ZoneHours } from '../contact-hours/open-hours.ts';
import { plannedOffset } from '../kernel/firing-offset.ts';
import { parseMessageId, type Place } from '../kernel/ids.ts';
import { instantText } from '../kernel/local-time.ts';
import type { FollowUp } from '../message/events.ts';

/** What is looked at once more in the moment of sending. Times are UTC ISO. */
export type Recheckable = Readonly<{ index: number; place: Place; validUntil?: string; reach?: Reach; followUp?: FollowUp }>;

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
/** A phone company that delivers at the last moment must not do so in the first moment of the quiet hours. */
const marginMs = 30_000;

type Told = Pick<Place, 'channel' | 'offset'>;

/** A message that was sent again, or told by another channel, keeps to the hours of the touch that it is told for. */
const toldBy = ({ place, followUp }: Recheckable): Told => {
  if (followUp === undefined || followUp.kind === 'correction') return place;
  return followUp.touch ?? parseMessageId(followUp.of)?.place ?? place;
};

type Asked = Readonly<{ place: Place; told: Told; reach: Reach }>;

/** A touch that its campaign no longer names keeps to the hours of the campaign. */
const hoursOf = (definition: Definition, { place: { channel }, told, reach }: Asked): readonly ZoneHours[] => {
  const planned = plannedOffset(told.offset);
  const touch = plannedTouches(definition).find((one) => one.channel === told.channel && one.offset === planned);
  return allowedHours(definition, { channel, window: windowOf(touch?.schedule ?? definition.schedule) }, reach);
};

/** From when on a message may go, and until when it may arrive, epoch milliseconds. */
type Open = Readonly<{ from: number; to?: number }>;

/** The end of the hours that are open now; hours that go on after midnight do not end there. */
const endOfHours = (hours: readonly ZoneHours[], now: number): number | undefined => {
  let end = closingOf(hours, now);
  while (end !== undefined && end - now < longestSeconds * 1000 + marginMs && openingOf(hours, end) === end) end = closingOf(hours, end);
  return end;
};

/** At the end of a window nothing goes any more: no provider can be told to deliver in less than a second. */
const openAt = (hours: readonly ZoneHours[], now: number): Open => {
  if (hours.length === 0) return { from: now };
  const end = endOfHours(hours, now);
  if (end === undefined) return { from: openingOf(hours, now) ?? Infinity };
  const to = end - marginMs;
  return to - now < shortestSeconds * 1000 ? { from: openingOf(hours, end) ?? Infinity } : { from: now, to };
};

/** Answers to somebody who has just written. */
const isAtOnce = (followUp: FollowUp | undefined): boolean => followUp?.kind === 'consent' && followUp.answers !== 'ask';

/** Whole seconds from now in which the message may arrive. */
const secondsLeft = ({ to }: Open, validUntil: number | undefined, now: number): number =>
  [to, validUntil].reduce<number>(
    (least, end) => (end === undefined ? least : Math.min(least, Math.floor((end - now) / 1000))),
    longestSeconds,
  );

/**
 * Window and validity of each message by the approved definition of its campaign, at `now`. A text about consent goes at once, at any hour, but for a
 * question that nobody has asked for: the quiet hours are those of
 * telephone solicitations (47 CFR 64.1200(c)(1)), and it answers somebody who has just written, with nothing in it that is sold.
 */
export const recheck = (definition: Definition, messages: readonly Recheckable[], now: string): Rechecked => {
  const at = Date.parse(now);
  const go: { index: number; validitySeconds: number }[] = [];
  const postpone: [number, string][] = [];
  const expired: number[] = [];
  const known = new Map<string, Open>();
  for (const message of messages) {
    const { index, place, validUntil, reach = {}, followUp } = message;
    const told = toldBy(message);
    const key = JSON.stringify([place.channel, told.channel, plannedOffset(told.offset), reach]);
    const open = isAtOnce(followUp) ? { from: at } : (known.get(key) ?? openAt(hoursOf(definition, { place, told, reach }), at));
    if (!isAtOnce(followUp)) known.set(key, open);
    const ends = validUntil === undefined ? undefined : Date.parse(validUntil);
    const seconds = secondsLeft(open, ends, at);
    // hours that never open again leave it no hour either
    if (open.from === Infinity || (ends !== undefined && (open.from >= ends || seconds < shortestSeconds))) expired.push(index);
    else if (open.from > at) postpone.push([index, instantText(open.from)]);
    else go.push({ index, validitySeconds: seconds });
  }
  return { go, postpone, expired };
};
