/**
 * List prices in US dollars, without discounts for commitment or volume, by region. Each block says where its numbers stand and as of when
 * they were read: a price that has changed is changed here, and nowhere else.
 */
export type ListPrices = Readonly<{
  asOf: string;
  sources: readonly string[];
  firestore: Readonly<{ per100kReads: number; per100kWrites: number; per100kDeletes: number; perGiBMonth: number }>;
  firestoreFree: Readonly<{ readsPerDay: number; writesPerDay: number; storedGiB: number }>;
  pubsub: Readonly<{ perTiB: number; freeGiB: number }>;
  run: Readonly<{
    perVcpuSecond: number;
    perGiBSecond: number;
    perMillionRequests: number;
    /** of an instance that is kept warm and has nothing to do */
    idlePerVcpuSecond: number;
    idlePerGiBSecond: number;
  }>;
  runFree: Readonly<{ vcpuSeconds: number; giBSeconds: number; requests: number }>;
  /** Enterprise edition; a standby in another zone doubles all of it but the backups */
  sql: Readonly<{ perVcpuHour: number; perGiBHour: number; perGiBMonth: number; perBackupGiBMonth: number }>;
  storage: Readonly<{ perGiBMonth: number; per10kWrites: number; per10kReads: number; freeGiB: number }>;
  scheduler: Readonly<{ perJob: number; freeJobs: number }>;
  secrets: Readonly<{ perVersion: number; per10kAccesses: number; freeVersions: number; freeAccesses: number }>;
  network: Readonly<{
    perGiB: number;
    freeGiB: number;
    /** an e2-micro of the connector to the private network */ perConnectorHour: number;
  }>;
  logs: Readonly<{ perGiB: number; freeGiB: number }>;
  /** the provider's, for one segment of a text message within the US; carriers add their own fee, which is not in it */
  provider: Readonly<{ perSegment: number; carrierFee: string }>;
}>;

const usCentral1: ListPrices = {
  asOf: '2026-07',
  sources: [
    'cloud.google.com/firestore/pricing',
    'cloud.google.com/pubsub/pricing',
    'cloud.google.com/run/pricing (request-based billing, tier 1)',
    'cloud.google.com/sql/pricing (MySQL, Enterprise edition)',
    'cloud.google.com/storage/pricing (Standard)',
    'cloud.google.com/scheduler/pricing',
    'cloud.google.com/secret-manager/pricing',
    'cloud.google.com/vpc/network-pricing (Premium tier, to the internet in North America)',
    'cloud.google.com/compute/all-pricing (e2-micro)',
    'cloud.google.com/stackdriver/pricing',
    "the provider's price list for long codes in the US",
  ],
  firestore: { per100kReads: 0.03, per100kWrites: 0.09, per100kDeletes: 0.01, perGiBMonth: 0.15 },
  firestoreFree: { readsPerDay: 50_000, writesPerDay: 20_000, storedGiB: 1 },
  pubsub: { perTiB: 40, freeGiB: 10 },
  run: {
    perVcpuSecond: 0.000_024,
    perGiBSecond: 0.000_002_5,
    perMillionRequests: 0.4,
    idlePerVcpuSecond: 0.000_002_5,
    idlePerGiBSecond: 0.000_002_5,
  },
  runFree: { vcpuSeconds: 180_000, giBSeconds: 360_000, requests: 2_000_000 },
  sql: { perVcpuHour: 0.0413, perGiBHour: 0.007, perGiBMonth: 0.17, perBackupGiBMonth: 0.08 },
  storage: { perGiBMonth: 0.02, per10kWrites: 0.05, per10kReads: 0.004, freeGiB: 5 },
  scheduler: { perJob: 0.1, freeJobs: 3 },
  secrets: { perVersion: 0.06, per10kAccesses: 0.03, freeVersions: 6, freeAccesses: 10_000 },
  network: { perGiB: 0.12, freeGiB: 1, perConnectorHour: 0.0084 },
  logs: { perGiB: 0.5, freeGiB: 50 },
  provider: { perSegment: 0.0083, carrierFee: 'carriers add about $0.003 to $0.006 a segment' },
};

/** The regions whose prices are known here. */
export const listPrices: Readonly<Record<string, ListPrices>> = { 'us-central1': usCentral1 };
