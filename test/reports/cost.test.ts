import assert from 'node:assert/strict';
import { instanceSeconds } from '#reports/cost/instance-seconds.ts';
import { listPrices } from '#reports/cost/list-prices.ts';
import { messageQuantities, type Quantities } from '#reports/cost/message-quantities.ts';
import { monthlyCost } from '#reports/cost/monthly-cost.ts';
import doors from '#functions/doors.json' with { type: 'json' };
import { carillon } from '../support/carillon.ts';

const prices = listPrices['us-central1']!;

/** Round numbers, so that the sums below can be done by hand. */
const quantities: Quantities = {
  message: {
    firestore: { writes: 2, reads: 4, deletes: 1, logBytes: 1_000, claimBytes: 500, contextBytes: 100, contextMonths: 13 },
    callbacks: 2,
    pubsub: { requests: 2, bytesPerRequest: 2_000 },
    sql: { bytes: 5_000, months: 12 },
    storage: { fileBytes: 1_000, months: 3, rowsPerFile: 1_000 },
    egressBytes: 2_000,
    logs: { bytes: 100, bytesPerRequest: 1_000 },
  },
  house: {
    schedulerJobs: 4,
    secretVersions: 8,
    secretAccesses: 30_000,
    warmInstances: 1,
    connectorMachines: 2,
    firestoreReadsPerDay: 100_000,
    firestoreWritesPerDay: 1_000,
    tickRequestsPerDay: 10_000,
    sendingDays: 20,
    sendingHours: 10,
  },
  doors: [{ name: 'one', requests: 2, seconds: 0.1, concurrency: 80, memoryGiB: 0.5 }],
  sqlSizes: [
    { upToMessages: 1_000_000, vcpus: 1, memoryGiB: 4, standby: false },
    { upToMessages: Infinity, vcpus: 4, memoryGiB: 16, standby: true },
  ],
};

/**
 * By hand, at list prices. A month has 30 days and 730 hours; 1 GiB = 1,073,741,824 bytes.
 * Firestore, 10 M messages: 20,030,000 writes - 600,000 free = 19,430,000 at $0.09 a 100,000 = $17.49
 *   43,000,000 reads - 1,500,000 = 41,500,000 at $0.03 = $12.45; 10,000,000 deletes at $0.01 = $1.00
 *   10 M × (1,000 B × 12 + 500 B + 100 B × 13) = 128.52 GiB - 1 = 127.52 at $0.15 = $19.13
 * Cloud Run: 20 M requests of 0.1 s in 720,000 s: 2.78 under way; busy 1 - e^-2.78 = 93.78 % of the time = 675,237 s, ticks 300,000 × 0.1 = 30,000 s:
 *   705,237 - 180,000 = 525,237 vCPU s at $0.000024 = $12.61; 352,619 GiB s is free; 20,300,000 - 2,000,000 requests at $0.40 a million = $7.32
 *   warm: 2,628,000 s × ($0.0000025 + 0.25 × $0.0000025) = $8.21
 * Cloud SQL: 730 h × 2 × (4 × $0.0413 + 16 × $0.007) = $404.71; 10 M × 5,000 B × 12 = 558.79 GiB at 2 × $0.17 = $189.99; backups at $0.08 = $44.70
 * Storage: 10 M × 1,000 B × 3 = 27.94 GiB - 5 = 22.94 at $0.02 = $0.46; 20,000 writes at $0.05 a 10,000 = $0.10; 30,000 reads = $0.01
 * Pub/Sub: 10 M × 2 × 2,000 B = 37.25 GiB - 10 = 27.25 at $40 / 1,024 = $1.06; Scheduler: 1 × $0.10; secrets: 2 × $0.06 = $0.12, 20,000 at $0.03 a 10,000 = $0.06
 * Network: 18.63 GiB - 1 at $0.12 = $2.12; connector: 2 × 730 h × $0.0084 = $12.26; logs: 10 M × (100 + 2 × 1,000) B = 19.56 GiB: free
 */
const tenMillion: readonly (readonly [string, string, number])[] = [
  ['Firestore', 'writes', 17.49],
  ['Firestore', 'reads', 12.45],
  ['Firestore', 'deletes', 1],
  ['Firestore', 'stored after a year', 19.13],
  ['Cloud Run functions', 'CPU', 12.61],
  ['Cloud Run functions', 'memory', 0],
  ['Cloud Run functions', 'requests', 7.32],
  ['Cloud Run functions', 'kept warm', 8.21],
  ['Cloud SQL', '4 vCPU, 16 GiB, with standby', 404.71],
  ['Cloud SQL', 'stored after a year', 189.99],
  ['Cloud SQL', 'backups', 44.7],
  ['Cloud Storage', 'files', 0.46],
  ['Cloud Storage', 'writes and lists', 0.1],
  ['Cloud Storage', 'reads', 0.01],
  ['Pub/Sub', 'published and pushed', 1.06],
  ['Scheduler', 'jobs', 0.1],
  ['Secret Manager', 'versions', 0.12],
  ['Secret Manager', 'accesses', 0.06],
  ['Network', 'to the provider', 2.12],
  ['Network', 'connector to the database', 12.26],
  ['Logging', 'taken in', 0],
];

describe('the cost of a month', () => {
  const costOf = (messages: number, segments = 1) => monthlyCost({ messages, segments }, prices, quantities);

  it('is what it comes to by hand, service by service', () => {
    const { lines, total, provider } = costOf(10_000_000, 1.5);
    assert.deepEqual(
      lines.map(({ service, item, usd }) => [service, item, usd]),
      tenMillion,
    );
    assert.equal(total, 733.9);
    assert.equal(provider, 124_500);
  });

  it('of a house that sends nothing is its database and the way to it, its warm instance, a job and its secrets', () => {
    const { lines, provider } = costOf(0);
    // 3,000,000 reads - 1,500,000 free; 730 h × ($0.0413 + 4 × $0.007); 10 GiB at least
    assert.deepEqual(
      lines.filter(({ usd }) => usd > 0).map(({ service, usd }) => [service, usd]),
      [
        ['Firestore', 0.45],
        ['Cloud Run functions', 8.21],
        ['Cloud SQL', 50.59],
        ['Cloud SQL', 1.7],
        ['Cloud SQL', 0.8],
        ['Scheduler', 0.1],
        ['Secret Manager', 0.12],
        ['Secret Manager', 0.06],
        ['Network', 12.26],
      ],
    );
    assert.equal(provider, 0);
  });

  it('counts no negative money where all is free', () => {
    assert.ok(costOf(1).lines.every(({ usd, quantity }) => usd >= 0 && quantity >= 0));
  });

  for (const [what, requests, concurrency, expected] of [
    // 3,600 requests of 0.1 s in an hour: 0.1 under way, 1 - e^-0.1 = 9.516 % of an hour
    ['lonely requests by themselves', 3_600, 80, 342.59],
    // 100 under way: at 60 % of 80 there are 2.083 instances all the time
    ['many requests by the instances that they share', 3_600_000, 80, 7_500],
    // one at a time: 100 / 0.6 instances
    ['requests that share nothing by all of their time', 3_600_000, 1, 600_000],
    ['nothing for nothing', 0, 80, 0],
  ] as const)
    it(`bills ${what}`, () => {
      assert.equal(Math.round(instanceSeconds({ seconds: 0.1, concurrency }, requests, 3_600) * 100) / 100, expected);
    });

  it('is worked out for the schedules and doors that there are', () => {
    assert.equal(messageQuantities.house.schedulerJobs, doors.filter((door) => 'schedule' in door && door.schedule !== undefined).length);
    for (const { name, concurrency, memoryGiB } of messageQuantities.doors) {
      const door = doors.find((one) => one.name === name);
      assert.deepEqual([door?.concurrency, (door?.memoryMb ?? 0) / 1_024], [concurrency, memoryGiB], name);
    }
    assert.equal(messageQuantities.house.warmInstances, doors.filter((door) => 'minInstances' in door).length);
  });
});

describe('carillon cost', () => {
  it('prints one object for machines, and a table with the provider by itself for people', async () => {
    const { code, stdout } = await carillon(['cost', '--messages', '1000000', '--segments', '2', '--json']);
    const cost = JSON.parse(stdout) as { region: string; asOf: string; total: number; provider: number; lines: { usd: number }[] };
    assert.deepEqual([code, cost.region, cost.asOf, cost.provider], [0, 'us-central1', prices.asOf, 16_600]);
    assert.equal(cost.total, Math.round(cost.lines.reduce((sum, { usd }) => sum + usd, 0) * 100) / 100);
    const words = await carillon(['cost', '--messages', '1000000']);
    assert.match(
      words.stdout,
      /Firestore +writes[^]*Google Cloud: \$\d+\.\d\d a month[^]*The provider: \$8300\.00[^]*List prices, us-central1, as of 20\d\d-\d\d/,
    );
  });

  it('is used wrongly without a number, or with what it has no prices for', async () => {
    for (const args of [
      [],
      ['--messages', 'many'],
      ['--messages', '-1'],
      ['--messages', '1', '--segments', '0'],
      ['--messages', '1', '--region', 'mars'],
    ]) {
      const { code, stdout, stderr } = await carillon(['cost', ...args]);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^error: /);
    }
  });
});
