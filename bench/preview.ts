import { join } from 'node:path';
import { openEmbedded } from '#wiring/embedded.ts';
import { previewFile } from '#wiring/file-commands.ts';
import { benchCampaign, benchConfig, cpuPer, inBenchFolder, peakMb } from './bench-house.ts';
import { writeSampleFile } from './sample-file.ts';

/** Seconds that it takes to say what a file of so many rows would become, claims and opt-outs looked up. */
export const previewBench = (rows: number) =>
  inBenchFolder(async (folder) => {
    const embedded = await openEmbedded(benchConfig(folder));
    try {
      const campaignId = await benchCampaign(embedded);
      const file = join(folder, 'sample.csv');
      await writeSampleFile(file, rows);
      const cpuAtStart = process.cpuUsage();
      const start = performance.now();
      const input = previewFile.input.parse({ file, campaignId, price: 0.0083, row: 2 });
      const { messages, segments } = await previewFile.run(embedded, input);
      const seconds = Math.round(performance.now() - start) / 1000;
      return {
        name: 'preview',
        value: seconds,
        unit: 's, less is better',
        target: rows / 10_000,
        rows,
        messages,
        segments,
        rows_per_s: Math.round(rows / seconds),
        cpu_us_per_row: cpuPer(cpuAtStart, rows),
        peak_rss_mb: peakMb(),
      };
    } finally {
      await embedded.close();
    }
  });
