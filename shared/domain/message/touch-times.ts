import { allowedHours, keepsQuiet, locationIn, type Reach } from '../campaign/contact-rules.ts';
import type { Definition } from '../campaign/definition.ts';
import { firingFrom, firingNumber, firingUntil } from '../campaign/recurrence.ts';
import { isRecurring, windowOf, type Recurring, type Schedule } from '../campaign/schedule.ts';
import { queueFrom, timeOf, type Plan, type Timing } from '../campaign/timing.ts';
import type { Touch } from '../campaign/touches.ts';
import { placeOfContact, type ContactPlace } from '../contact-hours/contact-place.ts';
import { offsetOfFiring } from '../kernel/firing-offset.ts';
import { instantText } from '../kernel/local-time.ts';
import { remember } from '../kernel/remember.ts';
import { readPhone } from './phone.ts';
import type { RowSite } from './with-sites.ts';

/** When the touch of a row with this appointment goes to somebody who is there, at a business time. `reach` is what the message is to carry. */
export type TouchTiming = Timing & Readonly<{ reach?: Reach }>;
export type Times = Readonly<{
  timeOf: (appointmentAt: string | undefined, now: string, reach?: Reach) => TouchTiming;
  /** undefined: nothing of it is to come any more */
  queueFrom: (appointmentAt: string | undefined, now: string) => string | undefined;
  /** the same where days and hours of the appointment are those of another clock; rules fire by the campaign's */
  inZone: (zone: string) => Times;
}>;

/** A touch of the campaign as far as time goes. */
export type Timed = Pick<Touch, 'channel' | 'offsetDays' | 'ahead'> & Readonly<{ schedule: Schedule; until?: string }>;

const anywhere: Reach = {};

const texts = new WeakMap<Reach, string>();

/** Rows of one place share a reach (`reachOf`): its text is made once. */
const textOfReach = (reach: Reach): string => {
  if (reach === anywhere) return '';
  let text = texts.get(reach);
  if (text === undefined) texts.set(reach, (text = JSON.stringify(reach)));
  return text;
};

/** The rows of a chunk are handled at one time, and a file repeats its appointments. */
const rememberTimes = <Answer>(answer: (appointmentAt: string | undefined, now: string, reach: Reach) => Answer) => {
  const at = remember(4, (now: string) =>
    remember(2_000, (key: string): Readonly<{ answer: Answer }> => {
      const [appointmentAt = '', reach = ''] = key.split('\n');
      return {
        answer: answer(appointmentAt === '' ? undefined : appointmentAt, now, reach === '' ? anywhere : (JSON.parse(reach) as Reach)),
      };
    }),
  );
  return (appointmentAt: string | undefined, now: string, reach: Reach = anywhere): Answer =>
    at(now)(`${appointmentAt ?? ''}\n${textOfReach(reach)}`).answer;
};

/** A reminder goes by the campaign's clock where the possible zones leave no hour; what sells something must not. */
const reachedTimeOf = (definition: Definition, touch: Timed, { plan, reach }: Readonly<{ plan: Plan; reach: Reach }>): TouchTiming => {
  const asked = { channel: touch.channel, window: windowOf(touch.schedule) };
  const carried = Object.keys(reach).length === 0 ? {} : { reach };
  const timing = timeOf({ ...plan, hours: allowedHours(definition, asked, reach) });
  const isLost = timing.kind === 'past_window' && timing.neverOpen && reach.zones && definition.purpose !== 'marketing';
  if (!isLost) return { ...timing, ...carried };
  const { zones: _, ...rest } = reach;
  return reachedTimeOf(definition, touch, { plan, reach: rest });
};

/** Clocks of a company's locations, by touch. */
const zonesKept = 50;

export const timesOf = (definition: Definition, touch: Timed, zone: string = definition.timezone): Times => {
  const plan = { schedule: touch.schedule, touch, zone, until: touch.until };
  const inZone = remember(zonesKept, (other: string) => timesOf(definition, touch, isRecurring(touch.schedule) ? zone : other));
  return {
    inZone,
    timeOf: rememberTimes((appointmentAt, now, reach) =>
      reachedTimeOf(definition, touch, { plan: { ...plan, appointmentAt, now }, reach }),
    ),
    queueFrom: rememberTimes((appointmentAt, now) => queueFrom({ ...plan, appointmentAt, now })),
  };
};

/** Of rows whose messages somebody waits for: now, moved into the hours of the schedule. */
export const timesAtOnce = (
  definition: Definition,
  { channel, schedule }: Pick<Timed, 'channel' | 'schedule'>,
  zone: string = definition.timezone,
): Times => {
  const window = windowOf(schedule);
  return {
    inZone: remember(zonesKept, (other: string) => timesAtOnce(definition, { channel, schedule }, other)),
    timeOf: rememberTimes((appointmentAt, now, reach) => {
      const touch = { channel, schedule: { sendAt: now, window } };
      return reachedTimeOf(definition, touch, { plan: { ...touch, touch: {}, zone, appointmentAt, now }, reach });
    }),
    queueFrom: (_, now) => now,
  };
};

/** Of a recurring touch: which firing is due, and from when on the next one may be queued. Instants are UTC ISO. */
export type Firings = Readonly<{
  /** of a touch that could be queued from `from` on: the latest one that has passed, else the next; older ones are not made up for */
  dueOf: (from: string, now: string) => string | undefined;
  /** whether the rule has a firing at this very time */
  has: (firing: string) => boolean;
  /** from when on the one behind `after` may be queued */
  queueAfter: (after: string) => string | undefined;
  /** it may fire more than once a day */
  severalADay: boolean;
}>;

const textOf = (instant: number | undefined): string | undefined => (instant === undefined ? undefined : instantText(instant));

export const firingsOf = (recurring: Recurring, zone: string): Firings => {
  const rule = { ...recurring, zone };
  return {
    dueOf: (from, now) => {
      const first = firingFrom(rule, Date.parse(from));
      const latest = first === undefined ? undefined : firingUntil(rule, Date.parse(now));
      return textOf(latest !== undefined && first !== undefined && latest > first ? latest : first);
    },
    has: (firing) => firingFrom(rule, Date.parse(firing)) === Date.parse(firing),
    queueAfter: (after) => queueFrom({ schedule: recurring, touch: {}, zone, now: instantText(Date.parse(after) + 1) }),
    severalADay: /FREQ=(?:HOURLY|MINUTELY)|BY(?:HOUR|MINUTE)=[^;]*,/i.test(recurring.every),
  };
};

/** The touch of one firing: at that time, until the next one. */
export const firedTouch = <Compiled extends Timed & Pick<Touch, 'offset'>>(
  definition: Definition,
  touch: Compiled,
  firing: string,
): Compiled & Times => {
  const { schedule } = touch;
  if (!isRecurring(schedule)) throw new TypeError('only a recurring touch fires');
  const { timezone: zone } = definition;
  const next = textOf(firingFrom({ ...schedule, zone }, Date.parse(firing) + 1));
  const fired = {
    ...touch,
    offset: offsetOfFiring(touch.offset, firingNumber(zone, Date.parse(firing))),
    schedule: { sendAt: firing, window: schedule.window },
    ...(next === undefined ? {} : { until: next }),
  };
  return { ...fired, ...timesOf(definition, fired) };
};

/** Where no hours are asked for, nobody has to know where somebody is. */
const asksForPlace = (definition: Definition, { channel, schedule }: Pick<Timed, 'channel' | 'schedule'>): boolean =>
  keepsQuiet(definition, channel) ||
  (definition.clock !== 'campaign' && (windowOf(schedule) !== undefined || definition.holidays !== undefined));

const phoneOf = (
  fields: Readonly<Record<string, string>>,
  { to, region }: Readonly<{ to: string; region: string | undefined }>,
): string => {
  if (to.startsWith('+')) return to;
  const phone = readPhone(fields['phone'] ?? '', region);
  return 'e164' in phone ? phone.e164 : '';
};

type Asked = Readonly<{ definition: Definition; location: string; isQuiet: boolean }>;

const reachAt = ({ definition, location, isQuiet }: Asked, { zones, regions }: ContactPlace): Reach => {
  const listed = locationIn(definition, location);
  const isHere = zones.length === 0 || (zones.length === 1 && zones[0] === definition.timezone);
  const reach: Reach = {
    ...(listed === undefined ? {} : { location: listed }),
    ...(isHere ? {} : { zones }),
    ...(isQuiet && regions.length > 0 ? { regions } : {}),
  };
  return Object.keys(reach).length === 0 ? anywhere : reach;
};

/** Rows of one place, and of one location where the campaign lists locations, have the same reach. */
type Known = Map<string, Reach>;
const reaches = new WeakMap<Definition, WeakMap<ContactPlace, Known>>();
const mostLocations = 200;
const nowhere: ContactPlace = { zones: [], regions: [] };

/** One of each: what is known of a place is kept with it. The law of the phone's own state still holds. */
const placeAtSite = remember(mostLocations, (key: string): ContactPlace => {
  const [zone = '', regions = ''] = key.split('\n');
  return { zones: [zone], regions: regions === '' ? [] : regions.split(' ') };
});

const knownAt = (definition: Definition, place: ContactPlace): Known => {
  let places = reaches.get(definition);
  if (!places) reaches.set(definition, (places = new WeakMap()));
  let known = places.get(place);
  if (!known || known.size > mostLocations) places.set(place, (known = new Map()));
  return known;
};

/** What a message has to carry of its recipient's place: the row's `timezone`, else its `zip`, else the phone's area, else its location. */
export const reachOf = (
  definition: Definition,
  touch: Pick<Timed, 'channel' | 'schedule'> & Readonly<{ region: string | undefined }>,
  { fields, to, site }: Readonly<{ fields: Readonly<Record<string, string>>; to: string; site?: RowSite }>,
): Reach => {
  const location = definition.holidays === undefined ? '' : (fields['location'] ?? '');
  const isAsked = asksForPlace(definition, touch);
  if (!isAsked && location === '') return anywhere;
  const facts = { timezone: fields['timezone'], zip: fields['zip'], phone: isAsked ? phoneOf(fields, { to, region: touch.region }) : '' };
  const own = isAsked ? placeOfContact(facts) : nowhere;
  const place = isAsked && site?.clock && own.zones.length === 0 ? placeAtSite(`${site.clock.zone}\n${own.regions.join(' ')}`) : own;
  const isQuiet = keepsQuiet(definition, touch.channel);
  const known = knownAt(definition, place);
  const key = `${isQuiet ? 'quiet' : ''}\n${location}`;
  let reach = known.get(key);
  if (!reach) known.set(key, (reach = reachAt({ definition, location, isQuiet }, place)));
  return reach;
};
