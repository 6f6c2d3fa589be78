import type { Definition } from '../campaign/definition.ts';
import { dayText } from '../kernel/local-time.ts';

/** What spreadsheets and the programs behind them do to cells that are no numbers, undone where only one thing can have stood there. */
export type Mending = Readonly<{
  /** counted per packet */ note: string;
  /** the same text where nothing is surely wrong */ mend: (text: string) => string;
}>;

/** 2.085550123E+09, with a comma in some countries. */
const exponential = /^\+?(\d)(?:[.,](\d{1,15}))?[eE]\+?(\d{1,2})$/;
/** Programs that take a column with empty cells for numbers write 2085550123.0. */
const withFraction = /^(\d{2,15})[.,]0+$/;

/** A phone that lost no digit: one is missing as soon as there are fewer than the exponent says. */
const mendPhone = (text: string): string => {
  const whole = withFraction.exec(text);
  if (whole) return whole[1]!;
  const [, first = '', rest = '', exponent = ''] = exponential.exec(text) ?? [];
  return rest.length >= 6 && rest.length === Number(exponent) ? first + rest : text;
};

/** As spreadsheets write rounded numbers, or as they read them again: nobody's phone ends in so many zeros. */
const shortened = /^\+?\d+(?:[.,]\d*)?[eE]\+?\d{1,2}$|^\+?\d{4,9}0{6,}$/;

/** Whether a text was a phone before a spreadsheet took it for a number and dropped its last digits. */
export const isShortenedPhone = (text: string): boolean => shortened.test(text);

const serial = /^(\d{5})(?:[.,](\d{1,15}))?$/;
const dayMs = 86_400_000;
const secondMs = 1_000;
/** Days of the years 2010 to 2050 as spreadsheets count them, from 1899-12-30. */
const [firstSerial, afterLastSerial] = [40_179, 55_153];
const serialZero = Date.UTC(1899, 11, 30);

const clockText = (local: number): string => new Date(local).toISOString().slice(11, 19).replace(/:00$/, '');
const secondsOf = (fraction: string): number => Math.round((Number(`0.${fraction}`) * dayMs) / secondMs);

/** The number of a day, with or without the time of day behind the point. */
const mendDay = (text: string): string => {
  const [, days = '', fraction = ''] = serial.exec(text) ?? [];
  const count = Number(days);
  if (days === '' || count < firstSerial || count >= afterLastSerial) return text;
  const at = serialZero + count * dayMs + secondsOf(fraction) * secondMs;
  return secondsOf(fraction) === 0 ? dayText(at) : `${dayText(at)}T${clockText(at)}`;
};

const partOfDay = /^(?:0|\d{5})?[.,](\d{1,17})$/;

/** A part of a day: surely one where it comes to a whole minute. */
const mendClock = (text: string): string => {
  const [, fraction] = partOfDay.exec(text) ?? [];
  const seconds = fraction === undefined ? Number.NaN : secondsOf(fraction);
  return seconds % 60 === 0 && seconds * secondMs < dayMs ? clockText(seconds * secondMs) : text;
};

const shortZip = /^(\d{3,5})(-\d{4}|\.0)?$/;

/** American ZIP codes of the north-east begin with zeros. */
const mendZip = (text: string): string => {
  const [, zip, rest = ''] = shortZip.exec(text) ?? [];
  return zip === undefined ? text : `${zip.padStart(5, '0')}${rest === '.0' ? '' : rest}`;
};

const byField: Readonly<Record<string, Mending>> = {
  phone: { note: 'phone_mended', mend: mendPhone },
  appointmentDate: { note: 'date_mended', mend: mendDay },
  appointmentTime: { note: 'time_mended', mend: mendClock },
};
const zip: Mending = { note: 'zip_mended', mend: mendZip };
const zipNames = /^(?:zip|(?:.*[ _-])?(?:zip|postal)[ _-]?code|(?:home|patient|mailing)[ _-]zip)$/i;

/** How cells of a field are mended. */
export const mendingOfField = (field: string): Mending | undefined => (Object.hasOwn(byField, field) ? byField[field] : undefined);

/** How cells of any other column are: ZIP codes of the United States. */
export const mendingOfColumn = ({ region = 'US' }: Pick<Definition, 'region'>, column: string): Mending | undefined =>
  region === 'US' && zipNames.test(column.trim()) ? zip : undefined;
