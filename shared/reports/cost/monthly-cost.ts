import { instanceSeconds } from './instance-seconds.ts';
import type { ListPrices } from './list-prices.ts';
import { messageQuantities, type Quantities } from './message-quantities.ts';

export type CostLine = Readonly<{ service: string; item: string; quantity: number; unit: string; free: number; usd: number }>;

export type MonthlyCost = Readonly<{
  messages: number;
  segments: number;
  lines: readonly CostLine[];
  /** of the lines: everything but the provider */
  total: number;
  /** the provider's part: segments at its list price */
  provider: number;
}>;

const daysPerMonth = 30;
const hoursPerMonth = 730;
const tickSeconds = 0.1;
const gib = 2 ** 30;

type Item = Readonly<{ service: string; item: string; quantity: number; unit: string; free?: number; price: number }>;

/** A month's use of a service: what it comes to, before what is free. */
type Part = (about: ListPrices & Readonly<{ messages: number }>, quantities: Quantities) => readonly Item[];

const cents = (usd: number): number => Math.round(usd * 100) / 100;
const rounded = (quantity: number): number => Math.round(quantity * 100) / 100;

const lineOf = ({ free = 0, price, quantity, ...item }: Item): CostLine => ({
  ...item,
  quantity: rounded(quantity),
  free,
  usd: cents(Math.max(0, quantity - free) * price),
});

const firestore: Part = ({ messages, firestore: price, firestoreFree: free }, { message: each, house }) => {
  const { writes, reads, deletes, logBytes, claimBytes, contextBytes, contextMonths } = each.firestore;
  const stored = (messages * (logBytes * each.sql.months + claimBytes + contextBytes * contextMonths)) / gib;
  const service = 'Firestore';
  const daily = { reads: house.firestoreReadsPerDay * daysPerMonth, writes: house.firestoreWritesPerDay * daysPerMonth };
  return [
    {
      service,
      item: 'writes',
      unit: 'documents',
      price: price.per100kWrites / 100_000,
      quantity: messages * writes + daily.writes,
      free: free.writesPerDay * daysPerMonth,
    },
    {
      service,
      item: 'reads',
      unit: 'documents',
      price: price.per100kReads / 100_000,
      quantity: messages * reads + daily.reads,
      free: free.readsPerDay * daysPerMonth,
    },
    { service, item: 'deletes', unit: 'documents', quantity: messages * deletes, price: price.per100kDeletes / 100_000 },
    { service, item: 'stored after a year', unit: 'GiB', quantity: stored, free: free.storedGiB, price: price.perGiBMonth },
  ];
};

const run: Part = ({ messages, run: price, runFree: free }, { house, doors }) => {
  const sending = house.sendingDays * house.sendingHours * 3_600;
  const used = doors.map((door) => ({ ...door, busy: instanceSeconds(door, messages * door.requests, sending) }));
  const sum = (part: (door: (typeof used)[number]) => number): number => used.reduce((total, door) => total + part(door), 0);
  const ticks = house.tickRequestsPerDay * daysPerMonth;
  const warm = house.warmInstances * hoursPerMonth * 3_600;
  const service = 'Cloud Run functions';
  return [
    {
      service,
      item: 'CPU',
      unit: 'vCPU s',
      quantity: sum(({ busy }) => busy) + ticks * tickSeconds,
      free: free.vcpuSeconds,
      price: price.perVcpuSecond,
    },
    {
      service,
      item: 'memory',
      unit: 'GiB s',
      price: price.perGiBSecond,
      free: free.giBSeconds,
      quantity: sum(({ busy, memoryGiB }) => busy * memoryGiB) + ticks * tickSeconds * 0.5,
    },
    {
      service,
      item: 'requests',
      unit: 'requests',
      price: price.perMillionRequests / 1_000_000,
      free: free.requests,
      quantity: messages * sum(({ requests }) => requests) + ticks,
    },
    { service, item: 'kept warm', unit: 'vCPU s', quantity: warm, price: price.idlePerVcpuSecond + price.idlePerGiBSecond * 0.25 },
  ];
};

const sql: Part = ({ messages, sql: price }, { message: each, sqlSizes }) => {
  const size = sqlSizes.find(({ upToMessages }) => messages <= upToMessages) ?? sqlSizes.at(-1)!;
  const times = size.standby ? 2 : 1;
  const stored = Math.max(10, (messages * each.sql.bytes * each.sql.months) / gib);
  const service = 'Cloud SQL';
  const item = `${size.vcpus} vCPU, ${size.memoryGiB} GiB${size.standby ? ', with standby' : ''}`;
  const perHour = (size.vcpus * price.perVcpuHour + size.memoryGiB * price.perGiBHour) * times;
  return [
    { service, item, unit: 'hours', quantity: hoursPerMonth, price: perHour },
    { service, item: 'stored after a year', unit: 'GiB', quantity: stored, price: price.perGiBMonth * times },
    { service, item: 'backups', unit: 'GiB', quantity: stored, price: price.perBackupGiBMonth },
  ];
};

const storage: Part = ({ messages, storage: price }, { message: each }) => {
  const { fileBytes, months, rowsPerFile } = each.storage;
  const service = 'Cloud Storage';
  const stored = (messages * fileBytes * months) / gib;
  const files = messages / rowsPerFile;
  return [
    { service, item: 'files', unit: 'GiB', quantity: stored, free: price.freeGiB, price: price.perGiBMonth },
    { service, item: 'writes and lists', unit: 'requests', quantity: files * 2, price: price.per10kWrites / 10_000 },
    { service, item: 'reads', unit: 'requests', quantity: files * 3, price: price.per10kReads / 10_000 },
  ];
};

const rest: Part = ({ messages, pubsub, scheduler, secrets, network, logs }, { message: each, house, doors }) => {
  const requests = messages * doors.reduce((sum, door) => sum + door.requests, 0);
  const logged = (messages * each.logs.bytes + requests * each.logs.bytesPerRequest) / gib;
  const hints = (messages * each.pubsub.requests * each.pubsub.bytesPerRequest) / gib;
  const { secretVersions, secretAccesses, schedulerJobs } = house;
  const secret = 'Secret Manager';
  return [
    { service: 'Pub/Sub', item: 'published and pushed', unit: 'GiB', quantity: hints, free: pubsub.freeGiB, price: pubsub.perTiB / 1_024 },
    { service: 'Scheduler', item: 'jobs', unit: 'jobs', quantity: schedulerJobs, free: scheduler.freeJobs, price: scheduler.perJob },
    {
      service: secret,
      item: 'versions',
      unit: 'versions',
      quantity: secretVersions,
      free: secrets.freeVersions,
      price: secrets.perVersion,
    },
    {
      service: secret,
      item: 'accesses',
      unit: 'accesses',
      price: secrets.per10kAccesses / 10_000,
      quantity: secretAccesses,
      free: secrets.freeAccesses,
    },
    {
      service: 'Network',
      item: 'to the provider',
      unit: 'GiB',
      free: network.freeGiB,
      price: network.perGiB,
      quantity: (messages * each.egressBytes) / gib,
    },
    {
      service: 'Network',
      item: 'connector to the database',
      unit: 'machine hours',
      quantity: house.connectorMachines * hoursPerMonth,
      price: network.perConnectorHour,
    },
    { service: 'Logging', item: 'taken in', unit: 'GiB', quantity: logged, free: logs.freeGiB, price: logs.perGiB },
  ];
};

export type Volume = Readonly<{ messages: number; /** of a message, on average */ segments: number }>;

/** What a month of so many messages costs, by service, at list prices. */
export const monthlyCost = (volume: Volume, prices: ListPrices, quantities: Quantities = messageQuantities): MonthlyCost => {
  const { messages, segments } = volume;
  const lines = [firestore, run, sql, storage, rest].flatMap((part) => part({ ...prices, messages }, quantities)).map(lineOf);
  return {
    messages,
    segments,
    lines,
    total: cents(lines.reduce((sum, { usd }) => sum + usd, 0)),
    provider: cents(messages * segments * prices.provider.perSegment),
  };
};
