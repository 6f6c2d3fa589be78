import { dayMs, dayOf, instantOf, instantText, localOf } from '../kernel/local-time.ts';
import { remember } from '../kernel/remember.ts';
import { dayOrderOf, readClock, readDayAndClock, type DayAndClock } from '../kernel/written-time.ts';

export type AppointmentFault = 'date_missing' | 'date_invalid' | 'time_invalid';

/** `at` is UTC ISO. A fault names the field that it was found in. */
export type Appointment = Readonly<{ at: string }> | Readonly<{ fault: AppointmentFault; field: 'appointmentDate' | 'appointmentTime' }>;

/** What the row says. Where the campaign maps no time, `time` is undefined: the one beside the date counts, and noon where there is none. */
export type AppointmentText = Readonly<{ date: string; time: string | undefined }>;

/** Nobody makes appointments outside of these years: a date there is a slip or a birthday. */
const firstYear = Date.UTC(1970, 0, 1);
const afterLastYear = Date.UTC(2200, 0, 1);

const fault = (code: AppointmentFault): Appointment => ({
  fault: code,
  field: code === 'time_invalid' ? 'appointmentTime' : 'appointmentDate',
});

const withOffset = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?:Z|[+-]\d\d:?\d\d)$/;

/** A date cell of this zone's clock; also an instant, except for midnight, which is how programs write a day alone. */
const dateReader = (zone: string, region: string | undefined): ((text: string) => DayAndClock | undefined) => {
  const order = dayOrderOf(region);
  return (text) => {
    const [, day, clock] = withOffset.exec(text) ?? [];
    if (day === undefined || clock === undefined) return readDayAndClock(text, order);
    const written = readDayAndClock(`${day}T${clock}`, order);
    if (written?.clock === undefined) return written;
    const local = localOf(zone, Date.parse(text.replace(' ', 'T')));
    const midnight = dayOf(local) * dayMs;
    return { day: midnight, clock: local - midnight };
  };
};

const noDay: DayAndClock = { day: Number.NaN };

/** Reads appointments in one zone; parsed ones are remembered, as a file repeats its days and hours. */
export const appointmentReader = (zone: string, region: string | undefined): ((text: AppointmentText) => Appointment) => {
  const readDate = dateReader(zone, region);
  const dateOf = remember(4_000, (date: string) => readDate(date) ?? noDay);
  // the time column may have the day as well
  const clockOf = remember(4_000, (time: string) => readClock(time) ?? readDate(time)?.clock ?? Number.NaN);
  const atLocal = remember(20_000, (local: number) => instantText(instantOf(zone, local)));
  return ({ date, time }) => {
    if (date === '') return fault('date_missing');
    const { day, clock: beside } = dateOf(date);
    if (!(day >= firstYear && day < afterLastYear)) return fault('date_invalid');
    const clock = time === undefined ? (beside ?? dayMs / 2) : time === '' ? (beside ?? Number.NaN) : clockOf(time);
    return Number.isNaN(clock) ? fault('time_invalid') : { at: atLocal(day + clock) };
  };
};
