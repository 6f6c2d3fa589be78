import type { Schedule } from '../campaign/definition.ts';
import { nominalAt, type Timing } from '../campaign/timing.ts';
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

/** What a row says that its message tells: by the names of what the template uses. */
export type Facts = Readonly<{ names: readonly string[]; text: string }>;

/** What becomes of a touch. `claimText`, `says` and `personDay` name a person: store them only as fingerprints. */
export type Assembled =
  | Readonly<{
      kind: 'message';
      to: string;
      body: string;
      sendAt: string;
      validUntil?: string;
      segments: number;
      claimText: string;
      says: Facts;
      /** the person and the local day of sending, where the campaign limits messages per person */
      personDay?: string;
    }>
  | Rejection
  | Readonly<{ kind: 'skipped'; code: 'past_window' | 'overtaken' }>;

/** `value` is what stood in the file. */
type Rejection = Readonly<{ kind: 'rejected'; code: string; field?: string; value?: string }>;

type Fields = Record<string, string>;
type Due = Extract<Timing, { kind: 'due' }>;

/** Where a row's messages go, whatever the touch. */
type Contact = Readonly<{ fields: Fields; to: string }>;
type Read = Contact & Readonly<{ appointmentAt?: string }>;

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

/** The row's own fault first, then its phone. */
const readContact = ({ compiled, binding, row }: Omit<ToAssemble, 'touch' | 'now'>): Contact | Rejection => {
  if (row.fault !== undefined) return rejected(row.fault);
  const fields = fieldsOf(binding, row.cells);
  const phone = readPhone(fields['phone'] ?? '', compiled.definition.region);
  return 'fault' in phone ? rejected(phone.fault, 'phone', fields) : { fields, to: phone.e164 };
};

/** Then date and time. */
const readRow = (compiled: CompiledDefinition, contact: Contact, touch: CompiledTouch): Read | Rejection => {
  const appointment = appointmentOf(compiled, contact.fields, touch);
  if (appointment === undefined) return contact;
  if ('fault' in appointment) return rejected(appointment.fault, appointment.field, contact.fields);
  return { ...contact, appointmentAt: appointment.at };
};

const factsOf = ({ fields, to }: Read, { channel }: CompiledTouch, timing: Due): ClaimFacts => ({
  day: timing.day,
  appointmentDay: timing.appointmentDay,
  person: fields['person'] ?? '',
  name: `${fields['firstName'] ?? ''} ${fields['lastName'] ?? ''}`.trim(),
  practitioner: fields['practitioner'] ?? '',
  contactPoint: to,
  channel,
});

/**
 * A file that comes late finds several of its offsets past at once. Only the last of them goes: the earlier ones would say the same in the
 * same minute.
 */
const isOvertaken = ({ compiled, touch, now }: ToAssemble, appointmentAt: string | undefined): boolean => {
  const { channel, offsetDays } = touch;
  if (appointmentAt === undefined || offsetDays === undefined) return false;
  return compiled.touches.some(
    (other) =>
      other.channel === channel &&
      other.offsetDays !== undefined &&
      other.offsetDays < offsetDays &&
      nominalAt({ schedule: other.schedule, touch: other, appointmentAt, now, zone: compiled.definition.timezone }) <= now,
  );
};

/** What becomes of a touch of a row when it is queued at `now`: a message, or the one reason why not. */
export const assemble = (input: ToAssemble): Assembled => {
  const { compiled, touch, now } = input;
  const contact = readContact(input);
  if ('kind' in contact) return contact;
  const read = readRow(compiled, contact, touch);
  if ('kind' in read) return read;
  const timing = touch.timeOf(read.appointmentAt, now);
  if (timing.kind === 'past_window') return { kind: 'skipped', code: 'past_window' };
  if (isOvertaken(input, read.appointmentAt)) return { kind: 'skipped', code: 'overtaken' };
  const { appointmentAt } = read;
  const rendered = touch.template.render(appointmentAt === undefined ? read.fields : { ...read.fields, appointmentAt }, compiled.beside);
  if ('fault' in rendered) return rejected(rendered.fault, rendered.field, read.fields);
  return rendered.ok.length > maxBody[touch.channel] ? rejected('too_long') : messageOf(input, read, { timing, body: rendered.ok });
};

/** A text or a window that the campaign changes is no news of the row: what it says, where it goes and when the appointment is are. */
const saidBy = ({ fields, to, appointmentAt = '' }: Read, { template: { variables } }: CompiledTouch): Facts => ({
  names: variables,
  text: JSON.stringify([to, appointmentAt, ...variables.map((name) => fields[name] ?? null)]),
});

const messageOf = (
  { compiled: { definition }, touch }: ToAssemble,
  read: Read,
  { timing, body }: Readonly<{ timing: Due; body: string }>,
): Assembled => {
  if (body === '') return rejected('template_error');
  const { segments } = segmentsOf(body);
  if (segments > (definition.limits?.segmentsPerMessage ?? segments)) return rejected('too_long');
  const facts = factsOf(read, touch, timing);
  const capped = definition.limits?.perPersonPerDay !== undefined;
  return {
    kind: 'message',
    to: read.to,
    body,
    sendAt: timing.sendAt,
    ...(timing.validUntil === undefined ? {} : { validUntil: timing.validUntil }),
    segments,
    claimText: claimText(definition.dedupe, facts),
    says: saidBy(read, touch),
    ...(capped ? { personDay: JSON.stringify([personOf(facts), timing.day]) } : {}),
  };
};

/**
 * From when on each touch of a row may be queued, in the order of `compiled.touches`: the midnight that begins its nominal day, UTC ISO.
 * `now` for what is due or past, and for what will surely be rejected, so that it is reported at once.
 */
export const dueOf = (input: Omit<ToAssemble, 'touch'>): readonly string[] => {
  const { compiled, now } = input;
  const contact = readContact(input);
  return compiled.touches.map((touch) => {
    if ('kind' in contact) return now;
    const read = readRow(compiled, contact, touch);
    return 'kind' in read ? now : touch.queueFrom(read.appointmentAt, now);
  });
};

/**
 * The company's id of a row's appointment with everything that the row says of it, where the campaign knows appointments by an id. None of a
 * row that can't become a message: it is no news of the appointment.
 */
export const appointmentIn = (input: Omit<ToAssemble, 'touch' | 'now'>): Readonly<{ id: string; text: string }> | undefined => {
  const { compiled } = input;
  if (compiled.definition.fields['appointment'] === undefined) return undefined;
  const contact = readContact(input);
  if ('kind' in contact) return undefined;
  const id = contact.fields['appointment'];
  const reads = compiled.touches.map((touch) => readRow(compiled, contact, touch));
  if (id === undefined || reads.some((read) => 'kind' in read)) return undefined;
  const names = [...Object.keys(compiled.definition.fields), ...compiled.touches.flatMap(({ template }) => template.variables)];
  const said = [...new Set(names)].sort().map((name) => [name, contact.fields[name] ?? null]);
  return { id, text: JSON.stringify(said) };
};
