import { dayMs, dayOf } from '../kernel/local-time.ts';
import { remember } from '../kernel/remember.ts';
import { dateWords, type DateWords } from './date-words.ts';
import type { Language } from './locale.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const hour12 = (date: Date): number => date.getUTCHours() % 12 || 12;
const half = (date: Date): 0 | 1 => (date.getUTCHours() < 12 ? 0 : 1);
const dayOfYear = (date: Date): number => dayOf(date.getTime()) - Date.UTC(date.getUTCFullYear(), 0, 1) / dayMs + 1;

type Part = (local: Date, words: DateWords) => string;

/** The parts of strftime that a message may need. A local time is read as if its clock were UTC. */
const parts: Readonly<Record<string, Part>> = {
  '%': () => '%',
  a: (date, words) => words.shortDays[date.getUTCDay()]!,
  A: (date, words) => words.days[date.getUTCDay()]!,
  b: (date, words) => words.shortMonths[date.getUTCMonth()]!,
  B: (date, words) => words.months[date.getUTCMonth()]!,
  d: (date) => two(date.getUTCDate()),
  '-d': (date) => String(date.getUTCDate()),
  e: (date) => String(date.getUTCDate()).padStart(2, ' '),
  m: (date) => two(date.getUTCMonth() + 1),
  '-m': (date) => String(date.getUTCMonth() + 1),
  Y: (date) => String(date.getUTCFullYear()),
  y: (date) => two(date.getUTCFullYear() % 100),
  j: (date) => String(dayOfYear(date)).padStart(3, '0'),
  H: (date) => two(date.getUTCHours()),
  '-H': (date) => String(date.getUTCHours()),
  I: (date) => two(hour12(date)),
  '-I': (date) => String(hour12(date)),
  M: (date) => two(date.getUTCMinutes()),
  p: (date, words) => words.halves[0][half(date)],
  P: (date, words) => words.halves[1][half(date)],
};

const read = (format: string): readonly (string | Part)[] =>
  format
    .split(/(%-?[\s\S]?)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (!piece.startsWith('%')) return piece;
      const part = Object.hasOwn(parts, piece.slice(1)) ? parts[piece.slice(1)] : undefined;
      if (part) return part;
      const known = Object.keys(parts).map((name) => `%${name}`);
      throw new RangeError(`"${piece}" is no part of a date; there are ${known.join(' ')}`);
    });

const writers = remember(500, (format: string) => {
  const pieces = read(format);
  return (words: DateWords): ((local: number) => string) =>
    (local) => {
      const date = new Date(local);
      return pieces.map((piece) => (typeof piece === 'string' ? piece : piece(date, words))).join('');
    };
});

/** A writer of local times in a strftime format. Throws RangeError for a part that there is not. */
export const dateFormat = (format: string, language: Language = 'en'): ((local: number) => string) => writers(format)(dateWords[language]);
