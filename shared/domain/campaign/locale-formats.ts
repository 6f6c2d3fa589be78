import { remember } from '../kernel/remember.ts';
import { dayOrderOf } from '../kernel/written-time.ts';
import type { Locale } from './locale.ts';

/** strftime formats by name: `long` is what `date` writes where the template names none, `time` what `time` does. */
export type Formats = Readonly<Record<'long' | 'short' | 'numeric' | 'time', string>>;

type Dates = Omit<Formats, 'time'>;

const american: Dates = { long: '%A, %B %-d, %Y', short: '%a, %b %-d', numeric: '%-m/%-d/%Y' };
const british: Dates = { long: '%A %-d %B %Y', short: '%a %-d %b', numeric: '%d/%m/%Y' };
const canadian: Dates = { ...american, numeric: '%Y-%m-%d' };
const iberian: Dates = { long: '%A, %-d de %B de %Y', short: '%a %-d %b', numeric: '%d/%m/%Y' };

const datesOf = ({ language, country }: Locale): Dates => {
  if (language === 'es' || language === 'pt') return iberian;
  if (language === 'fr') return country === 'CA' ? { ...british, numeric: '%Y-%m-%d' } : british;
  if (country === 'CA') return canadian;
  return country === 'US' ? american : british;
};

/** Whether the country's clocks go to 12 or to 24, as the Unicode locale data (CLDR) says. */
const isHalfDay = remember(500, (tag: string): 'yes' | 'no' => {
  const { hourCycle } = new Intl.DateTimeFormat(tag, { hour: 'numeric', timeZone: 'UTC' }).resolvedOptions();
  return hourCycle === 'h12' || hourCycle === 'h11' ? 'yes' : 'no';
});

const clockOf = ({ language, country }: Locale): string => {
  if (language === 'fr' && country === 'CA') return '%-H h %M';
  return isHalfDay(`${language}-${country}`) === 'yes' ? '%-I:%M %p' : '%H:%M';
};

/** How a locale writes days and hours. Without a locale it is English as in the United States, numbers of days in the region's order. */
export const formatsOf = (locale: Locale | undefined, region: string | undefined): Formats => {
  if (locale) return { ...datesOf(locale), time: clockOf(locale) };
  return { ...american, numeric: dayOrderOf(region) === 'mdy' ? american.numeric : british.numeric, time: '%-I:%M %p' };
};
