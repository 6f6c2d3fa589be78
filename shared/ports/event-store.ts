import type { RecordedEvent } from '#domain/catalogue.ts';
import type { Cause, Event } from '#domain/kernel/event.ts';
import type { DocumentExpectation, DocumentWrite } from './documents.ts';

/** One append: written whole, with its documents, in one commit record, or not at all. */
export type Append = Readonly<{
  stream: string;
  companyId: string;
  /** `at` of the reader, 0 for a new stream; left out by writers that do not care (status reports) */
  expected?: number;
  /** at most `maxEventsPerAppend` */
  events: readonly Event[];
  /** as a function where a document points at this very append */
  documents?: readonly DocumentWrite[] | ((placed: Placed) => readonly DocumentWrite[]);
  /** preconditions on documents that are not written */
  expects?: readonly DocumentExpectation[];
  cause: Cause;
}>;

/** Where an append stands in the log. Its events' ids are `{cause.id}/{n}`, n counting within the append. */
export type Placed = Readonly<{ partition: string; position: number }>;

export const maxEventsPerAppend = 500;
/** Bytes of an append's events as JSON; a commit record holds one at least (Firestore takes documents of 1 MiB). */
export const maxBytesPerAppend = 900_000;

/** What is wanted of records that hold events of many; what is sealed of all others is not even opened. */
export type Picking = Readonly<{
  stream?: string;
  companies?: ReadonlySet<string>;
  types?: ReadonlySet<string>;
  /** private parts stay sealed: whoever asks needs none */
  sealed?: true;
}>;

/** The log. Partitions are gap-free: positions count 1, 2, 3 … and a reader never sees n + 1 before n. */
export type EventStore = Readonly<{
  /** Throws StreamMoved (the stream has events after `expected`) or DocumentMoved; then nothing was written. */
  append: (append: Append) => Promise<Placed>;
  /** `at` is the position of the stream's last record, 0 for a stream without events. */
  read: (stream: string) => Promise<Readonly<{ events: readonly RecordedEvent[]; at: number }>>;
  /**
   * The events of up to `limit` commit records after position `after`; `at` is the last record's position (`after` when there is none).
   * `only`: those of one stream, or picked otherwise.
   */
  feed: (
    partition: string,
    after: number,
    limit: number,
    only?: string | Picking,
  ) => Promise<Readonly<{ events: readonly RecordedEvent[]; at: number }>>;
  /** Position of the newest record. */
  tail: (partition: string) => Promise<number>;
  partitions: () => readonly string[];
  partitionOf: (stream: string) => string;
  /** Removes the private parts of the named events for good: the only edit the log allows (forgetting one person). */
  erasePrivate: (partition: string, position: number, eventIds: ReadonlySet<string>) => Promise<void>;
}>;

/** More than one commit holds: whoever asked for it asks for less at once. */
export class AppendTooLarge extends Error {
  readonly code = 'append_too_large';
  constructor(words: string) {
    super(words);
    this.name = 'AppendTooLarge';
  }
}

/** Another writer was faster. Read again and decide again. */
export class StreamMoved extends Error {
  readonly code = 'stream_moved';
  readonly stream: string;
  constructor(stream: string, expected: number) {
    super(`${stream} is no longer at ${expected}`);
    this.name = 'StreamMoved';
    this.stream = stream;
  }
}
