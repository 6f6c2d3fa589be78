import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { dayMs, dayOf, isZone, localOf } from '../kernel/local-time.ts';
import { remember } from '../kernel/remember.ts';
import { dayOrderOf, readClock, readDay } from '../kernel/written-time.ts';
import { dateFormat } from './date-format.ts';
import { formatsOf, type Formats } from './locale-formats.ts';
import { readLocale, type Locale } from './locale.ts';
import { currencyOf, moneyFormat, readAmount } from './money.ts';
import { nameCase } from './name-case.ts';
import { sentenceCase } from './sentence-case.ts';
import { truncateText } from './truncate-text.ts';

/** Where a template's dates, phones and amounts are at home. */
export type Place = Readonly<{ zone: string; region?: string | undefined; locale?: string | undefined }>;

/** What stands behind a filter's colon: values in their order, and values with a name (`zone: 'UTC'`). */
export type Options = Readonly<{ given: readonly string[]; named: Readonly<Record<string, string>> }>;

/** A message function with its options, ready for its values. Throws RangeError for options, or for a value, that it can't read. */
export type MessageFunction = (options: Options) => (text: string) => string;

const english: Locale = { language: 'en', country: 'US' };

/** The options that a function takes: how many without a name at most, and which names. */
const checkOptions = ({ given, named }: Options, most: number, names: readonly string[]): void => {
  if (given.length > most) throw new RangeError(`there are ${given.length} values after the colon, where ${most} may stand`);
  const strange = Object.keys(named).find((name) => !names.includes(name));
  if (strange === undefined) return;
  const known = names.length === 0 ? 'it takes none with a name' : `it takes ${names.join(' and ')}`;
  throw new RangeError(`there is no option "${strange}" here; ${known}`);
};

const localeIn = ({ locale, region }: Place, { named }: Options): Locale | undefined => {
  const written = named['locale'];
  if (written === undefined) return locale === undefined ? undefined : readLocale(locale, region);
  const found = readLocale(written, region);
  if (!found) throw new RangeError(`"${written}" is no locale; there are en, es, pt and fr, or one of them with a country like es-MX`);
  return found;
};

const zoneIn = ({ zone }: Place, { named }: Options): string => {
  const written = named['zone'] ?? zone;
  if (!isZone(written)) throw new RangeError(`there is no time zone "${written}"; write one like America/Boise`);
  return written;
};

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

type ReadLocal = (text: string, place: Place) => number;

/** `date` and `time`: a file repeats its days and hours, so what was written is remembered. */
const timeFunction =
  (place: Place, read: ReadLocal, fallback: keyof Formats): MessageFunction =>
  (options) => {
    checkOptions(options, 1, ['zone', 'locale']);
    const locale = localeIn(place, options);
    const formats = formatsOf(locale, place.region);
    const [asked = fallback] = options.given;
    const format = Object.hasOwn(formats, asked) ? formats[asked as keyof Formats] : asked;
    const write = dateFormat(format, locale?.language);
    const at = { ...place, zone: zoneIn(place, options) };
    return remember(5_000, (text: string) => write(read(text, at)));
  };

type PhoneStyle = 'local' | 'national' | 'international' | 'e164';
const phoneStyles: readonly string[] = ['national', 'international', 'e164'];

const showPhone = (text: string, region: string, style: PhoneStyle): string => {
  const number = parsePhoneNumberFromString(text, { defaultCountry: region as CountryCode, extract: false });
  if (!number) return text;
  if (style === 'e164') return number.number;
  if (style !== 'local') return style === 'national' ? number.formatNational() : number.formatInternational();
  const home = parsePhoneNumberFromString('2125550100', region as CountryCode)?.countryCallingCode;
  return number.countryCallingCode === home ? number.formatNational() : number.formatInternational();
};

const phoneFunction =
  ({ region = 'US' }: Place): MessageFunction =>
  (options) => {
    checkOptions(options, 1, []);
    const [style = 'local'] = options.given;
    if (style !== 'local' && !phoneStyles.includes(style)) {
      throw new RangeError(`a phone has no form "${style}"; there are ${phoneStyles.join(', ')}`);
    }
    return remember(5_000, (text: string) => showPhone(text, region, style as PhoneStyle));
  };

const moneyFunction =
  (place: Place): MessageFunction =>
  (options) => {
    checkOptions(options, 1, ['locale']);
    const locale = localeIn(place, options) ?? { ...english, country: place.region ?? 'US' };
    const currency = options.given[0] ?? currencyOf(place.region ?? 'US');
    if (currency === undefined) throw new RangeError(`say which currency, like money: 'USD'`);
    const write = moneyFormat(currency, locale);
    return (text) => write(readAmount(text, locale));
  };

const pluralFunction =
  (place: Place): MessageFunction =>
  (options) => {
    checkOptions(options, 2, ['zero', 'locale']);
    const [one, other] = options.given;
    if (one === undefined || other === undefined) throw new RangeError(`say both words, like plural: 'visit', 'visits'`);
    const locale = localeIn(place, options) ?? english;
    const rules = new Intl.PluralRules(`${locale.language}-${locale.country}`);
    return (text) => {
      const amount = readAmount(text, locale);
      if (amount === 0 && options.named['zero'] !== undefined) return options.named['zero'];
      return rules.select(amount) === 'one' ? one : other;
    };
  };

/** More characters than any channel takes. */
const longest = 10_000;

const truncateFunction: MessageFunction = (options) => {
  checkOptions(options, 2, []);
  const [written = '50', ending = '...'] = options.given;
  const length = Number(written);
  if (!Number.isInteger(length) || length < 1 || length > longest) {
    throw new RangeError(`"${written}" is no length; write a whole number of characters from 1 to ${longest}`);
  }
  return (text) => truncateText(text, length, ending);
};

const simple =
  (write: (text: string) => string): MessageFunction =>
  (options) => {
    checkOptions(options, 0, []);
    return write;
  };

export type FunctionName = 'name' | 'date' | 'time' | 'phone' | 'money' | 'plural' | 'sentence' | 'truncate';

/** Carillon's own filters, at home in one place. They throw RangeError for a value that they can't read. */
export const messageFunctions = (place: Place): Readonly<Record<FunctionName, MessageFunction>> => ({
  name: simple(nameCase),
  date: timeFunction(place, local, 'long'),
  time: timeFunction(place, clock, 'time'),
  phone: phoneFunction(place),
  money: moneyFunction(place),
  plural: pluralFunction(place),
  sentence: simple(sentenceCase),
  truncate: truncateFunction,
});
