import type { z } from 'zod';

/** One fact. `data` never identifies a person; whatever does (phone, address, name, body, cells) stands in `private`. */
export type Event<Type extends string = string, Data = unknown, Private = unknown> = Readonly<{
  type: Type;
  data: Readonly<Data>;
  private?: Readonly<Private>;
}>;

/** Why an append happens: the id of the request or bus message behind it, and the business time (UTC ISO) at which it is handled. */
export type Cause = Readonly<{ id: string; now: string; correlation?: string }>;

/** A fact as the log returns it. `private` is absent when the event has none, or when its scope's key was destroyed (forgotten). */
export type Recorded<E extends Event = Event> = E &
  Readonly<{
    /** derived from the cause, so a repeated cause gives the same id */
    id: string;
    version: number;
    stream: string;
    partition: string;
    /** seq of the commit record in its partition; events of one record share it */
    position: number;
    companyId: string;
    /** business time, UTC ISO */
    occurredAt: string;
    cause: string;
    correlation: string;
  }>;

/** Ties an event's name and version to its zod schemas; the type is inferred, never written twice. */
export type EventSchema<Type extends string, Data extends z.ZodType, Private extends z.ZodType> = Readonly<{
  type: Type;
  version: number;
  data: Data;
  private: Private;
  /** from any older version to this one, applied when the log is read */
  upcast?: (old: Readonly<{ version: number; data: unknown; private: unknown }>) => Readonly<{ data: unknown; private?: unknown }>;
}>;

export type EventOf<S> =
  S extends EventSchema<infer Type, infer Data, infer Private> ? Event<Type, z.infer<Data>, z.infer<Private>> : never;
