import { readDefinition } from '#domain/campaign/read-definition.ts';
import { assemble, dueOf, type Row } from '#domain/message/assemble.ts';
import { bindColumns, type Binding } from '#domain/message/columns.ts';
import { compileDefinition, type CompiledDefinition } from '#domain/message/compile-definition.ts';
import { header, reminder } from '../test/support/campaigns.ts';

export type AssembleResult = Readonly<{
  bench: 'assemble';
  rows: number;
  /** planning a row when it is loaded, and making its message when it is queued */
  dueMicrosPerRow: number;
  assembleMicrosPerRow: number;
}>;

const now = '2026-11-28T07:00:00.000Z';
const firsts = ['Ana', 'JOSÉ', 'maria', 'Siân', 'Wei', 'Guadalupe', 'Omar', 'Zoë'];
const lasts = ['Silva', "O'Brien", 'van der Berg', 'García-López', 'McDonald', 'Müller', 'Nguyễn'];
const doctors = ['Dr. Helena Prado', 'Dr. Samuel Ortiz', 'Dr. Karl Weiß', 'Dr. Li Na'];
const two = (n: number): string => String(n).padStart(2, '0');

/** Every person has a phone of their own, so that nothing but days, hours and names repeats. */
const rowOf = (n: number): Row => {
  const values: Readonly<Record<string, string>> = {
    patient_id: `P-${n}`,
    appointment_id: String(5_600_000 + n),
    first_name: firsts[n % firsts.length]!,
    last_name: lasts[n % lasts.length]!,
    phone: `+1${['208', '212', '305', '415'][n % 4]}555${String(Math.floor(n / 4) % 10_000).padStart(4, '0')}`,
    email: `person.${n}@example.com`,
    doctor: doctors[n % doctors.length]!,
    clinic: 'Tabuazeiro',
    appointment_date: `2026-12-${two((n % 30) + 1)}`,
    appointment_time: `${two(7 + (n % 11))}:${two((n % 4) * 15)}`,
  };
  return { row: n + 2, cells: header.map((name) => values[name] ?? '') };
};

const microsPerRow = (rows: readonly Row[], use: (row: Row) => unknown): number => {
  const started = performance.now();
  for (const row of rows) use(row);
  return Math.round(((performance.now() - started) * 100_000) / rows.length) / 100;
};

const prepare = (): Readonly<{ compiled: CompiledDefinition; binding: Binding }> => {
  const compiled = compileDefinition(readDefinition(reminder));
  const bound = bindColumns(compiled.definition, header);
  if (bound.kind === 'unbound') throw new Error(bound.message);
  return { compiled, binding: bound.binding };
};

/** What the pure part of loading and queueing costs: microseconds of one core for each row. */
export const assembleBench = (count = 40_000): AssembleResult => {
  const { compiled, binding } = prepare();
  const [touch] = compiled.touches;
  const rows = Array.from({ length: count }, (_, n) => rowOf(n));
  const plan = (row: Row): unknown => dueOf({ compiled, binding, row, now });
  const make = (row: Row): unknown => assemble({ compiled, binding, row, touch: touch!, now });
  microsPerRow(rows, plan);
  microsPerRow(rows, make);
  return { bench: 'assemble', rows: count, dueMicrosPerRow: microsPerRow(rows, plan), assembleMicrosPerRow: microsPerRow(rows, make) };
};
