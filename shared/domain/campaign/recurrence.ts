import { RRuleTemporal } from 'rrule-temporal';
import { dayNumber, instantOf, isZone, localOf, minuteMs } from '../kernel/local-time.ts';
import { remember } from '../kernel/remember.ts';

/**
 * A recurring schedule: a rule of RFC 5545 from a first time on the zone's clock. It is followed on that clock, as if it never changed, and each
 * time is then looked up in the zone: 9:00 stays 9:00 over a change of clocks; a time that the clock jumps over comes as much later; of an hour
 * that it shows twice the first counts.
 */
export type Recurrence = Readonly<{ every: string; start?: string | undefined; zone: string }>;

/** Firings are at least so far apart; whoever wants more wants another product. */
export const leastMinutes = 5;
/** How many firings of a new rule are looked at, and how often a rule with COUNT may fire. */
const firingsChecked = 400;
const mostFirings = 5_000;
/** Steps that the library may take for one answer. */
const mostSteps = 6_000;
const hourMs = 3_600_000;

const parts: ReadonlySet<string> = new Set(
  'FREQ INTERVAL COUNT UNTIL BYMONTH BYMONTHDAY BYYEARDAY BYWEEKNO BYDAY BYHOUR BYMINUTE BYSETPOS WKST'.split(' '),
);
const frequencies: ReadonlySet<string> = new Set(['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY']);

/** Least and most of a part's numbers; a minus counts from the end. */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  INTERVAL: [1, 1_000],
  COUNT: [1, mostFirings],
  BYMONTH: [1, 12],
  BYMONTHDAY: [1, 31],
  BYYEARDAY: [1, 366],
  BYWEEKNO: [1, 53],
  BYSETPOS: [1, 366],
  BYHOUR: [0, 23],
  BYMINUTE: [0, 59],
};
const countsBack = /^BY(?:MONTHDAY|YEARDAY|WEEKNO|SETPOS)$/;

type Fault = Readonly<{ fault: string; at: 'every' | 'start' }>;
const fault = (text: string, at: Fault['at'] = 'every'): Fault => ({ fault: text, at });

type Written = Readonly<{ start: string; rule: ReadonlyMap<string, string> }>;

/** DTSTART;TZID=America/Boise:20261201T090000 or without a zone, as yyyy-mm-ddThh:mm. */
const readStart = (line: string, zone: string): string | Fault => {
  const match = /^DTSTART(?:;TZID=([^:;]+))?:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00$/.exec(line);
  if (!match) return fault('has a DTSTART that is no time on the clock; write it like DTSTART:20261201T090000, with 00 seconds and no Z');
  const [, named = zone, year, month, day, hour, minute] = match;
  if (named !== zone)
    return fault(`starts in another zone (${named}) than the campaign's (${zone}); write the time of the campaign's zone`);
  return `${year}-${month}-${day}T${hour}:${minute}`;
};

const isInRange = (name: string, value: string): boolean => {
  const range = ranges[name];
  if (!range) return true;
  return value.split(',').every((text) => {
    const number = countsBack.test(name) ? Number(text.replace(/^-/, '')) : Number(text);
    return /^[+-]?\d+$/.test(text) && number >= range[0] && number <= range[1];
  });
};

const readRule = (line: string): ReadonlyMap<string, string> | Fault => {
  const rule = new Map<string, string>();
  for (const part of line.replace(/^RRULE:/, '').split(';')) {
    const [name = '', value] = part.split('=');
    if (!parts.has(name)) return fault(`has the part "${name}", which is not known here; it may have ${[...parts].join(', ')}`);
    if (value === undefined || !/^[A-Z0-9,+-]+$/.test(value) || rule.has(name)) return fault(`has ${name} without one plain value`);
    if (!isInRange(name, value)) return fault(`has ${name}=${value}; it may be ${ranges[name]?.join(' to ')}`);
    rule.set(name, value);
  }
  const frequency = rule.get('FREQ') ?? '';
  if (frequency === 'SECONDLY') return fault(`fires every few seconds; firings must be at least ${leastMinutes} minutes apart`);
  if (!frequencies.has(frequency)) return fault(`must begin with how often, like FREQ=WEEKLY (${[...frequencies].join(', ')})`);
  if (rule.has('COUNT') && rule.has('UNTIL')) return fault('has COUNT and UNTIL; take one of the two out');
  return rule;
};

const read = ({ every, start, zone }: Recurrence): Written | Fault => {
  const lines = every
    .split(/\r?\n|\\n/)
    .map((line) => line.trim().toUpperCase())
    .filter(Boolean);
  // zones are written in small letters too
  const given = every.split(/\r?\n|\\n/).find((line) => /^\s*DTSTART/i.test(line));
  const rules = lines.filter((line) => !line.startsWith('DTSTART'));
  if (rules.length !== 1) return fault('must have one rule, like FREQ=WEEKLY;BYDAY=TU');
  if (given !== undefined && start !== undefined) return fault('is there, and DTSTART too; take one of the two out', 'start');
  const begins = given === undefined ? start : readStart(given.trim(), zone);
  if (begins === undefined) return fault('is missing; write when it fires first, like 2026-12-01T09:00', 'start');
  if (typeof begins !== 'string') return begins;
  const rule = readRule(rules[0] ?? '');
  return 'fault' in rule ? rule : { start: begins, rule };
};

const localMs = (start: string): number | undefined => {
  const [year, month, day, hour = 24, minute = 60] = start.split(/\D/).map(Number);
  const midnight = dayNumber(year ?? 0, month ?? 0, day ?? 0);
  return midnight === undefined || hour > 23 || minute > 59 ? undefined : (midnight * 1440 + hour * 60 + minute) * minuteMs;
};

const stamp = (local: number): string => `${new Date(local).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** UNTIL on the zone's clock: a day counts whole, an instant with Z is looked up. */
const untilOf = (text: string, zone: string): string | undefined => {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = '23', minute = '59', second = '59', utc] = match;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(at)) return undefined;
  return stamp(utc ? localOf(zone, at) : at);
};

/** The rule on a clock that never changes. */
type Clockwork = Readonly<{ zone: string; rule: RRuleTemporal }>;

const build = (recurrence: Recurrence): Clockwork | Fault => {
  const { zone } = recurrence;
  const written = read(recurrence);
  if ('fault' in written) return written;
  const begins = localMs(written.start);
  if (begins === undefined) return fault('must be a time on the clock, like 2026-12-01T09:00', 'start');
  const until = written.rule.get('UNTIL');
  const ends = until === undefined ? undefined : untilOf(until, zone);
  if (until !== undefined && ends === undefined) return fault('has an UNTIL that is no time; write it like UNTIL=20270630');
  const text = [...written.rule].map(([name, value]) => `${name}=${name === 'UNTIL' ? ends : value}`).join(';');
  try {
    const rruleString = `DTSTART:${stamp(begins)}\nRRULE:${text}`;
    return { zone, rule: new RRuleTemporal({ rruleString, strict: true, maxIterations: mostSteps }) };
  } catch {
    return fault('is no rule of RFC 5545; write it like FREQ=WEEKLY;BYDAY=TU');
  }
};

const nextLocal = ({ rule }: Clockwork, local: number, inclusive: boolean): number | undefined =>
  rule.next(new Date(local), inclusive)?.epochMilliseconds;

/** What is wrong with the firings themselves. */
const faultOfFirings = (clockwork: Clockwork, { every }: Recurrence): Fault | undefined => {
  let last = nextLocal(clockwork, -8.64e15 / 2, true);
  if (last === undefined) return fault('never fires; check its days and months');
  let closest = Infinity;
  for (let n = 1; n < firingsChecked; n += 1) {
    const next = nextLocal(clockwork, last, false);
    if (next === undefined) break;
    closest = Math.min(closest, next - last);
    last = next;
  }
  if (closest < leastMinutes * minuteMs) return fault(`fires too often; firings must be at least ${leastMinutes} minutes apart`);
  if (closest < hourMs && !/COUNT|UNTIL/i.test(every))
    return fault('fires more often than once an hour, and never ends; add COUNT or UNTIL');
  return undefined;
};

/** What is wrong with a rule, in words that go on after its place in the campaign; undefined when it can be followed. */
export const recurrenceFault = (recurrence: Recurrence): Fault | undefined => {
  if (!isZone(recurrence.zone)) return undefined;
  const clockwork = build(recurrence);
  if ('fault' in clockwork) return clockwork;
  try {
    return faultOfFirings(clockwork, recurrence);
  } catch {
    return fault('never fires; check its days and months');
  }
};

const clockworks = remember(200, (key: string): Clockwork => {
  const [zone = '', start = '', every = ''] = JSON.parse(key) as string[];
  const clockwork = build({ zone, every, ...(start === '' ? {} : { start }) });
  if ('fault' in clockwork) throw new RangeError(`the rule ${clockwork.fault}`);
  return clockwork;
});

const clockworkOf = ({ zone, start = '', every }: Recurrence): Clockwork => clockworks(JSON.stringify([zone, start, every]));

/** The first firing from an instant on (epoch milliseconds, this one included); undefined when there is none any more. */
export const firingFrom = (recurrence: Recurrence, instant: number): number | undefined => {
  const clockwork = clockworkOf(recurrence);
  // a clock that was set back shows earlier times again: begin before them
  let local = nextLocal(clockwork, localOf(recurrence.zone, instant) - 2 * hourMs, true);
  while (local !== undefined) {
    const at = instantOf(recurrence.zone, local);
    if (at >= instant) return at;
    local = nextLocal(clockwork, local, false);
  }
  return undefined;
};

/** The last firing until an instant, this one included; undefined before the first. */
export const firingUntil = (recurrence: Recurrence, instant: number): number | undefined => {
  const { rule } = clockworkOf(recurrence);
  let before = rule.previous(new Date(localOf(recurrence.zone, instant) + 2 * hourMs), true);
  while (before) {
    const at = instantOf(recurrence.zone, before.epochMilliseconds);
    if (at <= instant) return at;
    before = rule.previous(new Date(before.epochMilliseconds), false);
  }
  return undefined;
};

/** Firings are known by the minute of the zone's clock, counted from here: the same firing has the same number whatever the rule was before. */
const firstMinute = Date.UTC(2000, 0, 1) / minuteMs;

export const firingNumber = (zone: string, firing: number): number => Math.floor(localOf(zone, firing) / minuteMs) - firstMinute;

/** The firing of that number, epoch milliseconds. */
export const numberedFiring = (zone: string, number: number): number => instantOf(zone, (firstMinute + number) * minuteMs);
