import type { RecordedEvent } from '#domain/catalogue.ts';

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;
export type Table = Readonly<{ name: string; key: readonly string[]; columns: readonly string[]; archive?: string }>;

export type EventType = RecordedEvent['type'];
export type EventOfType<Type extends EventType> = Extract<RecordedEvent, { type: Type }>;

/** What a row adds to a counter. `key` lacks the partition, which keeps writers of the same counter apart. */
export type Count = Readonly<{ table: Table; key: Row; add: Readonly<Record<string, number>> }>;

/**
 * How events become the rows of one table. An event touches one row at most; a row is fed by one partition. `ordinal` is the event's place
 * in its commit record: with `position` it says which of two events is newer.
 */
export type Projection<R extends Row = Row, Type extends EventType = EventType> = Readonly<{
  table: Table;
  handles: readonly Type[];
  /** insert-once rows: never loaded, never changed */
  once?: true;
  /** what each row counts for; counters move by the difference between a row's old and new state */
  counts?: (row: R) => readonly Count[];
}> & {
  keyOf(event: EventOfType<Type>, ordinal: number): Row;
  /** The row after the event; the same row, or undefined, when the event changes nothing. */
  evolve(row: R | undefined, event: EventOfType<Type>, ordinal: number): R | undefined;
};

/** A row that is changed by later events remembers the last one. */
export type Placed = Readonly<{ position: number; ordinal: number }>;
