import { haltCompany } from '#app/halt-company.ts';
import { topics } from '#app/topics.ts';
import type { WorkItem } from '#domain/work/work-item.ts';
import { duePages } from '#app/due-pages.ts';
import { openLiveHouse, type LiveHouse } from '#wiring/live-house.ts';
import { benchCampaign, benchCompany, benchConfig, inBenchFolder, peakMb } from './bench-house.ts';
import { sampleHeader, sampleRow } from './sample-file.ts';

const rowsEach = 10;
const longestMs = 600_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const contentOf = (packet: number): string =>
  [sampleHeader, ...Array.from({ length: rowsEach }, (_, n) => sampleRow(packet * rowsEach + n)), ''].join('\r\n');

const drop = async ({ house, bus }: LiveHouse, campaignId: string, packet: number): Promise<void> => {
  const path = `drops/${benchCompany}/${campaignId}/${packet}.csv`;
  await house.files.write(path, contentOf(packet));
  await bus.publish(topics.dropFinalized, [{ data: { path }, key: path }]);
};

const queuedIn = async ({ house }: LiveHouse): Promise<number> => {
  let messages = 0;
  for await (const items of duePages<WorkItem>(house.documents, 'queue', '9999'))
    for (const { data } of items) messages += data.pending.length;
  return messages;
};

/** Nothing is on its way from a drop to the queue. */
const isQueued = async ({ house: { documents }, bus }: LiveHouse): Promise<boolean> =>
  (await bus.pending()) === 0 && (await documents.nextDue('packets')) === undefined && (await documents.nextDue('rowChunks')) === undefined;

const secondsFor = (packets: number): Promise<Readonly<{ seconds: number; messages: number }>> =>
  inBenchFolder(async (folder) => {
    const live = await openLiveHouse({ ...benchConfig(folder), mysqlUrl: 'mysql://nobody@127.0.0.1:9/none' });
    try {
      const campaignId = await benchCampaign(live);
      // what is measured ends with the queue: nothing is sent meanwhile
      await haltCompany(live.house, { companyId: benchCompany, by: 'bench' }, { id: 'req_halt', now: live.house.clock.now() });
      while ((await live.bus.pending()) !== 0) await pause(10);
      const start = performance.now();
      for (let packet = 0; packet < packets; packet++) await drop(live, campaignId, packet);
      while (!(await isQueued(live))) {
        if (performance.now() - start > longestMs) throw new Error(`${packets} packets were not queued within ten minutes`);
        await pause(5);
      }
      const seconds = (performance.now() - start) / 1000;
      return { seconds: Math.round(seconds * 100) / 100, messages: await queuedIn(live) };
    } finally {
      await live.close();
    }
  });

/**
 * Seconds from the first drop until the rows of all packets are queued, for 1, 2, 5, 100 … packets of ten rows each, up to `most`: in the
 * embedded house with its doors and without a tick. What a packet costs must not grow with their number.
 */
export const packetsBench = async (most: number) => {
  const seconds: Record<string, number> = {};
  let messages = 0;
  for (const packets of [1, 2, 5, 100, 1_000, 10_000].filter((size) => size <= most)) {
    const run = await secondsFor(packets);
    seconds[packets] = run.seconds;
    messages = run.messages;
  }
  const value = Object.values(seconds).at(-1) ?? 0;
  return { name: `${most} packets of ${rowsEach} rows`, value, unit: 's', target: 180, seconds, messages, peak_rss_mb: peakMb() };
};
