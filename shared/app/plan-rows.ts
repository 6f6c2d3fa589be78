import type { Binding } from '#domain/message/columns.ts';
import { dueOf, type Row } from '#domain/message/assemble.ts';
import type { CompiledDefinition } from '#domain/message/compile-definition.ts';
import type { Planned } from '#domain/message/row-chunk.ts';

export type ToPlan = Readonly<{ compiled: CompiledDefinition; version: number; binding: Binding; rows: readonly Row[]; now: string }>;

/** From when on each touch of these rows may be queued. Touches are numbered from the first row on. */
export const planRows = ({ compiled, version, binding, rows, now }: ToPlan): Planned => {
  const touches = compiled.touches.map(({ channel, offset }) => [channel, offset] as const);
  const due: Record<string, number[]> = {};
  const first = rows[0]?.row ?? 0;
  for (const row of rows) {
    dueOf({ compiled, binding, row, now }).forEach((day, ordinal) => {
      if (day !== undefined) (due[day] ??= []).push((row.row - first) * touches.length + ordinal);
    });
  }
  const recurring = compiled.touches.flatMap(({ firings }, ordinal) => (firings ? [ordinal] : []));
  return { version, touches, due, ...(recurring.length === 0 ? {} : { recurring }) };
};
