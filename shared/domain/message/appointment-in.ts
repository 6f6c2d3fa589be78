import { dayText, localOf } from '../kernel/local-time.ts';
import type { ToAssemble } from './assemble.ts';
import { personOf } from './claim-key.ts';
import { fieldsOf } from './columns.ts';
import { contactIn, readFields, readRow, zoneOf, type Read } from './read-row.ts';

/** Every text of it names a person, or what the company calls an appointment: store them only as fingerprints. */
export type AppointmentIn = Readonly<{
  /** by which the same appointment is known in another file */
  id: string;
  /** all that the row says of it */
  text: string;
  /** when it is, UTC ISO: afterwards nothing is to be said of it */
  at?: string | undefined;
}>;

const givenId = (given: string): string => JSON.stringify([given]);

/** In a full list without ids an appointment is known by its person, contact point, practitioner and day. */
const withoutId = ({ fields, to, appointmentAt = '' }: Read, zone: string): string => {
  const name = `${fields['firstName'] ?? ''} ${fields['lastName'] ?? ''}`.trim();
  const person = personOf({ person: fields['person'] ?? '', name, contactPoint: to });
  const day = appointmentAt === '' ? '' : dayText(localOf(zone, Date.parse(appointmentAt)));
  return JSON.stringify([person, to, fields['practitioner'] ?? '', day]);
};

/** The id of an appointment whose row can't become a message: it is still there, whatever is wrong with the row. */
export const damagedIn = ({ compiled: { definition }, binding, row }: Omit<ToAssemble, 'touch' | 'now' | 'joined'>): string | undefined => {
  if (definition.fields['appointment'] === undefined || row.fault !== undefined) return undefined;
  const given = fieldsOf(binding, row.cells)['appointment'];
  return given === undefined ? undefined : givenId(given);
};

/**
 * A row's appointment, where the campaign knows appointments by an id or its packets are full lists (`listed`). None of a row that can't
 * become a message: it is no news of the appointment.
 */
export const appointmentIn = (
  input: Omit<ToAssemble, 'touch' | 'now' | 'joined'> & Readonly<{ listed?: boolean | undefined }>,
): AppointmentIn | undefined => {
  const { compiled, listed = false } = input;
  const { definition, touches } = compiled;
  if (definition.fields['appointment'] === undefined && !listed) return undefined;
  const row = readFields(input);
  if ('kind' in row) return undefined;
  // by the channels that reach the person
  const reads = touches.flatMap((touch) => {
    const contact = contactIn(row.fields, touch);
    return 'kind' in contact ? [] : [readRow(compiled, contact, touch)];
  });
  const [read] = reads;
  if (!read || reads.some((one) => 'kind' in one)) return undefined;
  const { fields, appointmentAt } = read as Read;
  const given = fields['appointment'];
  if (given === undefined && !listed) return undefined;
  const names = [...Object.keys(definition.fields), ...touches.flatMap(({ template }) => template.variables)];
  const said = [...new Set(names)].sort().map((name) => [name, fields[name] ?? null]);
  const id = given === undefined ? withoutId(read as Read, zoneOf(compiled, read as Read)) : givenId(given);
  return { id, text: JSON.stringify(said), at: appointmentAt };
};
