import { isRelative } from '../campaign/schedule.ts';
import { channelFacts } from '../kernel/channel-facts.ts';
import type { Appointment } from './appointment.ts';
import type { ToAssemble } from './assemble.ts';
import { fieldsOf } from './columns.ts';
import { readContactPoint } from './contact-point.ts';
import type { CompiledDefinition, CompiledTouch } from './compile-definition.ts';
import type { RowSite } from './with-sites.ts';

/** `value` is what stood in the file. */
export type Rejection = Readonly<{ kind: 'rejected'; code: string; field?: string; value?: string }>;

export type Fields = Record<string, string>;

/** Where a row's messages of one channel go. */
export type Contact = Readonly<{ fields: Fields; to: string }>;
/** `site` is the company's location that the row names. */
export type Read = Contact & Readonly<{ appointmentAt?: string; site?: RowSite }>;

export const rejected = (code: string, field?: string, fields?: Fields): Rejection => {
  if (field === undefined) return { kind: 'rejected', code };
  return { kind: 'rejected', code, field, value: fields?.[field] ?? '' };
};

/** The appointment of a row: none where the campaign maps none, or the row has none and the touch does not go by it. */
const appointmentOf = (
  { definition, readAppointment }: Pick<CompiledDefinition, 'definition' | 'readAppointment'>,
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

/** What a row says, whatever the touch: once for all of them. The row's own fault comes before any other. */
export const readFields = ({ binding, row }: Pick<ToAssemble, 'binding' | 'row'>): Readonly<{ fields: Fields }> | Rejection =>
  row.fault === undefined ? { fields: fieldsOf(binding, row.cells) } : rejected(row.fault);

/** Then its contact point on the channel. */
export const contactIn = (fields: Fields, { channel, region }: Pick<CompiledTouch, 'channel' | 'region'>): Contact | Rejection => {
  const { field } = channelFacts[channel];
  const point = readContactPoint(channel, fields[field] ?? '', region);
  return 'fault' in point ? rejected(point.fault, field, fields) : { fields, to: point.to };
};

/** Then date and time, by the clock of the place that it names. */
export const readRow = (compiled: CompiledDefinition, contact: Contact, touch: CompiledTouch): Read | Rejection => {
  const site = compiled.siteOf?.(contact.fields['location']);
  const clock = site?.clock ? { definition: compiled.definition, readAppointment: site.clock.readAppointment } : compiled;
  const appointment = appointmentOf(clock, contact.fields, touch);
  if (appointment === undefined) return site ? { ...contact, site } : contact;
  if ('fault' in appointment) return rejected(appointment.fault, appointment.field, contact.fields);
  return site ? { ...contact, appointmentAt: appointment.at, site } : { ...contact, appointmentAt: appointment.at };
};

/** Whose days and hours a row's appointment has. */
export const zoneOf = ({ definition }: Pick<CompiledDefinition, 'definition'>, { site }: Pick<Read, 'site'>): string =>
  site?.clock?.zone ?? definition.timezone;

/** All of it, for one touch. */
export const readTouch = (given: Omit<ToAssemble, 'touch' | 'now'>, touch: CompiledTouch): Read | Rejection => {
  const row = readFields(given);
  const contact = 'kind' in row ? row : contactIn(row.fields, touch);
  return 'kind' in contact ? contact : readRow(given.compiled, contact, touch);
};
