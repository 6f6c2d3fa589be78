import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { carryOut } from '#wiring/commands.ts';
import { openLiveHouse, type LiveHouse } from '#wiring/live-house.ts';
import { benchCampaign, benchCompany, benchConfig, cpuPer, inBenchFolder, peakMb } from './bench-house.ts';

type Seen = Readonly<{ seconds: number; statuses: Readonly<Record<string, number>>; medianMs: number; p99Ms: number }>;
type Plan = Readonly<{
  kind: 'single' | 'batch' | 'read' | 'upload';
  requests: number;
  perSecond: number;
  connections: number;
  size: number;
  from: number;
}>;

const load = async (args: readonly string[], plan: Plan): Promise<Seen> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'api-load.ts'), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(plan));
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const seen = JSON.parse(said) as Seen;
  const taken = Object.entries(seen.statuses).reduce((sum, [status, n]) => sum + (status.startsWith('2') ? n : 0), 0);
  if (taken !== plan.requests) throw new Error(`not all were taken: ${JSON.stringify(seen.statuses)}`);
  return seen;
};

/** Until all that is due has left and was reported. */
const settled = async ({ house, simulator }: LiveHouse): Promise<void> => {
  do await new Promise((resolve) => setTimeout(resolve, 100));
  while (((await house.documents.nextDue('queue')) ?? '9') <= house.clock.now() || (await simulator?.pending()) !== 0);
};

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** An hour that is not now, in the zone of the example campaign: what is accepted then waits. */
const closedNow = (): object => {
  const hour = Number(
    new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone: 'America/Boise' }).format(new Date()),
  );
  const clock = (at: number): string => `${String(at % 24).padStart(2, '0')}:00`;
  const from = (hour + 2) % 24 > 20 ? 2 : (hour + 2) % 24;
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  return { name: 'Later', schedule: { offsetDays: [2], window: { days, from: clock(from), to: clock(from + 1) } } };
};

/** Requests over which memory stays as it is. */
const steady = 100_000;
const uploadBytes = 16_000_000;

const rssMb = (): number => Math.round(process.memoryUsage.rss() / 1024 / 1024);

const ways = (campaign: string, key: string, port: number): readonly string[] => [`http://127.0.0.1:${port}`, key, campaign];

/**
 * Authenticated requests over HTTP, made by a process of their own: messages that wait for their hour (what the API itself takes), and messages
 * that are sent to the simulated network at once by the same process, one each, a thousand each, and one each at 500 a second.
 */
export const apiBench = (requests: number) =>
  inBenchFolder(async (folder) => {
    const live = await openLiveHouse({ ...benchConfig(folder), mysqlUrl: 'mysql://nobody@127.0.0.1:9/none' });
    try {
      const now = await benchCampaign(live);
      const later = await benchCampaign(live, benchCompany, closedNow());
      const issued = await carryOut(live, 'issue-key', {
        companyId: benchCompany,
        name: 'bench',
        by: 'bench',
        limits: { perMinute: 1_000_000, perHour: 60_000_000 },
      });
      const { secret } = issued as { secret: string };
      const [atOnce, waiting] = [ways(now, secret, live.port), ways(later, secret, live.port)];
      const plan = { requests, perSecond: 0, connections: 128, size: 1, from: 0 };
      await load(waiting, { ...plan, kind: 'single', requests: 1_000, from: 9_000_000 });
      const cpu = process.cpuUsage();
      const single = await load(waiting, { ...plan, kind: 'single' });
      const accepting = cpuPer(cpu, requests);
      const batches = Math.max(4, Math.round(requests / 500));
      const batch = await load(waiting, { ...plan, kind: 'batch', requests: batches, connections: 4, size: 1_000, from: 4_000_000 });
      const paced = await load(waiting, { ...plan, kind: 'single', requests: 2_500, perSecond: 500, from: 2_000_000 });
      const before = process.cpuUsage();
      const sent = await load(atOnce, { ...plan, kind: 'single', from: 1_000_000 });
      await settled(live);
      const delivering = cpuPer(before, requests);
      await load(atOnce, { ...plan, kind: 'read', requests: steady / 10, connections: 16 });
      const early = rssMb();
      const reads = await load(atOnce, { ...plan, kind: 'read', requests: steady, connections: 16 });
      const late = rssMb();
      const upload = await load(waiting, { ...plan, kind: 'upload', requests: 1, connections: 1, size: uploadBytes });
      return {
        name: 'api',
        value: Math.round(requests / single.seconds),
        unit: 'sends/s, one each',
        target: 1_500,
        single_ms: { median: rounded(single.medianMs), p99: rounded(single.p99Ms) },
        batch_messages_per_second: Math.round((batches * 1_000) / batch.seconds),
        batch_target: 8_000,
        at_500_ms: { median: rounded(paced.medianMs), p99: rounded(paced.p99Ms) },
        p99_target_ms: 100,
        sent_at_once_per_second: Math.round(requests / sent.seconds),
        upload_16_mb_ms: rounded(upload.medianMs),
        upload_target_ms: 1_000,
        reads_per_second: Math.round(steady / reads.seconds),
        rss_mb_over_100_000_reads: [early, late],
        cpu_us_per_send: { accepted: accepting, delivered: delivering },
        peak_rss_mb: peakMb(),
      };
    } finally {
      await live.close();
    }
  });
