import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { carryOut } from '#wiring/commands.ts';
import { openLiveHouse, type LiveHouse } from '#wiring/live-house.ts';
import { benchCampaign, benchCompany, benchConfig, cpuPer, inBenchFolder, peakMb } from './bench-house.ts';

type Seen = Readonly<{ seconds: number; statuses: Readonly<Record<string, number>>; medianMs: number; p99Ms: number }>;
type Plan = Readonly<{ kind: 'single' | 'batch'; requests: number; perSecond: number; connections: number; size: number; from: number }>;

const load = async (args: readonly string[], plan: Plan): Promise<Seen> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'api-load.ts'), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(plan));
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const seen = JSON.parse(said) as Seen;
  if (seen.statuses['201'] !== plan.requests) throw new Error(`not all were taken: ${JSON.stringify(seen.statuses)}`);
  return seen;
};

/** Until all that was taken has left and was reported: the next measurement is of itself alone. */
const settled = async ({ house, simulator }: LiveHouse): Promise<void> => {
  do await new Promise((resolve) => setTimeout(resolve, 100));
  while ((await house.documents.nextDue('queue')) !== undefined || (await simulator?.pending()) !== 0);
};

const rounded = (value: number): number => Math.round(value * 10) / 10;

/**
 * Authenticated requests over HTTP, made by a process of their own, while what they ask for is sent to the simulated network: one message
 * each, a thousand each, and one each at 500 a second.
 */
export const apiBench = (requests: number) =>
  inBenchFolder(async (folder) => {
    const live = await openLiveHouse({ ...benchConfig(folder), mysqlUrl: 'mysql://nobody@127.0.0.1:9/none' });
    try {
      const campaign = await benchCampaign(live);
      const issued = await carryOut(live, 'issue-key', { companyId: benchCompany, name: 'bench', by: 'bench' });
      const args = [`http://127.0.0.1:${live.port}`, (issued as { secret: string }).secret, campaign];
      const plan = { requests, perSecond: 0, connections: 64, size: 1, from: 0 };
      await load(args, { ...plan, kind: 'single', requests: 200, from: 9_000_000 });
      await settled(live);
      const cpu = process.cpuUsage();
      const single = await load(args, { ...plan, kind: 'single' });
      const accepting = cpuPer(cpu, requests);
      await settled(live);
      const all = cpuPer(cpu, requests);
      const paced = await load(args, { ...plan, kind: 'single', requests: 2_500, perSecond: 500, from: 2_000_000 });
      await settled(live);
      const batches = Math.max(4, Math.round(requests / 500));
      const batch = await load(args, { ...plan, kind: 'batch', requests: batches, connections: 4, size: 1_000, from: 4_000_000 });
      return {
        name: 'api',
        value: Math.round(requests / single.seconds),
        unit: 'sends/s, one each',
        target: 1_500,
        single_ms: { median: rounded(single.medianMs), p99: rounded(single.p99Ms) },
        cpu_us_per_send: { answered: accepting, delivered: all },
        batch_messages_per_second: Math.round((batches * 1_000) / batch.seconds),
        batch_target: 8_000,
        at_500_ms: { median: rounded(paced.medianMs), p99: rounded(paced.p99Ms) },
        p99_target_ms: 100,
        peak_rss_mb: peakMb(),
      };
    } finally {
      await live.close();
    }
  });
