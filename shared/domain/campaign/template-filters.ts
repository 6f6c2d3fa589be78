import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { dayMs, dayOf, localOf } from '../kernel/local-time.ts';
import { remember } from '../kernel/remember.ts';
import { dayOrderOf, readClock, readDay } from '../kernel/written-time.ts';
import { dateFormat } from './date-format.ts';
import { nameCase } from './name-case.ts';

/** Where a template's dates and phones are at home. */
export type Place = Readonly<{ zone: string; region?: string | undefined }>;
/** A missing value passes through, so that a default after the filter still applies. */
export type Filter = (value: unknown, argument?: unknown) => unknown;

const instantForm = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;
const localForm = /^(\S+)[T ]\s*(\d\S*(?: ?[ap]\.?m\.?)?)$/i;

/** The local time that a text means: an instant, a day, a day and a time, or a time alone (which has no day). */
const readLocal = (text: string, { zone, region }: Place): number | undefined => {
  if (instantForm.test(text)) return localOf(zone, Date.parse(text));
  const order = dayOrderOf(region);
  const both = localForm.exec(text);
  const day = readDay(both ? both[1]! : text, order);
  const clock = both && day !== undefined ? readClock(both[2]!) : 0;
  return day === undefined || clock === undefined ? undefined : day + clock;
};

const local = (text: string, place: Place): number => {
  const found = readLocal(text.trim(), place);
  if (found === undefined || Number.isNaN(found)) throw new RangeError('the value is no date');
  return found;
};

const clock = (text: string, place: Place): number => {
  const alone = readClock(text.trim());
  if (alone !== undefined) return alone;
  const found = local(text, place);
  return found - dayOf(found) * dayMs;
};

const textOf = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError('a filter takes one text');
};

/** The answers of a filter with one argument, remembered: a file repeats its days and hours. */
const rememberTexts = (write: (text: string, argument: string) => string, fallback: string): Filter => {
  const written = remember(200, (argument: string) => remember(5_000, (text: string) => write(text, argument)));
  return (value, argument) => {
    const text = textOf(value);
    return text === undefined ? undefined : written(textOf(argument) ?? fallback)(text);
  };
};

const showPhone = (text: string, region: string): string => {
  const number = parsePhoneNumberFromString(text, { defaultCountry: region as CountryCode, extract: false });
  if (!number) return text;
  const home = parsePhoneNumberFromString('2125550100', region as CountryCode)?.countryCallingCode;
  return number.countryCallingCode === home ? number.formatNational() : number.formatInternational();
};

/** Formats that date and time take when the template names none. */
const defaultFormat = { date: '%A, %B %-d, %Y', time: '%-I:%M %p' } as const;

/** Carillon's own filters: name, date, time, phone. `date` and `time` throw RangeError for what is no date. */
export const templateFilters = (place: Place): Readonly<Record<'name' | 'date' | 'time' | 'phone', Filter>> => ({
  name: (value) => {
    const text = textOf(value);
    return text === undefined ? undefined : nameCase(text);
  },
  date: rememberTexts((text, format) => dateFormat(format)(local(text, place)), defaultFormat.date),
  time: rememberTexts((text, format) => dateFormat(format)(clock(text, place)), defaultFormat.time),
  phone: rememberTexts(showPhone, place.region ?? 'US'),
});
