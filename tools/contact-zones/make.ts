import { readFileSync, writeFileSync } from 'node:fs';
import { corrected, overlays } from './corrections.ts';

/**
 * Makes shared/domain/contact-hours/zones-of-numbers.ts from the file resources/timezones/map_data.txt of Google's libphonenumber:
 *
 *   npx node24 tools/contact-zones/make.ts map_data.txt [--check]
 *
 * With --check it writes nothing and fails where the file differs. Of the file's prefixes only area codes (of country code 1) and country codes
 * are kept, each with all zones that any of its prefixes has: people take their numbers along when they move within an area, and in more zones
 * fewer hours are allowed, never more.
 */

const target = new URL('../../shared/domain/contact-hours/zones-of-numbers.ts', import.meta.url);

const countryCodes =
  /^(?:1|7|20|2[1-689]\d|27|3[578]\d|42\d|3[0-469]|4[013-9]|50\d|59\d|5[1-8]|67\d|68\d|69\d|6[0-6]|80\d|85\d|87\d|88\d|8[1246]|96\d|97\d|99\d|9[0-58])/;

/** The area code, or + and the country's code; undefined for what tells nothing: all of country code 1. */
const placeOf = (prefix: string): string | undefined => {
  if (prefix.startsWith('1')) return prefix.length < 4 ? undefined : prefix.slice(1, 4);
  const country = countryCodes.exec(prefix)?.[0];
  return country === undefined ? undefined : `+${country}`;
};

const zonesByPlace = (text: string): Map<string, Set<string>> => {
  const places = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const [prefix, zones] = line.trim().split('|');
    const place = prefix === undefined || zones === undefined || !/^\d+$/.test(prefix) ? undefined : placeOf(prefix);
    if (place === undefined || zones === undefined) continue;
    const known = places.get(place) ?? new Set();
    for (const zone of zones.split('&')) known.add(zone);
    places.set(place, known);
  }
  return places;
};

const correct = (places: Map<string, Set<string>>): Map<string, string> => {
  const told = new Map([...places].map(([place, zones]) => [place, [...zones].sort().join('&')]));
  for (const [place, zones] of Object.entries(corrected)) told.set(place, zones);
  for (const [code, over] of Object.entries(overlays)) {
    const zones = told.get(over);
    if (zones === undefined) throw new Error(`area code ${code} is said to lie over ${over}, which the file does not have`);
    told.set(code, zones);
  }
  return told;
};

const wrapped = (words: readonly string[]): string => {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 120) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.length === 1
    ? `'${lines[0]}'`
    : `\n    ${lines.map((line, n) => `'${line}${n < lines.length - 1 ? ' ' : ''}'`).join(' +\n    ')}`;
};

const source = (told: Map<string, string>): string => {
  const groups = new Map<string, string[]>();
  for (const [place, zones] of told) groups.set(zones, [...(groups.get(zones) ?? []), place]);
  const entries = [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([zones, places]) => `  '${zones}': ${wrapped(places.sort())},`);
  return `/**
 * Zones → the area codes (of country code 1), or country codes with +, whose numbers may be in any of them. Made by tools/contact-zones/make.ts:
 * do not edit. Source: resources/timezones/map_data.txt of libphonenumber, (C) 2012 The Libphonenumber Authors, Apache License 2.0
 * (http://www.apache.org/licenses/LICENSE-2.0), changed: gathered by area, corrected and completed by tools/contact-zones/corrections.ts.
 */
// prettier-ignore
export const zonesOfNumbers: Readonly<Record<string, string>> = {
${entries.join('\n')}
};
`;
};

const [file, flag] = process.argv.slice(2);
if (file === undefined) throw new Error('say where map_data.txt is: npx node24 tools/contact-zones/make.ts map_data.txt');
const made = source(correct(zonesByPlace(readFileSync(file, 'utf8'))));
if (flag !== '--check') writeFileSync(target, made);
else if (made !== readFileSync(target, 'utf8')) throw new Error('zones-of-numbers.ts is another one than its source gives: make it anew');
