import type { Definition } from '#domain/campaign/definition.ts';
import { queueDay } from '#domain/campaign/timing.ts';
import { bindColumns, fieldsOf } from '#domain/message/columns.ts';
import { compileDefinition } from '#domain/message/compile-definition.ts';
import type { RowReader, SourceFile } from '#ports/row-reader.ts';

const daysBefore = 3;
const dayMs = 86_400_000;

/** The earliest appointment of a file, UTC ISO; undefined when it has none, or can't be read: loading says why. */
const earliestAppointment = async (rows: RowReader, file: SourceFile, definition: Definition): Promise<string | undefined> => {
  const { readAppointment } = compileDefinition(definition);
  const hasTime = definition.fields['appointmentTime'] !== undefined;
  let binding: ReturnType<typeof bindColumns> | undefined;
  let earliest: string | undefined;
  for await (const { cells } of rows.read(file, 0)) {
    if (!binding) {
      binding = bindColumns(definition, cells);
      if (binding.kind === 'unbound') return undefined;
      continue;
    }
    if (binding.kind === 'unbound') return undefined;
    const { appointmentDate: date = '', appointmentTime: time = '' } = fieldsOf(binding.binding, cells);
    if (date === '') continue;
    const appointment = readAppointment({ date, time: hasTime ? time : undefined });
    if ('at' in appointment && (earliest === undefined || appointment.at < earliest)) earliest = appointment.at;
  }
  return earliest;
};

/** The demo's first moment: midnight, three days before the earliest appointment; without appointments, `otherwise`. */
export const demoNow = async (rows: RowReader, file: SourceFile, definition: Definition, otherwise: string): Promise<string> => {
  if (definition.fields['appointmentDate'] === undefined) return otherwise;
  const earliest = await earliestAppointment(rows, file, definition).catch(() => undefined);
  if (earliest === undefined) return otherwise;
  return queueDay(new Date(Date.parse(earliest) - daysBefore * dayMs).toISOString(), definition.timezone);
};
