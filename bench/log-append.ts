import type { Event } from '#domain/kernel/event.ts';
import { chunkStream, packetStream } from '#domain/kernel/streams.ts';
import { openTestStore, type TestStore } from '../test/support/store.ts';

const companyId = 'co_bench';
const now = '2026-11-02T15:00:00.000Z';
const eventsPerCommit = 200;

export type LogAppendResult = Readonly<{
  bench: 'log-append';
  /** commits of 200 sealed MessageQueued events, four at a time */
  eventsPerSecond: number;
  /** one DeliveryReported an append, from many streams, 256 at a time */
  singleAppendsPerSecond: number;
  /** documents made by ifAbsent in commits of 200, first and last tenth of the run */
  claims: Readonly<{ written: number; perSecondAtStart: number; perSecondAtEnd: number; cpuMicrosAtStart: number; cpuMicrosAtEnd: number }>;
  cpuMicrosPerEvent: number;
  bytesPerEvent: number;
  peakRssMb: number;
}>;

export type LogAppendSize = Readonly<{ events: number; singles: number; claims: number }>;

const names = ['Ada', 'Grace', 'Edsger', 'Barbara', 'Donald', 'Katherine', 'Alan', 'Radia'];
const doctors = ['Dr. Lovelace', 'Dr. Hopper', 'Dr. Noether', 'Dr. Curie'];

/** 22 characters that look like an HMAC, always the same for the same number. */
const randomText = (n: number): string => {
  let state = n + 1;
  const word = (): string => {
    state = Math.imul(state ^ (state >>> 16), 0x45d9f3b) + 0x9e3779b9;
    return ((state ^ (state >>> 15)) >>> 0).toString(36).padStart(7, '0');
  };
  return `${word()}${word()}${word()}${n.toString(36)}`.slice(0, 26);
};

export const messageQueued = (row: number): Event => {
  const minute = String(row % 60).padStart(2, '0');
  const body = `Hi ${names[row % names.length]}, you see ${doctors[row % doctors.length]} on Wed Nov 4 at ${(row % 9) + 1}:${minute} PM. Reply C to confirm, R to change, X if you can't come. STOP to opt out.`;
  return {
    type: 'MessageQueued',
    data: {
      row,
      channel: 'sms',
      offset: 0,
      campaignId: 'cmp_bench',
      version: 1,
      run: 1,
      from: '+12085550199',
      sendAt: now,
      validUntil: '2026-11-04T20:15:00.000Z',
      segments: 1,
      claim: randomText(row),
    },
    private: {
      to: `+1208555${String(Math.imul(row, 0x9e3779b1) >>> 16)
        .padStart(4, '0')
        .slice(-4)}`,
      body,
    },
  };
};

const reported = (row: number): Event => ({
  type: 'DeliveryReported',
  data: {
    row,
    channel: 'sms',
    offset: 0,
    provider: 'twilio',
    accountId: 'AC0123456789abcdef0123456789abcdef',
    reference: `SM${row.toString(16).padStart(32, '0')}`,
    status: 'delivered',
  },
});

/** Runs `job(0) … job(count - 1)`, so many at a time; seconds. */
export const timed = async (count: number, atATime: number, job: (n: number) => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await job(next++);
  };
  await Promise.all(Array.from({ length: atATime }, lane));
  return (performance.now() - started) / 1000;
};

const appendMessages = ({ store }: TestStore, packet: string, commits: number): Promise<number> =>
  timed(commits, 4, async (n) => {
    const rows = Array.from({ length: eventsPerCommit }, (_, m) => messageQueued(n * eventsPerCommit + m + 1));
    const stream = chunkStream(`pkt_${packet}${Math.floor(n / 1000)}`, n);
    await store.append({ stream, companyId, expected: 0, events: rows, cause: { id: `${packet}-${n}`, now } });
  });

const appendReports = ({ store }: TestStore, appends: number): Promise<number> =>
  timed(appends, 256, (n) =>
    store.append({ stream: chunkStream('pkt_bench0', n % 2000), companyId, events: [reported(n + 1)], cause: { id: `report-${n}`, now } }),
  );

const claim = (store: TestStore, commits: number, from: number): Promise<number> =>
  timed(commits, 4, (n) =>
    store.store.append({
      stream: packetStream(`pkt_claims${(from + n) % 100}`),
      companyId,
      events: [{ type: 'PacketLoaded', data: { packetId: 'pkt_claims', campaignId: 'cmp_bench', rows: eventsPerCommit, chunks: 1 } }],
      documents: Array.from({ length: eventsPerCommit }, (_, m) => ({
        path: `claims/${randomText((from + n) * eventsPerCommit + m)}`,
        ifAbsent: true as const,
        data: { owner: `msg_bench-${n}-${m}-sms-0`, facts: 'q83hfksdjf83' },
        expiresAt: '2026-12-04T00:00:00.000Z',
      })),
      cause: { id: `claims-${from + n}`, now },
    }),
  );

const cpuMicrosSince = (before: NodeJS.CpuUsage, things: number): number => {
  const { user, system } = process.cpuUsage(before);
  return Math.round((10 * (user + system)) / things) / 10;
};

const claims = async (store: TestStore, documents: number): Promise<LogAppendResult['claims']> => {
  const tenth = Math.max(1, Math.floor(documents / eventsPerCommit / 10));
  const parts: { rate: number; cpu: number }[] = [];
  for (let part = 0; part < 10; part++) {
    const before = process.cpuUsage();
    const seconds = await claim(store, tenth, part * tenth);
    parts.push({ rate: Math.round((tenth * eventsPerCommit) / seconds), cpu: cpuMicrosSince(before, tenth * eventsPerCommit) });
  }
  const [first, last] = [parts[0], parts.at(-1)];
  return {
    written: 10 * tenth * eventsPerCommit,
    perSecondAtStart: first?.rate ?? 0,
    perSecondAtEnd: last?.rate ?? 0,
    // the clock of a busy machine tells less than this
    cpuMicrosAtStart: first?.cpu ?? 0,
    cpuMicrosAtEnd: last?.cpu ?? 0,
  };
};

const bytesOf = ({ db }: TestStore): number => Number(db.prepare('select sum(length(blob)) as n from commits').get()?.n);

/** How fast the embedded log takes events: sealed, synced, alone on this machine. */
export const logAppendBench = async (
  size: LogAppendSize = { events: 400_000, singles: 50_000, claims: 1_000_000 },
): Promise<LogAppendResult> => {
  const store = openTestStore();
  try {
    await appendMessages(store, 'warm', 50);
    const cpu = process.cpuUsage();
    const commits = Math.ceil(size.events / eventsPerCommit);
    const seconds = await appendMessages(store, 'bench', commits);
    const cpuMicrosPerEvent = cpuMicrosSince(cpu, commits * eventsPerCommit);
    const bytes = bytesOf(store);
    return {
      bench: 'log-append',
      eventsPerSecond: Math.round((commits * eventsPerCommit) / seconds),
      singleAppendsPerSecond: Math.round(size.singles / (await appendReports(store, size.singles))),
      claims: await claims(store, size.claims),
      cpuMicrosPerEvent,
      bytesPerEvent: Math.round(bytes / ((commits + 50) * eventsPerCommit)),
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  } finally {
    store.close();
  }
};
