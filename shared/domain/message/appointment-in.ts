import type { ToAssemble } from './assemble.ts';
import { readContact, readRow } from './read-row.ts';

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
