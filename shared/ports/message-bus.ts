/** What a hop leads back to: ids alone. `traceparent` is W3C's: version, trace, span and flags in hexadecimal. */
export type MessageContext = Readonly<{ correlation?: string; traceparent?: string }>;

/** What wakes a door. A message is a hint: everything that it leads to is found again by a tick or the sweep when it is lost. */
export type BusMessage = Readonly<{
  /** goes beside the data through every hop */
  context?: MessageContext;
  /** a few ids, JSON; never personal data */
  data: Readonly<Record<string, unknown>>;
  /** while a message of the same topic and key waits undelivered, another one with that key is dropped */
  key?: string;
  /** earliest delivery, milliseconds of real time from now */
  delayMs?: number;
}>;

export type Delivery = Readonly<{
  id: string;
  topic: string;
  data: Readonly<Record<string, unknown>>;
  attempt: number;
  /** as it was published */
  context?: MessageContext;
}>;

export type Subscription = Readonly<{
  /** deliveries under way at once */
  concurrency: number;
  /** real time after which an unfinished delivery is given to somebody else; extended while the handler's process lives */
  leaseMs: number;
  /** deliveries before the message goes to the dead letters */
  maxAttempts: number;
  /** real time after which a handler that does not end counts as failed; left out: ten leases */
  handlerTimeoutMs?: number;
}>;

/** Resolves: done. Throws: delivered again with backoff and jitter, after maxAttempts parked as a dead letter. */
export type Deliver = (delivery: Delivery) => Promise<void>;

export type DeadLetter = Readonly<{
  id: string;
  topic: string;
  data: Readonly<Record<string, unknown>>;
  attempts: number;
  error: string;
  deadAt: string;
}>;

export type MessageBus = Readonly<{
  /** Stored when it resolves: no kill of a process loses it. (A power cut may, on one machine: a message is a hint.) */
  publish: (topic: string, messages: readonly BusMessage[]) => Promise<void>;
  subscribe: (topic: string, subscription: Subscription, deliver: Deliver) => void;
  /** Messages waiting or under way, those delayed by backoff included; undefined where the bus cannot know. */
  pending: () => Promise<number | undefined>;
  deadLetters: (limit: number) => Promise<readonly DeadLetter[]>;
  /** Puts a dead letter back on its topic; false when there is none of that id. */
  replay: (id: string) => Promise<boolean>;
  /** The same for up to `limit` of them; returns how many. */
  replayAll: (limit: number) => Promise<number>;
  drop: (id: string) => Promise<boolean>;
  /** Stops taking messages, waits for those under way up to `timeoutMs`. */
  close: (timeoutMs: number) => Promise<void>;
}>;
