import { loadPacket } from '#app/load-packet.ts';
import { topics } from '#app/topics.ts';
import { tallyLog } from '#app/tally-log.ts';
import { totalsOf } from '#domain/delivery/tally.ts';
import { queueRows } from '#app/queue-rows.ts';
import { rowChunksOf } from '#domain/message/row-chunk.ts';
import { openLiveHouse } from '#wiring/live-house.ts';
import { benchCampaign, benchCompany, benchConfig, benchPacket, cpuPer, inBenchFolder, peakMb } from './bench-house.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Messages per second over HTTP to a simulator in its own process, two callbacks each, from the first call to the last callback's commit.
 * The reporting database is not running: the projection has a benchmark of its own.
 */
export const sendBench = (rows: number) =>
  inBenchFolder(async (folder) => {
    const live = await openLiveHouse({ ...benchConfig(folder), mysqlUrl: 'mysql://nobody@127.0.0.1:9/none' });
    try {
      const { house } = live;
      const campaignId = await benchCampaign(live);
      const packetId = await benchPacket(live, folder, { campaignId, rows });
      const cause = { id: 'bench', now: house.clock.now() };
      await loadPacket(house, packetId, cause);
      for (const { path } of await house.documents.due(rowChunksOf(campaignId), '9999', rows))
        await queueRows(house, { path, run: 1 }, cause);
      while (((await live.bus.pending()) ?? 0) > 0) await pause(5);
      const cpu = process.cpuUsage();
      const start = performance.now();
      await live.bus.publish(topics.tickSends, [{ data: {} }]);
      do await pause(50);
      while ((await house.documents.nextDue('queue')) !== undefined || (await live.simulator?.pending()) !== 0);
      const seconds = (performance.now() - start) / 1000;
      const cpuPerRow = cpuPer(cpu, 1);
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
        cpu_us_per_message: Math.round(cpuPerRow / messages),
        peak_rss_mb: peakMb(),
      };
    } finally {
      await live.close();
    }
  });
