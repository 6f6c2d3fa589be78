/**
 * What one message uses over its whole life: loaded, queued, sent, reported about twice, projected. Each number names where it was measured;
 * measure again and change it here, and `carillon cost` follows, docs/SCALE.md names the same.
 */
const message = {
  firestore: {
    /**
     * Queued and sent 1.1 (bench firestore-billing: a claim each; commits, work items and what replies are matched by are shared), and 1 for each of
     * two reports that come one by one, at 100 a second as at 1. In a burst, where reports share commits, it is 1.16 in all
     */
    writes: 3.1,
    /**
     * 3.1 queued and sent (the claim looked up, whether its person has opted out, whether somebody has answered); the projection reads a report's
     * record and finds nothing behind it. In a burst 3.2
     */
    reads: 7.1,
    /** the claim, thirty days later, and two for "nobody has opted out", of the company or of all, in the commit of the intent */
    deletes: 3,
    /**
     * in the log for good. Demo of 10,000 messages on the embedded house, 2026-11-20: 3.2 MB with claims, in 876 commits; since then the requests of
     * two reports with them, some 60 bytes each where 16 share a commit (240 by Twilio and 690 by Telnyx where each stands alone)
     */
    logBytes: 450,
    /** a claim with its path and index entries, for a month (sizes by Firestore's rules of storage) */
    claimBytes: 600,
    /** what replies are matched by: its share of a document for fifty messages, and an entry of the index of conversations */
    contextBytes: 350,
    /** kept so long, months */
    contextMonths: 13,
  },
  /** callbacks of the provider: `sent`, and how it ended */
  callbacks: 2,
  pubsub: {
    /** hints: one for each commit where reports come one by one, and next to none in a burst; this is one by one */
    requests: 2.1,
    /** Pub/Sub counts a request as 1,000 bytes at least, when it is published and again when it is pushed */
    bytesPerRequest: 2_000,
  },
  sql: {
    /** rows of messages, row_outcomes and three of message_status_history. Same demo: tablespaces of 47 MB on MariaDB 10.11 */
    bytes: 4_700,
    /** kept so long, months */
    months: 12,
  },
  storage: {
    /** a row of a file: 31 in the demo, up to some hundreds in an export of a practice system */
    fileBytes: 200,
    /** kept so long, months (lifecycle rule of the bucket) */
    months: 3,
    rowsPerFile: 1_000,
  },
  /** to the provider: a request with its headers */
  egressBytes: 1_500,
  logs: {
    /** our own lines. Same demo with every line: 48,647 bytes */
    bytes: 5,
    /** Cloud Run's own line for each request, about */
    bytesPerRequest: 900,
  },
};

/** What a house uses whether it sends or not. */
const house = {
  /** the schedules of functions/doors.json */
  schedulerJobs: 4,
  /** three secrets, the version before the newest one kept while a key rotates */
  secretVersions: 6,
  /** three secrets for every start of an instance */
  secretAccesses: 30_000,
  /** machines between the doors and the database's private network (terraform/network.tf: two at least) */
  connectorMachines: 2,
  /** kept warm: doors that somebody waits for (functions/doors.json) */
  warmInstances: 3,
  /** ticks, sweeps and health checks write and read so many documents a day */
  firestoreReadsPerDay: 120_000,
  firestoreWritesPerDay: 1_000,
  /** every tick wakes the projection of each of 64 partitions: requests of a tenth of a second */
  tickRequestsPerDay: 18_500,
  /** days a month on which it sends, and hours of them */
  sendingDays: 22,
  sendingHours: 10,
};

/** A door as it is billed: for as long as at least one request is under way, by the vCPU and memory of functions/doors.json. */
export type BilledDoor = Readonly<{
  name: string;
  /** for one message */
  requests: number;
  /** seconds that a request takes, billed in tenths */
  seconds: number;
  concurrency: number;
  memoryGiB: number;
}>;

/**
 * Seconds are what is billed at least (0.1), or what the embedded house takes with a provider that answers in 100 ms (bench/send.ts), rounded up.
 * Concurrency above one takes a whole vCPU.
 */
const doors: readonly BilledDoor[] = [
  { name: 'receive-status', requests: 2, seconds: 0.1, concurrency: 80, memoryGiB: 0.25 },
  { name: 'project', requests: 2, seconds: 0.1, concurrency: 3, memoryGiB: 0.5 },
  { name: 'send-work', requests: 1 / 200, seconds: 2, concurrency: 8, memoryGiB: 0.5 },
  { name: 'queue-rows', requests: 1 / 500, seconds: 0.5, concurrency: 2, memoryGiB: 0.5 },
  { name: 'load-packet', requests: 1 / 1_000, seconds: 0.5, concurrency: 1, memoryGiB: 1 },
];

export type SqlSize = Readonly<{ upToMessages: number; vcpus: number; memoryGiB: number; standby: boolean }>;

/** The database that is taken up to so many messages a month; a projection writes some 5 rows for a message. */
const sqlSizes: readonly SqlSize[] = [
  { upToMessages: 1_000_000, vcpus: 1, memoryGiB: 3.75, standby: false },
  { upToMessages: 30_000_000, vcpus: 2, memoryGiB: 8, standby: true },
  { upToMessages: 300_000_000, vcpus: 8, memoryGiB: 32, standby: true },
  { upToMessages: Infinity, vcpus: 16, memoryGiB: 64, standby: true },
];

export type Quantities = Readonly<{
  message: typeof message;
  house: typeof house;
  doors: readonly BilledDoor[];
  sqlSizes: readonly SqlSize[];
}>;

export const messageQuantities: Quantities = { message, house, doors, sqlSizes };
