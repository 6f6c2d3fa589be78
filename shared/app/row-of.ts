import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Row } from '#domain/message/assemble.ts';

/** A row as it was loaded, or that its person was forgotten. */
export const rowOf = ({ data, private: person }: Extract<RecordedEvent, { type: 'RowLoaded' }>): Row => {
  const fault = data.fault ?? (person ? undefined : 'forgotten');
  return { row: data.row, cells: person?.cells ?? [], ...(fault === undefined ? {} : { fault }) };
};
