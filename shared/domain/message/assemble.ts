import type { Schedule } from '../campaign/definition.ts';
import { queueFrom, timeOf, type Timing } from '../campaign/timing.ts';
import type { Appointment } from './appointment.ts';
import { claimText, personOf, type ClaimFacts } from './claim-key.ts';
import { fieldsOf, type Binding } from './columns.ts';
import type { CompiledDefinition, CompiledTouch } from './compile-definition.ts';
import { readPhone } from './phone.ts';
import { maxBody, segmentsOf } from './segments.ts';

/** A row as its chunk holds it. `fault` says why its cells can't be used. */
export type Row = Readonly<{ row: number; cells: readonly string[]; fault?: string }>;

/** One touch of one row at a business time (UTC ISO). */
export type ToAssemble = Readonly<{ compiled: CompiledDefinition; binding: Binding; row: Row; touch: CompiledTouch; now: string }>;

/** What becomes of a touch. `claimText` and `personDay` name a person: store them only as fingerprints. */
export type Assembled =
  | Readonly<{
      kind: 'message';
      to: string;
      body: string;
      sendAt: string;
      validUntil?: string;
      segments: number;
      claimText: string;
      /** the person and the local day of sending, where the campaign limits messages per person */
      personDay?: string;
    }>
  | Rejection
  | Readonly<{ kind: 'skipped'; code: 'past_window' }>;

/** `value` is what stood in the file. */
type Rejection = Readonly<{ kind: 'rejected'; code: string; field?: string; value?: string }>;

type Fields = Record<string, string>;

/** What a row says whatever the touch: where it goes and when the appointment is. */
type Read = Readonly<{ fields: Fields; to: string; appointmentAt?: string }>;

const rejected = (code: string, field?: string, fields?: Fields): Rejection => {
  if (field === undefined) return { kind: 'rejected', code };
  return { kind: 'rejected', code, field, value: fields?.[field] ?? '' };
};

const isRelative = (schedule: Schedule): boolean => schedule !== 'now' && 'offsetDays' in schedule;

/** The appointment of a row: none where the campaign maps none, or the row has none and the touch does not go by it. */
const appointmentOf = (
  { definition, readAppointment }: CompiledDefinition,
  fields: Fields,
  touch: CompiledTouch,
): Appointment | undefined => {
  if (definition.fields['appointmentDate'] === undefined) return undefined;
  const date = fields['appointmentDate'] ?? '';
  if (date === '' && !isRelative(touch.schedule)) return undefined;
  return readAppointment({
    date,
    time: definition.fields['appointmentTime'] === undefined ? undefined : (fields['appointmentTime'] ?? ''),
  });
};

/** Reads a row for a touch: its own fault first, then phone, date and time. */
const readRow = ({ compiled, binding, row, touch }: Omit<ToAssemble, 'now'>): Read | Rejection => {
  if (row.fault !== undefined) return rejected(row.fault);
  const fields = fieldsOf(binding, row.cells);
  const phone = readPhone(fields['phone'] ?? '', compiled.definition.region);
  if ('fault' in phone) return rejected(phone.fault, 'phone', fields);
  const appointment = appointmentOf(compiled, fields, touch);
  if (appointment === undefined) return { fields, to: phone.e164 };
  if ('fault' in appointment) return rejected(appointment.fault, appointment.field, fields);
  fields['appointmentAt'] = appointment.at;
  return { fields, to: phone.e164, appointmentAt: appointment.at };
};

const timingOf = ({ compiled, touch, now }: ToAssemble, appointmentAt: string | undefined): Timing =>
  timeOf({ schedule: touch.schedule, touch, appointmentAt, now, zone: compiled.zone });

const factsOf = ({ fields, to }: Read, { channel }: CompiledTouch, timing: Extract<Timing, { kind: 'due' }>): ClaimFacts => ({
  day: timing.day,
  appointmentDay: timing.appointmentDay,
  person: fields['person'] ?? '',
  name: `${fields['firstName'] ?? ''} ${fields['lastName'] ?? ''}`.trim(),
  practitioner: fields['practitioner'] ?? '',
  contactPoint: to,
  channel,
});

/** What becomes of a touch of a row when it is queued at `now`: a message, or the one reason why not. */
export const assemble = (input: ToAssemble): Assembled => {
  const { definition } = input.compiled;
  const read = readRow(input);
  if ('kind' in read) return read;
  const timing = timingOf(input, read.appointmentAt);
  if (timing.kind === 'past_window') return { kind: 'skipped', code: 'past_window' };
  const rendered = input.touch.template.render(read.fields);
  if ('fault' in rendered) return rejected(rendered.fault, rendered.field, read.fields);
  const body = rendered.ok;
  if (body === '') return rejected('template_error');
  if (body.length > maxBody) return rejected('too_long');
  const facts = factsOf(read, input.touch, timing);
  return {
    kind: 'message',
    to: read.to,
    body,
    sendAt: timing.sendAt,
    ...(timing.validUntil === undefined ? {} : { validUntil: timing.validUntil }),
    segments: segmentsOf(body).segments,
    claimText: claimText(definition.dedupe, facts),
    ...(definition.limits?.perPersonPerDay === undefined ? {} : { personDay: JSON.stringify([personOf(facts), timing.day]) }),
  };
};

/**
 * From when on each touch of a row may be queued, in the order of `compiled.touches`: the midnight that begins its nominal day, UTC ISO.
 * `now` for what is due or past, and for what will surely be rejected, so that it is reported at once.
 */
export const dueOf = ({ compiled, binding, row, now }: Omit<ToAssemble, 'touch'>): readonly string[] =>
  compiled.touches.map((touch) => {
    const read = readRow({ compiled, binding, row, touch });
    if ('kind' in read) return now;
    return queueFrom({ schedule: touch.schedule, touch, appointmentAt: read.appointmentAt, now, zone: compiled.zone });
  });
