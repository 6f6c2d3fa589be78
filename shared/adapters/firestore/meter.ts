/** What Firestore bills, and what it does not but costs time. */
export type Operations = Readonly<{
  /** documents read; a query that finds nothing and a missing document are billed as one */
  reads: number;
  writes: number;
  /** also of documents that were not there */
  deletes: number;
  /** documents written with a time to live: each is deleted once by Firestore itself unless it was deleted or renewed before */
  ttlDeletes: number;
  /** of fields and blobs, without names and indexes */
  bytesWritten: number;
  bytesRead: number;
  commits: number;
  /** commits that were refused because of a precondition or contention; they are not billed */
  conflicts: number;
}>;

export type Meter = Readonly<{
  count: (operations: Partial<Operations>) => void;
  /** since the meter was made, or since the last reset */
  counts: () => Operations;
  reset: () => void;
}>;

const zero: Operations = {
  reads: 0,
  writes: 0,
  deletes: 0,
  ttlDeletes: 0,
  bytesWritten: 0,
  bytesRead: 0,
  commits: 0,
  conflicts: 0,
};

/** Counts billed operations as they are made; share one between the connections that are to be counted together. */
export const operationMeter = (): Meter => {
  let counts = { ...zero };
  return {
    count: (operations) => {
      for (const [name, amount] of Object.entries(operations)) counts[name as keyof Operations] += amount;
    },
    counts: () => ({ ...counts }),
    reset: () => void (counts = { ...zero }),
  };
};
