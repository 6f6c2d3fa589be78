import type { Schedule } from '../campaign/definition.ts';
import type { Appointment } from './appointment.ts';
import type { ToAssemble } from './assemble.ts';
import { fieldsOf } from './columns.ts';
import type { CompiledDefinition, CompiledTouch } from './compile-definition.ts';
import { readPhone } from './phone.ts';

/** `value` is what stood in the file. */
export type Rejection = Readonly<{ kind: 'rejected'; code: string; field?: string; value?: string }>;

export type Fields = Record<string, string>;

/** Where a row's messages go, whatever the touch. */
export type Contact = Readonly<{ fields: Fields; to: string }>;
export type Read = Contact & Readonly<{ appointmentAt?: string }>;

export const rejected = (code: string, field?: string, fields?: Fields): Rejection => {
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
export const readContact = ({ compiled, binding, row }: Omit<ToAssemble, 'touch' | 'now'>): Contact | Rejection => {
  if (row.fault !== undefined) return rejected(row.fault);
  const fields = fieldsOf(binding, row.cells);
  const phone = readPhone(fields['phone'] ?? '', compiled.definition.region);
  return 'fault' in phone ? rejected(phone.fault, 'phone', fields) : { fields, to: phone.e164 };
};

/** Then date and time. */
export const readRow = (compiled: CompiledDefinition, contact: Contact, touch: CompiledTouch): Read | Rejection => {
  const appointment = appointmentOf(compiled, contact.fields, touch);
  if (appointment === undefined) return contact;
  if ('fault' in appointment) return rejected(appointment.fault, appointment.field, contact.fields);
  return { ...contact, appointmentAt: appointment.at };
};
