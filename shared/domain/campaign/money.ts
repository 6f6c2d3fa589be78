import { remember } from '../kernel/remember.ts';
import type { Locale } from './locale.ts';
import { readNumber, type NumberMarks } from './read-number.ts';

const euro = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ');

/** What is paid with where nobody names a currency. */
const currencies: Readonly<Record<string, string>> = {
  ...Object.fromEntries(euro.map((country) => [country, 'EUR'])),
  US: 'USD',
  PR: 'USD',
  EC: 'USD',
  CA: 'CAD',
  GB: 'GBP',
  AU: 'AUD',
  NZ: 'NZD',
  MX: 'MXN',
  BR: 'BRL',
  AR: 'ARS',
  CL: 'CLP',
  CO: 'COP',
  PE: 'PEN',
  UY: 'UYU',
  CH: 'CHF',
  IN: 'INR',
  ZA: 'ZAR',
};

export const currencyOf = (country: string): string | undefined => (Object.hasOwn(currencies, country) ? currencies[country] : undefined);

const tagOf = ({ language, country }: Locale): string => `${language}-${country}`;

const marksOf = remember(500, (tag: string): NumberMarks => ({
  thousands: new Intl.NumberFormat(tag).format(1.5).includes(',') ? '.' : ',',
}));

/** How a locale reads numbers. */
export const marksIn = (locale: Locale): NumberMarks => marksOf(tagOf(locale));

const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code);

/**
 * A writer of amounts in a currency (ISO 4217) as a locale writes them. Its spaces are plain ones: those that do not break would make
 * a message twice as dear. Throws RangeError for a currency that there is not.
 */
export const moneyFormat = (currency: string, locale: Locale): ((amount: number) => string) => {
  if (!isCurrency(currency)) throw new RangeError(`"${currency}" is no currency; write its three letters, like USD`);
  const currencyDisplay = currencyOf(locale.country) === currency ? 'narrowSymbol' : 'symbol';
  const format = new Intl.NumberFormat(tagOf(locale), { style: 'currency', currency, currencyDisplay });
  return (amount) =>
    format
      .format(amount)
      .replace(/[\u00A0\u202F]/g, ' ')
      .replace('\u2212', '-');
};

/** An amount as it stands in a file, as a number. Throws RangeError when it is none. */
export const readAmount = (text: string, locale: Locale): number => {
  const amount = readNumber(text, marksIn(locale));
  if (amount === undefined) throw new RangeError('the value is no number');
  return amount;
};
