import { loadPacket } from '#app/load-packet.ts';
import { topics } from '#app/topics.ts';
import { tallyLog } from '#app/tally-log.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import { queueRows } from '#app/queue-rows.ts';
import { rowChunksOf } from '#domain/message/row-chunk.ts';
import { systemClock } from '#wiring/clocks.ts';
import { openLiveHouse, type LiveHouse } from '#wiring/live-house.ts';
import { benchCampaign, benchCompany, benchConfig, benchPacket, cpuPer, inBenchFolder, peakMb } from './bench-house.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const beginsInMs = 3_600_000;

/** The system's clock, an hour behind until it is told to begin. */
const startingClock = () => {
  let ahead = 0;
  return {
    ...systemClock,
    now: () => new Date(Date.now() + ahead).toISOString(),
    later: () => new Date(Date.now() + beginsInMs).toISOString(),
    begin: () => void (ahead = beginsInMs + 60_000),
  };
};

const page = 500;

/** Commits of the log: those that status reports make alone, and all others. */
const commitsIn = async ({ house: { store } }: LiveHouse): Promise<Readonly<{ own: number; reports: number }>> => {
  const counts = { own: 0, reports: 0 };
  for (const partition of store.partitions()) {
    for (let after = 0; ;) {
      const { events, at: last } = await store.feed(partition, after, page);
      const commits = Map.groupBy(events, ({ position: at }) => at);
      for (const [, of] of commits) counts[of.every(({ type }) => type === 'DeliveryReported') ? 'reports' : 'own']++;
      if (last <= after) break;
      after = last;
    }
  }
  return counts;
};

/**
 * Messages per second over HTTP to a simulator in its own process, two callbacks each, from the first call to the last callback's commit.
 * The reporting database is not running: the projection has a benchmark of its own.
 */
export const sendBench = (rows: number) =>
  inBenchFolder(async (folder) => {
    const clock = startingClock();
    const live = await openLiveHouse({ ...benchConfig(folder), mysqlUrl: 'mysql://nobody@127.0.0.1:9/none' }, { clock });
    try {
      const { house } = live;
      const campaignId = await benchCampaign(live);
      const packetId = await benchPacket(live, folder, { campaignId, rows });
      // due when the measuring begins, and not before
      const cause = { id: 'bench', now: clock.later() };
      await loadPacket(house, packetId, cause);
      for (const { path } of await house.documents.due(rowChunksOf(campaignId), '9999', rows))
        await queueRows(house, { path, run: 1 }, cause);
      while (((await live.bus.pending()) ?? 0) > 0) await pause(5);
      const commits = await commitsIn(live);
      const cpu = process.cpuUsage();
      clock.begin();
      const start = performance.now();
      await live.bus.publish(topics.tickSends, [{ data: {} }]);
      do await pause(50);
      while ((await house.documents.nextDue('queue')) !== undefined || (await live.simulator?.pending()) !== 0);
      const seconds = (performance.now() - start) / 1000;
      const cpuPerRow = cpuPer(cpu, 1);
      const after = await commitsIn(live);
      const totals = totalsOf((await tallyLog(house.store, benchCompany)).tally);
      const messages = totals.delivered + totals.undelivered;
      if (messages === 0 || messages !== totals.messages)
        throw new Error(`${totals.messages} messages, but ${messages} with a final report`);
      return {
        name: 'send',
        value: Math.round(messages / seconds),
        unit: 'messages/s',
        target: 2_500,
        messages,
        callbacks: messages * 2,
        // without those of the callbacks, which come one by one from outside
        commits_per_message: Math.round(((after.own - commits.own) / messages) * 1_000) / 1_000,
        commits_of_callbacks_per_message: Math.round(((after.reports - commits.reports) / messages) * 1_000) / 1_000,
        cpu_us_per_message: Math.round(cpuPerRow / messages),
        peak_rss_mb: peakMb(),
      };
    } finally {
      await live.close();
    }
  });
