import { loadPacket } from '#app/load-packet.ts';
import { queueRows } from '#app/queue-rows.ts';
import { rowChunksOf } from '#domain/message/row-chunk.ts';
import { openEmbedded } from '#wiring/embedded.ts';
import { benchCampaign, benchConfig, benchPacket, cpuPer, inBenchFolder, peakMb } from './bench-house.ts';

const chunksAtOnce = 2;

/** Rows per second from a dropped file to queued messages: loading, then queueing, in one process with everything that they store. */
export const loadQueueBench = (rows: number) =>
  inBenchFolder(async (folder) => {
    const embedded = await openEmbedded(benchConfig(folder));
    try {
      const { house } = embedded;
      const campaignId = await benchCampaign(embedded);
      const packetId = await benchPacket(embedded, folder, { campaignId, rows });
      const cause = { id: 'bench', now: house.clock.now() };
      const cpuAtStart = process.cpuUsage();
      const start = performance.now();
      // a handler stops after three minutes and goes on in the next one
      for (let n = 0; n < 100 && (await house.documents.nextDue('packets')) !== undefined; n++) await loadPacket(house, packetId, cause);
      const loaded = performance.now();
      const cpuOfLoad = cpuPer(cpuAtStart, rows);
      const cpuAtQueue = process.cpuUsage();
      for (;;) {
        const due = await house.documents.due(rowChunksOf(campaignId), '9999', chunksAtOnce);
        if (due.length === 0) break;
        await Promise.all(due.map(({ path }) => queueRows(house, { path, run: 1 }, { ...cause, now: house.clock.now() })));
      }
      const queued = performance.now();
      const perSecond = (from: number, to: number): number => Math.round((rows / (to - from)) * 1000);
      return {
        name: 'load+queue',
        value: perSecond(start, queued),
        unit: 'rows/s',
        target: 15_000,
        rows,
        load_rows_per_s: perSecond(start, loaded),
        queue_rows_per_s: perSecond(loaded, queued),
        cpu_us_per_row: { load: cpuOfLoad, queue: cpuPer(cpuAtQueue, rows) },
        peak_rss_mb: peakMb(),
      };
    } finally {
      await embedded.close();
    }
  });
