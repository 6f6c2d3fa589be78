const dayMs = 86_400_000;

/** What a number with a format is: parts of a moment, or a number. */
export type NumberKind = Readonly<{ kind: 'moment'; date: boolean; time: boolean } | { kind: 'number'; code: string }>;

/** Formats that files name by number alone. */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  49: '@',
};
const inRange = (id: number, ranges: readonly (readonly [number, number])[]): boolean =>
  ranges.some(([from, to]) => id >= from && id <= to);

/** Without what a format shows as it is: quoted texts, escaped signs, gaps, colours and languages. */
const bare = (code: string): string => {
  const [first = ''] = code.split(';', 1);
  return first.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').replaceAll(/am\/pm|a\/p/gi, 'h');
};

/** What a format code makes of a number. `code` is undefined where a file names the format by its number. */
export const numberKind = (id: number, code: string | undefined): NumberKind => {
  if (code === undefined) {
    if (
      inRange(id, [
        [14, 17],
        [27, 31],
        [50, 54],
        [57, 58],
      ])
    )
      return { kind: 'moment', date: true, time: false };
    if (
      inRange(id, [
        [18, 21],
        [32, 35],
        [45, 47],
        [55, 56],
      ])
    )
      return { kind: 'moment', date: false, time: true };
    if (id === 22) return { kind: 'moment', date: true, time: true };
    return { kind: 'number', code: builtIn[id] ?? 'General' };
  }
  const letters = bare(code);
  if (/^general$/i.test(letters.trim())) return { kind: 'number', code: 'General' };
  const date = /[yd]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters));
  const time = /[hs]/i.test(letters);
  return date || time ? { kind: 'moment', date, time } : { kind: 'number', code: letters.trim() };
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Days since the beginning of the spreadsheet's time as an ISO date, time or both; undefined for a number that is no moment. */
export const momentText = (
  serial: number,
  { date, time }: Readonly<{ date: boolean; time: boolean }>,
  from1904: boolean,
): string | undefined => {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined;
  // 1900 was no leap year, but Lotus 1-2-3 took it for one, and all others followed
  const days = from1904 ? serial + 1_462 : serial < 60 ? serial + 1 : serial;
  const moment = new Date(Date.UTC(1899, 11, 30) + Math.round((days * dayMs) / 1_000) * 1_000);
  const seconds = moment.getUTCSeconds();
  const clock = `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}${seconds === 0 ? '' : `:${two(seconds)}`}`;
  if (!date) return clock;
  const day = moment.toISOString().slice(0, 10);
  return time && clock !== '00:00' ? `${day}T${clock}` : day;
};

/** As a spreadsheet shows it where its column is wide enough: 15 digits, and never 7.7E+10 for a phone. */
const general = (value: number): string => {
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? BigInt(rounded).toString() : String(rounded);
};

const grouped = (text: string): string => text.replace(/\d(?=(?:\d{3})+(?:\.|$))/g, '$&,');

/** A number as people see it where the format leaves no doubt, else in plain digits. */
export const numberText = (value: number, code: string): string => {
  if (/^0{2,}$/.test(code) && Number.isInteger(value) && value >= 0) return general(value).padStart(code.length, '0');
  const fixed = /^(#,##)?0(?:\.(0{1,10}))?(%)?$/.exec(code);
  if (!fixed || Math.abs(value) >= 1e15) return general(value);
  const [, groups, decimals = '', percent] = fixed;
  const shown = Number((percent ? value * 100 : value).toPrecision(15)).toFixed(decimals.length);
  return `${groups ? grouped(shown) : shown}${percent ?? ''}`;
};
