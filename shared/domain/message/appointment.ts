import { dayMs, instantOf, instantText } from '../kernel/local-time.ts';
import { remember } from '../kernel/remember.ts';
import { dayOrderOf, readClock, readDay } from '../kernel/written-time.ts';

export type AppointmentFault = 'date_missing' | 'date_invalid' | 'time_invalid';

/** `at` is UTC ISO. A fault names the field that it was found in. */
export type Appointment = Readonly<{ at: string }> | Readonly<{ fault: AppointmentFault; field: 'appointmentDate' | 'appointmentTime' }>;

/** What the row says: `time` is undefined where the campaign maps no time, which then counts as noon. */
export type AppointmentText = Readonly<{ date: string; time: string | undefined }>;

/** Nobody makes appointments outside of these years: a date there is a slip or a birthday. */
const firstYear = Date.UTC(1970, 0, 1);
const afterLastYear = Date.UTC(2200, 0, 1);

const fault = (code: AppointmentFault): Appointment => ({
  fault: code,
  field: code === 'time_invalid' ? 'appointmentTime' : 'appointmentDate',
});

/** Reads appointments in one zone; parsed ones are remembered, as a file repeats its days and hours. */
export const appointmentReader = (zone: string, region: string | undefined): ((text: AppointmentText) => Appointment) => {
  const order = dayOrderOf(region);
  const dayOf = remember(4_000, (date: string) => readDay(date, order) ?? Number.NaN);
  const clockOf = remember(4_000, (time: string) => readClock(time) ?? Number.NaN);
  const atLocal = remember(20_000, (local: number) => instantText(instantOf(zone, local)));
  return ({ date, time }) => {
    if (date === '') return fault('date_missing');
    const midnight = dayOf(date);
    if (!(midnight >= firstYear && midnight < afterLastYear)) return fault('date_invalid');
    const clock = time === undefined ? dayMs / 2 : clockOf(time);
    return Number.isNaN(clock) ? fault('time_invalid') : { at: atLocal(midnight + clock) };
  };
};
