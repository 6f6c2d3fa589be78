import { dayMs, dayOf } from '../kernel/local-time.ts';
import { remember } from '../kernel/remember.ts';

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(' ');

const two = (n: number): string => String(n).padStart(2, '0');
const hour12 = (date: Date): number => date.getUTCHours() % 12 || 12;
const dayOfYear = (date: Date): number => dayOf(date.getTime()) - Date.UTC(date.getUTCFullYear(), 0, 1) / dayMs + 1;
const month = (date: Date): string => months[date.getUTCMonth()]!;
const day = (date: Date): string => days[date.getUTCDay()]!;

type Part = (local: Date) => string;

/** The parts of strftime that a message may need. A local time is read as if its clock were UTC. */
const parts: Readonly<Record<string, Part>> = {
  '%': () => '%',
  a: (date) => day(date).slice(0, 3),
  A: day,
  b: (date) => month(date).slice(0, 3),
  B: month,
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
  p: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  P: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
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

/** A writer of local times in a strftime format. Throws RangeError for a part that there is not. */
export const dateFormat = remember(500, (format: string): ((local: number) => string) => {
  const pieces = read(format);
  return (local) => {
    const date = new Date(local);
    return pieces.map((piece) => (typeof piece === 'string' ? piece : piece(date))).join('');
  };
});
