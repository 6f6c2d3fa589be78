import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMySqlServer } from '#adapters/mysql/server/start-mysql-server.ts';
import { readConfig } from '#wiring/config.ts';
import { apiBench } from './api.ts';
import { assembleBench } from './assemble.ts';
import { fairBench } from './fair.ts';
import { firestoreAppendBench } from './firestore-append.ts';
import { firestoreBillingBench } from './firestore-billing.ts';
import { firestoreQueueBench } from './firestore-queue.ts';
import { lanesBench } from './lanes.ts';
import { loadQueueBench } from './load-queue.ts';
import { logAppendBench } from './log-append.ts';
import { onDemandBench } from './on-demand.ts';
import { previewBench } from './preview.ts';
import { packetsBench } from './packets.ts';
import { projectionBench, rebuildBench } from './projection.ts';
import { sendBench } from './send.ts';
import { startBench } from './start.ts';
import { statusWebhooksBench } from './status-webhooks.ts';
import { twilioPathBench } from './twilio-path.ts';

/** One benchmark in a process of its own, so that its peak memory is its own: `node bench/one.ts NAME [SIZE]` prints one JSON line. */

const withMySql = async <T>(work: (mysqlUrl: string) => Promise<T>): Promise<T> => {
  const { mysqlUrl, cacheDir, env } = readConfig();
  if (mysqlUrl !== undefined) return work(mysqlUrl);
  const dataDir = mkdtempSync(join(tmpdir(), 'carillon-bench-mysql-'));
  const server = await startMySqlServer({ dataDir, cacheDir, database: 'bench', env, log: () => {} });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const logAppend = async (events: number) => {
  const { eventsPerSecond: value, ...rest } = await logAppendBench({ events, singles: events / 8, claims: events / 2 });
  return { ...rest, name: 'log append', value, unit: 'events/s', target: 60_000 };
};

type Bench = Readonly<{ size: number; run: (size: number) => unknown }>;

export const benches: Readonly<Record<string, Bench>> = {
  log: { size: 400_000, run: logAppend },
  assemble: { size: 40_000, run: (rows) => assembleBench(rows) },
  preview: { size: 100_000, run: (rows) => previewBench(rows) },
  load: { size: 100_000, run: (rows) => loadQueueBench(rows) },
  twilio: { size: 30_000, run: (creates) => twilioPathBench(creates) },
  packets: { size: 10_000, run: (most) => packetsBench(most) },
  'on-demand': { size: 200, run: (requests) => onDemandBench(requests) },
  api: { size: 10_000, run: (requests) => apiBench(requests) },
  fair: { size: 200_000, run: fairBench },
  lanes: { size: 100_000, run: (rows) => lanesBench(rows) },
  send: { size: 25_000, run: (rows) => sendBench({ rows, withMySql }) },
  'status-webhooks': { size: 15_000, run: (webhooks) => statusWebhooksBench(webhooks) },
  projection: {
    size: 4,
    run: async (packets) => ({ ...(await withMySql((mysqlUrl) => projectionBench({ mysqlUrl, packets }))), target: 20_000 }),
  },
  rebuild: {
    size: 4,
    run: async (packets) => ({ ...(await withMySql((mysqlUrl) => rebuildBench({ mysqlUrl, packets }))), target: 25_000 }),
  },
  'firestore-append': { size: 200_000, run: (events) => firestoreAppendBench(events) },
  'firestore-queue': { size: 40_000, run: (rows) => firestoreQueueBench(rows) },
  'firestore-billing': { size: 10_000, run: (rows) => firestoreBillingBench(rows) },
  start: { size: 1, run: () => startBench() },
};

if (import.meta.main) {
  const [name = '', size] = process.argv.slice(2);
  const bench = benches[name];
  if (!bench) throw new Error(`there is no benchmark ${name}: ${Object.keys(benches).join(', ')}`);
  const result = await bench.run(Number(size ?? bench.size));
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
