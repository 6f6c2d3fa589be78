/** The parts of Firestore's protocol that we use, as its low-level client takes and gives them. */
export type Timestamp = Readonly<{ seconds: number | string; nanos: number }>;

export type Value =
  | Readonly<{ stringValue: string }>
  | Readonly<{ bytesValue: Uint8Array }>
  | Readonly<{ integerValue: number | string }>
  | Readonly<{ timestampValue: Timestamp }>
  | Readonly<{ referenceValue: string }>
  | Readonly<{ arrayValue: Readonly<{ values: readonly Value[] }> }>;

export type Fields = Readonly<Record<string, Value>>;

export type Precondition = Readonly<{ exists: boolean }> | Readonly<{ updateTime: Timestamp }>;

/** `name` and `delete` are paths below the database's documents; the connection completes them. */
export type Write =
  | Readonly<{ update: Readonly<{ name: string; fields: Fields }>; updateMask?: readonly string[]; currentDocument?: Precondition }>
  | Readonly<{ delete: string; currentDocument?: Precondition }>;

/** A document as it was read. */
export type Stored = Readonly<{ path: string; fields: Readonly<Record<string, Record<string, unknown>>>; version: number }>;

const microsPerSecond = 1_000_000;

/** Update times have microseconds; as a number they stay exact until the year 2255. */
export const versionOf = ({ seconds, nanos }: Timestamp): number => Number(seconds) * microsPerSecond + Math.floor(nanos / 1000);

/** Of a version that no document can have, the time is one that none has: zero would mean "no precondition" to some servers. */
export const timeOfVersion = (version: number): Timestamp => {
  const micros = Math.max(1, version);
  return { seconds: Math.floor(micros / microsPerSecond), nanos: (micros % microsPerSecond) * 1000 };
};

export const timestampOf = (iso: string): Timestamp => {
  const ms = Date.parse(iso);
  return { seconds: Math.floor(ms / 1000), nanos: (((ms % 1000) + 1000) % 1000) * 1_000_000 };
};
