import { minuteMs } from '../kernel/local-time.ts';
import { isFederalHoliday } from './federal-holidays.ts';
import type { Hours } from './open-hours.ts';

/**
 * When the law lets nobody be called or texted to sell something, by the place of the person called. Messages about a person's own appointment,
 * bill or order are exempt. `sure` is how far the row was checked: `high` against the law itself, `low` against tables of others, which disagree
 * in details; in doubt the shorter hours stand here. Not legal advice: the row names where to look.
 */
type Row = Readonly<{
  /** from–to on each day, 24 hours; `shut`: not at all */
  weekdays: string;
  saturday?: string;
  sunday?: string;
  /** not at all on federal holidays, which stand for the state's own */
  holidays?: 'shut';
  source: string;
  sure: 'high' | 'low';
}>;

export const quietHourRows: Readonly<Record<string, Row>> = {
  US: { weekdays: '08:00–21:00', source: '47 CFR 64.1200(c)(1)', sure: 'high' },
  'US-FL': { weekdays: '08:00–20:00', source: 'Fla. Stat. 501.616(6)', sure: 'high' },
  'US-AL': { weekdays: '08:00–20:00', sunday: 'shut', holidays: 'shut', source: 'Ala. Code 8-19A-14', sure: 'low' },
  'US-CT': { weekdays: '09:00–20:00', source: 'Conn. Gen. Stat. 42-288a', sure: 'low' },
  'US-KY': { weekdays: '10:00–21:00', source: 'Ky. Rev. Stat. 367.46955', sure: 'low' },
  'US-LA': { weekdays: '08:00–20:00', sunday: 'shut', holidays: 'shut', source: 'La. Rev. Stat. 45:844.11 ff.', sure: 'low' },
  'US-MA': { weekdays: '08:00–20:00', source: 'Mass. Gen. Laws c. 159C, 3', sure: 'low' },
  'US-MD': { weekdays: '08:00–20:00', source: 'Md. Code, Com. Law 14-4501 ff.', sure: 'low' },
  'US-MS': { weekdays: '08:00–20:00', sunday: 'shut', source: 'Miss. Code 77-3-701 ff.', sure: 'low' },
  'US-NJ': { weekdays: '08:00–20:00', source: 'N.J. Stat. 56:8-119 ff.', sure: 'low' },
  'US-OK': { weekdays: '08:00–20:00', source: 'Okla. Stat. 15-775C.1 ff.', sure: 'low' },
  'US-RI': { weekdays: '09:00–18:00', saturday: '10:00–17:00', sunday: '10:00–17:00', source: 'R.I. Gen. Laws 5-61-3.6', sure: 'low' },
  'US-SD': { weekdays: '09:00–21:00', sunday: 'shut', source: 'S.D. Codified Laws 37-30A-3', sure: 'low' },
  'US-TX': { weekdays: '09:00–21:00', sunday: '12:00–21:00', source: 'Tex. Bus. & Com. Code 301.051 (SB 140, 2025)', sure: 'low' },
  'US-UT': { weekdays: '08:00–21:00', sunday: 'shut', holidays: 'shut', source: 'Utah Code 13-25a-103', sure: 'low' },
  'US-WA': { weekdays: '08:00–20:00', source: 'Wash. Rev. Code 80.36.390', sure: 'low' },
};

const clockMs = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * minuteMs;

const spanOf = (text: string): Hours['week'][number] => {
  if (text === 'shut') return undefined;
  const [from = '', to = ''] = text.split('–');
  return { from: clockMs(from), to: clockMs(to) };
};

const hoursOf = ({ weekdays, saturday = weekdays, sunday = weekdays, holidays }: Row): Hours => {
  const week = [...Array.from({ length: 5 }, () => spanOf(weekdays)), spanOf(saturday), spanOf(sunday)];
  return holidays === 'shut' ? { week, isShut: isFederalHoliday } : { week };
};

const known: ReadonlyMap<string, Hours> = new Map(Object.entries(quietHourRows).map(([region, row]) => [region, hoursOf(row)]));

/** The hours that the law leaves for selling in a region of ISO 3166-2; a state without hours of its own has the federal ones, another country none. */
export const lawfulHours = (region: string): Hours | undefined =>
  known.get(region) ?? (region.startsWith('US-') ? known.get('US') : undefined);
