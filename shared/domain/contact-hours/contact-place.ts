import { isZone } from '../kernel/local-time.ts';
import { remember } from '../kernel/remember.ts';
import { stateOfArea } from './states-of-areas.ts';
import { areaOfZip } from './zip-areas.ts';
import { zonesOfNumbers } from './zones-of-numbers.ts';

/** Where a recipient may be: all zones that are possible (none: nobody knows), and the regions (ISO 3166-2, `US-FL`) whose law may hold. */
export type ContactPlace = Readonly<{ zones: readonly string[]; regions: readonly string[] }>;

/** What a row says of it; `phone` is E.164, where the contact point is one. */
export type PlaceFacts = Readonly<{ timezone?: string | undefined; zip?: string | undefined; phone?: string | undefined }>;

const zonesByNumber: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(zonesOfNumbers).flatMap(([zones, places]) => places.split(' ').map((place) => [place, zones.split('&')] as const)),
);

/** As people in the United States call their zones. A name without "daylight" is said in summer too; Arizona calls its own Mountain as well. */
const spoken: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:e[sd]?t|eastern)$/, ['America/New_York']],
  [/^(?:c[sd]?t|central)$/, ['America/Chicago']],
  [/^(?:mdt)$/, ['America/Denver']],
  [/^(?:mst|mt|mountain)$/, ['America/Denver', 'America/Phoenix']],
  [/^(?:p[sd]?t|pacific)$/, ['America/Los_Angeles']],
  [/^(?:ak[sd]?t|alaskan?)$/, ['America/Anchorage']],
  [/^(?:hs?t|hst|hawaii(?:an)?)$/, ['Pacific/Honolulu']],
  [/^(?:ast|atlantic)$/, ['America/Puerto_Rico']],
];

/**
 * A name of the IANA database, or as people and their systems say it: `Mountain Time (US & Canada)`. Anything else says nothing, and so do UTC and
 * the other zones of no place: systems write them where they know nothing.
 */
const zonesNamed = (text: string): readonly string[] => {
  const word = text
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/\b(?:standard|daylight|time|us)\b/g, '')
    .replace(/[^a-z]/g, '');
  const found = spoken.find(([pattern]) => pattern.test(word))?.[1];
  if (found) return found;
  return text.includes('/') && !/^etc\//i.test(text) && isZone(text) ? [text] : [];
};

const areaOf = (phone: string): string | undefined => /^\+1(\d{3})\d{7}$/.exec(phone)?.[1];

/** Countries are known by one to three digits: no code begins with another. */
const zonesOfPhone = (phone: string): readonly string[] => {
  const area = areaOf(phone);
  if (area !== undefined) return zonesByNumber.get(area) ?? [];
  for (const length of [2, 3, 4]) {
    const found = zonesByNumber.get(phone.slice(0, length));
    if (found) return found;
  }
  return [];
};

/** An area code that nobody knows yet is most likely a new one of the United States. */
const regionsOfPhone = (phone: string): readonly string[] => {
  const area = areaOf(phone);
  if (area === undefined) return [];
  const state = stateOfArea.get(area);
  if (state !== undefined) return [`US-${state}`];
  return zonesByNumber.has(area) ? [] : ['US'];
};

const nowhere: ContactPlace = { zones: [], regions: [] };

const placeOf = ({ timezone = '', zip = '', phone = '' }: PlaceFacts): ContactPlace => {
  const area = zip === '' ? undefined : areaOfZip(zip);
  const named = timezone === '' ? [] : zonesNamed(timezone);
  const zones = named.length > 0 ? named : (area?.zones ?? zonesOfPhone(phone));
  const regions = [...new Set([...(area ? [`US-${area.state}`] : []), ...regionsOfPhone(phone)])].sort();
  return zones.length === 0 && regions.length === 0 ? nowhere : { zones, regions };
};

/** All that is looked at, so that rows of one place share an answer. */
const placesKnown = remember(20_000, (key: string): ContactPlace => {
  const [timezone = '', zip = '', phone = ''] = key.split('\n');
  return placeOf({ timezone, zip, phone });
});

/** The country's code and what follows tells the zone: an area code of the North American plan, else four digits. */
const headOf = (phone: string): string =>
  phone.startsWith('+1') ? `${phone.slice(0, 5)}${'0'.repeat(Math.max(0, phone.length - 5))}` : phone.slice(0, 4);

const oneLine = (text: string): string => text.replaceAll('\n', ' ').trim();

/**
 * Where a recipient may be: the row's zone, else its ZIP code, else its phone's area. Texts that say nothing are passed over. Regions are of
 * ZIP code and phone together: the law of each may hold.
 */
export const placeOfContact = ({ timezone = '', zip = '', phone = '' }: PlaceFacts): ContactPlace => {
  const said = timezone === '' && zip === '' ? '\n' : `${oneLine(timezone)}\n${oneLine(zip)}`;
  return placesKnown(`${said}\n${headOf(phone)}`);
};
