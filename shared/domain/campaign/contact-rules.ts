import { z } from 'zod';
import { isFederalHoliday } from '../contact-hours/federal-holidays.ts';
import type { Hours, ZoneHours } from '../contact-hours/open-hours.ts';
import { lawfulHours } from '../contact-hours/quiet-hours.ts';
import type { Channel } from '../kernel/ids.ts';
import { dayMs } from '../kernel/local-time.ts';
import { remember } from '../kernel/remember.ts';
import type { ContactWindow } from './schedule.ts';
import { hoursOfWindow } from './window.ts';

/** What a campaign says of the hours in which people may be reached, beside the windows of its schedules. */

/** `US`: its federal holidays; or days, of every year (12-24) or one (2026-12-24). */
const days = z.array(z.string().regex(/^(?:US|\d{4}-\d\d-\d\d|\d\d-\d\d)$/, '"US", or a day like 2026-12-24 or 12-24')).max(200);

export const contactRules = {
  /** whether the hours that the law sets for marketing are kept: by marketing always, by others where this says so */
  quietHours: z.boolean().optional(),
  /** whose clock windows and holidays go by: the recipient's unless told; quiet hours are always the recipient's */
  clock: z.enum(['recipient', 'campaign']).optional(),
  /** days on which nothing goes; or by the row's field `location`, `*` for any that is not named */
  holidays: z.union([days, z.record(z.string().trim().min(1).max(80), days)]).optional(),
};

export type ContactRules = Readonly<{
  timezone: string;
  purpose?: 'marketing' | 'transactional' | undefined;
  quietHours?: boolean | undefined;
  clock?: 'recipient' | 'campaign' | undefined;
  holidays?: readonly string[] | Readonly<Record<string, readonly string[]>> | undefined;
}>;

/**
 * What a message carries of its recipient's place, for the check in the moment of sending: zones, regions (ISO 3166-2) and a location by the
 * name that the campaign itself gives it. Nobody is known by it.
 */
export const contactReach = z.object({
  zones: z.array(z.string()).max(30).optional(),
  regions: z.array(z.string()).max(5).optional(),
  location: z.string().optional(),
});
export type Reach = Readonly<{ zones?: readonly string[]; regions?: readonly string[]; location?: string }>;

/** Channels that the law means when it says call or text. */
const quietChannels: ReadonlySet<string> = new Set<string>(['sms', 'mms', 'voice', 'whatsapp']);

/** Whether the quiet hours of the law are kept. */
export const keepsQuiet = ({ purpose, quietHours }: Pick<ContactRules, 'purpose' | 'quietHours'>, channel: Channel): boolean =>
  quietChannels.has(channel) && (purpose === 'marketing' || quietHours === true);

type IsShut = (day: number) => boolean;

const isShutOn = remember(500, (text: string): IsShut => {
  const named = new Set(text.split(' '));
  const federal = named.has('US');
  return (day) => {
    const date = new Date(day * dayMs).toISOString().slice(0, 10);
    return named.has(date) || named.has(date.slice(5)) || (federal && isFederalHoliday(day));
  };
});

/** The name under which the campaign lists a row's location; undefined where it makes no difference. */
export const locationIn = ({ holidays }: Pick<ContactRules, 'holidays'>, location: string): string | undefined => {
  if (!holidays || Array.isArray(holidays)) return undefined;
  const folded = location.trim().toLowerCase();
  return Object.keys(holidays).find((name) => name !== '*' && name.trim().toLowerCase() === folded);
};

const holidaysAt = ({ holidays }: ContactRules, location = '*'): IsShut | undefined => {
  const listed = Array.isArray(holidays) ? (holidays as readonly string[]) : (holidays as Record<string, readonly string[]> | undefined);
  const named = Array.isArray(listed)
    ? listed
    : listed && Object.hasOwn(listed, location)
      ? (listed as Record<string, readonly string[]>)[location]
      : undefined;
  return named && named.length > 0 ? isShutOn(named.join(' ')) : undefined;
};

const wholeDays: Hours['week'] = Array.from({ length: 7 }, () => ({ from: 0, to: dayMs }));

/** The campaign's own hours; undefined where it has none. */
const ownHours = (rules: ContactRules, window: ContactWindow | undefined, location: string | undefined): Hours | undefined => {
  const isShut = holidaysAt(rules, location);
  const open = window && hoursOfWindow(window);
  return isShut ? { week: open?.week ?? wholeDays, isShut } : open;
};

type Asked = Readonly<{ channel: Channel; window: ContactWindow | undefined }>;

const hoursFor = (rules: ContactRules, { channel, window }: Asked, { zones, regions = [], location }: Reach): readonly ZoneHours[] => {
  const there = zones ?? [rules.timezone];
  const own = ownHours(rules, window, location);
  const ofCampaign = own ? (rules.clock === 'campaign' ? [rules.timezone] : there).map((zone) => ({ zone, hours: own })) : [];
  if (!keepsQuiet(rules, channel)) return ofCampaign;
  const lawful = regions.flatMap((region) => lawfulHours(region) ?? []);
  return [...ofCampaign, ...there.flatMap((zone) => lawful.map((hours) => ({ zone, hours })))];
};

const known = new WeakMap<ContactRules, (key: string) => readonly ZoneHours[]>();

/** All hours that a message of a channel keeps to: it may go while every one of them is open. None: it may go at any time. */
export const allowedHours = (rules: ContactRules, asked: Asked, reach: Reach): readonly ZoneHours[] => {
  let find = known.get(rules);
  if (!find) {
    find = remember(500, (key) => {
      const [one, place] = JSON.parse(key) as [Asked, Reach];
      return hoursFor(rules, one, place);
    });
    known.set(rules, find);
  }
  return find(JSON.stringify([asked, reach]));
};
