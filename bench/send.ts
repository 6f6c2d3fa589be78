import { project } from '#app/project.ts';
import { tailsOf } from '#app/projection-lag.ts';
import { tallyLog } from '#app/tally-log.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import { openLiveHouse, type LiveHouse } from '#wiring/live-house.ts';
import { assembleBench } from './assemble.ts';
import { benchCampaign, benchConfig, benchPacket, cpuPer, inBenchFolder, lift, peakMb, queueHalted } from './bench-house.ts';
import { cpuShares, type CpuPart } from './cpu-parts.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Who spends the time of sending. Commits are made of the intents, outcomes and reports of many messages together: a part of their own. */
const sendingParts: readonly CpuPart[] = [
  {
    name: 'reports',
    files:
      /adapters\/\w+\/(read-\w*report|signature|statuses)|receive-|domain\/delivery|wiring\/(serve|doors|log-context)|functions\/|node:_http_/,
  },
  { name: 'calls', files: /adapters\/twilio|shared\/http\/|node_modules\/(undici|twilio)|app\/(call-provider|outgoing-content)/ },
  { name: 'commits', files: /adapters\/sqlite|shared\/log\// },
  { name: 'intents', files: /shared\/(app|domain)\// },
];

/** A file for a campaign of the company, queued while nothing leaves. */
const prepare = async (live: LiveHouse, folder: string, { companyId, rows }: Readonly<{ companyId: string; rows: number }>) => {
  const campaignId = await benchCampaign(live, companyId);
  const packetId = await benchPacket(live, folder, { campaignId, rows, companyId });
  return queueHalted(live, { companyId, campaignId, packetId, rows });
};

const commitsOf = async ({ house }: LiveHouse): Promise<number> => [...(await tailsOf(house)).values()].reduce((sum, at) => sum + at, 0);

/** From the first call to the last report's commit. */
const sendAll = async (live: LiveHouse, companyId: string): Promise<void> => {
  await lift(live, companyId);
  do await pause(50);
  while ((await live.house.documents.nextDue('queue')) !== undefined || (await live.simulator?.pending()) !== 0);
};

const messagesOf = async ({ house }: LiveHouse, companyId: string): Promise<number> => {
  const totals = totalsOf((await tallyLog(house.store, companyId)).tally);
  const messages = totals.delivered + totals.undelivered;
  if (messages === 0 || messages !== totals.messages) throw new Error(`${totals.messages} messages, but ${messages} with a final report`);
  return messages;
};

/** CPU microseconds of this process for each message that the log shows in the tables; the database's own are its own. */
const projectionCpu = async ({ house }: LiveHouse, mysqlUrl: string, messages: number): Promise<number> => {
  // loaded only now: sending goes on without a database, and so does the measuring of its memory
  const [{ createPool }, { migrateUp }, { mysqlReadModel }] = await Promise.all([
    import('mysql2/promise'),
    import('#adapters/mysql/migrator.ts'),
    import('#adapters/mysql/read-model.ts'),
  ]);
  const pool = createPool({ uri: mysqlUrl });
  await migrateUp(pool, new URL('../sql/migrations', import.meta.url).pathname);
  await pool.end();
  const readModel = mysqlReadModel({ url: mysqlUrl });
  try {
    const cpu = process.cpuUsage();
    const { store, log } = house;
    await Promise.all(store.partitions().map((partition) => project({ store, readModel, log }, partition)));
    return cpuPer(cpu, messages);
  } finally {
    await readModel.close();
  }
};

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** How much smaller the run is that is sampled. */
const sampledShare = 4;

const measure = async (live: LiveHouse, folder: string, { rows, withMySql }: SendBenchOptions) => {
  const prepared = await prepare(live, folder, { companyId: 'co_bench', rows });
  const before = await commitsOf(live);
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await sendAll(live, 'co_bench');
  const seconds = (performance.now() - start) / 1000;
  const cpuOfSending = cpuPer(cpu, 1);
  const commits = (await commitsOf(live)) - before;
  const peak = peakMb();
  const messages = await messagesOf(live, 'co_bench');
  await prepare(live, folder, { companyId: 'co_sampled', rows: Math.ceil(rows / sampledShare) });
  const shares = await cpuShares(sendingParts, () => sendAll(live, 'co_sampled'));
  const all = messages + (await messagesOf(live, 'co_sampled'));
  const projection = await withMySql((mysqlUrl) => projectionCpu(live, mysqlUrl, all));
  const sending = cpuOfSending / messages;
  const { assembleMicrosPerRow: assembling } = assembleBench();
  const ofSending = Object.entries(shares).map(([part, share]) => [part, rounded(share * sending)] as const);
  const parts = { loading: prepared.load, assembling, queueing: rounded(prepared.queue - assembling), ...Object.fromEntries(ofSending) };
  return { seconds, messages, commits, peak, sending, parts: { ...parts, projection } };
};

export type SendBenchOptions = Readonly<{
  rows: number;
  /** does something with a database of its own, empty, that is started for it */
  withMySql: <T>(work: (mysqlUrl: string) => Promise<T>) => Promise<T>;
}>;

/**
 * Messages per second over HTTP to a simulator in its own process, two callbacks each, from the first call to the last callback's commit,
 * beside the targets; and where the platform's CPU goes over a message's whole life. What sending is made of is sampled on a second, smaller
 * run, and the tables are filled when all is sent.
 */
export const sendBench = (options: SendBenchOptions) =>
  inBenchFolder(async (folder) => {
    const live = await openLiveHouse({ ...benchConfig(folder), mysqlUrl: 'mysql://nobody@127.0.0.1:9/none' });
    try {
      const { seconds, messages, commits, peak, sending, parts } = await measure(live, folder, options);
      return {
        name: 'send',
        value: Math.round(messages / seconds),
        unit: 'messages/s',
        target: 3_000,
        messages,
        callbacks: messages * 2,
        peak_rss_mb: peak,
        target_peak_rss_mb: 250,
        commits_per_message_after_queueing: Math.round((commits / messages) * 10_000) / 10_000,
        target_commits_per_message: 0.1,
        cpu_us_per_message: {
          ...parts,
          sending_in_all: rounded(sending),
          whole_life: rounded(Object.values(parts).reduce((sum, one) => sum + one, 0)),
        },
      };
    } finally {
      await live.close();
    }
  });
