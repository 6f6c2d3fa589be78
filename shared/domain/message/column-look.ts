import { readLocale } from '../campaign/locale.ts';
import { dayMs } from '../kernel/local-time.ts';
import { dayOrderOf, readClock, readDayAndClock } from '../kernel/written-time.ts';
import { firstNames } from './first-names.ts';
import { readPhone } from './phone.ts';

export const looks = [
  'phone',
  'email',
  'date',
  'birthday',
  'time',
  'doctor',
  'language',
  'whole name',
  'first name',
  'id',
  'number',
  'text',
  'empty',
] as const;
export type Look = (typeof looks)[number];

/** What the cells of a column are like. `share` is how many of the filled cells are so, 0–1. */
export type ColumnLook = Readonly<{ look: Look; share: number; filled: number }>;

type Test = (text: string) => boolean;

/** Without accents and case. */
export const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const email = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@.<>"(),;:]{2,}$/;
const doctor = /^(?:dr|dra|doctor|doctora|prof|nurse)\b\.?\s*\S|[,\s](?:m\.?d|d\.?o|d\.?d\.?s|d\.?m\.?d|n\.?p|p\.?a(?:-c)?|r\.?n)\.?$/i;
const word = /^\p{L}[\p{L}.'’-]*$/u;
const code = /^(?=.*\d)[\p{L}\d][\p{L}\d._#/-]*$/u;
const plainNumber = /^[-+]?\d+(?:[.,]\d+)?$/;

const isFirstName: Test = (text) => word.test(text.split(/\s+/)[0] ?? '') && firstNames.has(plainText(text.split(/[\s-]+/)[0] ?? ''));

/** "Ana Silva", "Silva, Ana". */
const isWholeName: Test = (text) => {
  const parts = text.split(/,\s*|\s+/).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 5 || !parts.every((part) => word.test(part))) return false;
  const first = text.includes(',') ? text.slice(text.indexOf(',') + 1).trim() : text;
  return isFirstName(first);
};

const shareOf = (cells: readonly string[], test: Test): number => cells.filter(test).length / cells.length;

/** Birthdays spread over a lifetime, appointments over months. */
const spreadYears = 6;

const dateLook = (days: readonly number[]): Look => {
  const sorted = [...days].sort((one, other) => one - other);
  const spread = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  return sorted.length > 2 && spread > spreadYears * 365 * dayMs ? 'birthday' : 'date';
};

const isPhone =
  (region: string | undefined): Test =>
  (text) => {
    // dates and ids of few digits are no phones, whatever a country's plan may allow
    if (text.replace(/\D/g, '').length < 7 || /^\d{4}-\d\d-\d\d|^\d{1,2}\/\d/.test(text)) return false;
    const phone = readPhone(text, region);
    return 'e164' in phone || phone.fault === 'phone_landline';
  };

/** Enough of the cells must be so: exports have a few that nobody filled in properly. */
const enough = 0.6;
/** A list of names has many that are in no list. */
const enoughNames = 0.3;

const repeats = (cells: readonly string[]): boolean => new Set(cells).size < cells.length * 0.9;

const namesLook = (cells: readonly string[]): readonly [Look, number] | undefined => {
  const whole = shareOf(cells, isWholeName);
  if (whole >= enoughNames) return ['whole name', whole];
  const first = shareOf(cells, isFirstName);
  return first >= enoughNames ? ['first name', first] : undefined;
};

const codesLook = (cells: readonly string[]): readonly [Look, number] => {
  const numbers = shareOf(cells, (text) => plainNumber.test(text));
  const codes = shareOf(cells, (text) => code.test(text));
  if (codes >= enough && !repeats(cells) && cells.some((text) => text.length > 2)) return ['id', codes];
  return numbers >= enough ? ['number', numbers] : ['text', 1];
};

/** What a column holds, judged by its cells alone. `region` is the country of phones and the order of days. */
export const lookOfColumn = (cells: readonly string[], region?: string): ColumnLook => {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const filled = texts.length;
  if (filled === 0) return { look: 'empty', share: 0, filled };
  const order = dayOrderOf(region);
  const days = texts.map((text) => readDayAndClock(text, order)?.day).filter((day) => day !== undefined);
  const tests: readonly (readonly [Look, number])[] = [
    ['email', shareOf(texts, (text) => email.test(text))],
    [dateLook(days), days.length / filled],
    ['time', shareOf(texts, (text) => readClock(text) !== undefined)],
    ['phone', shareOf(texts, isPhone(region))],
    ['doctor', shareOf(texts, (text) => doctor.test(text))],
    ['language', shareOf(texts, (text) => readLocale(text, region) !== undefined)],
  ];
  const [look, share] = tests.find(([, part]) => part >= enough) ?? namesLook(texts) ?? codesLook(texts);
  return { look, share, filled };
};
